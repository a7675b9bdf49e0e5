// The adapter for ECharts, drawn without a browser: `bash .ci/more web` runs this. ANSWERS is the native program, $NODE_PATH that of `.ci/browser`; with
// SCREENSHOTS, a folder, some of the drawings are left there.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';

const require = createRequire(join(process.env.NODE_PATH, '/'));
const echarts = require('echarts');
const { code } = await require('esbuild').transform(await readFile(join(import.meta.dirname, '../adapter/echarts.ts'), 'utf8'), { loader: 'ts', format: 'esm' });
const { chartOption, DARK } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

const root = resolve(import.meta.dirname, '../../..');
const plans = ['examples/data/yuzhong', 'examples/data/china-14th-five-year-plan', 'examples/data/china-energy-intensity', 'tests/charts/kinds'];
const report = (plan, language) => JSON.parse(execFileSync(process.env.ANSWERS, [`${join(root, plan)}.json`, `${join(root, plan)}.observations.json`, 'report', '2026-01-31', 'pace', language], { maxBuffer: 1 << 28 }));
const reports = plans.flatMap((plan) => ['en', 'zh-Hans'].map((language) => ({ plan, language, report: report(plan, language) })));
const all = reports.flatMap(({ plan, language, report }) => report.pillars.flatMap(({ targets }) => targets).map((row) => ({ name: `${plan} ${row.code} ${language}`, report, row })));

function drawn(option) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 800, height: 480 });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

// Every number within what is drawn: places, bounds, marks of axes.
function numbers({ series, xAxis, yAxis }) {
  const within = (tree) => (typeof tree === 'number' ? [tree] : tree !== null && typeof tree === 'object' ? Object.values(tree).flatMap(within) : []);
  const places = (items) => items.flatMap((item) => (Array.isArray(item) ? places(item) : within([item.value, item.coord, item.xAxis, item.yAxis])));
  return [
    ...series.flatMap(({ data, markLine }) => [...places(data), ...places(markLine?.data ?? [])]),
    ...[xAxis, yAxis].flatMap(({ axisLabel }) => axisLabel.customValues), xAxis.min, xAxis.max, yAxis.min, yAxis.max,
  ];
}

describe('a chart of ECharts', () => {
  it('is there for each target', () => assert.ok(all.length > 150, `${all.length}`));

  it('has the numbers of the report, and no others', () => {
    for (const { name, report, row } of all) {
      const given = new Set([0, 1]);
      JSON.stringify(row.chart, (_, value) => { if (typeof value === 'string' && value !== '') given.add(Number(value)); return value; });
      assert.deepEqual(numbers(chartOption(report, row)).filter((number) => !given.has(number)), [], name);
    }
  });

  it('has every figure, and breaks its line where none may lead', () => {
    for (const { name, report, row } of all) {
      const { series } = chartOption(report, row);
      const { figures } = row.chart;
      const items = (type, title) => series.filter((one) => one.type === type && one.name === title).flatMap(({ data }) => data);
      const current = figures.filter(({ is_superseded, value }) => !is_superseded && value !== null);
      const line = items('line', report.headings.observed);
      assert.deepEqual(line.filter(({ value }) => value[1] !== null).map(({ value }) => value[1]), current.map(({ value }) => Number(value)), name);
      assert.equal(line.filter(({ value }) => value[1] === null).length, current.filter(({ is_joined }) => !is_joined).length, name);
      const marked = [...items('scatter', report.headings.superseded), ...items('scatter', report.headings.observed)];
      const others = figures.filter((one) => (one.is_superseded && one.value !== null) || (one.low !== null) !== (one.high !== null));
      assert.equal(marked.length, others.length, name);
      assert.equal(items('line', report.headings.path).length, row.chart.path.length, name);
    }
  });

  it('can be drawn, and shows words alone', () => {
    for (const { name, report, row } of all) {
      const svg = drawn(chartOption(report, row));
      const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
      assert.ok(texts.length > 3, name);
      assert.deepEqual(texts.filter((text) => /undefined|NaN|null|Invalid|\[object/.test(text)), [], name);
      assert.ok(!/="[^"]*(NaN|undefined)/.test(svg), name);
      if (row.chart.figures.length > 0) assert.ok(texts.some((text) => text.includes(report.header.as_of_words)), name);
    }
  });

  it('takes no text of a document for markup', () => {
    const attack = '<img src=x onerror="alert(1)"><script>alert(1)</script>{b|}';
    const { report, row } = structuredClone(all.find(({ name }) => name.includes('gdp-2026')));
    Object.assign(row, { name: attack, promise: attack, sentence: attack });
    row.chart.axis.unit_of_numbers = attack;
    for (const figure of row.chart.figures) Object.assign(figure, { period_words: attack, words: attack });
    row.facts.goal.words = attack;
    const option = chartOption(report, row);
    assert.equal(option.tooltip.renderMode, 'richText');
    assert.doesNotMatch(drawn(option), /<img|<script/);
  });

  it('leaves pictures', { skip: !process.env.SCREENSHOTS }, async () => {
    for (const { name, report, row } of all.filter(({ name }) => /gdp-2026 en|kinds .*en/.test(name))) {
      for (const [ground, theme] of [['light', undefined], ['dark', DARK]]) {
        const svg = drawn({ ...chartOption(report, row, theme), backgroundColor: theme?.ground ?? '#ffffff' });
        await writeFile(join(process.env.SCREENSHOTS, `echarts.${name.replace(/[^\w-]+/g, '.')}.${ground}.svg`), svg);
      }
    }
  });
});
