// The first script of every host page: notes whatever goes wrong, and answers the test by messages, which also cross the
// wall of a sandbox. In a block, because the page counts its globals.
{
  const elements = ['sao-star-rating', 'sao-article-card', 'sao-session-timeout-banner'];
  const events = ['sao-vote', 'sao-vote-sent', 'sao-vote-rejected'];
  const notes = { violations: [], errors: [], warnings: [], events: [], shift: 0 };

  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    notes.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
  addEventListener('error', ({ message, target }) => notes.errors.push(message ?? `${target.src} did not load`), true);
  addEventListener('unhandledrejection', ({ reason }) => notes.errors.push(String(reason)));
  for (const level of ['warn', 'error']) {
    const say = console[level];
    console[level] = (...words) => {
      notes.warnings.push(words.join(' '));
      say.apply(console, words);
    };
  }
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) notes.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  }
  for (const type of events) {
    addEventListener(type, ({ detail }) => {
      notes.events.push({ type, ...detail });
      answer();
    });
  }

  const globalsBefore = Reflect.ownKeys(window);
  const builtIns = [Object, Function, Array, String, Promise, Map, Set, Symbol, Node, Element, HTMLElement, Document];
  const shapeOf = (builtIn) => [...Reflect.ownKeys(builtIn), ...Reflect.ownKeys(builtIn.prototype)].map(String).join();
  const shapesBefore = builtIns.map(shapeOf);

  const describe = (element) => {
    const base = element.shadowRoot?.querySelector('[part~="base"]');
    // The banner floats over the page; its base has no box of its own.
    const main = base?.querySelector('[part~="message"]') ?? base ?? element;
    const box = main.getBoundingClientRect();
    const style = getComputedStyle(main);
    return {
      tag: element.localName,
      defined: element.matches(':defined'),
      visible: box.width > 0 && box.height > 0 && style.visibility === 'visible' && main.checkVisibility?.() !== false,
      width: box.width,
      height: box.height,
      letterSpacing: style.letterSpacing,
      textTransform: style.textTransform,
      color: style.color,
      direction: style.direction,
      text: (base ?? element).textContent.replace(/\s+/g, ' ').trim(),
      stars: base?.querySelectorAll('[part~="star"]').length ?? 0,
    };
  };

  let asked = [];
  /** Answers each question as soon as its condition holds. */
  const answer = () => {
    asked = asked.filter(({ id, until, source }) => {
      const page = {
        ...notes,
        elements: [...document.querySelectorAll(elements.join())].map(describe),
        isSecureContext,
        origin,
        newGlobals: Reflect.ownKeys(window)
          .filter((name) => !globalsBefore.includes(name) && !/^\d+$/.test(String(name)))
          .map(String),
        changedBuiltIns: builtIns.filter((builtIn, index) => shapeOf(builtIn) !== shapesBefore[index]).map(String),
      };
      const { event, shown = 0, text = '', loaded } = until;
      const done =
        (!event || notes.events.some(({ type }) => type === event)) &&
        page.elements.filter(({ defined, visible }) => defined && visible).length >= shown &&
        (!text || page.elements.some((element) => element.text.includes(text))) &&
        (!loaded || document.readyState === 'complete');
      if (done) source.postMessage({ id, page }, '*');
      return !done;
    });
  };
  new ResizeObserver(answer).observe(document.documentElement);
  new MutationObserver(answer).observe(document, { subtree: true, childList: true, attributes: true });
  addEventListener('load', answer);

  addEventListener('message', ({ data, source }) => {
    if (data?.vote) {
      const rating = document.querySelector('sao-star-rating');
      rating.shadowRoot.querySelectorAll('[part~="star"]')[data.vote - 1].click();
    }
    if (data?.until) asked.push({ id: data.id, until: data.until, source });
    answer();
    // A shadow tree that fills up moves nothing that the observers above see.
    const look = () => {
      answer();
      if (asked.length > 0) requestAnimationFrame(look);
    };
    look();
  });
}
