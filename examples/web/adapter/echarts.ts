// A target of a report as a chart of ECharts 6: `chart.setOption(chartOption(report, row))`.
//
// Nothing is computed: what is drawn are the numbers of the row's `chart`, each in the middle of its period, with the words of the report. Numbers are
// decimals as text in the document; here they become the nearest that JavaScript has, which is as near as a screen can show.

import type { EChartsOption, LineSeriesOption, ScatterSeriesOption } from 'echarts';
import type { ChartFigure, ChartPoint, Report, TargetRow } from '../types/report';

export interface Theme { ink: string; muted: string; grid: string; ground: string; path: string; catchUp: string }
export const LIGHT: Theme = { ink: '#1b1b1b', muted: '#555f6b', grid: '#e3e7ea', ground: '#ffffff', path: '#2166ac', catchUp: '#ae017e' };
export const DARK: Theme = { ink: '#eceff1', muted: '#a3b0bc', grid: '#313c46', ground: '#16191d', path: '#6aa5de', catchUp: '#f089c8' };

type Place = [number, number | null];
interface Item { value: Place; name: string }

export function chartOption(report: Report, row: TargetRow, theme: Theme = LIGHT): EChartsOption {
  const { chart, verdict, facts } = row;
  const { headings } = report;
  const { axis } = chart;
  const unit = axis.unit_of_numbers;
  const named = (title: string, period: string, words: string) => `${title} ${period}: ${words}`;
  const point = ({ middle, period_words, value, words }: ChartPoint): Item =>
    ({ value: [Number(middle), Number(value)], name: named(headings.path, period_words, words) });
  const figure = (given: ChartFigure, value: string | null): Item => ({
    value: [Number(given.middle), value === null ? null : Number(value)],
    name: named(given.is_superseded ? headings.superseded : headings.observed, given.period_words, given.words),
  });

  const line = (name: string, data: Item[], color: string, type: 'solid' | 'dashed' | 'dotted', more: LineSeriesOption = {}): LineSeriesOption =>
    ({ type: 'line', name, data, color, lineStyle: { type, width: 2 }, showSymbol: false, connectNulls: false, ...more });
  const marks = (name: string, data: Item[], symbol: string, fill: string, more: ScatterSeriesOption = {}): ScatterSeriesOption =>
    ({ type: 'scatter', name, data, symbol, symbolSize: 9, itemStyle: { color: fill, borderColor: theme.ink, borderWidth: 1 }, ...more });

  // The line of the figures breaks before each that is not joined to the one before.
  const current = chart.figures.filter(({ is_superseded }) => !is_superseded);
  const observed = current.filter(({ value }) => value !== null)
    .flatMap((given) => (given.is_joined ? [figure(given, given.value)] : [{ ...figure(given, null), name: '' }, figure(given, given.value)]));
  const limits = (symbol: string, limit: 'low' | 'high', other: 'low' | 'high') => [true, false].map((isOld) => marks(
    isOld ? headings.superseded : headings.observed,
    chart.figures.filter((given) => given.is_superseded === isOld && given[limit] !== null && given[other] === null).map((given) => figure(given, given[limit])),
    symbol, isOld ? theme.ground : theme.ink, isOld ? {} : { symbolSize: 10 }));
  const earlier = chart.figures.filter(({ is_superseded, value }) => is_superseded && value !== null);
  const decided = chart.figures.filter(({ decides }) => decides);

  // From where to where a figure may lie, and what is promised: marks that stand on the line of figures and on that of the path.
  const ranges = chart.figures.flatMap(({ middle, uncertain_low, uncertain_high, low, high }) => {
    const [from, to] = uncertain_low === null || uncertain_high === null ? [low, high] : [uncertain_low, uncertain_high];
    return from === null || to === null ? [] : [[{ coord: [Number(middle), Number(from)] }, { coord: [Number(middle), Number(to)] }] as [{ coord: number[] }, { coord: number[] }]];
  });
  const goals = [chart.goal_low, chart.goal_high].filter((goal) => goal !== null);
  const bounds = goals.map((goal) => ({ yAxis: Number(goal), name: facts.goal.words }));

  const inSteps = (isStepped: boolean) => (isStepped ? { step: 'end' as const } : {});
  const isWanted = verdict.status.tone === 'warn' || verdict.status.tone === 'bad';
  const series = [
    line(headings.observed, observed, theme.ink, 'solid', {
      showSymbol: true, symbol: 'circle', symbolSize: 7,
      markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { type: 'solid', width: 5, opacity: 0.3, color: theme.ink }, data: ranges },
    }),
    line(headings.path, chart.path.map(point), theme.path, 'solid', {
      showSymbol: true, symbol: 'circle', symbolSize: 4, ...inSteps(chart.is_stepped),
    }),
    line(headings.first_path, chart.first_path.map(point), theme.path, 'dotted', inSteps(chart.is_first_path_stepped)),
    line(headings.projection, chart.projection.map(point), theme.ink, 'dotted'),
    line(headings.catch_up, isWanted ? chart.catch_up.map(point) : [], theme.catchUp, 'dashed'),
    marks(headings.milestone, chart.milestones.map(point), 'diamond', theme.path),
    ...limits('triangle', 'low', 'high'),
    ...limits('path://M0,0H10L5,9Z', 'high', 'low'),
    marks(headings.superseded, earlier.map((given) => figure(given, given.value)), 'circle', theme.ground),
  ].filter(({ data }) => (data ?? []).length > 0);
  const deciding = marks(headings.status, decided.map((given) => figure(given, given.value ?? given.low ?? given.high)), 'circle', verdict.status.colour, {
    symbolSize: 13, z: 5,
    label: { show: true, position: 'bottom', color: theme.ink, fontWeight: 'bold', textBorderColor: theme.ground, textBorderWidth: 3, formatter: () => `${verdict.deciding_figure?.words ?? ''}\n${verdict.status.words}` },
  });
  // Lines across the whole chart: what is to be reached, and the day of the question.
  const across: ScatterSeriesOption = {
    type: 'scatter', data: [], markLine: {
      silent: true, symbol: 'none', lineStyle: { color: theme.muted },
      label: { color: theme.muted, formatter: ({ name }) => String(name) },
      data: [
        ...bounds.map((bound) => ({ ...bound, lineStyle: { type: 'dotted' as const }, label: { position: 'insideStartTop' as const } })),
        { xAxis: Number(chart.today), name: `${headings.as_of} ${report.header.as_of_words}`, lineStyle: { type: 'solid' }, label: { position: 'end', align: 'right' } },
      ],
    },
  };

  const { time } = chart;
  const periods = new Map(time.ticks.map(({ middle, text }) => [Number(middle), text]));
  const ticks = new Map(axis.ticks.map(({ value, text }) => [Number(value), text]));
  const label = (words: Map<number, string>) => ({ color: theme.muted, hideOverlap: true, customValues: [...words.keys()], formatter: (value: number) => words.get(value) ?? '' });
  const style = { color: theme.ink, fontWeight: 'bold' as const };
  return {
    animation: false,
    backgroundColor: 'transparent',
    aria: { enabled: true, label: { description: `${row.name}: ${row.promise}. ${row.sentence}` } },
    title: { left: 16, text: row.name, subtext: `${row.promise}\n${verdict.status.words}: ${verdict.reason.words}`, textStyle: style, subtextStyle: { color: theme.muted } },
    legend: { bottom: 0, data: [...new Set(series.map(({ name }) => String(name)))], textStyle: { color: theme.ink } },
    grid: { top: 120, bottom: 60, left: 16, right: 24, containLabel: true },
    // Never as markup, whatever a document says.
    tooltip: { trigger: 'item', renderMode: 'richText', formatter: (given) => (Array.isArray(given) ? '' : given.name) },
    xAxis: {
      type: 'value', min: Number(time.low), max: Number(time.high), axisLabel: label(periods), axisTick: { customValues: time.ticks.map(({ begins }) => Number(begins)) },
      splitLine: { show: false }, axisLine: { lineStyle: { color: theme.muted } },
    },
    yAxis: {
      type: 'value', name: unit, nameGap: 24, nameTextStyle: { color: theme.muted, align: 'left' }, min: Number(axis.ticks[0]?.value ?? 0), max: Number(axis.ticks.at(-1)?.value ?? 1),
      axisLabel: label(ticks), axisTick: { show: false, customValues: [...ticks.keys()] }, splitLine: { lineStyle: { color: theme.grid } },
    },
    series: [...series, ...(decided.length > 0 ? [deciding] : []), across],
  };
}
