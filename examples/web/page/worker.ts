// The engine in a thread of its own, so that no document can freeze the page.

import init, { Engine } from 'engine';

let engine: Engine | undefined;

async function unpacked(packed: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

const questions: Record<string, (engine: Engine, given: string[]) => string> = {
  read: (engine, [text]) => engine.read(text),
  clear: (engine) => { engine.clear_observations(); return 'null'; },
  about: (engine, [language]) => engine.about(language),
  report: (engine, [day, rule, language]) => engine.report(day, rule, language),
  comparison: (engine, [day]) => engine.comparison(day),
  charts: (engine, [day, rule, language, target, theme]) => engine.charts(day, rule, language, target, theme),
};

self.onmessage = async ({ data }: MessageEvent<{ id: number; ask: string; given: string[] }>) => {
  const { id, ask, given } = data;
  try {
    if (ask === 'start') {
      await init({ module_or_path: await unpacked(given[0]) });
      engine = new Engine();
      self.postMessage({ id, answer: 'null' });
      return;
    }
    if (!engine) throw new Error('not started');
    self.postMessage({ id, answer: questions[ask](engine, given) });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error), isFatal: error instanceof WebAssembly.RuntimeError });
  }
};
