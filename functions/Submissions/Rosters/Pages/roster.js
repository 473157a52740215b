// Rows pasted into any input of the list fill the table from there. Without it the page takes them in a box of their own.
const table = document.querySelector('.people table');

// The same quotation as in TabbedText: a cell with a line break stands in marks, doubled inside.
function cellsOf(text) {
  const rows = [];
  let row = [];
  const next = /(?:"((?:[^"]|"")*)"(?=\t|\r|\n|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let found; next.lastIndex < text.length && (found = next.exec(text));) {
    row.push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"').replaceAll(/\s*[\r\n]+\s*/g, ' '));
    if (found[3] !== '\t') {
      rows.push(row);
      row = [];
    }
  }
  if (row.length) rows.push([...row, '']);
  return rows.filter(cells => cells.some(cell => cell.trim()));
}

// As the page reads a pasted list: without the caption row, and without the running number, which has no input.
function people(rows) {
  const captions = [...table.tHead.rows[0].cells].map(c => c.textContent.replace('*', '').trim());
  if (rows[0].filter(cell => captions.includes(cell.trim())).length * 2 >= captions.length) rows = rows.slice(1);
  return rows.every(cells => /^[0-9๐-๙]+\.?$/.test(cells[0].trim())) ? rows.map(cells => cells.slice(1)) : rows;
}

function put(input, text) {
  const value = text.trim();
  if (input.tagName === 'SELECT') {
    const option = [...input.options].find(o => o.value === value || o.text.trim() === value);
    if (value && !option) input.add(new Option(value, value)); // kept as it came: the check says that there is no such choice
    input.value = option ? option.value : value;
  } else {
    input.value = value;
  }
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

table?.addEventListener('paste', event => {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\t\n\r]/.test(text.trimEnd())) return;

  event.preventDefault();
  const lines = [...table.tBodies[0].rows].map(r => [...r.querySelectorAll('input, select, textarea')]);
  const top = lines.findIndex(inputs => inputs.includes(event.target));
  const left = lines[top].indexOf(event.target);
  const rows = cellsOf(text);
  let over = false;
  (left === 0 && 'numbered' in table.dataset ? people(rows) : rows).forEach((cells, down) => cells.forEach((cell, right) => {
    const input = lines[top + down]?.[left + right];
    if (input) put(input, cell);
    else if (cell.trim()) over = true;
  }));
  document.querySelector('.people .over').textContent = over ? table.dataset.over : '';
});
