// The plan on one page: the headline, what needs attention, and each part.

import type { Cell, Heading, DeliverableRow, PillarReport, Report, TargetRow } from './answers';
import { el, type Child } from './dom';
import { amendments, badge, bar, cell, citation, explained, legend, origin, verdictBadge } from './parts';
import { said, type Words } from './words';

export interface Shown {
  report: Report;
  words: Words;
  // The statuses before the last move of the day, where they were others.
  before: Map<string, string>;
  targetAddress: (code: string) => string;
}

export function scoreboard(shown: Shown): Child {
  const { report, words } = shown;
  return [head(report, words), standing(report, words), attention(shown), report.pillars.map((pillar) => part(pillar, shown))];
}

function head({ header, headings }: Report, words: Words): HTMLElement {
  const item = (heading: Heading, value: string | null) => value && el('div', {}, el('dt', {}, headings[heading]), el('dd', {}, value));
  return el('header', { class: 'plan-head' },
    el('h1', { tabindex: -1 }, header.name),
    el('dl', { class: 'meta' }, item('region', header.region), item('period', header.period_words),
      item('issuers', header.issuers.join(' · ')), item('published', header.published_words), item('rule', header.rule_name)),
    (header.note || header.citation) && el('details', { 'data-keep': 'note' }, el('summary', {}, words.note),
      header.note && el('p', { class: 'note' }, header.note), header.citation && citation(header.citation)));
}

function standing({ summary, headings, headline }: Report, words: Words): HTMLElement {
  const number = (heading: Heading, given: Child) => el('div', {}, el('dt', {}, headings[heading]), el('dd', {}, given));
  return el('section', { class: 'standing', 'aria-labelledby': 'standing' },
    el('h2', { id: 'standing' }, words.standing),
    headline && el('p', { class: 'headline' }, headline),
    bar(summary.counts, summary.words), legend(summary.counts),
    el('dl', { class: 'numbers' }, number('coverage_by_count', cell(summary.coverage_by_count)), number('coverage_by_weight', cell(summary.coverage_by_weight)),
      number('score', cell(summary.score)), summary.whole && number('whole', summary.whole.words)),
    summary.binding_total > 0 && el('p', {}, el('b', { class: 'first-letter' }, headings['binding']), ' ', summary.binding_words));
}

function attention({ report, words, targetAddress, before }: Shown): HTMLElement {
  const one = (row: Report['attention'][number]) => el('li', {},
    el('div', { class: 'attention-head' }, verdictBadge(row), was(row.code, before, words), el('span', { class: 'of' }, row.pillar_name)),
    el('a', { href: targetAddress(row.code), class: 'name' }, row.name),
    el('p', {}, row.sentence));
  const oneToBeDone = (row: Report['attention'][number]) => el('li', {},
    el('div', { class: 'attention-head' }, verdictBadge(row), el('span', { class: 'of' }, row.pillar_name)),
    el('p', {}, row.sentence));
  const all = [...report.attention.map(one), ...report.deliverable_attention.map(oneToBeDone)];
  return el('section', { class: 'attention', 'aria-labelledby': 'attention' },
    el('h2', { id: 'attention' }, report.headings['attention']),
    all.length > 0 ? el('ol', {}, all) : el('p', {}, words.no_attention));
}

function was(code: string, before: Map<string, string>, words: Words): Child {
  const status = before.get(code);
  return status !== undefined && el('span', { class: 'was' }, `${words.before}${words.colon}${status}`);
}

function part(pillar: PillarReport, shown: Shown): HTMLElement {
  const { report: { headings }, words } = shown;
  const isJudged = (target: TargetRow) => target.verdict.status.value !== 'unknown';
  const judged = pillar.targets.filter(isJudged);
  const others = pillar.targets.filter((target) => !isJudged(target));
  // As in the summary, only principal targets count; those that belong to one are told beside them.
  const beneath = others.filter(({ principal, part_of }) => principal !== null || part_of !== null).length;
  const id = `pillar-${pillar.code}`;
  return el('section', { class: 'pillar', 'aria-labelledby': id },
    el('h2', { id }, pillar.name),
    pillar.note && el('p', { class: 'note' }, pillar.note),
    pillar.targets.length > 0
      ? el('div', { class: 'pillar-summary' }, bar(pillar.summary.counts, pillar.summary.words), el('p', {}, pillar.summary.words))
      : el('p', {}, words.no_target),
    judged.length > 0 && table(judged, shown),
    others.length > 0 && el('details', { 'data-keep': `others-${pillar.code}` },
      el('summary', { class: 'first-letter' }, others[0].verdict.status.words, ' ', el('span', { class: 'count' }, others.length - beneath),
        beneath > 0 && el('span', { class: 'of' }, ` ${said(words.beneath, { beneath })}`)),
      table(others, shown)),
    pillar.deliverables.length > 0 && el('details', { 'data-keep': `deliverables-${pillar.code}` },
      el('summary', { class: 'first-letter' }, headings['deliverables'], ' ', el('span', { class: 'count' }, pillar.deliverables.length),
        el('span', { class: 'of' }, ` ${pillar.deliverable_words}`)),
      el('ul', { class: 'deliverables' }, pillar.deliverables.map((one) => deliverable(one, shown)))));
}

function table(targets: TargetRow[], { report: { headings }, words, targetAddress, before }: Shown): HTMLElement {
  const columns = ['target', 'observed', 'expected', 'status'] as const;
  const head = el('tr', {}, columns.map((column) => el('th', { scope: 'col' }, headings[column])));
  const label = (column: (typeof columns)[number]) => ({ 'data-label': headings[column] });
  const row = (target: TargetRow) => {
    const { facts, verdict } = target;
    // Why a number is missing stands on the page of the promise; here the reason of the verdict says it once.
    const value = (column: 'observed' | 'expected', given: Cell) => given.why === null
      ? el('td', label(column), cell(given))
      : el('td', { ...label(column), class: 'none', title: given.why }, given.text);
    return el('tr', { class: target.principal ? 'beneath' : '', 'data-target': target.code },
      el('th', { scope: 'row' },
        el('a', { href: targetAddress(target.code), class: 'name' }, target.name),
        el('span', { class: 'promise' }, target.promise, target.nature && ` · ${target.nature.words}`, target.relation && ` · ${target.relation.words}`),
        target.first_promise && el('span', { class: 'tag' }, words.change.amendment), target.parts && el('span', { class: 'tag' }, words.by_part)),
      value('observed', facts.observed), value('expected', facts.expected),
      el('td', label('status'), verdictBadge(verdict), was(target.code, before, words), el('span', { class: 'reason' }, verdict.reason.words)));
  };
  return el('table', { class: 'targets' }, el('thead', {}, head), el('tbody', {}, targets.map(row)));
}

function deliverable(given: DeliverableRow, { report: { headings }, words }: Shown): HTMLElement {
  const share = given.share_done;
  return el('li', {},
    el('div', {}, el('span', { class: 'name' }, given.name), el('span', { class: 'of' }, ` · ${given.deadline_words}`)),
    el('div', {}, explained(badge(given.status), given.reason, words),
      given.state && el('span', { class: 'of' }, ` · ${headings['state']}: ${given.state.words}`), share && el('span', {}, ' ', cell(share))),
    given.caveats.length > 0 && el('p', { class: 'note' }, given.caveats.map((caveat) => caveat.words).join(' · ')),
    amendments(given.amendments, given.first_promise, words),
    given.note && el('p', { class: 'note' }, given.note),
    given.source && el('div', { class: 'note' }, given.reported_on && `${given.reported_on} · `, origin(given.source)));
}
