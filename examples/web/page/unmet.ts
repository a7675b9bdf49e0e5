// What an address asked for and is not here, and what is shown in its place.

import type { Report } from './answers';
import { el } from './dom';
import { OWN } from './plans';
import type { Asked, Unmet } from './state';
import { said, type Words } from './words';

const LONG = 60;

export function unmetTold(unmet: Unmet, { header }: Report, words: Words): string[] {
  const shown: Record<Asked, string> = {
    plan: header.name, rule: header.rule_name, day: header.as_of_words, language: words.language,
    view: words.nav.scoreboard, target: words.nav.scoreboard,
  };
  return [...unmet].map(([what, asked]) => what === 'plan' && asked === OWN
    ? said(words.lost_plan, { shown: shown.plan })
    : said(words.not_found, { what: words.asked[what], asked: asked.length > LONG ? `${asked.slice(0, LONG)}…` : asked, shown: shown[what] }));
}

export function unmetView(told: string[]): HTMLElement | null {
  return told.length === 0 ? null : el('ul', { class: 'not-found' }, told.map((one) => el('li', {}, one)));
}
