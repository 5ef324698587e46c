import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createNukeViet, type NukeViet } from './nukeviet-emulation.js';

const site = 'http://news.example';
const page = `${site}/vi/news/thu-doan-16.html`;

/** A browser with one session: it keeps the cookie, and finds the token in the page as a template puts it there. */
class Visitor {
  #cookie = '';
  readonly #nukeViet: NukeViet;

  constructor(nukeViet: NukeViet) {
    this.#nukeViet = nukeViet;
  }

  async token(): Promise<string> {
    const response = await this.#nukeViet(new Request(page, { headers: { Cookie: this.#cookie } }));
    this.#cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? this.#cookie;
    return /[0-9a-f]{32}/.exec(await response.text())?.[0] ?? '';
  }

  async rate(token: string, point = 4, referer = page, path = '/index.php?language=vi&nv=news&op=rating') {
    const url = new URL(path, site);
    url.searchParams.set('nocache', String(Date.now()));
    const body = new URLSearchParams({ id: '16', checkss: token, point: String(point) });
    const headers = { Cookie: this.#cookie, Referer: referer };
    const response = await this.#nukeViet(new Request(url, { method: 'POST', body, headers }));
    return { status: response.status, retryAfter: response.headers.get('Retry-After'), text: await response.text() };
  }
}

describe('the emulated NukeViet site', () => {
  for (const version of ['4.3', '4.5', '4.6', '5.0'] as const)
    it(`counts a vote with the page's own token, once a session: ${version}`, async () => {
      const nukeViet = createNukeViet({ version });
      const ann = new Visitor(nukeViet);
      const token = await ann.token();
      assert.match((await ann.rate(token, 4)).text, /^Tổng số điểm của bài viết là: 4 trong 1 đánh giá\|4\|1$/);
      const again = await ann.rate(token, 5);
      assert.equal(again.status, 200);
      assert.match(again.text, /^[^|\d]+\|0\|0$/);
      const bob = new Visitor(nukeViet);
      assert.match((await bob.rate(await bob.token(), 5)).text, /\|4\.5\|2$/);
      assert.deepEqual(nukeViet.ratings(16), { sum: 9, count: 2 });
    });

  it('refuses the token of an earlier session, and takes the fresh one of the page', async () => {
    const nukeViet = createNukeViet();
    const yesterday = await new Visitor(nukeViet).token();
    const today = new Visitor(nukeViet);
    const token = await today.token();
    assert.notEqual(token, yesterday);
    assert.equal((await today.rate(yesterday)).text, 'Đánh giá không hợp lệ|0|0');
    assert.match((await today.rate(token)).text, /\|4\|1$/);
  });

  it('answers with a page, or asks to come later, while it is blocked or flooded', async () => {
    const nukeViet = createNukeViet();
    const ann = new Visitor(nukeViet);
    const token = await ann.token();
    nukeViet.mood = 'blocked';
    const blocked = await ann.rate(token);
    assert.equal(blocked.status, 200);
    assert.ok(blocked.text.startsWith('<'));
    nukeViet.mood = 'flooded';
    const flooded = await ann.rate(token);
    assert.deepEqual([flooded.status, flooded.retryAfter], [429, '30']);
    nukeViet.mood = 'fine';
    assert.match((await ann.rate(token)).text, /\|4\|1$/);
  });

  it('knows neither foreign pages nor requests that are no rating', async () => {
    const nukeViet = createNukeViet();
    const ann = new Visitor(nukeViet);
    const token = await ann.token();
    for (const referer of ['https://partner.example/', ''])
      assert.equal((await ann.rate(token, 4, referer)).text, 'Wrong URL');
    for (const [method, query] of [
      ['POST', 'nocache=123'],
      ['POST', ''],
      ['GET', `nocache=${Date.now()}`],
    ] as const) {
      const request = new Request(`${site}/vi/news/rating/?${query}`, { method, headers: { Referer: page } });
      assert.equal(await (await nukeViet(request)).text(), 'Wrong URL');
    }
    assert.deepEqual(nukeViet.ratings(16), { sum: 0, count: 0 });
  });

  it('has its ratings under a short address too', async () => {
    const ann = new Visitor(createNukeViet());
    assert.match((await ann.rate(await ann.token(), 3, page, '/vi/news/rating/')).text, /\|3\|1$/);
  });

  it('has modules of any name', async () => {
    const nukeViet = createNukeViet({ module: 'tin-tuc' });
    assert.equal((await nukeViet(new Request(`${site}/vi/tin-tuc/thu-doan-16.html`))).status, 200);
    assert.equal((await nukeViet(new Request(page))).status, 404);
  });

  it('refuses points beyond five, and everything where rating is switched off', async () => {
    const nukeViet = createNukeViet();
    const ann = new Visitor(nukeViet);
    const token = await ann.token();
    assert.equal((await ann.rate(token, 6)).text, 'Đánh giá không hợp lệ|0|0');
    nukeViet.mood = 'switched-off';
    assert.equal((await ann.rate(token)).text, 'Đánh giá không hợp lệ|0|0');
    assert.deepEqual(nukeViet.ratings(16), { sum: 0, count: 0 });
  });

  it('answers without bars in its oldest version', async () => {
    const ann = new Visitor(createNukeViet({ version: '4.0' }));
    const token = await ann.token();
    assert.equal((await ann.rate(token)).text, 'Tổng số điểm của bài viết là: 4 trong 1 đánh giá');
    assert.equal((await ann.rate(token)).text, 'Bạn đã đánh giá bài viết này rồi');
  });
});
