import { expect } from '@open-wc/testing';
import { fillSafely, plainText } from '../../src/article-card/safe-html.js';

/** Each of these runs `attack()`, or leaves something behind that could, in a page that trusts it. */
const vectors = [
  '<script>attack()</script>',
  '<script src="data:text/javascript,attack()"></script>',
  '<SCRIPT>attack()</SCRIPT>',
  '<scr<script>ipt>attack()</scr</script>ipt>',
  '<img src=x onerror=attack()>',
  '<img src=x onerror="attack()"',
  '<img/src=x/onerror=attack()>',
  '<img src="javascript:attack()">',
  '<img src="data:image/svg+xml,<svg onload=attack()>">',
  '<img src=x srcset="javascript:attack() 1x">',
  '<img src=x onload=attack()>',
  '<svg onload=attack()>',
  '<svg><script>attack()</script></svg>',
  '<svg><animate onbegin=attack() attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:attack()"><text>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=attack()>#x"/></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>parent.attack()</script>"></iframe></foreignObject></svg>',
  '<svg><style><img src=x onerror=attack()></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=attack()&gt;">',
  '<math href="javascript:attack()">x</math>',
  '<math><a xlink:href="javascript:attack()">x</a></math>',
  '<iframe src="javascript:attack()"></iframe>',
  '<iframe srcdoc="<script>parent.attack()</script>"></iframe>',
  '<object data="javascript:attack()"></object>',
  '<embed src="javascript:attack()">',
  '<applet code="x"></applet>',
  '<a href="javascript:attack()">x</a>',
  '<a href="JaVaScRiPt:attack()">x</a>',
  '<a href=" javascript:attack()">x</a>',
  '<a href="java\tscript:attack()">x</a>',
  '<a href="java\nscript:attack()">x</a>',
  '<a href="&#106;avascript:attack()">x</a>',
  '<a href="&#x6A;avascript&colon;attack()">x</a>',
  '<a href="\u0001javascript:attack()">x</a>',
  '<a href="vbscript:attack()">x</a>',
  '<a href="data:text/html,<script>attack()</script>">x</a>',
  '<a href="blob:https://evil.example/x">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href=x onclick=attack()>x</a>',
  '<a href=x onfocus=attack() autofocus>x</a>',
  '<a href=x target=_top ping="https://evil.example">x</a>',
  '<form action="javascript:attack()"><button>x</button></form>',
  '<form><button formaction="javascript:attack()">x</button></form>',
  '<input onfocus=attack() autofocus>',
  '<select onfocus=attack() autofocus></select>',
  '<textarea onfocus=attack() autofocus></textarea>',
  '<button onclick=attack()>x</button>',
  '<isindex type=image src=1 onerror=attack()>',
  '<video src=x onerror=attack()></video>',
  '<video><source onerror=attack()></video>',
  '<audio src=x onerror=attack()></audio>',
  '<details open ontoggle=attack()>x</details>',
  '<div onbeforematch=attack() hidden=until-found>x</div>',
  '<div onpointerover=attack()>x</div>',
  '<p style="background:url(javascript:attack())">x</p>',
  '<p style="position:fixed;inset:0">x</p>',
  '<style>@import "javascript:attack()";</style>',
  '<style>*{background:url(https://evil.example)}</style>',
  '<link rel=stylesheet href="javascript:attack()">',
  '<link rel=import href="data:text/html,<script>attack()</script>">',
  '<meta http-equiv=refresh content="0;url=javascript:attack()">',
  '<base href="javascript:attack()//">',
  '<body onload=attack()>',
  '<marquee onstart=attack()>x</marquee>',
  '<frameset onload=attack()></frameset>',
  '<template><img src=x onerror=attack()></template>',
  '<template shadowrootmode=open><img src=x onerror=attack()></template>',
  '<noscript><p title="</noscript><img src=x onerror=attack()>"></noscript>',
  '<textarea><p title="</textarea><img src=x onerror=attack()>">',
  '<title><p title="</title><img src=x onerror=attack()>">',
  '<xmp><p title="</xmp><img src=x onerror=attack()>">',
  '<!--><img src=x onerror=attack()>-->',
  '<!--<img src="--><img src=x onerror=attack()>',
  '<![CDATA[><img src=x onerror=attack()>]]>',
  '<x-evil onclick=attack()>x</x-evil>',
  '<sao-article-card href="javascript:attack()"></sao-article-card>',
  '<p id=location name=location>x</p>',
  '<a id=attributes name=attributes href="javascript:attack()">x</a>',
  '<p slot=heading class=hidden part=base>x</p>',
  '<img src=x usemap=#m><map name=m><area href="javascript:attack()"></map>',
  '<blockquote cite="javascript:attack()">x</blockquote>',
  '<table background="javascript:attack()"><td>x</td></table>',
  '<div><a href="https://x@javascript:attack()">x</a><portal src="javascript:attack()"></portal></div>',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=attack()>',
  '<o:p onclick=attack()><x<y onfocus=attack() tabindex=1>x</x<y></o:p>',
  '<nav onbeforematch=attack() hidden=until-found style="background:url(x)">x</nav>',
  '<p popover id=x>x</p><button popovertarget=x>x</button>',
  '<p contenteditable autofocus onfocus=attack()>x</p>',
];

