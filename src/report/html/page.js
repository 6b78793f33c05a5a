// Filters, copies, changes the theme. The page is whole without it. It reads text from the
// document and writes text into it, never markup.
(() => {
  'use strict';
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Theme: the system's, until a person chooses. What is chosen is kept where that is possible.
  const theme = one('#theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const kept = () => { try { return localStorage.getItem('tfgate-theme'); } catch { return null; } };
  const keep = (name) => { try { localStorage.setItem('tfgate-theme', name); } catch { /* not kept */ } };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
  const label = () => { theme.textContent = isDark() ? 'Light theme' : 'Dark theme'; };
  if (['dark', 'light'].includes(kept())) root.dataset.theme = kept();
  theme.hidden = false;
  label();
  system.addEventListener('change', label);
  theme.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    keep(root.dataset.theme);
    label();
  });

  // Commands and blocks are copied in one piece.
  const copied = async (text, pre) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      getSelection().selectAllChildren(pre);
      document.execCommand('copy');
    }
  };
  for (const block of all('.copy')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      const pre = one('pre', block);
      await copied(pre.textContent, pre);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
    block.append(button);
  }

  const form = one('#filters');
  if (!form) return;
  form.hidden = false;
  const search = one('#search');
  const reset = one('[type=reset]', form);

  // A card is found by what it says and by any of its subjects.
  const item = (element) => ({ element, data: element.dataset, text: null });
  const textOf = (it) => (it.text ??= it.element.textContent.toLowerCase());
  const cards = all('.finding').map((element) => ({ ...item(element), subjects: all('.subject', element).map(item) }));
  for (const card of cards) {
    for (const subject of card.subjects) subject.data = { ...card.data, ...subject.element.dataset };
  }
  const others = all('.change, .price').map(item);
  const subjects = cards.reduce((sum, card) => sum + card.subjects.length, 0);
  const changes = others.filter((it) => it.element.classList.contains('change'));
  const folds = all('main details');
  const groups = all('.list, .same, .bars, .module');

  const ticked = (name) => all(`input[name=${name}]:checked`, form).map((box) => box.value);
  const chosen = (name) => one(`select[name=${name}]`, form)?.value ?? '*';
  const state = () => ({
    words: search.value.toLowerCase().split(/\s+/).filter(Boolean),
    kinds: ticked('kind'), gates: ticked('gate'), module: chosen('module'), plan: chosen('plan'),
  });
  const isInside = (module, wanted) => wanted === '*' || module === wanted
    || (wanted !== '' && module.startsWith(`${wanted}.`));
  const fits = (data, now) => (!now.kinds.length || !data.kind || now.kinds.includes(data.kind))
    && (!now.gates.length || !data.gate || now.gates.includes(data.gate))
    && (now.plan === '*' || data.plan === now.plan)
    && (now.module === '*' || (data.module !== undefined && isInside(data.module, now.module)));

  const LIMIT = 200; // Folded groups with more hits stay closed; they are counted all the same.
  const apply = () => {
    const now = state();
    const active = now.words.length + now.kinds.length + now.gates.length > 0
      || now.module !== '*' || now.plan !== '*';
    let found = 0;
    for (const card of cards) {
      // Words may stand in the card's own text, or in the lines of one subject.
      const whole = now.words.every((word) => textOf(card).includes(word));
      const own = card.subjects.map((it) => whole && fits(it.data, now)
        && now.words.every((word) => textOf(it).includes(word)));
      const any = own.includes(true);
      let shown = 0;
      card.subjects.forEach((it, at) => {
        const show = any ? own[at] : whole && fits(it.data, now);
        it.element.hidden = !show;
        if (show) shown += 1;
      });
      card.element.hidden = shown === 0;
      found += shown;
    }
    let changed = 0;
    for (const it of others) {
      const show = fits(it.data, now) && now.words.every((word) => textOf(it).includes(word));
      it.element.hidden = !show;
      if (show && it.element.classList.contains('change')) changed += 1;
    }
    for (const group of groups) {
      const within = all('.change, .price', group);
      group.hidden = within.length > 0 && within.every((element) => element.hidden);
      const heading = group.previousElementSibling;
      if (heading?.matches('h4')) heading.hidden = group.hidden;
    }
    const sections = one('select[name=plan]', form) ? all('[data-section]') : [];
    for (const section of sections) {
      section.hidden = now.plan !== '*' && section.dataset.section !== now.plan;
    }
    for (const fold of folds) {
      const hits = active && !fold.open
        ? all('.subject, .change, .price', fold).filter((element) => !element.closest('[hidden]')).length : 0;
      const opens = fold.matches('.fold, .more') && hits > 0 && hits <= LIMIT;
      if (opens) { fold.open = true; fold.dataset.opened = ''; }
      if (!active && 'opened' in fold.dataset) { fold.open = false; delete fold.dataset.opened; }
    }
    reset.hidden = !active;
    one('#shown').textContent = active
      ? `${found} of ${subjects} findings, ${changed} of ${changes.length} changes`
      : `${subjects} findings, ${changes.length} changes`;
  };
  let waiting = 0;
  const soon = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(apply);
  };
  form.addEventListener('input', soon);
  form.addEventListener('reset', () => setTimeout(soon));
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();

  // `/` searches, `j` and `k` go from finding to finding.
  const go = (step) => {
    const there = all('.finding').filter((element) => element.checkVisibility());
    if (!there.length) return;
    const at = there.indexOf(document.activeElement?.closest('.finding'));
    const next = at < 0 ? (step > 0 ? 0 : there.length - 1) : at + step;
    const target = there[Math.min(Math.max(next, 0), there.length - 1)];
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'start' });
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && event.target === search) {
      search.value = '';
      search.blur();
      soon();
      return;
    }
    if (event.target.matches?.('input[type=search], select, textarea')) return;
    if (event.key === '/') {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === 'j') go(1);
    else if (event.key === 'k') go(-1);
  });
})();
