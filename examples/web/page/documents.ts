// Documents of one's own: what was read, and all that is wrong with it.

import type { Reading } from './answers';
import { el, type Child } from './dom';
import type { Words } from './words';

export interface Given { name: string; text: string | null; reading: Reading }

export function documentsView(given: Given[], words: Words, choose: () => void): Child {
  return [
    el('h1', { tabindex: -1 }, words.drop_title),
    el('div', { class: 'drop' }, el('p', {}, words.drop_intro), el('button', { type: 'button', class: 'primary', click: choose }, words.choose)),
    given.map((one) => document(one, words)),
  ];
}

function document({ name, text, reading }: Given, words: Words): HTMLElement {
  const kind = reading.kind === 'plan' ? words.read_as_plan : reading.kind === 'observations' ? words.read_as_observations : null;
  return el('section', { class: 'document' },
    el('h2', {}, name, ' ', kind && el('span', { class: 'of' }, kind), ' ',
      el('span', { class: `tag ${reading.is_used ? 'good' : 'bad'}` }, reading.is_used ? words.used : words.not_used)),
    reading.refusal && el('p', { class: 'refusal' }, refusal(reading.refusal, words)),
    !reading.refusal && reading.problems.length === 0 && el('p', {}, words.no_problems),
    reading.problems.length > 0 && problems(reading, text, words),
    reading.not_kept > 0 && el('p', {}, `${words.more_problems} ${reading.not_kept}`));
}

export function refusal(given: { code: string; words?: string }, words: Words): string {
  const said = words[given.code as keyof Words] ?? given.code;
  return given.words ? `${said} ${given.words}` : said;
}

function problems(reading: Reading, text: string | null, words: Words): HTMLElement {
  const severity = { error: words.error, warning: words.warning, note: words.note_severity };
  let tree: unknown;
  try { tree = text === null ? undefined : JSON.parse(text.replace(/^\uFEFF/, '')); } catch { tree = undefined; }
  const row = ({ severity: level, path, words: said }: Reading['problems'][number]) => {
    const found = at(tree, path);
    return el('tr', { class: level },
      el('td', { 'data-label': words.severity }, el('span', { class: `tag ${level}` }, severity[level])),
      el('th', { scope: 'row', 'data-label': words.where }, path === '' ? words.everywhere : el('code', {}, path)),
      el('td', { 'data-label': words.what }, said),
      el('td', { 'data-label': words.found }, found === undefined ? '' : el('code', {}, excerpt(found))));
  };
  return el('table', { class: 'problems' },
    el('thead', {}, el('tr', {}, [words.severity, words.where, words.what, words.found].map((title) => el('th', { scope: 'col' }, title)))),
    el('tbody', {}, reading.problems.map(row)));
}

// What stands in the document at a path such as `pillars[0].indicators[2].deadline`.
function at(tree: unknown, path: string): unknown {
  let found: unknown = tree;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return path === '' ? undefined : found;
}

function excerpt(found: unknown): string {
  const text = JSON.stringify(found);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
