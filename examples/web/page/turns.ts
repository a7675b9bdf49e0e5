// The verdicts that are others than before the last move of the day.

import type { Report } from './answers';
import type { Words } from './words';

export interface Turn { code: string; name: string; before: string; now: string }

export function turns(old: Report | null, next: Report): Turn[] {
  const isSame = old && old.header.plan === next.header.plan && old.language === next.language && old.header.rule === next.header.rule;
  if (!isSame || old.header.as_of === next.header.as_of) return [];
  const before = new Map(old.pillars.flatMap(({ targets }) => targets.map((target) => [target.code, target.verdict.status.words] as const)));
  return next.pillars.flatMap(({ targets }) => targets).flatMap(({ code, name, verdict }) => {
    const was = before.get(code);
    return was === undefined || was === verdict.status.words ? [] : [{ code, name, before: was, now: verdict.status.words }];
  });
}

// As those hear it who do not see it.
export function turnsTold(day: string, all: Turn[], words: Words): string {
  const told = all.slice(0, 5).map(({ name, now, before }) => `${name}${words.colon}${now} (${words.before}${words.colon}${before})`);
  return `${words.day} ${day}${words.colon}${told.join('; ')}${all.length > told.length ? `; ${words.and_more}` : ''}`;
}
