// One promise with all that is known of it.

import type { Charts, FactCells, Graphic, Judged, PartRow, PillarReport, Report, TargetRow } from './answers';
import { el, type Child } from './dom';
import { amendments, badge, caveats, cell, citation, explained, section, source, verdictBadge } from './parts';
import type { Words } from './words';

export function findTarget({ pillars }: Report, code: string): { pillar: PillarReport; target: TargetRow } | undefined {
  const all = pillars.flatMap((pillar) => pillar.targets.map((target) => ({ pillar, target })));
  return all.find(({ target }) => target.code === code);
}

export function targetView(report: Report, code: string, charts: Charts | null, words: Words, back: string): Child {
  const found = findTarget(report, code);
  if (!found) return null;
  const { pillar, target } = found;
  const { headings } = report;
  const item = (title: string, value: Child) => value && el('div', {}, el('dt', {}, title), el('dd', {}, value));
  return [
    backLink(back, words),
    el('header', { class: 'target-head' },
      el('p', { class: 'of' }, report.header.name, ' · ', pillar.name),
      el('h1', { tabindex: -1 }, target.name),
      el('p', { class: 'promise' }, target.promise, target.breakdown && ` · ${target.breakdown.words}`),
      el('p', { class: 'verdict' }, explained(verdictBadge(target.verdict), target.verdict.reason, words),
        target.verdict.last_status && [' · ', words.before, words.colon, badge(target.verdict.last_status)]),
      el('p', { class: 'headline' }, target.sentence)),
    charts && figure('target', charts.target, words),
    target.parts && parts(target.parts, charts?.parts ?? null, report, words),
    factsOf(target, report, words),
    section(words.promise,
      target.citation && citation(target.citation),
      el('dl', { class: 'facts' }, item(headings['nature'], target.nature?.words), item(headings['responsible'], target.responsible),
        item(words.weight, target.weight.text)),
      target.relation && el('p', {}, target.relation.words), target.note && el('p', { class: 'note' }, target.note)),
    target.amendments.length > 0 && section(words.changes, amendments(target.amendments, target.first_promise, words)),
    target.sources.length > 0 && section(headings['sources'], el('ul', { class: 'sources' }, target.sources.map((one) => source(one, words)))),
    caveats(target.verdict, headings['caveats']),
    target.proxies.length > 0 && section(headings['proxies'], el('ul', {}, target.proxies.map((proxy) => el('li', {}, proxy.words,
      proxy.source && el('ul', { class: 'sources' }, source(proxy.source, words)))))),
  ];
}

function backLink(address: string, words: Words): HTMLElement {
  return el('p', { class: 'back' }, el('a', { href: address }, `← ${words.back}`));
}

// A chart, what it shows in words, and the table behind it. It is drawn when it stands on the page.
function figure(key: string, { description, table }: Graphic, words: Words): HTMLElement {
  const row = (cells: string[]) => el('tr', {}, cells.map((text, column) => (column === 0 ? el('th', { scope: 'row' }, text) : el('td', {}, text))));
  return el('figure', { class: 'chart' },
    el('div', { class: 'canvas', role: 'img', 'aria-label': description, 'data-chart': key }),
    el('div', { class: 'on-paper', role: 'img', 'aria-label': description, 'data-paper': key }),
    el('details', { 'data-keep': `table-${key}` }, el('summary', {}, words.table_behind),
      el('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': table.caption }, el('table', { class: 'data' },
        el('caption', {}, table.caption),
        el('thead', {}, el('tr', {}, table.headings.map((title) => el('th', { scope: 'col' }, title)))), el('tbody', {}, table.rows.map(row))))));
}

function parts(all: NonNullable<TargetRow['parts']>, chart: Graphic | null, report: Report, words: Words): HTMLElement {
  const one = (part: PartRow) => el('li', {},
    el('h3', {}, part.name), el('p', {}, explained(verdictBadge(part.verdict), part.verdict.reason, words)),
    el('p', { class: 'note' }, part.sentence),
    el('details', { 'data-keep': `part-${part.breakdown}` }, el('summary', {}, words.facts), factList(part, report, words)));
  return section(words.by_part, el('p', {}, all.words), all.widest_gap && el('p', {}, all.widest_gap.words),
    chart && figure('parts', chart, words), el('ul', { class: 'multiples' }, all.rows.map(one)));
}

// The facts in the order in which they are read, by the titles of the report.
const FACTS: (keyof Omit<FactCells, 'completion_heading' | 'movement' | 'cuts'>)[] = ['baseline', 'goal', 'observed', 'uncertainty', 'newer_bound', 'expected', 'expected_to_decide', 'gap', 'remaining', 'share_of_way',
  'share_expected', 'share_of_time', 'pace', 'completion', 'observed_to_expected', 'growth_so_far', 'growth_required', 'growth_required_from_now',
  'change_so_far', 'change_required', 'change_required_from_now', 'times_faster', 'projection', 'arrival', 'breach', 'next_milestone',
  'growth_required_to_milestone', 'change_required_to_milestone', 'age'];

function factsOf(given: Judged, report: Report, words: Words): HTMLElement {
  return section(words.facts, factList(given, report, words));
}

function factList(given: Judged, { headings }: Report, words: Words): Child {
  const { cuts, completion_heading: completion } = given.facts;
  const fact = (key: (typeof FACTS)[number]) => {
    const value = given.facts[key];
    if (!value) return null;
    const title = key === 'completion' ? completion.words : headings[key];
    return el('div', { class: value.why === null ? '' : 'none' }, el('dt', {}, title), el('dd', {}, cell(value)));
  };
  const all = FACTS.map(fact).filter((row) => row !== null);
  const isKnown = (row: HTMLElement) => row.className === '';
  const missing = all.filter((row) => !isKnown(row));
  return [
    el('dl', { class: 'facts' }, all.filter(isKnown)),
    given.record && el('p', {}, el('b', { class: 'first-letter' }, headings['record']), ' ', given.record.words),
    cuts.length > 0 && el('p', { class: 'cuts' }, el('b', { class: 'first-letter' }, headings['cuts']), ' ',
      cuts.map((cut) => [badge(cut.status), ' ', cell(cut.value), ' '])),
    missing.length > 0 && el('details', { 'data-keep': 'missing' }, el('summary', { class: 'first-letter' }, `${words.missing} `, el('span', { class: 'count' }, missing.length)),
      el('dl', { class: 'facts' }, missing)),
  ];
}
