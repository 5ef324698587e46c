// A tag manager: it puts the script into the page after everything else is there.
{
  const { kind, src, endpoint } = document.currentScript.dataset;
  addEventListener('load', () => {
    const script = document.createElement('script');
    if (kind === 'module') script.type = 'module';
    script.src = src;
    script.dataset.endpoint = endpoint;
    document.head.append(script);
  });
}
