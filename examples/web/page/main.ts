// The page: what is asked of the engine, and when what is shown anew.

import texts from 'shipped';
import type { About, Change, Charts, Language, Reading, Report, SideBySide } from './answers';
import { documentsView, refusal, use, type Given } from './documents';
import { byId, el, type Child } from './dom';
import { drawAll, drawForPaper } from './drawing';
import { Engine, EngineStopped } from './engine';
import { scoreboard } from './scoreboard';
import { rulesView } from './side_by_side';
import { address, read, type Asked, type State, type View } from './state';
import { findTarget, targetView } from './target';
import { said, WORDS, type Words } from './words';

// The texts that are read, in their order: a table stands behind its map.
interface Documents { plan: string[]; figures: string[] }

const MOST_FILES = 20;
const LARGEST_FILE = 8 << 20; // as the engine has it; a larger one is not even read from the disk
const OWN = 'own';
const REST = 250; // milliseconds without a move
const shipped: Record<string, Documents> = Object.fromEntries(
  Object.entries(texts).map(([code, { plan, figures }]) => [code, { plan: [plan], figures: [figures] }]),
);
const names = new Map(Object.entries(texts).map(([code, { plan }]) => [code, JSON.parse(plan).name as string | Record<string, string>]));

const engine = new Engine(byId('engine').textContent ?? '');
const main = byId('main');
const slider = byId<HTMLInputElement>('slider');
const datePicker = byId<HTMLInputElement>('date');

// What is shown, and what the address asked for that is not here.
let { state, unmet } = read(location.hash);
let own: Documents | null = null;
let given: Given[] = [];
let loaded = ''; // the plan that the engine holds
let about: About | null = null;
let aboutIn = '';
let report: Report | null = null;
let shownView = ''; // which view of what is on the page
let movedAt: number | null = null; // when the slider was moved last
let map: string | null = null; // the map of columns that was given last
let newest = 0; // the newest question; answers to older ones are not shown

const isDark = matchMedia('(prefers-color-scheme: dark)');
const words = (): Words => WORDS[state.language];

// --- from the address to the page

async function show(): Promise<void> {
  const mine = (newest += 1);
  try {
    await load();
    const day = state.day ?? about?.opens_on ?? about?.events.at(-1)?.day ?? '2026-01-01';
    if (about && !about.rules.some(({ code }) => code === state.rule)) replace('rule', state.rule, { rule: 'pace' });
    const [next, compared, charts] = await Promise.all([
      engine.ask<Report>('report', day, state.rule, state.language),
      state.view === 'rules' ? engine.ask<SideBySide>('comparison', day) : null,
      state.view === 'target' ? chartsOn(day, isDark.matches ? 'dark' : 'light') : null,
    ]);
    if (mine !== newest) return;
    engine.keep(textsOf(documents()));
    if (state.target !== null && !findTarget(next, state.target)) replace('target', state.target, { view: 'scoreboard', target: null });
    render(next, compared, charts);
    // Charts follow, unless the slider is moved on already.
    if (charts) await drawAll(main, charts, () => mine === newest);
    if (mine !== newest) return;
    performance.mark('shown');
    if (charts) setTimeout(() => void drawOnPaper(day, isDark.matches ? null : charts, () => mine === newest), REST);
  } catch (error) {
    if (mine !== newest) return;
    // Only what somebody brought can be left out.
    if (error instanceof EngineStopped && own) return recover();
    console.error(error);
    main.replaceChildren(el('p', { class: 'refusal' }, words().failed, ': ', error instanceof Error ? error.message : ''));
    performance.mark('shown');
  }
}

const chartsOn = (day: string, theme: 'light' | 'dark'): Promise<Charts | null> =>
  engine.ask('charts', day, state.rule, state.language, state.target ?? '', theme);

// What is printed is drawn when the reader rests; nothing is lost where that fails.
async function drawOnPaper(day: string, light: Charts | null, isWanted: () => boolean): Promise<void> {
  if (!isWanted()) return;
  const charts = light ?? await chartsOn(day, 'light').catch(() => null);
  if (charts) await drawForPaper(main, charts, isWanted);
}

function documents(): Documents {
  if (state.plan === OWN && own) return own;
  return shipped[Object.hasOwn(shipped, state.plan) ? state.plan : Object.keys(shipped)[0]];
}

const textsOf = ({ plan, figures }: Documents): string[] => [...plan, ...figures];

