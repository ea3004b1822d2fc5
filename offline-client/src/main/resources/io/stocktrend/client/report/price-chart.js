// Candles with averages and volume, policy events, news, RSI and MACD over one axis of sessions.

const AVERAGES = [['sma_20', 'SMA 20', 'sma20'], ['sma_50', 'SMA 50', 'sma50'], ['sma_200', 'SMA 200', 'sma200']];

// Height of each panel in parts of what the chart has, from top to bottom.
const PANELS = [['price', 44], ['events', 8], ['news', 16], ['rsi', 15], ['macd', 15]];
const PANEL_TITLES = {events: 'Policy events', news: 'News sentiment, −1 to 1', rsi: 'RSI 14', macd: 'MACD 12, 26, 9'};
const EVENT_LANES = {TREASURY_AUCTION: 'Auction', FED_SPEECH: 'Fed', FED_PRESS_RELEASE: 'Fed', FOMC_STATEMENT: 'FOMC', FOMC_MINUTES: 'FOMC'};

// A day's place on the axis: its session, or else the next one, because that is when it can act.
function sessionOf(day, days) {
  return days.find((session) => session >= day);
}

function newYorkDay(iso) {
  return new Intl.DateTimeFormat('en-CA', {timeZone: 'America/New_York'}).format(new Date(iso));
}

// The sessions, and one more if there are stories after the last of them.
function axisDays(bars, stories) {
  const days = bars.map((bar) => bar.date);
  const last = days[days.length - 1];
  const newest = stories.reduce((latest, story) => (newYorkDay(story.event_time) > latest ? newYorkDay(story.event_time) : latest), last);
  if (newest > last) {
    let next = addDays(last, 1);
    while (!isWeekday(next)) next = addDays(next, 1);
    days.push(next > newest ? next : isWeekday(newest) ? newest : next);
  }
  return days;
}

function eventDay(event) {
  return event.kind === 'TREASURY_AUCTION' ? event.starts_on : newYorkDay(event.event_time);
}

// What the chart and its tooltip show, by session.
function priceModel(bars, stories, events) {
  const days = axisDays(bars, stories);
  const byDay = new Map(days.map((day) => [day, {stories: [], events: []}]));
  bars.forEach((bar) => (byDay.get(bar.date).bar = bar));
  stories.forEach((story) => {
    const day = sessionOf(newYorkDay(story.event_time), days);
    if (day && story.event_time >= days[0]) byDay.get(day).stories.push(story);
  });
  events.filter((event) => EVENT_LANES[event.kind] && eventDay(event) >= days[0]).forEach((event) => {
    const day = sessionOf(eventDay(event), days);
    if (day) byDay.get(day).events.push(event);
  });
  return {days, byDay};
}

function panelGrids(height) {
  const top = 56;
  const room = height - top - 66;
  const gap = 32;
  const parts = PANELS.reduce((sum, panel) => sum + panel[1], 0);
  let y = top;
  return PANELS.map(([name, part]) => {
    const size = ((room - gap * (PANELS.length - 1)) * part) / parts;
    const grid = {id: name, top: y, height: size, left: isNarrow() ? 46 : 58, right: isNarrow() ? 8 : 16};
    y += size + gap;
    return grid;
  });
}

function panelTitles(grids) {
  return grids.filter((grid) => PANEL_TITLES[grid.id]).map((grid) => ({
    text: PANEL_TITLES[grid.id], left: grid.left, top: grid.top - 22, padding: 0,
    textStyle: {...textStyle(), fontWeight: 600},
  }));
}

