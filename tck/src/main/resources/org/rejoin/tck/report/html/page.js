'use strict';
(() => {
  const form = document.getElementById('filters');
  const count = document.getElementById('filter-count');
  const control = name => document.getElementById('filter-' + name);
  const rows = [...document.querySelectorAll('.row')];
  const holders = [...document.querySelectorAll('.kind,.group,#checks h3')];
  const words = new Map();
  const FEW = 40;

  const has = (row, field, value) => !value || (row.dataset[field] || '').split(' ').includes(value);
  const says = (row, text) => {
    if (!text) {
      return true;
    }
    if (!words.has(row)) {
      words.set(row, row.textContent.toLowerCase());
    }
    return words.get(row).includes(text);
  };

  /** A heading is off if all that it heads is; anything else if no row in it is on. */
  const isOn = holder => {
    if (holder.tagName !== 'H3') {
      return holder.querySelector('.row:not([data-off])') !== null;
    }
    let groups = 0;
    for (let next = holder.nextElementSibling; next && next.tagName !== 'H3'; next = next.nextElementSibling) {
      if (next.matches('.group:not([data-off])')) {
        return true;
      }
      groups += next.matches('.group') ? 1 : 0;
    }
    return groups === 0;
  };

  const apply = () => {
    const verdict = control('verdict').value;
    const rule = control('rule').value;
    const platform = control('platform').value;
    const text = control('text').value.trim().toLowerCase();
    const all = !verdict && !rule && !platform && !text;
    let on = 0;
    for (const row of rows) {
      // A rule is on no platform: only a choice of rule, verdict or words concerns it.
      const fits = (!verdict || row.dataset.v === verdict) && has(row, 'r', rule)
        && (row.tagName === 'TR' ? !platform : has(row, 'p', platform)) && says(row, text);
      row.toggleAttribute('data-off', !fits);
      on += fits ? 1 : 0;
    }
    for (const holder of holders) {
      holder.toggleAttribute('data-off', !all && !isOn(holder));
      if (!all && on <= FEW && holder.tagName === 'DETAILS') {
        holder.open = true;
      }
    }
    count.textContent = all ? '' : on === 0 ? 'nothing fits' : on + ' of ' + rows.length + ' shown';
  };

  /** What a link points to may be filtered away, or within something closed. */
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return;
    }
    if (target.closest('[data-off]')) {
      form.reset();
      apply();
    }
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') {
        at.open = true;
      }
    }
    if (target.tagName === 'TR') {
      target.querySelector('details').open = true;
    }
    target.scrollIntoView();
  };

  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  addEventListener('hashchange', reveal);

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('.card:not([open])')];
    closed.forEach(card => { card.open = true; });
  });
  addEventListener('afterprint', () => closed.forEach(card => { card.open = false; }));

  form.hidden = false;
  reveal();
})();
