// Draws the satisfaction chart from the table beneath it, so that page and chart can never disagree.
(function () {
  'use strict';
  // A bound is printed with its sign.
  function number(text) { return Number(text.replace(/[^0-9.]/g, '')); }
  var holder = document.querySelector('[data-chart="ratings"]');
  if (!holder || !window.echarts) return;
  var rows = Array.prototype.slice
    .call(document.querySelectorAll('[data-chart-source="ratings"] tr[data-value]'))
    .filter(function (row) { return /[0-9]/.test(row.dataset.value); })
    .map(function (row) {
      return {
        name: row.dataset.name,
        value: number(row.dataset.value),
        said: row.dataset.value,
        // A bound has no interval.
        interval: row.dataset.lower ? row.dataset.lower + '–' + row.dataset.upper : '',
        lower: number(row.dataset.lower || ''),
        upper: number(row.dataset.upper || '')
      };
    })
    .reverse();
  if (!rows.length) return;
  holder.classList.add('drawn');
  holder.style.height = 56 + rows.length * 34 + 'px';
  var narrow = holder.clientWidth < 560;
  var chart = window.echarts.init(holder, null, { renderer: 'svg' });
  chart.setOption({
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    grid: { left: narrow ? 112 : 168, right: 24, top: 8, bottom: 32 },
    xAxis: {
      type: 'value', min: 0, max: 100, interval: narrow ? 50 : 20,
      axisLabel: { formatter: '{value} %', color: '#55656d' },
      splitLine: { lineStyle: { color: '#e8eef0' } }
    },
    yAxis: {
      type: 'category', data: rows.map(function (r) { return r.name; }),
      axisTick: { show: false }, axisLine: { lineStyle: { color: '#b9c5ca' } },
      axisLabel: { color: '#17303a', width: narrow ? 100 : 156, overflow: 'truncate' }
    },
    tooltip: {
      trigger: 'axis', axisPointer: { type: 'shadow' },
      formatter: function (points) {
        var r = rows[points[0].dataIndex];
        return r.name + '<br><b>' + r.said + ' %</b>' + (r.interval ? ' (' + r.interval + ')' : '');
      }
    },
    series: [
      { type: 'bar', data: rows.map(function (r) { return r.value; }), barWidth: 14, itemStyle: { color: '#14566b', borderRadius: [0, 3, 3, 0] } },
      {
        type: 'custom', z: 3, silent: true,
        data: rows.map(function (r, i) { return [r.lower, r.upper, i]; }).filter(function (d) { return rows[d[2]].interval; }),
        encode: { x: [0, 1], y: 2 },
        renderItem: function (params, api) {
          var low = api.coord([api.value(0), api.value(2)]);
          var high = api.coord([api.value(1), api.value(2)]);
          var line = { stroke: '#e08a3c', lineWidth: 2 };
          function segment(x1, y1, x2, y2) { return { type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: line }; }
          return { type: 'group', children: [
            segment(low[0], low[1], high[0], high[1]),
            segment(low[0], low[1] - 5, low[0], low[1] + 5),
            segment(high[0], high[1] - 5, high[0], high[1] + 5)
          ] };
        }
      }
    ]
  });
  window.addEventListener('resize', function () { chart.resize(); });
})();
