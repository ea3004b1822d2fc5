// Macroeconomic series with their revisions, the yield curve, and the target range.

// So few that revisions can be told apart; the slider has the rest.
const POINTS_IN_VIEW = 30;

function macroOption(series) {
  if (!series) return null;
  const base = frame();
  const points = series.points;
  const revisions = points.map(([day, first, latest]) => [day, isKnown(first) && isKnown(latest) ? latest - first : null]);
  const side = {left: isNarrow() ? 52 : 64, right: 12};
  return {
    ...base,
    legend: legend(['Known now', 'First published', 'Revision']),
    grid: [{...side, top: 36, height: '46%'}, {...side, top: '68%', bottom: 58}],
    axisPointer: {link: [{xAxisIndex: 'all'}]},
    xAxis: [timeAxis({gridIndex: 0, axisLabel: {show: false}}), timeAxis({gridIndex: 1})],
    yAxis: [valueAxis({gridIndex: 0, axisLabel: compactLabel()}), valueAxis({gridIndex: 1, scale: false, splitNumber: 2, axisLabel: compactLabel()})],
    dataZoom: [slider({xAxisIndex: [0, 1], showDataShadow: false, startValue: points[Math.max(0, points.length - POINTS_IN_VIEW)][0]})],
    tooltip: {...base.tooltip, formatter: (hovered) => macroTip(points[hovered[0].dataIndex], series)},
    series: [
      {name: 'Known now', type: 'line', data: points.map((p) => [p[0], p[2]]), showSymbol: false, lineStyle: {width: 2}, itemStyle: {color: color('accent')}, z: 3},
      {name: 'First published', type: 'line', data: points.map((p) => [p[0], p[1]]), symbol: 'diamond', symbolSize: 6, showAllSymbol: false, lineStyle: {width: 1.4, type: 'dashed'}, itemStyle: {color: color('first')}, z: 4},
      {name: 'Revision', type: 'bar', xAxisIndex: 1, yAxisIndex: 1, data: revisions, barMinWidth: 2, barMaxWidth: 10, itemStyle: {color: color('neutral')}},
    ],
  };
}

function compactLabel() {
  return {...textStyle(), formatter: (value) => compact(value)};
}

function macroTip([day, first, latest, versions], series) {
  const revised = isKnown(first) && isKnown(latest) && first !== latest ? ` (${signed(latest - first)})` : '';
  const rows = [
    ['Known now', figure(latest) + revised],
    ['First published', figure(first)],
    ['Versions', versions],
  ];
  return `<strong>${escapeText(day)}</strong> ${escapeText(series.unit ?? '')}<table>`
    + rows.map((row) => `<tr><td>${row[0]}</td><td>${escapeText(row[1])}</td></tr>`).join('') + '</table>';
}

function macroSummary(series) {
  const known = series.points.filter((point) => isKnown(point[2]));
  const last = known[known.length - 1];
  const revised = known.filter((point) => point[1] !== point[2]).length;
  const newest = last ? `${last[0]}: ${figure(last[2])} ${series.unit ?? ''}. ` : '';
  return `${newest}${revised} of ${known.length} shown values were revised since they were first published.`;
}

function months(maturity) {
  const amount = parseFloat(maturity);
  return /y/i.test(maturity) ? amount * 12 : amount;
}

// The newest curve, and the last ones at least a month and a year older.
function chosenCurves(curves) {
  const newest = curves[curves.length - 1];
  const older = (days) => curves.filter((curve) => curve.starts_on <= addDays(newest.starts_on, -days)).pop();
  return [newest, older(30), older(360)].filter((curve, i, all) => curve && all.indexOf(curve) === i);
}

function curveOption(curves) {
  if (!curves.length) return null;
  const chosen = chosenCurves(curves);
  const maturities = [...new Set(chosen.flatMap((curve) => Object.keys(curve.values)))].sort((a, b) => months(a) - months(b));
  const tones = ['accent', 'first', 'neutral'];
  const base = frame();
  return {
    ...base,
    legend: legend(chosen.map((curve) => curve.starts_on)),
    grid: {left: 40, right: 12, top: 36, bottom: 28},
    tooltip: {...base.tooltip, valueFormatter: (value) => number(value) + '%'},
    xAxis: {type: 'category', data: maturities, boundaryGap: false, axisLabel: textStyle(), axisLine: {lineStyle: {color: color('line')}}},
    yAxis: valueAxis({axisLabel: {...textStyle(), formatter: '{value}%'}}),
    series: chosen.map((curve, i) => ({
      name: curve.starts_on, type: 'line', connectNulls: true, symbolSize: 6, z: 5 - i,
      data: maturities.map((maturity) => curve.values[maturity] ?? null),
      itemStyle: {color: color(tones[i])}, lineStyle: {width: i ? 1.4 : 2.4, type: i ? 'dashed' : 'solid'},
    })),
  };
}

function curveSummary(curves) {
  const newest = curves[curves.length - 1];
  const spread = newest && newest.values['10Y'] - newest.values['2Y'];
  if (!Number.isFinite(spread)) return '';
  const shape = spread < 0 ? 'inverted' : 'not inverted';
  return `${newest.starts_on}: 10 years ${number(newest.values['10Y'])}%, 2 years ${number(newest.values['2Y'])}%, difference ${signed(spread)} points (${shape}).`;
}

function rateOption(events, asOf) {
  const statements = events.filter((event) => event.kind === 'FOMC_STATEMENT' && isKnown(event.rate_upper));
  if (!statements.length) return null;
  const days = statements.map((event) => newYorkDay(event.event_time));
  const steps = (column) => [...statements.map((event, i) => [days[i], event[column]]), [asOf.slice(0, 10), statements[statements.length - 1][column]]];
  const base = frame();
  const edge = (name, column, tone) => ({name, type: 'line', step: 'end', showSymbol: false, data: steps(column), itemStyle: {color: color(tone)}, lineStyle: {width: 2}});
  return {
    ...base,
    legend: legend(['Upper bound', 'Lower bound']),
    grid: {left: 40, right: 12, top: 36, bottom: 28},
    tooltip: {...base.tooltip, valueFormatter: (value) => number(value) + '%'},
    xAxis: timeAxis(),
    yAxis: valueAxis({axisLabel: {...textStyle(), formatter: '{value}%'}}),
    series: [edge('Upper bound', 'rate_upper', 'accent'), edge('Lower bound', 'rate_lower', 'first')],
  };
}
