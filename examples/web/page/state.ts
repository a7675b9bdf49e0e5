// What is shown stands in the address, so that a link shows the same.

import type { Language } from './answers';
import { WORDS } from './words';

export type View = 'scoreboard' | 'target' | 'rules' | 'documents';
export interface State { plan: string; day: string | null; rule: string; language: Language; view: View; target: string | null }

const isLanguage = (text: string | null): text is Language => text !== null && text in WORDS;

// Whether the calendar has such a day.
function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function preferred(): Language {
  for (const tag of navigator.languages) {
    if (/^zh(-Hant|-TW|-HK|-MO)/i.test(tag)) return 'zh-Hant';
    if (/^zh/i.test(tag)) return 'zh-Hans';
    if (/^en/i.test(tag)) return 'en';
  }
  return 'en';
}

export function read(hash: string): State {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const day = given.get('day');
  const language = given.get('lang');
  const target = given.get('target');
  const view = given.get('view');
  return {
    plan: given.get('plan') ?? '',
    day: isDay(day) ? day : null,
    rule: given.get('rule') ?? 'pace',
    language: isLanguage(language) ? language : preferred(),
    view: target !== null ? 'target' : view === 'rules' || view === 'documents' ? view : 'scoreboard',
    target,
  };
}

export function address(state: State, changes: Partial<State> = {}): string {
  const { plan, day, rule, language, view, target } = { ...state, ...changes };
  const given = new URLSearchParams({ plan });
  if (day !== null) given.set('day', day);
  given.set('rule', rule);
  given.set('lang', language);
  if (view === 'target' && target !== null) given.set('target', target);
  else if (view !== 'scoreboard') given.set('view', view);
  return `#${given}`;
}
