// The hand-in form where scripts run: what is typed is kept on the device, and sending again after a lost connection is safe.
'use strict';

(() => {
  const keptDays = 14;
  const notKept = name => name === 'proof' || name.startsWith('page.') || name.startsWith('uploads.') || name.startsWith('files.');
  const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (_, n) => values[n]);
  const typed = form => [...new FormData(form)].filter(([name, value]) => !notKept(name) && typeof value === 'string');
  const withoutKey = values => JSON.stringify(values.filter(([name, value]) => name !== 'idempotencyKey' && value !== ''));

  // Storage can be full or forbidden: the form works without it.
  const store = {
    read(key) {
      try {
        const kept = JSON.parse(localStorage.getItem(key));
        return kept && Date.now() - kept.at < keptDays * 86400000 ? kept : null;
      } catch { return null; }
    },
    write(key, values) { try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), values })); } catch { /* nothing is kept then */ } },
    // Whatever was left behind by forms that nobody sent.
    tidy() {
      try {
        for (const key of Object.keys(localStorage)) if (key.startsWith('cdd:') && !store.read(key)) localStorage.removeItem(key);
      } catch { /* nothing is kept */ }
    },
    remove(key) { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } },
  };

  const restore = (form, kept, words, changed) => {
    const left = new Map();
    for (const [name, value] of kept.values) left.set(name, [...(left.get(name) ?? []), value]);
    for (const [name] of left) {
      const [, table, line] = /^(.+)\[(\d+)\]\./.exec(name) ?? [];
      for (let tries = Number(line ?? -1) + 1; tries > 0 && table && !form.elements.namedItem(name); tries--) cddLines.make(form, table, words, changed);
    }
    for (const input of form.elements) {
      if (!input.name || notKept(input.name) || input.type === 'file') continue;
      const values = left.get(input.name) ?? [];
      if (input.type === 'checkbox' || input.type === 'radio') input.checked = values.includes(input.value);
      else input.value = values.shift() ?? (input.name === 'idempotencyKey' ? input.value : '');
    }
  };

  const note = (form, text, button) => {
    const box = Object.assign(document.createElement('div'), { className: 'draft' });
    box.setAttribute('role', 'status');
    box.append(Object.assign(document.createElement('p'), { textContent: text }));
    if (button) box.append(button);
    form.prepend(box);
    return box;
  };

  const start = () => {
    const form = document.querySelector('form.hand-in');
    if (!form) return;

    const words = JSON.parse(form.dataset.words);
    const [key, state, main] = [form.dataset.draft, form.querySelector('.send-state'), form.querySelector('.main')];
    const asMade = withoutKey(typed(form));
    let waiting;
    const save = () => {
      clearTimeout(waiting);
      const values = typed(form);
      if (withoutKey(values) === asMade) store.remove(key);
      else store.write(key, values);
    };
    const changed = said => {
      if (said) state.textContent = said;
      cddLines.refresh(form, words);
      cddWords.refresh(form);
      clearTimeout(waiting);
      waiting = setTimeout(save, 400);
    };

    cddLines.attach(form, words, changed);
    cddFiles.attach(form, words);
    store.tidy();
    const kept = store.read(key);
    if (!kept || withoutKey(kept.values) === asMade) store.remove(key);
    else if (form.dataset.refused === undefined) {
      restore(form, kept, words, changed);
      form.closest('details')?.setAttribute('open', '');
      const discard = Object.assign(document.createElement('button'), { type: 'button', textContent: words.draftDiscard });
      discard.addEventListener('click', () => { store.remove(key); clearTimeout(waiting); removeEventListener('pagehide', save); location.assign(form.action); });
      const at = new Date(kept.at).toLocaleString(form.dataset.language === 'th' ? 'th-TH' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
      note(form, fill(words.draftFound, at), discard);
    }
    cddLines.refresh(form, words);
    cddWords.refresh(form);
    main.after(Object.assign(document.createElement('p'), { className: 'note', textContent: words.draftNote }));
    form.addEventListener('input', () => changed());
    form.addEventListener('change', () => changed());
    addEventListener('pagehide', save);

    const fail = text => {
      state.textContent = text;
      state.className = 'send-state failed';
      main.textContent = words.sendAgain;
      main.removeAttribute('aria-disabled');
    };

    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (main.getAttribute('aria-disabled') === 'true') return;
      if (cddFiles.isRunning()) { state.textContent = words.stillUploading; return; }
      save();
      main.setAttribute('aria-disabled', 'true');
      state.className = 'send-state';
      state.textContent = words.sending;
      try {
        const values = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
        const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(values), headers: { 'Accept-Language': form.dataset.language } });
        if (answer.redirected && answer.ok) {
          removeEventListener('pagehide', save);
          store.remove(key);
          location.assign(answer.url);
        } else if (answer.headers.get('Content-Type')?.startsWith('text/html')) show(await answer.text(), save);
        else {
          const problem = await answer.json();
          fail(`${problem.title ?? ''} ${problem.detail ?? ''}`);
        }
      } catch {
        fail(words.offline);
      }
    });
  };

  // The same page with what is wrong, put in place of this one.
  const show = (html, save) => {
    removeEventListener('pagehide', save);
    const page = new DOMParser().parseFromString(html, 'text/html');
    document.title = page.title;
    document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')));
    start();
    const first = document.getElementById('errors') ?? document.querySelector('main');
    first.focus();
    first.scrollIntoView();
  };

  start();
})();
