// What several views show in the same way.

import type { AmendmentCells, Cell, CitationCells, StatusCount, FirstPromiseCells, Origin, Published, FigureSource, StatusCells, VerdictCells } from './answers';
import { el, linked, type Child } from './dom';
import type { Words } from './words';

// A status is told in words; the colour stands beside them, and a mark for those who see no colours.
export function badge(status: StatusCells, words?: string | null): HTMLElement {
  const swatch = el('span', { class: 'swatch', 'aria-hidden': 'true' });
  return el('span', { class: `badge ${status.tone}`, 'data-status': status.value }, painted(swatch, status), words || status.words);
}

// In the colour of a status; what is black on light ground is light on dark.
function painted(element: HTMLElement, status: StatusCells): HTMLElement {
  element.classList.add('painted');
  element.classList.toggle('black', status.colour === '#000000');
  element.style.setProperty('--colour', status.colour);
  return element;
}

export function verdictBadge({ status, by_rule }: Pick<VerdictCells, 'status' | 'by_rule'>): HTMLElement {
  return badge(status, by_rule?.class);
}

// A status, and why it is so.
export function explained(status: HTMLElement, { words: why }: { words: string }, words: Words): Child {
  return [status, el('span', { class: 'reason' }, words.colon, why)];
}

// A bar whose parts are as wide as their counts: the browser lays it out, the page computes nothing.
export function bar(counts: StatusCount[], words: string): HTMLElement {
  const segment = ({ status, count }: StatusCount) => {
    const part = el('span', { title: `${count} ${status.words}` });
    part.style.flexGrow = String(count);
    return painted(part, status);
  };
  return el('div', { class: 'bar', role: 'img', 'aria-label': words }, counts.filter(({ count }) => count > 0).map(segment));
}

export function legend(counts: StatusCount[]): HTMLElement {
  const entry = ({ status, count }: StatusCount) => el('li', {}, badge(status), ' ', el('b', {}, count));
  return el('ul', { class: 'legend' }, counts.filter(({ count }) => count > 0).map(entry));
}

// A number with its unit and its time, or why there is none.
export function cell(given: Cell): Child {
  const period = given.period_words && given.period_words !== given.words && el('span', { class: 'of' }, ` (${given.period_words})`);
  if (given.why !== null) return el('span', { class: 'why' }, el('span', { 'aria-hidden': 'true' }, given.text, ' '), given.why);
  return [el('span', { class: 'number' }, given.words), period];
}

export function published(given: Published, words: Words): string {
  if (typeof given === 'string') return words.unstated;
  return 'on' in given ? given.on : `${words.from_on} ${given.not_before}`;
}

// Where something was found, in a phrase.
export function origin(given: Origin): Child {
  return [given.title && linked(given.title, given.url), given.publisher && ` · ${given.publisher}`, given.locator && ` · ${given.locator}`,
    given.note && el('p', { class: 'note' }, given.note)];
}

export function source(given: FigureSource, words: Words): HTMLElement {
  return el('li', {}, el('b', {}, given.period_words),
    el('span', { class: 'of' }, ` · ${words.published}${words.colon}${published(given.published, words)} · `), origin(given));
}

export function citation(given: CitationCells): HTMLElement {
  return el('figure', { class: 'citation' },
    given.quote ? el('blockquote', {}, given.quote) : null,
    el('figcaption', {}, linked(given.document, given.url)));
}

export function amendments(given: AmendmentCells[], first: FirstPromiseCells | null, words: Words): Child {
  if (given.length === 0 && !first) return null;
  const one = (amendment: AmendmentCells) => el('li', {},
    el('time', { datetime: amendment.since }, amendment.since), ' ',
    el('ul', {}, amendment.revisions.map((revision) => el('li', {}, revision.words))),
    amendment.why && el('p', { class: 'note' }, amendment.why),
    amendment.citation && citation(amendment.citation));
  return [
    el('ol', { class: 'amendments' }, given.map(one)),
    first && el('p', { class: 'first-promise' }, el('b', {}, words.first_promise, words.colon), first.promise, ' · ',
      explained(badge(first.status), first.reason, words)),
  ];
}

export function caveats(verdict: VerdictCells, title: string): Child {
  if (verdict.caveats.length === 0) return null;
  return section(title, el('ul', {}, verdict.caveats.map((caveat) => el('li', {}, caveat.words))));
}

export function section(title: string, ...content: Child[]): HTMLElement {
  return el('section', {}, el('h2', {}, title), content);
}
