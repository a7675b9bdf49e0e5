// Where charts are drawn, and how wide: on the screen in the reader's colours, and once more for paper, in dark letters.

import type { Charts, Graphic } from './answers';

const PAPER = 660; // how wide a page of A4 is within its margins
const SMALL = 290; // how much room one of several charts takes

// How wide a chart is, is the page's, which has the title already; all else is the library's.
function fitted(key: string, { specification }: Graphic, width: number, isOnPaper: boolean): object {
  const size = key === 'parts' ? { title: null, columns: Math.max(1, Math.floor(width / SMALL)) }
    : { title: null, ...(isOnPaper ? { width, autosize: { type: 'fit-x', contains: 'padding' } } : { width: 'container' }) };
  return { ...specification, ...size, background: 'transparent' };
}

async function draw(place: HTMLElement, key: string | undefined, charts: Charts, isOnPaper: boolean): Promise<void> {
  const chart = charts[key as keyof Charts];
  if (chart) await window.drawChart?.(place, fitted(key ?? '', chart, isOnPaper ? PAPER : place.clientWidth, isOnPaper));
}

// Charts that are laid out where they will stand, as long as they are wanted.
export async function drawAll(within: HTMLElement, charts: Charts, isWanted: () => boolean): Promise<void> {
  await new Promise((ready) => setTimeout(ready));
  if (!window.drawChart) await new Promise((ready) => addEventListener('charts-ready', ready, { once: true }));
  for (const place of within.querySelectorAll<HTMLElement>('[data-chart]')) {
    if (isWanted()) await draw(place, place.dataset.chart, charts, false);
  }
}

// The same on white paper: a printer does not wait, so they are there before anybody prints.
export async function drawForPaper(within: HTMLElement, charts: Charts, isWanted: () => boolean): Promise<void> {
  for (const place of within.querySelectorAll<HTMLElement>('[data-paper]')) {
    if (isWanted()) await draw(place, place.dataset.paper, charts, true);
  }
}

// What is folded is printed too.
export function unfoldOnPaper(within: HTMLElement): void {
  let folded: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    folded = [...within.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const one of folded) one.open = true;
  });
  addEventListener('afterprint', () => { for (const one of folded) one.open = false; });
}
