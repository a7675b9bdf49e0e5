// What is shown stands in the address, so that a link shows the same.

import type { Language } from './answers';
import { WORDS } from './words';

export type View = 'scoreboard' | 'target' | 'rules' | 'documents';
export interface State { plan: string; day: string | null; rule: string; language: Language; view: View; target: string | null }

// What an address asked for, and the page does not have.
export type Asked = 'plan' | 'rule' | 'day' | 'language' | 'view' | 'target';
export type Unmet = Map<Asked, string>;

// Those that a reader can go to from everywhere.
export const VIEWS = ['scoreboard', 'rules', 'documents'] as const;
const isLanguage = (text: string): boolean => Object.hasOwn(WORDS, text);

// Whether the calendar has such a day, from the year 1 on.
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false;
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

// What an address asks for; of what nobody could show, it says so. Which plans, rules and targets there are, the engine knows.
export function read(hash: string): { state: State; unmet: Unmet } {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const unmet: Unmet = new Map();
  const asked = (key: string, what: Asked, isThere: (text: string) => boolean): string | null => {
    const text = given.get(key);
    if (text === null || text === '' || isThere(text)) return text;
    unmet.set(what, text);
    return null;
  };
  const language = asked('lang', 'language', isLanguage) as Language | null;
  const view = asked('view', 'view', (text) => VIEWS.some((view) => view === text)) as View | null;
  const target = given.get('target') || null;
  const state = {
    plan: given.get('plan') ?? '',
    day: asked('day', 'day', isDay) || null,
    rule: given.get('rule') || 'pace',
    language: language || preferred(),
    view: target !== null ? 'target' as const : view || 'scoreboard',
    target,
  };
  return { state, unmet };
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
