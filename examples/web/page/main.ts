// The page: what is asked of the engine, and when what is shown anew.

import type { About, Charts, Report, SideBySide } from './answers';
import { Day } from './day';
import { documentsView, refusal, use } from './documents';
import { byId, el, say, type Child } from './dom';
import { drawAll, drawForPaper, unfoldOnPaper } from './drawing';
import { Engine, EngineStopped } from './engine';
import { frame, onChoice } from './frame';
import { Intake, onFiles } from './intake';
import { OWN, Plans, textsOf, type Documents } from './plans';
import { scoreboard } from './scoreboard';
import { rulesView } from './side_by_side';
import { address, read, type Asked, type State, type View } from './state';
import { findTarget, targetView } from './target';
import { turns, turnsTold, type Turn } from './turns';
import { unmetTold, unmetView } from './unmet';
import { Visit } from './visit';
import { WORDS, type Words } from './words';

const REST = 250; // milliseconds without a move

const main = byId('main');
const engine = new Engine(byId('engine').textContent ?? '');
const plans = new Plans();
const intake = new Intake(engine);
const visit = new Visit(main, follow);
const day = new Day((day) => go({ day }, 'rename'));
const isDark = matchMedia('(prefers-color-scheme: dark)');

// What is shown, and what the address asked for that is not here.
let { state, unmet } = read(location.hash);
let loaded = ''; // the plan that the engine holds
let about: About | null = null;
let aboutIn = ''; // the language of it
let report: Report | null = null;
let shownView = ''; // which view of what is on the page
let newest = 0; // the newest question; answers to older ones are not shown

const words = (): Words => WORDS[state.language];
const documents = (): Documents => plans.documents(state.plan) ?? plans.documents(plans.first) as Documents;

// --- from the address to the page

async function show(): Promise<void> {
  const mine = (newest += 1);
  const isWanted = () => mine === newest;
  try {
    await load();
    const on = state.day ?? about?.opens_on ?? about?.events.at(-1)?.day ?? '2026-01-01';
    if (about && !about.rules.some(({ code }) => code === state.rule)) replace('rule', state.rule, { rule: 'pace' });
    const [next, compared, charts] = await Promise.all([
      engine.ask<Report>('report', on, state.rule, state.language),
      state.view === 'rules' ? engine.ask<SideBySide>('comparison', on) : null,
      state.view === 'target' ? chartsOn(on, isDark.matches ? 'dark' : 'light') : null,
    ]);
    if (!isWanted()) return;
    engine.keep(textsOf(documents()));
    if (state.target !== null && !findTarget(next, state.target)) replace('target', state.target, { view: 'scoreboard', target: null });
    render(next, compared, charts);
    // Charts follow, unless the slider is moved on already.
    if (charts) await drawAll(main, charts, isWanted);
    if (!isWanted()) return;
    performance.mark('shown');
    if (charts) setTimeout(() => void drawOnPaper(on, isDark.matches ? null : charts, isWanted), REST);
  } catch (error) {
    if (!isWanted()) return;
    // Only what somebody brought can be left out.
    if (error instanceof EngineStopped && plans.own) return recover();
    console.error(error);
    main.replaceChildren(el('p', { class: 'refusal' }, words().failed, words().colon, error instanceof Error ? error.message : ''));
    performance.mark('shown');
  }
}

const chartsOn = (on: string, theme: 'light' | 'dark'): Promise<Charts | null> =>
  engine.ask('charts', on, state.rule, state.language, state.target ?? '', theme);

// What is printed is drawn when the reader rests; nothing is lost where that fails.
async function drawOnPaper(on: string, light: Charts | null, isWanted: () => boolean): Promise<void> {
  if (!isWanted()) return;
  const charts = light ?? await chartsOn(on, 'light').catch(() => null);
  if (charts) await drawForPaper(main, charts, isWanted);
}

// One load after the other, so that no question comes between a plan and its figures.
let loading: Promise<void> = Promise.resolve();
const load = (): Promise<void> => (loading = loading.catch(() => undefined).then(loadNow));