// One load after the other, so that no question comes between a plan and its figures.
let loading: Promise<void> = Promise.resolve();
const load = (): Promise<void> => (loading = loading.catch(() => undefined).then(loadNow));

async function loadNow(): Promise<void> {
  if (!(state.plan === OWN && own) && !Object.hasOwn(shipped, state.plan)) {
    const { plan, target } = state;
    replace('plan', plan, { plan: Object.keys(shipped)[0] });
    // A promise of another plan is not looked for in this one.
    if (plan !== '' && target !== null) replace('target', target, { view: 'scoreboard', target: null });
  }
  if (loaded !== state.plan) {
    loaded = state.plan;
    for (const text of textsOf(documents())) await engine.ask('read', text);
    aboutIn = '';
  }
  if (aboutIn !== state.language) {
    aboutIn = state.language;
    about = await engine.ask<About>('about', state.language);
  }
}

// Shows something else than what the address asked for, which is then told.
function replace(what: Asked, asked: string, by: Partial<State>): void {
  if (asked !== '') unmet.set(what, asked);
  state = { ...state, ...by };
}

// What was given last is not used: the engine was started again without it.
function recover(): void {
  say(words().stopped);
  own = null;
  loaded = aboutIn = '';
  given = given.map((one) => ({ ...one, reading: { ...one.reading, is_used: false, refusal: { code: 'stopped' } } }));
  go({ plan: '', day: null, view: 'documents', target: null });
}

function go(changes: Partial<State>, how: 'push' | 'replace' = 'push'): void {
  const next = address(state, changes);
  if (how === 'push') leave(next);
  else history.replaceState(history.state, '', next);
  state = { ...state, ...changes };
  unmet.clear();
  void show();
}

function follow(): void {
  ({ state, unmet } = read(location.hash));
  void show();
}

// Where the reader was on each page of this visit: on what the focus was, and how far down. A step back or forward leads there again.
interface Place { focus: Focus | null; top: number }
const places = new Map<number, Place>();
let entry = 0; // the page of the visit that is shown
let last = 0; // the newest of them
let returnTo: Place | null = null;

history.scrollRestoration = 'manual';
history.replaceState(entry, '');

// How what has the focus within the content is found again: the same link may stand there twice.
interface Focus { selector: string; place: number }

function focused(): Focus | null {
  const one = document.activeElement as HTMLElement | null;
  if (one === null || !main.contains(one)) return null;
  const link = one.getAttribute('href');
  const folded = one.tagName === 'SUMMARY' ? one.closest<HTMLElement>('[data-keep]')?.dataset.keep : undefined;
  const selector = link ? `a[href="${CSS.escape(link)}"]` : folded ? `[data-keep="${CSS.escape(folded)}"] > summary` : null;
  return selector === null ? null : { selector, place: [...main.querySelectorAll<HTMLElement>(selector)].indexOf(one) };
}

function remember(): void {
  places.set(entry, { focus: focused(), top: window.scrollY });
}

function leave(address: string): void {
  remember();
  entry = last += 1;
  history.pushState(entry, '', address);
}

window.addEventListener('popstate', ({ state: to }) => {
  remember();
  entry = typeof to === 'number' ? to : last += 1;
  returnTo = places.get(entry) ?? null;
  follow();
});

// --- the page

function render(next: Report, compared: SideBySide | null, charts: Charts | null): void {
  const day = next.header.as_of;
  const changes = changesSince(report, next);
  report = next;
  document.documentElement.lang = state.language;
  document.title = [titleOfView(next), next.header.name, next.header.as_of_words].filter(Boolean).join(' · ');
  fill();
  renderDay(day);

  const opened = new Set([...main.querySelectorAll<HTMLDetailsElement>('details[open][data-keep]')].map((one) => one.dataset.keep));
  const drawn = new Map([...main.querySelectorAll<HTMLElement>('[data-chart]')].map((one) => [one.dataset.chart, [...one.childNodes]]));
  const targetAddress = (code: string) => address(state, { day, view: 'target', target: code });
  const before = new Map(changes.map(({ code, before }) => [code, before]));
  const had = focused();
  const view = content(next, compared, charts, targetAddress, before);
  main.replaceChildren(el('div', { class: `view ${state.view}` }, notFound(next), view));
  for (const one of main.querySelectorAll<HTMLDetailsElement>('details[data-keep]')) one.open = opened.has(one.dataset.keep);

  const key = [state.plan, state.view, state.target].join(' ');
  const isSame = shownView === key;
  const isMoved = shownView !== '' && !isSame;
  const wanted = isMoved ? returnTo?.focus : had;
  const place = wanted ? main.querySelectorAll<HTMLElement>(wanted.selector)[wanted.place] : null;
  (place ?? (isMoved ? main.querySelector<HTMLElement>('h1') : null))?.focus({ preventScroll: true });
  if (isMoved) window.scrollTo(0, returnTo?.top ?? 0);
  returnTo = null;
  shownView = key;
  if (changes.length > 0) announce(day, changes);
  // The chart before stands until the next one is drawn.
  for (const one of main.querySelectorAll<HTMLElement>('[data-chart]')) one.append(...(isSame ? drawn.get(one.dataset.chart) ?? [] : []));
  if (movedAt !== null) performance.measure('moved', { start: movedAt, end: performance.now() });
  movedAt = null;
}