const kept = 'alt colspan dir height href lang loading rowspan src title width'.split(' ');
const base = 'https://news.example/a/1';

async function harmless(html: string): Promise<void> {
  const target = document.createElement('div');
  document.body.append(target);
  await fillSafely(target, html, base);
  for (const element of target.querySelectorAll('*')) {
    expect(element.namespaceURI, html).to.equal('http://www.w3.org/1999/xhtml');
    expect(element.localName, html).not.to.match(
      /^(script|style|iframe|object|embed|link|meta|base|form|input|button|select|textarea|template|svg|math|video|audio|.*-.*)$/,
    );
    expect(element.shadowRoot, html).to.equal(null);
    for (const { name, value } of element.attributes) {
      expect(kept, html).to.include(name);
      if (name === 'href') expect(value, html).to.match(/^(https?|mailto):/);
      if (name === 'src') expect(value, html).to.match(/^https?:/);
    }
  }
  // Whatever is going to fail to load has failed by then.
  await Promise.all(
    [...target.querySelectorAll('img')].map((image) => {
      image.loading = 'eager';
      return image.decode().catch(() => undefined);
    }),
  );
  target.remove();
}

for (const sanitizer of ['the browser’s setHTML', 'the sanitiser']) {
  describe(`foreign HTML through ${sanitizer}`, () => {
    const native = Object.getOwnPropertyDescriptor(Element.prototype, 'setHTML');
    let attacks = 0;

    before(function () {
      if (sanitizer === 'the sanitiser') Reflect.deleteProperty(Element.prototype, 'setHTML');
      else if (!native) this.skip();
      Object.assign(window, { attack: () => attacks++ });
    });

    after(() => {
      if (native) Object.defineProperty(Element.prototype, 'setHTML', native);
      Reflect.deleteProperty(window, 'attack');
    });

    for (const vector of vectors) {
      it(`is harmless: ${vector.replace(/\s+/g, ' ').slice(0, 70)}`, async () => {
        await harmless(vector);
        await harmless(`<p>before</p>${vector}<p>after</p>`);
        expect(plainText(vector)).to.be.a('string');
        expect(attacks).to.equal(0);
      });
    }

    it('keeps what an article needs', async () => {
      const target = document.createElement('div');
      const html =
        '<h2>A</h2><p>B <b>c</b> <a href="/x">d</a> <a href="mailto:e@f.example">e</a></p><img src="g.png" alt="h"><ul><li>i</li></ul>';
      await fillSafely(target, html, base);
      expect(target.innerHTML.replace(/ (loading="lazy"|alt="h"|src="[^"]+")/g, '')).to.equal(
        '<h2>A</h2><p>B <b>c</b> <a href="https://news.example/x">d</a> <a href="mailto:e@f.example">e</a></p><img><ul><li>i</li></ul>',
      );
      const image = target.querySelector('img');
      expect([image?.src, image?.alt, image?.loading]).to.deep.equal(['https://news.example/a/g.png', 'h', 'lazy']);
    });

    it('keeps the words and pictures of elements that are not', async () => {
      const target = document.createElement('div');
      const names =
        'nav aside main section font time button label big nobr address hgroup map output meter progress marquee x-y acronym fieldset o:p form body'.split(
          ' ',
        );
      for (const name of names) {
        await fillSafely(target, `<P>one <${name} id=x>two <b>three</b></${name}></P>`, base);
        expect(target.innerHTML.replace(/<\/?p>/g, ''), name).to.equal('one two <b>three</b>');
      }
      await fillSafely(target, '<picture><source srcset="x.webp"><img src="y.png"></picture><p is="x-y">z</p>', base);
      expect(target.querySelector('img')?.src).to.equal('https://news.example/a/y.png');
      expect(target.innerHTML).to.match(/^<img [^>]*><p>z<\/p>$/);
      await fillSafely(target, '<frameset onload=attack()></frameset>', base);
      expect(target.textContent).to.equal('');
      await fillSafely(target, '<details><summary>S</summary><strike>x</strike></details>', base);
      expect(target.innerHTML).to.equal('<details><summary>S</summary><strike>x</strike></details>');
    });

    it('reads words: entities, blocks, no code', () => {
      expect(plainText('&quot;T&ecirc;n&quot; &#039;x&#039; &amp;amp;')).to.equal('"Tên" \'x\' &amp;');
      expect(plainText('<p>One</p><p>two<br>three</p><script>four</script><style>five</style>')).to.equal(
        'One two three',
      );
      expect(plainText('5 < 6 & 7 > 3')).to.equal('5 < 6 & 7 > 3');
    });
  });
}
