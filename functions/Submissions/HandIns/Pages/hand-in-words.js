// Dates and numbers in words beside their inputs, while they are typed: what the server will understand, or nothing.
'use strict';

window.cddWords = (() => {
  const names = ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
  const places = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'];
  const plain = text => text.replace(/[๐-๙]/g, d => '๐๑๒๓๔๕๖๗๘๙'.indexOf(d)).replace(/[０-９]/g, d => d.charCodeAt(0) - 0xff10).trim();

  // The server reads more ways of writing; whatever is not surely the same gets no words here.
  const number = text => {
    const bare = plain(text).replace(/^฿\s*/, '').replace(/(\.-)?\s*(บาท|บาทถ้วน|คน|ราย|ครัวเรือน|ครั้ง|แห่ง)?$/, '');
    return /^([1-9]\d{0,2}(,\d{3})+|\d{1,12})(\.\d{1,2})?$/.test(bare) ? Number(bare.replace(/,/g, '')) : null;
  };

  const below = (n, follows) => [...String(n)].map((d, i, all) => {
    const [digit, place] = [Number(d), all.length - 1 - i];
    if (digit === 0) return '';
    const said = place === 1 && digit === 1 ? '' : place === 1 && digit === 2 ? 'ยี่' : place === 0 && digit === 1 && (follows || i > 0) ? 'เอ็ด' : names[digit];
    return said + places[place];
  }).join('');
  const whole = n => n === 0 ? names[0] : n < 1e6 ? below(n, false) : `${whole(Math.floor(n / 1e6))}ล้าน${below(n % 1e6, true)}`;

  const baht = n => {
    const satang = Math.round(n * 100);
    const [full, rest] = [Math.floor(satang / 100), satang % 100];
    return (full > 0 || rest === 0 ? `${whole(full)}บาท` : '') + (rest > 0 ? `${whole(rest)}สตางค์` : 'ถ้วน');
  };

  const amount = (text, isBaht, thai) => {
    const n = number(text);
    if (n === null || n >= 1e12) return '';
    const figures = n.toLocaleString('en-US', isBaht ? { minimumFractionDigits: 2 } : {});
    if (!thai) return isBaht ? `${figures} baht` : figures;
    return isBaht ? `${figures} บาท (${baht(n)})` : Number.isInteger(n) ? `${figures} (${whole(n)})` : figures;
  };

  const date = (form, name, thai) => {
    const part = suffix => plain(form.elements.namedItem(`${name}.${suffix}`)?.value ?? '');
    const [day, month, year] = [part('day'), part('month'), part('year')].map(Number);
    const common = year >= 2400 ? year - 543 : year;
    const at = new Date(Date.UTC(common, month - 1, day));
    if (!(common >= 1900 && common < 2400) || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return '';
    const words = kind => at.toLocaleDateString(thai ? 'th-TH-u-ca-buddhist-nu-thai' : 'en-GB', { timeZone: 'UTC', ...kind });
    if (!thai) return words({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).replace(',', '');
    const thaiYear = String(common + 543).replace(/\d/g, d => '๐๑๒๓๔๕๖๗๘๙'[d]);
    return `${words({ weekday: 'long' })}ที่ ${words({ day: 'numeric' })} ${words({ month: 'long' })} พ.ศ. ${thaiYear}`;
  };

  return {
    number,
    refresh(form) {
      const thai = form.dataset.language === 'th';
      for (const echo of form.querySelectorAll('[data-echo]')) {
        const { echo: kind, of: name } = echo.dataset;
        const said = kind === 'date' ? date(form, name, thai) : amount(form.elements.namedItem(name)?.value ?? '', kind === 'baht', thai);
        if (echo.textContent !== said) echo.textContent = said;
      }
    },
  };
})();
