// Draws charts in a browser: `node draw.mjs FOLDER [NAME...]`. Each JSON file of the folder is a graphic; of those that are named (or of
// all, with `--pictures`) a picture is left beside it. It says what is wrong, and ends with 1 if anything is.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(process.env.NODE_PATH + '/');
const Ajv = require('ajv');
const vegaLite = await import(require.resolve('vega-lite'));
const { chromium } = require('playwright-core');

const [folder, ...wanted] = process.argv.slice(2);
const graphics = readdirSync(folder).filter((file) => file.endsWith('.json')).sort()
  .map((file) => ({ name: file.replace(/\.json$/, ''), ...JSON.parse(readFileSync(join(folder, file))) }));
const isPictured = (name) => wanted.includes('--pictures') || wanted.includes(name);

const faults = [];
const fault = (name, what) => faults.push(`${name}: ${what}`);

// The published schema of the format accepts each specification, and the compiler has nothing to say.
const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
const schema = JSON.parse(readFileSync(join(process.env.NODE_PATH, 'vega-lite/build/vega-lite-schema.json')));
const accepts = ajv.compile(schema);
// Of the many ways in which a schema of alternatives is missed, the one that came furthest.
function deepest(errors) {
  const depth = ({ instancePath }) => instancePath.split('/').length;
  const most = Math.max(...errors.map(depth));
  const { instancePath, message, params } = errors.find((error) => depth(error) === most);
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}
const said = [];
const tells = (level) => (...words) => { said.push(words.join(' ')); return level; };
const logger = { level: () => logger, error: tells(), warn: tells(), info: () => logger, debug: () => logger };
for (const { name, specification } of graphics) {
  if (!accepts(specification)) fault(name, `not of the schema: ${deepest(accepts.errors)}`);
  said.length = 0;
  try {
    vegaLite.compile(specification, { logger });
  } catch (error) {
    said.push(String(error));
  }
  for (const words of said) fault(name, `the compiler says: ${words}`);
}

// How many marks each layer must show, by the rows of its data.
function expected(view, above = []) {
  const rows = view.data?.values ?? above;
  const below = view.layer ?? view.concat ?? view.vconcat;
  if (below) {
    const all = below.map((one) => Object.entries(expected(one, rows))).flat();
    return all.reduce((marks, [kind, count]) => ({ ...marks, [kind]: (marks[kind] ?? 0) + count }), {});
  }
  const { type } = view.mark;
  const needs = ['x', 'y', 'text'].map((channel) => view.encoding[channel]?.field).filter(Boolean);
  const shown = rows.filter((row) => needs.every((field) => row[field] !== undefined && row[field] !== null));
  const kind = { bar: 'rect', point: 'symbol' }[type] ?? type;
  return { [kind]: type === 'line' ? new Set(shown.map((row) => row.line)).size : shown.length };
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
// A time zone far from that in which the moments are written.
const page = await browser.newPage({ timezoneId: 'Pacific/Auckland', deviceScaleFactor: 1.5, viewport: { width: 1100, height: 900 } });
let drawing = '';
page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) fault(drawing, `the console says: ${message.text()}`); });
page.on('pageerror', (error) => fault(drawing, `the page fails: ${error.message}`));
page.on('request', (request) => { if (!request.url().startsWith('data:')) fault(drawing, `asks for ${request.url()}`); });
await page.setContent('<!doctype html><body style="margin:0"><div id="chart"></div>');
for (const script of ['vega/build/vega.min.js', 'vega-lite/build/vega-lite.min.js', 'vega-embed/build/vega-embed.min.js']) {
  await page.addScriptTag({ path: join(process.env.NODE_PATH, script) });
}
for (const { name, specification, description } of graphics) {
  drawing = name;
  const found = await page.evaluate(async (specification) => {
    const { view } = await vegaEmbed('#chart', specification, { actions: false, renderer: 'svg' });
    const svg = document.querySelector('#chart svg');
    const marks = {};
    for (const group of svg.querySelectorAll('g.role-mark')) {
      const kind = [...group.classList].find((one) => one.startsWith('mark-')).slice(5);
      if (kind === 'group') continue;
      const drawn = [...group.children].filter((one) => kind !== 'text' || one.textContent !== '');
      marks[kind] = (marks[kind] ?? 0) + drawn.length;
    }
    const texts = [...svg.querySelectorAll('text')].map((one) => one.textContent).filter((text) => /undefined|NaN|null|Invalid/.test(text));
    const box = svg.getBoundingClientRect();
    await view.toCanvas();
    return { marks, texts, width: box.width, height: box.height, label: document.querySelector('[aria-roledescription="visualization"]')?.getAttribute('aria-label') };
  }, specification).catch((error) => { fault(name, `cannot be drawn: ${error.message}`); });
  if (!found) continue;
  for (const [kind, count] of Object.entries(expected(specification))) {
    if ((found.marks[kind] ?? 0) !== count) fault(name, `${found.marks[kind] ?? 0} marks of ${kind} instead of ${count}`);
  }
  for (const text of found.texts) fault(name, `shows \`${text}\``);
  // What stands beside the pointer is text, whatever it says.
  const mark = page.locator('#chart svg .mark-symbol.role-mark path').first();
  if (name.startsWith('hostile.') && await mark.count() > 0) {
    await mark.hover({ force: true });
    await page.waitForSelector('#vg-tooltip-element.visible', { timeout: 2000 }).catch(() => fault(name, 'tells the pointer nothing'));
    if (await page.evaluate(() => window.hacked || document.querySelector('img') !== null)) fault(name, 'takes a name for markup');
    await page.mouse.move(1090, 890);
  }
  if (found.label !== description) fault(name, 'does not say what it shows');
  if (found.width > 1000 || found.width < 200) fault(name, `is ${found.width} wide`);
  if (isPictured(name)) {
    await page.locator('#chart svg').screenshot({ path: join(folder, `${name}.png`) });
    writeFileSync(join(folder, `${name}.svg`), await page.locator('#chart svg').evaluate((svg) => svg.outerHTML));
  }
}
await browser.close();
for (const line of faults.slice(0, 40)) console.log(line);
console.log(`${graphics.length} charts drawn, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
