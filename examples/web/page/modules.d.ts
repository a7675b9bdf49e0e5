declare module 'worker-source' { const source: string; export default source; }
declare module 'shipped' { const texts: Record<string, { plan: string; figures: string }>; export default texts; }
declare module 'engine' {
  export default function init(given: { module_or_path: ArrayBuffer }): Promise<unknown>;
  export class Engine {
    read(text: string): string;
    clear_observations(): void;
    about(language: string): string;
    report(day: string, rule: string, language: string): string;
    comparison(day: string): string;
    charts(day: string, rule: string, language: string, target: string, theme: string): string;
  }
}
interface Window { drawChart?: (place: HTMLElement, specification: object) => Promise<void> }
