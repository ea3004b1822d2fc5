// Puts the page together and follows the reader's choices.

const RANGES = [['1M', 21], ['3M', 63], ['6M', 126], ['1Y', 252], ['All', Infinity]];

const data = JSON.parse(document.getElementById('report-data').textContent);
const events = named(data.events);
const curves = named(data.curves);
const symbols = data.symbols.map((name) => ({
  name,
  bars: named(data.bars, data.bars.bySymbol[name]),
  stories: named(data.news, data.news.bySymbol[name]),
  quote: named(data.quotes).find((quote) => quote.symbol === name),
}));
const view = {
  symbol: symbols[0], sessions: isNarrow() ? 63 : 126, series: firstSeries(), session: -1, model: null,
};

// The one that is read first: with revisions, and of the whole economy.
function firstSeries() {
  return data.macro.series.find((series) => series.indicator === 'real_gdp')
    ?? data.macro.series.find((series) => series.points.some((point) => point[3] > 1))
    ?? data.macro.series[0];
}

function drawPrices() {
  const bars = view.symbol?.bars ?? [];
  view.model = bars.length ? priceModel(bars, view.symbol.stories, events) : null;
  view.session = -1;
  const height = document.getElementById('price-chart').clientHeight;
  draw('price-chart', view.model && priceOption(view.model, view.sessions, Math.max(height, 700)));
}

function drawMacro() {
  draw('macro-chart', macroOption(view.series));
  document.getElementById('macro-summary').textContent = view.series ? macroSummary(view.series) : '';
}

function drawAll() {
  drawPrices();
  drawMacro();
  draw('curve-chart', curveOption(curves));
  draw('rate-chart', rateOption(events, data.asOf));
  draw('freshness-chart', freshnessOption(data.freshness));
}

function chooseSymbol(name) {
  view.symbol = symbols.find((symbol) => symbol.name === name);
  markCard(name);
  document.getElementById('prices-heading').textContent = 'Prices of ' + name;
  fillQuote(view.symbol);
  fillStories(view.symbol);
  drawPrices();
}

function chooseRange(sessions) {
  view.sessions = sessions;
  document.querySelectorAll('#ranges button').forEach((button, i) => button.setAttribute('aria-pressed', String(RANGES[i][1] === sessions)));
  drawPrices();
}

function fillRanges() {
  RANGES.forEach(([name, sessions]) => {
    const button = element('button', '', name);
    button.type = 'button';
    button.addEventListener('click', () => chooseRange(sessions));
    document.getElementById('ranges').append(button);
  });
}

function fillSeries() {
  const select = document.getElementById('macro-series');
  data.macro.series.forEach((series, i) => {
    const option = element('option', '', title(series.indicator) + (series.country === 'USA' ? '' : ' ' + series.country));
    option.value = i;
    option.selected = series === view.series;
    select.append(option);
  });
  select.addEventListener('change', () => {
    view.series = data.macro.series[select.value];
    drawMacro();
  });
}

// The arrow keys move the reading from session to session, for the eye and the screen reader.
function readSession(step) {
  if (!view.model) return;
  const last = view.model.days.length - 1;
  view.session = view.session < 0 ? last : Math.min(last, Math.max(0, view.session + step));
  const day = view.model.days[view.session];
  charts.get('price-chart').dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: view.session});
  const {bar, stories} = view.model.byDay.get(day);
  const price = bar ? `close ${figure(bar.close)}, ${percent(bar.change)}` : 'no bar';
  document.getElementById('price-reading').textContent = `${day}: ${price}, ${stories.length} ${stories.length === 1 ? 'story' : 'stories'}`;
}

function listen() {
  document.getElementById('theme').addEventListener('click', () => {
    setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
    drawAll();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    setTheme(preferredTheme());
    drawAll();
  });
  document.getElementById('price-chart').addEventListener('keydown', (event) => {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (step) {
      event.preventDefault();
      readSession(step);
    }
  });
  let width = document.documentElement.clientWidth;
  addEventListener('resize', () => {
    if (document.documentElement.clientWidth === width) return;
    width = document.documentElement.clientWidth;
    charts.forEach((chart) => chart.resize());
    drawAll();
  });
}

function leftOut() {
  const most = (table) => Math.max(0, ...Object.values(table.bySymbol).map((rows) => rows.length));
  return `To stay below 5 MB this page holds the last ${most(data.bars)} daily bars and ${most(data.news)} stories a symbol at most, and the last`
    + ` ${Math.max(0, ...data.macro.series.map((series) => series.points.length))} observations a series;`
    + ' stocktrend query and stocktrend export have everything.';
}

function start() {
  setTheme(preferredTheme());
  document.getElementById('as-of').textContent = `· as of ${moment(data.asOf)}`;
  document.getElementById('synthetic').hidden = !data.synthetic;
  document.getElementById('left-out').textContent = leftOut();
  fillCards(symbols, chooseSymbol);
  fillRanges();
  fillSeries();
  fillEvents(events, data.asOf);
  fillFreshness(data.freshness, data.createdAt);
  document.getElementById('curve-summary').textContent = curveSummary(curves);
  if (view.symbol) chooseSymbol(view.symbol.name);
  else fillStories(null);
  chooseRange(view.sessions);
  drawAll();
  listen();
}

start();