function priceSeries(model) {
  const values = (column) => model.days.map((day) => model.byDay.get(day).bar?.[column] ?? '-');
  const candles = {
    name: 'Price', type: 'candlestick', xAxisIndex: 0, yAxisIndex: 0,
    data: model.days.map((day) => {
      const bar = model.byDay.get(day).bar;
      return bar && isKnown(bar.open) ? [bar.open, bar.close, bar.low, bar.high] : '-';
    }),
    itemStyle: {color: color('up'), color0: color('down'), borderColor: color('up'), borderColor0: color('down')},
    markLine: meetingLines(model),
  };
  const averages = AVERAGES.map(([column, name, tone]) => line(name, values(column), 0, color(tone)));
  const volume = {
    name: 'Volume', type: 'bar', xAxisIndex: 0, yAxisIndex: 1, data: values('volume'),
    itemStyle: {color: color('neutral'), opacity: 0.35},
  };
  return [candles, ...averages, volume];
}

function line(name, data, panel, tone) {
  return {name, type: 'line', data, xAxisIndex: panel, yAxisIndex: panel ? panel + 1 : 0, showSymbol: false, itemStyle: {color: tone}, lineStyle: {width: 1.4, color: tone}};
}

function meetingLines(model) {
  const days = model.days.filter((day) => model.byDay.get(day).events.some((event) => event.kind === 'FOMC_STATEMENT'));
  return {
    symbol: 'none', silent: true,
    label: {...textStyle(), formatter: 'FOMC', position: 'end', fontSize: 11},
    lineStyle: {color: color('neutral'), type: 'dashed', opacity: 0.7},
    data: days.map((day) => ({xAxis: day})),
  };
}

function eventSeries(model) {
  const points = [];
  model.days.forEach((day) => {
    const lanes = new Set(model.byDay.get(day).events.map((event) => EVENT_LANES[event.kind]));
    lanes.forEach((lane) => points.push([day, lane]));
  });
  return [{name: 'Policy events', type: 'scatter', xAxisIndex: 1, yAxisIndex: 2, symbol: 'diamond', symbolSize: 8, data: points, itemStyle: {color: color('sma200')}}];
}

function tone(story) {
  return color(story.sentiment_score > 0.05 ? 'up' : story.sentiment_score < -0.05 ? 'down' : 'neutral');
}

function mean(stories) {
  const scores = stories.map((story) => story.sentiment_score).filter(isKnown);
  return scores.length ? scores.reduce((a, b) => a + b, 0) / scores.length : null;
}

function newsSeries(model) {
  const means = model.days.map((day) => mean(model.byDay.get(day).stories) ?? '-');
  const points = [];
  model.days.forEach((day) => model.byDay.get(day).stories.forEach((story) => points.push({
    value: [day, story.sentiment_score ?? 0],
    symbol: isKnown(story.sentiment_score) ? 'circle' : 'emptyCircle',
    itemStyle: {color: tone(story), opacity: 0.85},
  })));
  return [
    {name: 'Mean of the day', type: 'bar', xAxisIndex: 2, yAxisIndex: 3, data: means, barMaxWidth: 14, itemStyle: {color: color('neutral'), opacity: 0.3}},
    {name: 'Story', type: 'scatter', xAxisIndex: 2, yAxisIndex: 3, symbolSize: 8, data: points},
  ];
}

function indicatorSeries(model) {
  const values = (column) => model.days.map((day) => model.byDay.get(day).bar?.[column] ?? '-');
  const rsi = line('RSI', values('rsi_14'), 3, color('accent'));
  rsi.markLine = {
    symbol: 'none', silent: true, label: {show: false},
    lineStyle: {color: color('neutral'), type: 'dashed'}, data: [{yAxis: 30}, {yAxis: 70}],
  };
  const histogram = {
    name: 'Histogram', type: 'bar', xAxisIndex: 4, yAxisIndex: 5,
    data: values('macd_histogram').map((value) => ({value, itemStyle: {color: color(value < 0 ? 'down' : 'up'), opacity: 0.5}})),
  };
  return [rsi, histogram, line('MACD', values('macd'), 4, color('sma20')), line('Signal', values('macd_signal'), 4, color('sma50'))];
}

