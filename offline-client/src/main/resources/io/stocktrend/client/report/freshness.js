// How fresh each dataset is, and the rows of each day.

// Hours without anything new that a schedule and a long weekend explain.
const PATIENCE = {financial_data: 98, stock_movements: 98, news_data: 24, macroeconomic_data: 98, policy_data: 192};

// Dates that only working days have: the others come when they come.
const EVERY_WEEKDAY = ['financial_data', 'stock_movements', 'news_data'];

function freshnessDays(freshness) {
  const days = [];
  for (let day = freshness.from; day <= freshness.to; day = addDays(day, 1)) days.push(day);
  return days;
}

function rowsPerDay(freshness, dataset) {
  return new Map(freshness.perDay[dataset].rows);
}

// Weekdays between the first and the last day with rows that have none.
function gaps(freshness, dataset) {
  const rows = rowsPerDay(freshness, dataset);
  const filled = [...rows.keys()];
  return freshnessDays(freshness).filter(
    (day) => isWeekday(day) && !rows.has(day) && day > filled[0] && day < filled[filled.length - 1]);
}

function state(dataset, now) {
  if (!dataset.rows) return ['Empty', 'down'];
  const hours = (Date.parse(now) - Date.parse(dataset.last_collected)) / 3600e3;
  return hours > PATIENCE[dataset.dataset] ? ['Late', 'down'] : ['Fresh', 'up'];
}

function fillFreshness(freshness, now) {
  const body = document.querySelector('#freshness tbody');
  named(freshness.datasets).forEach((dataset) => {
    const row = body.insertRow();
    const heading = element('th', '', title(dataset.dataset));
    heading.scope = 'row';
    row.append(heading);
    const [word, tone] = state(dataset, now);
    row.append(element('td', tone, word));
    row.append(element('td', '', dataset.rows ? `${moment(dataset.last_collected)}, ${age(dataset.last_collected, now)}` : '–'));
    row.append(element('td', '', moment(dataset.last_event)));
    row.append(element('td', 'number', number(dataset.rows, 0)));
    row.append(element('td', 'number', number(dataset.files, 0)));
    row.append(element('td', '', gapText(freshness, dataset.dataset)));
  });
  fillRowsPerDay(freshness);
}

function gapText(freshness, dataset) {
  if (!EVERY_WEEKDAY.includes(dataset)) return 'not every day is due';
  const missing = gaps(freshness, dataset);
  const shown = missing.slice(-5).join(', ');
  return missing.length > 5 ? `${missing.length}, last ${shown}` : shown || 'none';
}

function fillRowsPerDay(freshness) {
  const datasets = Object.keys(freshness.perDay);
  const head = document.querySelector('#rows-per-day thead').insertRow();
  ['Day', ...datasets.map(title)].forEach((name, i) => {
    const cell = element('th', i ? 'number' : '', name);
    cell.scope = 'col';
    head.append(cell);
  });
  const body = document.querySelector('#rows-per-day tbody');
  const rows = datasets.map((dataset) => rowsPerDay(freshness, dataset));
  freshnessDays(freshness).reverse().forEach((day) => {
    const row = body.insertRow();
    const cell = element('th', '', day);
    cell.scope = 'row';
    row.append(cell);
    rows.forEach((each) => row.append(element('td', 'number', number(each.get(day) ?? 0, 0))));
  });
}

function freshnessOption(freshness) {
  const datasets = Object.keys(freshness.perDay);
  if (!datasets.some((dataset) => freshness.perDay[dataset].rows.length)) return null;
  const days = freshnessDays(freshness);
  const base = frame();
  const height = 100 / datasets.length;
  const each = (make) => datasets.map(make);
  return {
    ...base,
    title: each((dataset, i) => ({text: title(dataset), left: 0, top: `${i * height + 0.5}%`, padding: 0, textStyle: {...textStyle(), fontWeight: 600}})),
    grid: each((dataset, i) => ({left: 52, right: 12, top: `${i * height + 6}%`, height: `${height - 10}%`})),
    axisPointer: {link: [{xAxisIndex: 'all'}]},
    xAxis: each((dataset, i) => ({type: 'category', gridIndex: i, data: days, axisTick: {show: false}, axisLine: {lineStyle: {color: color('line')}}, axisLabel: {...textStyle(), show: i === datasets.length - 1, hideOverlap: true, alignMaxLabel: 'right'}})),
    yAxis: each((dataset, i) => valueAxis({gridIndex: i, scale: false, splitNumber: 1, axisLabel: {...compactLabel(), fontSize: 10, showMinLabel: false}})),
    series: each((dataset, i) => {
      const rows = rowsPerDay(freshness, dataset);
      return {name: title(dataset), type: 'bar', xAxisIndex: i, yAxisIndex: i, barCategoryGap: '25%', data: days.map((day) => rows.get(day) ?? 0), itemStyle: {color: color('accent')}};
    }),
  };
}
