// Files of the hand-in form: sent ahead with progress, measured by the server, refused at once when they break a limit.
'use strict';

window.cddFiles = (() => {
  let running = 0;
  addEventListener('beforeunload', event => { if (running > 0) event.preventDefault(); });

  const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (_, n) => values[n]);

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // What the server says is wrong: each fault of the file, else the sentence of the refusal.
  const why = async (answer, words) => {
    const problem = await answer.json().catch(() => ({}));
    return Object.values(problem.errors ?? {}).flat().join(' ') || problem.detail || words.uploadFailed;
  };

  const put = (ticket, file, headers, progress, signal) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', ticket.putUrl);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = event => { if (event.lengthComputable) progress.value = event.loaded / event.total; };
    request.onload = () => resolve(new Response(request.responseText || '{}', { status: request.status }));
    request.onerror = request.ontimeout = () => reject(new TypeError('network'));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });

  // One file: ticket, bytes, and, where they went past the application, the question what became of them.
  const send = async (form, field, file, progress, status, words, signal) => {
    const uploads = `/api/campaigns/${encodeURIComponent(form.dataset.campaign)}/uploads`;
    // The proof says for which of this browser's links the page was made.
    const ours = { 'Accept-Language': form.dataset.language, 'x-form-proof': form.elements.proof.value };
    const announced = await fetch(uploads, {
      method: 'POST', signal, headers: { ...ours, 'Content-Type': 'application/json' },
      body: JSON.stringify({ fileName: file.name, contentType: file.type, length: file.size, task: form.dataset.task, field }),
    });
    if (!announced.ok) return { wrong: await why(announced, words) };

    const ticket = await announced.json();
    const local = !ticket.headers;
    const stored = await put(ticket, file, ticket.headers ?? ours, progress, signal);
    status.textContent = words.measuring;
    if (!stored.ok) return { wrong: local ? await why(stored, words) : words.uploadFailed };
    const answer = local ? stored : await fetch(`${uploads}/${ticket.uploadId}/measure`, { method: 'POST', signal, headers: ours });
    return answer.ok ? await answer.json() : { wrong: await why(answer, words) };
  };

  const add = (form, box, file, words) => {
    const [list, field, most] = [box.querySelector('.taken'), box.dataset.field, Number(box.dataset.most)];
    const stop = new AbortController();
    const progress = make('progress', { max: 1, value: 0 });
    progress.setAttribute('aria-label', file.name);
    const status = make('span', { className: 'note', textContent: fill(words.uploading, file.name) });
    const cancel = make('button', { type: 'button', className: 'quiet', textContent: words.cancel, onclick: () => stop.abort() });
    const item = make('li', {}, status, progress, cancel);
    list.append(item);

    const refuse = (message, retry) => {
      const again = retry ? [make('button', { type: 'button', className: 'quiet', textContent: words.retry, onclick: () => { item.remove(); add(form, box, file, words); } })] : [];
      item.className = 'refused';
      item.replaceChildren(make('span', { className: 'wrong', textContent: `${file.name}: ${message}` }), ...again,
        make('button', { type: 'button', className: 'quiet', textContent: words.cancel, onclick: () => item.remove() }));
    };

    if (file.size > Number(box.dataset.bytes)) return refuse(fill(words.tooLarge, file.name), false);
    const kept = list.querySelectorAll('input:checked').length;
    if (most > 1 && kept + list.querySelectorAll('progress').length > most) return refuse(fill(words.tooMany, most), false);

    running++;
    send(form, field, file, progress, status, words, stop.signal).then(answer => {
      if (answer.wrong) return refuse(answer.wrong, false);
      if (most === 1) for (const other of [...list.children]) if (other !== item) other.remove();
      const box = make('input', { type: 'checkbox', name: `uploads.${field}`, value: answer.uploadId, checked: true });
      item.replaceChildren(
        make('label', {}, box, make('span', { className: 'file', textContent: file.name })),
        make('span', { className: 'measured', textContent: answer.measured[form.dataset.language] }));
    }).catch(fault => fault.name === 'AbortError' ? item.remove() : refuse(words.uploadFailed, true)).finally(() => running--);
  };

  return {
    isRunning: () => running > 0,
    attach(form, words) {
      for (const box of form.querySelectorAll('.attach')) {
        box.querySelector('.taken').setAttribute('aria-live', 'polite');
        const input = box.querySelector('input[type=file]');
        input.addEventListener('change', () => {
          for (const file of [...input.files]) add(form, box, file, words);
          input.value = '';
        });
      }
    },
  };
})();
