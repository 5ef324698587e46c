// A page builder: it takes the content out, puts it back as text, and runs its scripts a second time.
addEventListener('load', () => {
  for (const script of [...document.querySelectorAll('script[data-endpoint]')]) {
    const again = document.createElement('script');
    for (const { name, value } of script.attributes) again.setAttribute(name, value);
    script.replaceWith(again);
  }
  const main = document.querySelector('main');
  main.innerHTML = String(main.innerHTML);
});
