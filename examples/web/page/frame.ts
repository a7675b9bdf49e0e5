// What stands around the content: the page's own words, the ways to its views, and the choices.

import type { About, Language } from './answers';
import { byId, el } from './dom';
import type { Plans } from './plans';
import { address, VIEWS, type State } from './state';
import { WORDS, type Words } from './words';

// Those of the words that are one sentence each.
type Sentence = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];

export function frame(state: State, plans: Plans, rules: About['rules']): void {
  const words = WORDS[state.language];
  for (const one of document.querySelectorAll<HTMLElement>('[data-words]')) one.textContent = words[one.dataset.words as Sentence];
  for (const one of document.querySelectorAll<HTMLElement>('[data-label]')) {
    if (one.closest('main') === null) one.setAttribute('aria-label', words[one.dataset.label as Sentence]);
  }
  nav(state, words);
  options('plan', plans.choices(state.language, words), state.plan);
  options('rule', rules.map(({ code, name }) => [code, `${name} · ${code}`]), state.rule);
  options('language', Object.entries(WORDS).map(([code, { language }]) => [code, language]), state.language);
}

function nav(state: State, words: Words): void {
  const current = state.view === 'target' ? 'scoreboard' : state.view;
  const link = (view: (typeof VIEWS)[number]) =>
    el('a', { href: address(state, { view, target: null }), 'aria-current': view === current ? 'page' : null }, words.nav[view]);
  // What has the focus keeps it.
  const place = byId('views');
  const focused = [...place.children].indexOf(document.activeElement as Element);
  place.replaceChildren(...VIEWS.map(link));
  (place.children[focused] as HTMLElement | undefined)?.focus();
}

function options(id: string, all: [string, string][], chosen: string): void {
  const select = byId<HTMLSelectElement>(id);
  const old = [...select.options].map((option) => `${option.value} ${option.text}`).join('\n');
  if (old !== all.map(([value, text]) => `${value} ${text}`).join('\n')) {
    select.replaceChildren(...all.map(([value, text]) => el('option', { value, lang: id === 'language' ? value : null }, text)));
  }
  select.value = chosen;
}

// What is chosen leads on; another plan has other days and other promises.
export function onChoice(choose: (changes: Partial<State>) => void): void {
  byId('choices').addEventListener('submit', (event) => event.preventDefault());
  const on = (id: string, changes: (value: string) => Partial<State>) =>
    byId<HTMLSelectElement>(id).addEventListener('change', ({ target }) => choose(changes((target as HTMLSelectElement).value)));
  on('plan', (plan) => ({ plan, day: null, target: null }));
  on('rule', (rule) => ({ rule }));
  on('language', (language) => ({ language: language as Language }));
}
