// The plan under every rule.

import type { About, Report, SideBySide, StatusCells } from './answers';
import { el, type Child } from './dom';
import { badge } from './parts';
import type { Words } from './words';

export function rulesView(
  report: Report, { comparison, disagreements }: SideBySide, rules: About['rules'], words: Words, targetAddress: (code: string) => string,
): Child {
  const names = new Map(rules.map(({ code, name }) => [code, name]));
  const ruleName = (code: string) => names.get(code) ?? code;
  const statuses = new Map<string, StatusCells>(report.summary.counts.map(({ status }) => [status.value, status]));
  const rows = new Map(report.pillars.flatMap(({ targets }) => targets.map((target) => [target.code, target] as const)));
  const isJudged = (status: string) => status !== 'unknown' && status !== 'not_due';
  const targets = comparison.targets.filter(({ verdicts }) => verdicts.some(({ verdict }) => isJudged(verdict.status)));
  const row = ({ target, verdicts }: SideBySide['comparison']['targets'][number]) => {
    const differs = disagreements.includes(target);
    return el('tr', { class: differs ? 'differs' : '' },
      el('th', { scope: 'row' }, el('a', { href: targetAddress(target) }, rows.get(target)?.name ?? target), el('span', { class: 'promise' }, rows.get(target)?.promise),
        differs && el('span', { class: 'tag' }, `≠ ${words.disagree}`)),
      verdicts.map((answer) => el('td', { 'data-label': ruleName(answer.rule) }, answerBadge(answer, statuses))));
  };
  return [
    el('p', { class: 'of' }, report.header.name), el('h1', { tabindex: -1 }, words.rules), el('p', {}, words.rules_intro, ' ', words.only_judged),
    targets.length === 0 ? el('p', {}, words.no_rule) : el('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': words.rules },
      el('table', { class: 'side-by-side' },
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, report.headings['target']),
          comparison.rules.map((rule) => el('th', { scope: 'col' }, ruleName(rule), el('span', { class: 'code' }, rule))))),
        el('tbody', {}, targets.map(row)))),
  ];
}

// The published name of the class, and the status that it comes nearest to, in words that are the same for every rule.
function answerBadge(answer: { class: string; verdict: { status: string } }, statuses: Map<string, StatusCells>): Child {
  const status = statuses.get(answer.verdict.status);
  if (!status) return answer.class;
  if (answer.class === status.value || answer.class === status.words) return badge(status);
  return [badge(status, answer.class), el('span', { class: 'nearest' }, status.words)];
}
