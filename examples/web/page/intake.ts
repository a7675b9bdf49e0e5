// Files that a reader drops or chooses: in which order they are read, and what became of each.

import type { Reading, RefusalCode } from './answers';
import { byId } from './dom';
import type { Given } from './documents';
import type { Engine } from './engine';
import type { Documents } from './plans';

const MOST_FILES = 20;
const LARGEST_FILE = 8 << 20; // as the engine has it; a larger one is not even read from the disk

export const refused = (code: RefusalCode): Reading =>
  ({ kind: null, is_used: false, left_out: { rows: 0, entries: 0 }, refusal: { code }, problems: [], not_kept: 0 });

export function onFiles(take: (files: File[]) => void): void {
  const dropHere = byId('drop-here');
  const some = (files: FileList | null | undefined) => take([...(files ?? [])]);
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', (event) => { if (hasFiles(event)) { event.preventDefault(); dropHere.hidden = false; } });
  document.addEventListener('dragleave', (event) => { if (event.relatedTarget === null) dropHere.hidden = true; });
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    dropHere.hidden = true;
    some(event.dataTransfer?.files);
  });
  const input = byId<HTMLInputElement>('files');
  input.addEventListener('change', () => { some(input.files); input.value = ''; });
}

// The plan comes first, so that figures are read beside it, and the map before its table.
const [PLAN, FIGURES, MAP, TABLE] = [0, 1, 2, 3];
function order(text: string | null): number {
  if (text === null || !/^\s*[{[]/.test(text)) return TABLE;
  return /"pillars"\s*:/.test(text) ? PLAN : /"series"\s*:/.test(text) ? FIGURES : MAP;
}

// Figures of a plan that was refused are not shown beside another one.
const isOfFigures = (text: string): boolean => order(text) === FIGURES || (order(text) === TABLE && text.includes('\n'));

// The text of a file, or why there is none.
interface Opened { name: string; text: string | null; early: Reading | null }
async function opened(file: File): Promise<Opened> {
  const { name } = file;
  if (file.size > LARGEST_FILE) return { name, text: null, early: refused('too_large') };
  return file.text().then((text) => ({ name, text, early: null }), () => ({ name, text: null, early: refused('unreadable') }));
}

export class Intake {
  given: Given[] = [];
  #map: string | null = null; // the map of columns that was given last

  constructor(private readonly engine: Engine) {}

  // Reads them beside what is shown, and answers with what is to be shown now; none where none of them can be used.
  async take(files: File[], shown: Documents): Promise<Documents | null> {
    const all: Opened[] = [];
    for (const file of files.slice(0, MOST_FILES)) all.push(await opened(file));
    all.sort((one, other) => order(one.text) - order(other.text));
    const more = files.length - MOST_FILES;
    if (more > 0) all.push({ name: `+ ${more}`, text: null, early: refused('too_many_files') });

    let [documents, isPlanRefused] = [shown, false];
    this.given = [];
    for (const { name, text, early } of all) {
      const one: Given = { name, text, reading: early ?? refused('no_plan') };
      this.given.push(one);
      if (text === null || (isPlanRefused && isOfFigures(text))) continue;
      one.reading = await this.engine.ask<Reading>('read', text);
      if (one.reading.is_used) documents = this.#with(text, one.reading, documents);
      else if (order(text) === PLAN) isPlanRefused = true;
    }
    return documents === shown ? null : documents;
  }

  #with(text: string, { kind }: Reading, shown: Documents): Documents {
    const withMap = this.#map === null ? [text] : [this.#map, text];
    switch (kind) {
      case 'plan': return { plan: [text], figures: [] };
      case 'promises': return { plan: withMap, figures: [] };
      case 'observations': return { ...shown, figures: [text] };
      case 'table': return { ...shown, figures: [...shown.figures, ...withMap] };
      case 'map': this.#map = text;
    }
    return shown;
  }

  // The engine was started again without them.
  stopped(): void {
    this.given = this.given.map((one) => ({ ...one, reading: { ...one.reading, is_used: false, refusal: { code: 'stopped' } } }));
  }

  get isClean(): boolean {
    return this.given.every(({ reading }) => reading.is_used && reading.problems.every(({ severity }) => severity === 'note'));
  }
}
