// Text and numbers for people. Whatever reaches innerHTML goes through escapeText first.

function escapeText(text) {
  const entities = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};
  return String(text).replace(/[&<>"']/g, (c) => entities[c]);
}

function isKnown(value) {
  return value !== null && value !== undefined;
}

function number(value, digits = 2) {
  if (!isKnown(value)) return '–';
  return value.toLocaleString('en-US', {minimumFractionDigits: digits, maximumFractionDigits: digits});
}

// Two decimals for prices and percentages, none for what is in the thousands.
function figure(value) {
  return number(value, Math.abs(value) >= 10000 ? 0 : 2);
}

function percent(fraction) {
  return isKnown(fraction) ? signed(fraction * 100) + '%' : '–';
}

function signed(value, digits = 2) {
  if (!isKnown(value)) return '–';
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return sign + number(Math.abs(value), digits);
}

function compact(value) {
  return isKnown(value) ? value.toLocaleString('en-US', {notation: 'compact', maximumFractionDigits: 2}) : '–';
}

function direction(value) {
  return value > 0 ? 'up' : value < 0 ? 'down' : '';
}

// 2026-11-20T21:00:00Z as 2026-11-20 21:00 UTC
function moment(iso) {
  return isKnown(iso) ? iso.slice(0, 10) + ' ' + iso.slice(11, 16) + ' UTC' : '–';
}

function age(iso, now) {
  const hours = (Date.parse(now) - Date.parse(iso)) / 3600e3;
  if (hours < 1) return 'within the hour';
  return hours < 48 ? Math.floor(hours) + ' h ago' : Math.floor(hours / 24) + ' days ago';
}

const ACRONYMS = /\b(gdp|cpi|pce|vix|wti|nsa|m2)\b/g;

// real_gdp as Real GDP
function title(name) {
  const words = name.toLowerCase().replace(/_/g, ' ').replace(ACRONYMS, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (isKnown(text)) made.textContent = text;
  return made;
}

// Rows as arrays become objects with the columns' names.
function named(table, rows = table.rows) {
  return rows.map((row) => Object.fromEntries(table.columns.map((column, i) => [column, row[i]])));
}

function addDays(day, days) {
  return new Date(Date.parse(day) + days * 86400e3).toISOString().slice(0, 10);
}

function isWeekday(day) {
  return ![0, 6].includes(new Date(day).getUTCDay());
}
