// Repeated lines of a form: added and taken away on the spot, with running totals; and how many letters are left.
'use strict';

window.cddLines = (() => {
  const letters = text => window.Intl?.Segmenter ? [...new Intl.Segmenter('th').segment(text)].length : [...text].length;

  const number = lines => {
    const pattern = lines.querySelector('template').content.querySelector('legend').textContent;
    const all = [...lines.querySelectorAll('.line')];
    all.forEach((line, n) => { line.querySelector('legend').textContent = pattern.replace('__n__', n + 1); });
    const add = lines.querySelector('.add');
    if (add) add.hidden = lines.dataset.most !== undefined && all.length >= Number(lines.dataset.most);
  };

  const total = form => {
    for (const output of form.querySelectorAll('output[data-sum-of]')) {
      const cells = [...form.querySelectorAll('input[data-sum]')].filter(i => i.dataset.sum === output.dataset.sumOf);
      const satang = cells.reduce((sum, cell) => sum + Math.round((cddWords.number(cell.value) ?? 0) * 100), 0);
      output.textContent = (satang / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    }
  };

  const count = (form, words) => {
    for (const note of form.querySelectorAll('[data-count]')) {
      const input = form.ownerDocument.getElementById(note.dataset.count);
      const left = Number(input?.dataset.most) - letters(input?.value.trim() ?? '');
      note.hidden = !input?.value;
      note.textContent = note.dataset.words.replace('{0}', left.toLocaleString('en-US'));
      note.classList.toggle('over', left < 0);
    }
  };

  const removable = (lines, line, words, changed) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet remove', textContent: words.removeLine });
    button.setAttribute('aria-label', `${words.removeLine}: ${line.querySelector('legend').textContent}`);
    button.addEventListener('click', () => {
      line.remove();
      number(lines);
      lines.querySelector('.add').focus();
      changed(words.removed);
    });
    line.append(button);
  };

  const addLine = (lines, words, changed) => {
    const n = Number(lines.dataset.next);
    lines.dataset.next = n + 1;
    const line = lines.querySelector('template').content.querySelector('.line').cloneNode(true);
    for (const element of [line, ...line.querySelectorAll('*')]) {
      for (const attribute of [...element.attributes]) {
        if (attribute.value.includes('__n__')) element.setAttribute(attribute.name, attribute.value.replaceAll('__n__', n));
      }
    }
    lines.querySelector('template').before(line);
    number(lines);
    removable(lines, line, words, changed);
    return line;
  };

  return {
    refresh(form, words) { total(form); count(form, words); },
    // As many lines as a draft has values for.
    make(form, name, words, changed) {
      const lines = form.querySelector(`[data-lines="${CSS.escape(name)}"]`);
      if (lines && (lines.dataset.most === undefined || lines.querySelectorAll('.line').length < Number(lines.dataset.most))) addLine(lines, words, changed);
    },
    attach(form, words, changed) {
      for (const lines of form.querySelectorAll('[data-lines]')) {
        const add = lines.querySelector('.add');
        number(lines);
        if (!add) continue;
        for (const line of lines.querySelectorAll('.line')) removable(lines, line, words, changed);
        add.addEventListener('click', event => {
          event.preventDefault();
          addLine(lines, words, changed).querySelector('input, select, textarea')?.focus();
          changed();
        });
      }
    },
  };
})();
