// The day as of which all is shown: a slider over the days on which something changed, and what changed on one.

import type { Change, Event, Report } from './answers';
import { byId, el, type Child } from './dom';
import type { Words } from './words';

const slider = byId<HTMLInputElement>('slider');
const picker = byId<HTMLInputElement>('date');

export class Day {
  #events: Event[] = [];
  #day = '';
  #movedAt: number | null = null; // when the slider was moved last

  constructor(private readonly choose: (day: string) => void) {
    slider.addEventListener('input', () => { this.#movedAt = performance.now(); this.#moveTo(Number(slider.value)); });
    byId('earlier').addEventListener('click', () => this.#moveTo(this.#events.findLastIndex(({ day }) => day < this.#day)));
    byId('later').addEventListener('click', () => this.#moveTo(this.#events.findIndex(({ day }) => day > this.#day)));
    picker.addEventListener('change', () => { if (picker.value) choose(picker.value); });
  }

  #moveTo(index: number): void {
    const event = this.#events[index];
    if (event) this.choose(event.day);
  }

  show({ as_of: day, as_of_words: told }: Report['header'], events: Event[], words: Words): void {
    [this.#day, this.#events] = [day, events];
    const at = events.findLastIndex((event) => event.day <= day);
    slider.max = String(Math.max(events.length - 1, 0));
    slider.value = String(Math.max(at, 0));
    slider.setAttribute('aria-valuetext', told);
    picker.value = day;
    byId('as-of').textContent = told;
    byId<HTMLButtonElement>('earlier').disabled = at <= 0 && events[0]?.day === day;
    byId<HTMLButtonElement>('later').disabled = at >= events.length - 1;
    const isOpen = byId('changed').querySelector('details')?.open ?? false;
    byId('changed').replaceChildren(changed(events[at]?.day === day ? events[at].changes : [], isOpen, words));
  }

  // For tests: how long a move of the slider took.
  measure(): void {
    if (this.#movedAt !== null) performance.measure('moved', { start: this.#movedAt, end: performance.now() });
    this.#movedAt = null;
  }
}

function nameOf(change: Change, words: Words): string {
  if (change.kind === 'plan') return '';
  return change.kind === 'figure' ? `${change.name} (${change.period}${change.is_not_before ? `, ${words.not_before}` : ''})` : change.name;
}

// What changed on the day: one change is told, of several their kinds, and each where they are unfolded.
function changed(changes: Change[], isOpen: boolean, words: Words): HTMLElement | string {
  if (changes.length === 0) return words.nothing_changed;
  const kinds = new Map<string, string[]>();
  for (const change of changes) {
    const title = words.change[change.kind];
    kinds.set(title, [...(kinds.get(title) ?? []), nameOf(change, words)]);
  }
  const one = (title: string, name: string) => (name === '' ? title : `${title}${words.colon}${name}`);
  const told = [...kinds].map(([title, all]) => (all.length > 1 ? `${title} (${all.length})` : one(title, all[0]))).join(' · ');
  const head: Child = [el('b', {}, words.changed_on), ' ', told];
  if (changes.length === 1) return el('p', {}, head);
  const rows = [...kinds].flatMap(([title, all]) => all.map((name) => el('li', {}, one(title, name))));
  return el('details', { open: isOpen }, el('summary', {}, head), el('ul', {}, rows));
}