function priceAxes(grids, days) {
  const xAxis = grids.map((grid, i) => ({
    type: 'category', gridIndex: i, data: days, boundaryGap: true, axisTick: {show: false},
    axisLine: {onZero: false, lineStyle: {color: color('line')}},
    axisLabel: {...textStyle(), show: i === grids.length - 1, hideOverlap: true, alignMaxLabel: 'right'},
    axisPointer: {label: {show: i === grids.length - 1}},
  }));
  const plain = {splitNumber: 2};
  const yAxis = [
    valueAxis({gridIndex: 0, boundaryGap: ['24%', '4%'], axisLabel: {...textStyle(), formatter: (value) => figure(value).replace(/\.00$/, '')}}),
    {type: 'value', gridIndex: 0, show: false, max: (range) => range.max * 6},
    {type: 'category', gridIndex: 1, data: ['Auction', 'Fed', 'FOMC'], axisLabel: {...textStyle(), interval: 0, fontSize: 10}, axisTick: {show: false}, axisLine: {show: false}, splitLine: {show: true, lineStyle: {color: color('line')}}},
    valueAxis({gridIndex: 2, min: -1, max: 1, interval: 1}),
    valueAxis({gridIndex: 3, min: 0, max: 100, interval: 50}),
    valueAxis({gridIndex: 4, ...plain}),
  ];
  return {xAxis, yAxis};
}

function priceOption(model, sessions, height) {
  const grids = panelGrids(height);
  const base = frame();
  const all = grids.map((grid, i) => i);
  const first = Math.max(0, model.days.length - sessions);
  return {
    ...base,
    ...priceAxes(grids, model.days),
    grid: grids,
    title: panelTitles(grids),
    legend: legend(['Price', ...AVERAGES.map((average) => average[1])]),
    axisPointer: {link: [{xAxisIndex: 'all'}], lineStyle: {color: color('muted')}, label: {backgroundColor: color('muted'), color: color('panel')}},
    tooltip: {...base.tooltip, formatter: (points) => dayTip(points[0].axisValue, model)},
    dataZoom: [
      slider({xAxisIndex: all, startValue: first, endValue: model.days.length - 1, showDataShadow: false}),
      {type: 'inside', xAxisIndex: all, zoomOnMouseWheel: 'ctrl', moveOnMouseMove: !isNarrow(), disabled: isNarrow()},
    ],
    series: [...priceSeries(model), ...eventSeries(model), ...newsSeries(model), ...indicatorSeries(model)],
  };
}

function dayTip(day, model) {
  const {bar, stories, events} = model.byDay.get(day);
  const rows = bar ? [
    ['Close', `${figure(bar.close)} (${percent(bar.change)})`],
    ['Open, high, low', [bar.open, bar.high, bar.low].map(figure).join(' · ')],
    ['Volume', compact(bar.volume)],
    ['SMA 20, 50, 200', AVERAGES.map(([column]) => figure(bar[column])).join(' · ')],
    ['RSI', number(bar.rsi_14, 1)],
    ['MACD, signal', `${number(bar.macd)} · ${number(bar.macd_signal)}`],
    ['Trend', bar.trend ? title(bar.trend) : '–'],
  ] : [];
  const table = rows.map((row) => `<tr><td>${row[0]}</td><td>${escapeText(row[1])}</td></tr>`).join('');
  const running = bar ? (bar.is_final ? '' : ', running') : ', no bar yet';
  return `<strong>${escapeText(day)}</strong>${running}<table>${table}</table>`
    + events.slice(0, 4).map(eventTip).join('') + more(events, 4)
    + stories.slice(-4).map(storyTip).join('') + more(stories, 4);
}

function eventTip(event) {
  return `<div class="story">◆ ${escapeText(event.title)}</div>`;
}

function storyTip(story) {
  const score = isKnown(story.sentiment_score) ? signed(story.sentiment_score) : 'not scored';
  const by = [story.publisher, story.sentiment_label && title(story.sentiment_label), story.sentiment_model].filter(Boolean).map(escapeText);
  return `<div class="story"><strong>${score}</strong> ${escapeText(story.headline)}<br><small>${by.join(' · ')}</small></div>`;
}

function more(items, shown) {
  return items.length > shown ? `<div class="story">and ${items.length - shown} more</div>` : '';
}
