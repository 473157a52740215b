// The list of one contest shrinks while a name is typed. Without this script the search is a form.
const box = document.querySelector('.find input[type=search]');
const found = document.getElementById('found');
const sections = [...document.querySelectorAll('.pick section')];
const key = text => text.normalize('NFC').toLowerCase().replace(/\u0E4D\u0E32/g, '\u0E33').replace(/\u0E40\u0E40/g, '\u0E41')
  .replace(/[๐-๙]/g, d => d.charCodeAt(0) - 0xE50).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
const people = sections.flatMap(section => [...section.querySelectorAll('li')]
  .map(item => ({ item, section, key: key(`${item.textContent} ${section.querySelector('h2').textContent}`) })));

// Everybody has to be on the page; a list that was searched on the server is searched there again.
if (box && people.length === Number(found.dataset.all)) {
  box.form.addEventListener('submit', event => event.preventDefault());
  box.form.querySelector('button').hidden = true;
  box.addEventListener('input', () => {
    const words = key(box.value);
    for (const person of people) person.item.hidden = !person.key.includes(words);
    for (const section of sections) section.hidden = !section.querySelector('li:not([hidden])');
    const left = people.filter(person => !person.item.hidden).length;
    found.textContent = found.dataset.words.replace('{0}', left).replace('{1}', people.length);
  });
}
