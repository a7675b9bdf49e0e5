// Draws charts: a script of its own, which is large and not needed for the first scoreboard.

import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';

let views: View[] = [];

// Draws a specification of Vega-Lite. Expressions are interpreted, since the page allows no code that is made while it runs.
async function draw(place: HTMLElement, specification: object): Promise<void> {
  const { spec } = compile(specification as TopLevelSpec);
  // The place says in words what is drawn. It is laid out where it will stand, and takes the place of the one before it when it is ready.
  const hidden = document.createElement('div');
  hidden.setAttribute('aria-hidden', 'true');
  Object.assign(hidden.style, { visibility: 'hidden', position: 'absolute', width: `${place.clientWidth}px` });
  const container = hidden.appendChild(document.createElement('div'));
  place.append(hidden);
  const view = new View(parse(spec, undefined, { ast: true }), { expr: expressionInterpreter, renderer: 'svg', container, hover: true });
  await view.runAsync();
  place.replaceChildren(hidden);
  hidden.removeAttribute('style');
  for (const old of views.filter((old) => !old.container()?.isConnected)) old.finalize();
  views = [...views.filter((old) => old.container()?.isConnected), view];
}

window.drawChart = draw;
dispatchEvent(new Event('charts-ready'));
