// Shows under each comment how it will read while words are tapped. Without it the preview shows what was proposed.
'use strict';
for (const form of document.querySelectorAll('form.comment')) {
  const output = form.querySelector('output');
  const read = () => {
    let text = '';
    let hidden = false;
    for (const box of form.querySelectorAll('.piece input')) {
      if (!box.checked) text += box.nextElementSibling.textContent;
      else if (!hidden) text += '\u2587\u2587';
      hidden = box.checked;
    }
    output.textContent = text;
  };
  if (output) form.addEventListener('change', read);
}
