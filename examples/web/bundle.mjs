// Puts the page together: one HTML file with everything in it. `node bundle.mjs ENGINE_FOLDER PACKAGES OUT`

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const [engine, packages, out] = process.argv.slice(2).map((path) => resolve(path));
const { build } = createRequire(join(packages, 'index.js'))('esbuild');
const page = join(dirname(fileURLToPath(import.meta.url)), 'page');

async function bundled(entry, more = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(page, entry)],
    bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', charset: 'utf8', legalComments: 'none',
    alias: { engine: join(engine, 'engine.js') }, nodePaths: [packages],
    ...more,
  });
  return outputFiles[0].text;
}

// Modules that are made here: the worker, a text within the page, which needs no address of its own, and the plans that are shipped.
const worker = await bundled('worker.ts', { define: { 'import.meta.url': '"about:blank"' } });
const text = (name) => readFile(join(page, '../../data', name), 'utf8');
const shipped = {};
for (const name of ['yuzhong', 'china-14th-five-year-plan', 'china-energy-intensity']) {
  shipped[name] = { plan: await text(`${name}.json`), figures: await text(`${name}.observations.json`) };
}
const made = { 'worker-source': worker, shipped };
const modules = {
  name: 'made',
  setup(build) {
    build.onResolve({ filter: /^(worker-source|shipped)$/ }, ({ path }) => ({ path, namespace: 'made' }));
    build.onLoad({ filter: /.*/, namespace: 'made' }, ({ path }) => ({ contents: JSON.stringify(made[path]), loader: 'json' }));
  },
};
const script = await bundled('main.ts', { plugins: [modules] });
const charts = await bundled('charts.ts');
const { outputFiles: [{ text: style }] } = await build({ entryPoints: [join(page, 'style.css')], minify: true, write: false, charset: 'utf8' });
const packed = gzipSync(await readFile(join(engine, 'engine_bg.wasm')), { level: 9 }).toString('base64');

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'", `script-src ${hash(script)} ${hash(charts)} 'wasm-unsafe-eval'`, 'worker-src blob:', `style-src ${hash(style)}`, 'img-src data:',
  "base-uri 'none'", "form-action 'none'",
].join('; ');

const html = (await readFile(join(page, 'index.html'), 'utf8'))
  .replace('%CSP%', () => policy).replace('%STYLE%', () => style).replace('%ENGINE%', () => packed).replace('%SCRIPT%', () => script).replace('%CHARTS%', () => charts);
await writeFile(out, html);
console.log(`${out}: ${Buffer.byteLength(html)} bytes, of which the engine is ${packed.length}`);
