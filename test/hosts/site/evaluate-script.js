// An optimiser: it fetches the script after everything else has loaded, and evaluates it where no tag stands for it.
addEventListener('load', async () => {
  const { src, dataset } = document.querySelector('script[type="text/delayed"]');
  if (dataset.kind === 'module') await import(src);
  else (0, eval)(await (await fetch(src)).text());
});
