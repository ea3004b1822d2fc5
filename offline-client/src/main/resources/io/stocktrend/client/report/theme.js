// Light and dark, and what every chart has in common.

const charts = new Map();

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  const button = document.getElementById('theme');
  button.setAttribute('aria-pressed', String(theme === 'dark'));
}

function preferredTheme() {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

// Draws an option into the element of that id, or says there what is missing.
function draw(id, option) {
  const place = document.getElementById(id);
  if (!option) {
    if (charts.has(id)) charts.get(id).dispose();
    charts.delete(id);
    place.classList.add('empty');
    place.textContent = place.dataset.empty;
    return;
  }
  if (!charts.has(id)) {
    place.classList.remove('empty');
    place.textContent = '';
    charts.set(id, echarts.init(place));
  }
  charts.get(id).setOption(option, true);
}

function isNarrow() {
  return document.documentElement.clientWidth < 600;
}

function textStyle() {
  return {color: color('muted'), fontSize: 12, fontWeight: 'normal', fontFamily: getComputedStyle(document.body).fontFamily};
}

function frame() {
  return {
    animation: false,
    aria: {enabled: true},
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      backgroundColor: color('panel'),
      borderColor: color('line'),
      textStyle: {color: color('ink'), fontSize: 13},
      extraCssText: 'max-width:min(340px, 80vw);',
      className: 'tip',
    },
  };
}

function legend(names, top = 0) {
  return {data: names, top, left: 0, itemWidth: 16, itemHeight: 8, itemGap: 12, textStyle: textStyle(), inactiveColor: color('line')};
}

function valueAxis(more = {}) {
  return {
    type: 'value',
    scale: true,
    axisLabel: textStyle(),
    splitLine: {lineStyle: {color: color('line')}},
    ...more,
  };
}

function timeAxis(more = {}) {
  return {
    type: 'time',
    axisLabel: {...textStyle(), hideOverlap: true},
    axisLine: {lineStyle: {color: color('line')}},
    ...more,
  };
}

function slider(more = {}) {
  return {
    type: 'slider',
    height: 26,
    bottom: 6,
    borderColor: color('line'),
    fillerColor: color('accent') + '22',
    handleStyle: {color: color('accent'), borderColor: color('accent')},
    moveHandleSize: 4,
    textStyle: textStyle(),
    brushSelect: false,
    ...more,
  };
}
