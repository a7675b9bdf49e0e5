// Draws charts: a script of its own, which is large and not needed for the first scoreboard.

import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';

let views: View[] = [];

// Draws a specification of Vega-Lite. Expressions are interpreted, since the page allows no code that is made while it runs.
async function laidOut(container: HTMLElement, specification: object): Promise<View> {
  const { spec } = compile(specification as TopLevelSpec);
  const view = new View(parse(spec, undefined, { ast: true }), { expr: expressionInterpreter, renderer: 'svg', container, hover: true });
  return view.runAsync();
}

// As many entries of a legend beside each other as have room: all, two, or one; at last in smaller letters.
const NARROWER = [{ columns: 2 }, { columns: 1 }, { columns: 1, labelFontSize: 10 }];
async function fitted(container: HTMLElement, specification: { config?: { legend?: object } }): Promise<View> {
  let view = await laidOut(container, specification);
  for (const narrower of NARROWER) {
    const svg = container.querySelector('svg');
    const drawn = svg?.querySelector('g')?.getBoundingClientRect();
    if (!svg || !drawn || drawn.right <= svg.getBoundingClientRect().right + 1) break;
    view.finalize();
    const { config } = specification;
    view = await laidOut(container, { ...specification, config: { ...config, legend: { ...config?.legend, ...narrower } } });
  }
  return view;
}

async function draw(place: HTMLElement, specification: object): Promise<void> {
  // The place says in words what is drawn. It is laid out where it will stand, and takes the place of the one before it when it is ready.
  const hidden = document.createElement('div');
  hidden.setAttribute('aria-hidden', 'true');
  Object.assign(hidden.style, { visibility: 'hidden', position: 'absolute', width: `${place.clientWidth}px` });
  const container = hidden.appendChild(document.createElement('div'));
  place.append(hidden);
  const view = await fitted(container, specification);
  place.replaceChildren(hidden);
  hidden.removeAttribute('style');
  for (const old of views.filter((old) => !old.container()?.isConnected)) old.finalize();
  views = [...views.filter((old) => old.container()?.isConnected), view];
}

window.drawChart = draw;
dispatchEvent(new Event('charts-ready'));