function titleOfView(next: Report): string {
  const { rules, documents } = words();
  const titles: Record<View, string> = { scoreboard: '', rules, documents, target: findTarget(next, state.target ?? '')?.target.name ?? '' };
  return titles[state.view];
}

// What the address asked for and is not here, and what is shown in its place.
function notFound(next: Report): HTMLElement | null {
  const own = words();
  const shown: Record<Asked, string> = {
    plan: next.header.name, rule: next.header.rule_name, day: next.header.as_of_words, language: own.language,
    view: own.nav_scoreboard, target: own.nav_scoreboard,
  };
  const told = [...unmet].map(([what, asked]) => what === 'plan' && asked === OWN
    ? said(own.lost_plan, { shown: shown.plan })
    : said(own.not_found, { what: own[`asked_${what}`], asked: asked.length > 60 ? `${asked.slice(0, 60)}…` : asked, shown: shown[what] }));
  if (told.length === 0) return null;
  say(told.join(' '));
  return el('ul', { class: 'not-found' }, told.map((one) => el('li', {}, one)));
}

function content(
  next: Report, compared: SideBySide | null, charts: Charts | null, targetAddress: (code: string) => string, before: Map<string, string>,
): Child {
  const back = address(state, { view: 'scoreboard', target: null });
  switch (state.view) {
    case 'target': return targetView(next, state.target ?? '', charts, words(), back);
    case 'rules': return compared && about && rulesView(next, compared, about.rules, words(), targetAddress);
    case 'documents': return documentsView(given, words(), () => byId('files').click());
    default: return scoreboard({ report: next, words: words(), before, targetAddress });
  }
}

// The words around the plan, in the language of the page.
function fill(): void {
  const own = words();
  for (const one of document.querySelectorAll<HTMLElement>('[data-words]')) one.textContent = own[one.dataset.words as keyof Words];
  for (const one of document.querySelectorAll<HTMLElement>('[data-label]')) {
    if (one.closest('main') === null) one.setAttribute('aria-label', own[one.dataset.label as keyof Words]);
  }
  const views: View[] = ['scoreboard', 'rules', 'documents'];
  const isCurrent = (view: View) => view === state.view || (view === 'scoreboard' && state.view === 'target');
  const link = (view: View) => el('a', { href: address(state, { view, target: null }), 'aria-current': isCurrent(view) ? 'page' : null }, own[`nav_${view}` as keyof Words]);
  // What has the focus keeps it.
  const nav = byId('views');
  const focused = [...nav.children].indexOf(document.activeElement as Element);
  nav.replaceChildren(...views.map(link));
  (nav.children[focused] as HTMLElement | undefined)?.focus();

  const planName = (name: string | Record<string, string>) => (typeof name === 'string' ? name : (name[state.language] ?? Object.values(name)[0]));
  options('plan', [...names].map(([code, name]) => [code, planName(name)] as const).concat(ownPlan() ? [[OWN, own.own]] : []), state.plan);
  options('rule', (about?.rules ?? []).map(({ code, name }) => [code, `${name} · ${code}`] as const), state.rule);
  options('language', Object.entries(WORDS).map(([code, { language }]) => [code, language] as const), state.language);
}

const ownPlan = (): Documents | null => own;

function options(id: string, all: (readonly [string, string])[], chosen: string): void {
  const select = byId<HTMLSelectElement>(id);
  const old = [...select.options].map((option) => `${option.value} ${option.text}`).join('\n');
  if (old !== all.map(([value, text]) => `${value} ${text}`).join('\n')) {
    select.replaceChildren(...all.map(([value, text]) => el('option', { value, lang: id === 'language' ? value : null }, text)));
  }
  select.value = chosen;
}

