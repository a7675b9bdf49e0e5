// Documents of one's own: what was read, and all that is wrong with it.

import type { Reading, Refusal } from './answers';
import { el, type Child } from './dom';
import { locate } from './locate';
import { said, type Words } from './words';

export interface Given { name: string; text: string | null; reading: Reading }

export function documentsView(given: Given[], words: Words, choose: () => void): Child {
  return [
    el('h1', { tabindex: -1 }, words.drop_title),
    el('div', { class: 'drop' }, el('p', {}, words.drop_intro), el('button', { type: 'button', class: 'primary', click: choose }, words.choose)),
    given.map((one) => document(one, words)),
  ];
}

function document({ name, text, reading }: Given, words: Words): HTMLElement {
  const kind = reading.kind && words.read[reading.kind];
  const level = !reading.is_used ? 'bad' : isWhole(reading) ? 'good' : 'warning';
  return el('section', { class: 'document' },
    el('h2', {}, name, ' ', kind && el('span', { class: 'of' }, kind), ' ',
      el('span', { class: `tag ${level}` }, use(reading, words))),
    reading.refusal && el('p', { class: 'refusal' }, refusal(reading.refusal, words)),
    !reading.refusal && reading.problems.length === 0 && el('p', {}, words.no_problems),
    reading.problems.length > 0 && problems(reading, text, words),
    reading.not_kept > 0 && el('p', {}, `${words.more_problems} ${reading.not_kept}`));
}

const isWhole = ({ left_out: { rows, entries } }: Reading): boolean => rows + entries === 0;

// What became of a document: in use, in use but for what is wrong with it, or not used.
export function use(reading: Reading, words: Words): string {
  if (!reading.is_used) return words.not_used;
  const { rows, entries } = reading.left_out;
  // Not all problems are told.
  const most = (count: number) => `${reading.not_kept > 0 ? '≥ ' : ''}${count}`;
  return [words.used, rows > 0 && said(words.rows_left_out, { rows: most(rows) }), entries > 0 && said(words.entries_left_out, { entries: most(entries) })]
    .filter(Boolean).join(words.comma);
}

export function refusal(given: Refusal, words: Words): string {
  const why = words.refusals[given.code];
  return given.words ? `${why}${words.colon}${given.words}` : why;
}

function problems(reading: Reading, text: string | null, words: Words): HTMLElement {
  const places = text === null || reading.kind === 'table' || reading.kind === 'promises' ? new Map() : locate(text, reading.problems.map(({ path }) => path));
  const row = ({ severity: level, path, words: wrong }: Reading['problems'][number]) => {
    const place = places.get(path);
    return el('tr', { class: level },
      el('td', { 'data-label': words.severity }, el('span', { class: `tag ${level}` }, words.severities[level])),
      el('th', { scope: 'row', 'data-label': words.where }, path === '' ? words.everywhere : el('code', {}, path),
        place && el('span', { class: 'of' }, ` ${said(words.line, { line: place.line })}`)),
      el('td', { 'data-label': words.what }, wrong),
      el('td', { 'data-label': words.found }, place ? el('code', {}, place.text.length < 160 ? place.text : `${place.text}…`) : ''));
  };
  return el('table', { class: 'problems' },
    el('thead', {}, el('tr', {}, [words.severity, words.where, words.what, words.found].map((title) => el('th', { scope: 'col' }, title)))),
    el('tbody', {}, reading.problems.map(row)));
}
