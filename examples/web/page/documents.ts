// Documents of one's own: what was read, and all that is wrong with it.

import type { Reading } from './answers';
import { el, type Child } from './dom';
import { locate } from './locate';
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
  const kind = reading.kind && words[`read_${reading.kind}`];
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
  const places = text === null || reading.kind === 'table' || reading.kind === 'promises' ? new Map() : locate(text, reading.problems.map(({ path }) => path));
  const row = ({ severity: level, path, words: said }: Reading['problems'][number]) => {
    const place = places.get(path);
    return el('tr', { class: level },
      el('td', { 'data-label': words.severity }, el('span', { class: `tag ${level}` }, severity[level])),
      el('th', { scope: 'row', 'data-label': words.where }, path === '' ? words.everywhere : el('code', {}, path),
        place && el('span', { class: 'of' }, ` ${words.line} ${place.line}`)),
      el('td', { 'data-label': words.what }, said),
      el('td', { 'data-label': words.found }, place ? el('code', {}, place.text.length < 160 ? place.text : `${place.text}…`) : ''));
  };
  return el('table', { class: 'problems' },
    el('thead', {}, el('tr', {}, [words.severity, words.where, words.what, words.found].map((title) => el('th', { scope: 'col' }, title)))),
    el('tbody', {}, reading.problems.map(row)));
}