// --- the day

function renderDay(day: string): void {
  const events = about?.events ?? [];
  const at = events.findLastIndex((event) => event.day <= day);
  slider.max = String(Math.max(events.length - 1, 0));
  slider.value = String(Math.max(at, 0));
  slider.setAttribute('aria-valuetext', report?.header.as_of_words ?? day);
  datePicker.value = day;
  byId('as-of').textContent = report?.header.as_of_words ?? day;
  byId<HTMLButtonElement>('earlier').disabled = at <= 0 && events[0]?.day === day;
  byId<HTMLButtonElement>('later').disabled = at >= events.length - 1;
  byId('changed').replaceChildren(...changed(events[at]?.day === day ? events[at].changes : []));
}

// What changed on the day: one change is told, of several their kinds, and each where they are unfolded.
function changed(changes: Change[]): (HTMLElement | string)[] {
  const own = words();
  const kinds = new Map<string, string[]>();
  for (const change of changes) {
    const title = own[`change_${change.kind}`];
    const name = change.kind === 'plan' ? '' : change.kind === 'figure' ? `${change.name} (${change.period}${change.is_not_before ? `, ${own.not_before}` : ''})` : change.name;
    kinds.set(title, [...(kinds.get(title) ?? []), name]);
  }
  if (changes.length === 0) return [own.nothing_changed];
  const told = [...kinds].map(([title, all]) => (all.length > 1 ? `${title} (${all.length})` : all[0] === '' ? title : `${title}: ${all[0]}`)).join(' · ');
  const head = [el('b', {}, own.changed_on), ' ', told];
  if (changes.length === 1) return [el('p', {}, head)];
  const isOpen = byId('changed').querySelector('details')?.open ?? false;
  const row = ([title, all]: [string, string[]]) => all.map((name) => el('li', {}, name === '' ? title : `${title}: ${name}`));
  return [el('details', { open: isOpen }, el('summary', {}, head), el('ul', {}, [...kinds].map(row)))];
}

function moveTo(index: number): void {
  const event = about?.events[index];
  if (event) go({ day: event.day }, 'replace');
}

slider.addEventListener('input', () => { movedAt = performance.now(); moveTo(Number(slider.value)); });
byId('earlier').addEventListener('click', () => step(-1));
byId('later').addEventListener('click', () => step(1));
datePicker.addEventListener('change', () => { if (datePicker.value) go({ day: datePicker.value }, 'replace'); });

function step(by: -1 | 1): void {
  const events = about?.events ?? [];
  const day = report?.header.as_of ?? '';
  moveTo(by > 0 ? events.findIndex((event) => event.day > day) : events.findLastIndex((event) => event.day < day));
}

// --- what changed, for those who do not see it

interface Changed { code: string; name: string; before: string; now: string }

function changesSince(old: Report | null, next: Report): Changed[] {
  const isSame = old && old.header.plan === next.header.plan && old.language === next.language && old.header.rule === next.header.rule;
  if (!isSame || old.header.as_of === next.header.as_of) return [];
  const before = new Map(old.pillars.flatMap(({ targets }) => targets.map((target) => [target.code, target.verdict.status.words] as const)));
  return next.pillars.flatMap(({ targets }) => targets).flatMap(({ code, name, verdict }) => {
    const was = before.get(code);
    return was === undefined || was === verdict.status.words ? [] : [{ code, name, before: was, now: verdict.status.words }];
  });
}

function announce(day: string, changes: Changed[]): void {
  const told = changes.slice(0, 5).map(({ name, now, before }) => `${name}: ${now} (${words().before}: ${before})`);
  say(`${words().announce} ${day}: ${told.join('; ')}${changes.length > told.length ? `; ${words().and_more}` : ''}`);
}

function say(text: string): void {
  byId('live').textContent = text;
}

// --- choices

