// A picture of figures: one panel per measure, one bar per subject, a line for the spread.

/** @typedef {import('./statistics.js').Figure} Figure */

/** @type {Record<import('./statistics.js').Kind, string>} */
const colors = { ours: '#c2410c', floor: '#8a8178', peer: '#9db4c8' };
/** What packages lack in types where the benchmarks' own are not installed. @param {string} name @returns {Promise<any>} */
const load = (name) => import(name);

/** @param {number} value */
export function shortNumber(value) {
  if (Number.isNaN(value)) return '–';
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** @param {string} measure @param {readonly Figure[]} figures */
function panel(measure, figures) {
  const rows = figures
    .filter((figure) => figure.measure === measure)
    .map((row) => ({ ...row, text: `${shortNumber(row.median)}${row.unit && ` ${row.unit}`}` }));
  const subject = { field: 'subject', type: 'nominal', sort: null, title: null, axis: { labelLimit: 600 } };
  const bars = {
    mark: { type: 'bar', height: { band: 0.7 } },
    encoding: {
      x: { field: 'median', type: 'quantitative', title: rows[0]?.unit || null, scale: { zero: true } },
      color: {
        field: 'kind',
        type: 'nominal',
        legend: null,
        scale: { domain: Object.keys(colors), range: Object.values(colors) },
      },
    },
  };
  const spread = {
    mark: { type: 'rule', color: '#1f1b18' },
    encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
  };
  const label = {
    mark: { type: 'text', align: 'left', dx: 5, color: '#1f1b18' },
    encoding: { x: { field: 'high', type: 'quantitative' }, text: { field: 'text' } },
  };
  return {
    title: { text: measure, anchor: 'start', offset: 8 },
    width: 420,
    height: { step: 22 },
    data: { values: rows },
    encoding: { y: subject },
    layer: [bars, spread, label],
  };
}

/** @param {string} title @param {readonly Figure[]} figures @param {readonly string[]} [measures] which to draw, else all @returns {Promise<string>} an SVG document */
export async function drawFigures(title, figures, measures = [...new Set(figures.map(({ measure }) => measure))]) {
  const [vega, vegaLite] = await Promise.all([load('vega'), load('vega-lite')]);
  const specification = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: title, fontSize: 16, anchor: 'start' },
    background: '#fff',
    config: { font: 'sans-serif', axis: { grid: false }, view: { stroke: null } },
    columns: 1,
    concat: measures.map((measure) => panel(measure, figures)),
    resolve: { scale: { x: 'independent', y: 'independent' } },
  };
  const view = new vega.View(vega.parse(vegaLite.compile(specification).spec), { renderer: 'none' });
  return `${await view.toSVG()}\n`;
}
