// The cards of the symbols, the facts of one, its stories, and the policy events.

function fillCards(symbols, choose) {
  const place = document.getElementById('symbols');
  if (!symbols.length) place.append(element('p', 'muted', 'No symbols yet: no prices, quotes or news were collected.'));
  symbols.forEach((symbol) => {
    const card = element('button');
    card.type = 'button';
    card.dataset.symbol = symbol.name;
    const bar = symbol.bars[symbol.bars.length - 1];
    card.append(element('span', 'name', symbol.name), element('span', 'price', bar ? figure(bar.close) : '–'));
    card.append(element('span', 'muted small', bar?.trend ? title(bar.trend) : 'No trend'));
    card.append(element('span', 'change ' + direction(bar?.change), percent(bar?.change)));
    const score = mean(symbol.stories);
    card.append(element('span', 'detail muted small', `RSI ${bar ? number(bar.rsi_14, 0) : '–'} · news ${signed(score)}`));
    card.addEventListener('click', () => choose(symbol.name));
    place.append(card);
  });
}

function markCard(name) {
  document.querySelectorAll('#symbols button').forEach((card) => card.setAttribute('aria-pressed', String(card.dataset.symbol === name)));
}

function fillQuote(symbol) {
  const facts = document.getElementById('quote');
  facts.replaceChildren();
  const quote = symbol?.quote;
  if (!quote) return;
  const pairs = [
    ['Quote', `${figure(quote.close)} ${quote.currency ?? ''}`],
    ['at', moment(quote.event_time)],
    ['Market cap', compact(quote.market_cap)],
    ['P/E', number(quote.pe_ratio, 1)],
    ['Forward P/E', number(quote.forward_pe, 1)],
    ['Dividend yield', isKnown(quote.dividend_yield) ? number(quote.dividend_yield * 100) + '%' : '–'],
    ['52 weeks', `${figure(quote.fifty_two_week_low)} to ${figure(quote.fifty_two_week_high)}`],
  ];
  pairs.forEach(([name, value]) => {
    const pair = element('div');
    pair.append(element('dt', '', name), element('dd', '', value));
    facts.append(pair);
  });
}

// An address from outside is only a link if it can be nothing but a page.
function isPage(address) {
  return /^https?:\/\//i.test(address ?? '');
}

function fillStories(symbol) {
  const list = document.getElementById('news');
  list.replaceChildren();
  document.getElementById('news-symbol').textContent = symbol ? 'about ' + symbol.name : '';
  if (!symbol?.stories.length) list.append(element('li', 'muted', 'No stories about this symbol yet.'));
  [...(symbol?.stories ?? [])].reverse().slice(0, 20).forEach((story) => list.append(storyItem(story)));
}

function storyItem(story) {
  const item = element('li');
  const known = isKnown(story.sentiment_score);
  const score = element('span', 'score ' + direction(story.sentiment_score), known ? `${signed(story.sentiment_score)}` : 'no score');
  const text = element('span');
  const headline = element(isPage(story.url) ? 'a' : 'span', '', story.headline);
  if (isPage(story.url)) {
    headline.href = story.url;
    headline.rel = 'noopener noreferrer nofollow';
    headline.target = '_blank';
  }
  const label = story.sentiment_label ? title(story.sentiment_label) : null;
  text.append(headline, element('br'), element('span', 'muted small', [label, story.publisher, moment(story.event_time)].filter(Boolean).join(' · ')));
  item.append(score, text);
  return item;
}

function eventText(event) {
  const parts = [event.title];
  if (event.speaker && !event.title.includes(event.speaker)) parts.push(event.speaker);
  if (event.has_projections) parts.push('with projections');
  if (isKnown(event.rate_upper)) parts.push(`target ${number(event.rate_lower)} to ${number(event.rate_upper)}%`);
  const [offered, cover, highYield, investmentRate] = event.values;
  if (isKnown(offered)) parts.push(compact(offered) + ' USD offered');
  if (isKnown(highYield ?? investmentRate)) parts.push(`high ${number(highYield ?? investmentRate)}%`);
  if (isKnown(cover)) parts.push('bid to cover ' + number(cover));
  return parts.join(', ');
}

// Meetings and auctions have days of their own; the rest has the day of its publication.
function dayOf(event) {
  const planned = ['FOMC_MEETING', 'TREASURY_AUCTION'].includes(event.kind);
  return planned && event.starts_on ? event.starts_on : event.event_time.slice(0, 10);
}

function fillEventGroup(body, name, events) {
  if (!events.length) return;
  const heading = element('th', '', name);
  heading.colSpan = 2;
  heading.scope = 'rowgroup';
  body.insertRow().append(heading);
  events.forEach((event) => {
    const row = body.insertRow();
    row.append(element('td', '', event.day), element('td', '', eventText(event)));
  });
}

// What comes next, the nearest first, then what was last.
function fillEvents(events, asOf) {
  const today = asOf.slice(0, 10);
  const dated = events.map((event) => ({...event, day: dayOf(event)}));
  const coming = dated.filter((event) => event.day >= today).sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, 8);
  const past = dated.filter((event) => event.day < today && event.kind !== 'FOMC_MEETING').sort((a, b) => (a.day > b.day ? -1 : 1)).slice(0, 14);
  const body = document.querySelector('#events tbody');
  fillEventGroup(body, 'From today on', coming);
  fillEventGroup(body, 'Before', past);
  if (!body.rows.length) {
    const cell = element('td', 'muted', 'No policy events yet.');
    cell.colSpan = 2;
    body.insertRow().append(cell);
  }
}