async function loadNow(): Promise<void> {
  if (!plans.has(state.plan)) {
    const { plan, target } = state;
    replace('plan', plan, { plan: plans.first });
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
  say(words().refusals.stopped);
  plans.own = null;
  loaded = aboutIn = '';
  intake.stopped();
  go({ plan: '', day: null, view: 'documents', target: null });
}

function go(changes: Partial<State>, how: 'leave' | 'rename' = 'leave'): void {
  const next = address(state, changes);
  visit[how](next);
  state = { ...state, ...changes };
  unmet.clear();
  void show();
}

function follow(): void {
  ({ state, unmet } = read(location.hash));
  void show();
}

// --- the page

function render(next: Report, compared: SideBySide | null, charts: Charts | null): void {
  const turned = turns(report, next);
  report = next;
  document.documentElement.lang = state.language;
  document.title = [titleOfView(next), next.header.name, next.header.as_of_words].filter(Boolean).join(' · ');
  frame(state, plans, about?.rules ?? []);
  day.show(next.header, about?.events ?? [], words());

  const key = [state.plan, state.view, state.target].join(' ');
  const isSame = shownView === key;
  const isMoved = shownView !== '' && !isSame;
  shownView = key;
  const opened = new Set([...main.querySelectorAll<HTMLDetailsElement>('details[open][data-keep]')].map((one) => one.dataset.keep));
  const drawn = new Map([...main.querySelectorAll<HTMLElement>('[data-chart]')].map((one) => [one.dataset.chart, [...one.childNodes]]));
  const had = visit.focused();
  const told = unmetTold(unmet, next, words());
  main.replaceChildren(el('div', { class: `view ${state.view}` }, unmetView(told), content(next, compared, charts, turned)));
  for (const one of main.querySelectorAll<HTMLDetailsElement>('details[data-keep]')) one.open = opened.has(one.dataset.keep);
  // The chart before stands until the next one is drawn.
  for (const one of main.querySelectorAll<HTMLElement>('[data-chart]')) one.append(...(isSame ? drawn.get(one.dataset.chart) ?? [] : []));
  visit.arrive(isMoved, had);
  if (told.length > 0) say(told.join(' '));
  if (turned.length > 0) say(turnsTold(next.header.as_of, turned, words()));
  day.measure();
}

function titleOfView(next: Report): string {
  const { rules, documents } = words();
  const titles: Record<View, string> = { scoreboard: '', rules, documents, target: findTarget(next, state.target ?? '')?.target.name ?? '' };
  return titles[state.view];
}

function content(next: Report, compared: SideBySide | null, charts: Charts | null, turned: Turn[]): Child {
  const targetAddress = (code: string) => address(state, { day: next.header.as_of, view: 'target', target: code });
  const before = new Map(turned.map(({ code, before }) => [code, before]));
  const back = address(state, { view: 'scoreboard', target: null });
  switch (state.view) {
    case 'target': return targetView(next, state.target ?? '', charts, words(), back);
    case 'rules': return compared && about && rulesView(next, compared, about.rules, words(), targetAddress);
    case 'documents': return documentsView(intake.given, words(), () => byId('files').click());
    default: return scoreboard({ report: next, words: words(), before, targetAddress });
  }
}

// --- what the reader does

onChoice((changes) => go({ ...changes, ...('plan' in changes && state.view === 'target' ? { view: 'scoreboard' } : {}) }));
byId('skip').addEventListener('click', (event) => { event.preventDefault(); main.focus(); main.scrollIntoView(); });
document.addEventListener('click', (event) => {
  // Links within the page keep it; everything else is the browser's.
  const link = (event.target as Element).closest?.('a[href^="#"]');
  if (!link || link.id === 'skip' || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  visit.leave(link.getAttribute('href') ?? '');
  follow();
});

onFiles((files) => void take(files));
async function take(files: File[]): Promise<void> {
  try {
    const own = await intake.take(files, documents());
    if (own) {
      plans.own = own;
      loaded = OWN;
      aboutIn = '';
      report = null;
    }
    say(intake.given.map(({ name, reading }) => `${name}: ${reading.refusal ? refusal(reading.refusal, words()) : use(reading, words())}`).join('; '));
    go({ ...(own ? { plan: OWN, day: null } : {}), view: intake.isClean ? 'scoreboard' : 'documents', target: null });
  } catch (error) {
    if (!(error instanceof EngineStopped)) throw error;
    recover();
  }
}

unfoldOnPaper(main);
isDark.addEventListener('change', () => void show());

// For tests: the answers as the very texts that the library wrote.
Object.defineProperty(window, 'milepost', { value: { ask: (ask: string, ...given: string[]) => engine.text(ask, ...given) } });

frame(state, plans, []);
void show();