byId('choices').addEventListener('submit', (event) => event.preventDefault());
for (const [id, change] of Object.entries({
  plan: (value: string) => ({ plan: value, day: null, target: null, view: state.view === 'target' ? 'scoreboard' as const : state.view }),
  rule: (value: string) => ({ rule: value }),
  language: (value: string) => ({ language: value as Language }),
})) {
  byId<HTMLSelectElement>(id).addEventListener('change', (event) => go(change((event.target as HTMLSelectElement).value)));
}
byId('skip').addEventListener('click', (event) => { event.preventDefault(); main.focus(); main.scrollIntoView(); });
document.addEventListener('click', (event) => {
  // Links within the page keep it; everything else is the browser's.
  const link = (event.target as Element).closest?.('a[href^="#"]');
  if (!link || link.id === 'skip' || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  leave(link.getAttribute('href') ?? '');
  follow();
});

// --- documents of one's own

const dropHere = byId('drop-here');
const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
document.addEventListener('dragover', (event) => { if (hasFiles(event)) { event.preventDefault(); dropHere.hidden = false; } });
document.addEventListener('dragleave', (event) => { if (event.relatedTarget === null) dropHere.hidden = true; });
document.addEventListener('drop', (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  dropHere.hidden = true;
  void take([...(event.dataTransfer?.files ?? [])].slice(0, MOST_FILES));
});
byId<HTMLInputElement>('files').addEventListener('change', (event) => {
  const input = event.target as HTMLInputElement;
  void take([...(input.files ?? [])].slice(0, MOST_FILES));
  input.value = '';
});

const refused = (code: string): Reading => ({ kind: null, is_used: false, left_out: { rows: 0, entries: 0 }, refusal: { code }, problems: [], not_kept: 0 });

// The plan comes first, so that figures are read beside it, and the map before its table.
const [PLAN, FIGURES, MAP, TABLE] = [0, 1, 2, 3];
function order(text: string | null): number {
  if (text === null || !/^\s*[{[]/.test(text)) return TABLE;
  return /"pillars"\s*:/.test(text) ? PLAN : /"series"\s*:/.test(text) ? FIGURES : MAP;
}

// Figures of a plan that was refused are not shown beside another one.
const isOfFigures = (text: string | null): boolean => order(text) === FIGURES || (order(text) === TABLE && (text?.includes('\n') ?? false));

async function take(files: File[]): Promise<void> {
  const texts: { name: string; text: string | null; reading: Reading | null }[] = [];
  for (const { name, size, text } of files.map((file) => ({ name: file.name, size: file.size, text: () => file.text() }))) {
    if (size > LARGEST_FILE) texts.push({ name, text: null, reading: refused('too_large') });
    else texts.push(await text().then((text) => ({ name, text, reading: null }), () => ({ name, text: null, reading: refused('unreadable') })));
  }
  texts.sort((one, other) => order(one.text) - order(other.text));

  let base = documents();
  let isPlanRefused = false;
  given = [];
  try {
    for (const { name, text, reading: early } of texts) {
      const one: Given = { name, text, reading: early ?? refused('no_plan') };
      given.push(one);
      if (early === null && !(isPlanRefused && isOfFigures(text))) one.reading = await engine.ask<Reading>('read', text ?? '');
      const { reading } = one;
      if (order(text) === PLAN && !reading.is_used) isPlanRefused = true;
      if (!reading.is_used || text === null) continue;
      const withMap = map === null ? [text] : [map, text];
      switch (reading.kind) {
        case 'plan': base = { plan: [text], figures: [] }; break;
        case 'promises': base = { plan: withMap, figures: [] }; break;
        case 'observations': base = { ...base, figures: [text] }; break;
        case 'table': base = { ...base, figures: [...base.figures, ...withMap] }; break;
        case 'map': map = text;
      }
    }
  } catch (error) {
    if (!(error instanceof EngineStopped)) throw error;
    return recover();
  }
  const isUsed = given.some(({ reading }) => reading.is_used && reading.kind !== 'map');
  if (isUsed) {
    own = base;
    loaded = OWN;
    aboutIn = '';
    report = null;
  }
  const isClean = given.every(({ reading }) => reading.is_used && reading.problems.every(({ severity }) => severity === 'note'));
  const told = given.map(({ name, reading }) => `${name}: ${reading.refusal ? refusal(reading.refusal, words()) : use(reading, words())}`);
  say(told.join('; '));
  go({ ...(isUsed ? { plan: OWN, day: null } : {}), view: isClean ? 'scoreboard' : 'documents', target: null });
}

// What is folded is printed too.
let folded: HTMLDetailsElement[] = [];
window.addEventListener('beforeprint', () => {
  folded = [...main.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const one of folded) one.open = true;
});
window.addEventListener('afterprint', () => { for (const one of folded) one.open = false; });

// For tests: the answers as the very texts that the library wrote.
Object.defineProperty(window, 'milepost', { value: { ask: (ask: string, ...given: string[]) => engine.text(ask, ...given) } });

isDark.addEventListener('change', () => void show());
fill();
void show();
