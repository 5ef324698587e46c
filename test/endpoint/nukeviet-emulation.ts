// Behaves towards a browser as a NukeViet site does when its articles are rated; written from observed behaviour only.
// Nothing of Node is used, so that tests in browsers can ask it too.

export type NukeVietVersion = '4.0' | '4.3' | '4.5' | '4.6' | '5.0';

export interface NukeVietOptions {
  version?: NukeVietVersion;
  /** The news module's name on this site. */
  module?: string;
  /** What the theme puts into an article's page beside NukeViet's own rating. */
  theme?: (article: number, token: string) => string;
}

export interface NukeViet {
  (request: Request): Promise<Response>;
  /** What happens to ratings at the moment. */
  mood: 'fine' | 'blocked' | 'flooded' | 'switched-off';
  /** How often a rating was asked for, whatever became of it. */
  attempts: number;
  /** The sum and number of an article's ratings. */
  ratings: (article: number) => { sum: number; count: number };
}

const refusedBefore = {
  '4.0': 'Bạn đã đánh giá bài viết này rồi',
  '4.3': 'Bạn đã đánh giá bài viết này rồi',
  '4.5': 'Bạn đã đánh giá bài viết này rồi',
  '4.6': 'Bài viết này đã được bạn đánh giá',
  '5.0': 'Bài viết này đã được bạn đánh giá',
};
const refused = 'Đánh giá không hợp lệ';

/** How each version writes an article's number and token into its page. */
const hooks: Record<NukeVietVersion, (article: number, token: string) => string> = {
  '4.0': (article, token) => `<script>function rate(value) { sendrating("${article}", value, "${token}"); }</script>`,
  '4.3': (article, token) => `<script>function rate(b) { sendrating("${article}", b, "${token}"); }</script>`,
  '4.5': (article, token) => `<script>function rate(value) { sendrating('${article}', value, '${token}'); }</script>`,
  '4.6': (article, token) => `<form data-toggle="rating" data-id="${article}" data-checkss="${token}"></form>`,
  '5.0': (article, token) => `<form data-toggle="newsRating" data-id="${article}" data-checkss="${token}"></form>`,
};

function randomHex(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const html = (body: string, headers: Record<string, string> = {}, status = 200) =>
  new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=UTF-8', ...headers } });

const blockPage = '<!DOCTYPE html><html><body><h1>Site đang được bảo vệ</h1></body></html>';

/** One visitor's session: the tokens handed out to it, and what it has rated. */
interface Session {
  tokens: Map<number, string>;
  rated: Set<number>;
}

/** A site of its own: `GET /vi/{module}/anything-16.html` is article 16, ratings go to `/index.php` or `/vi/{module}/rating/`. */
export function createNukeViet({ version = '4.5', module = 'news', theme = () => '' }: NukeVietOptions = {}): NukeViet {
  const sessions = new Map<string, Session>();
  const given = new Map<number, number[]>();

  const sessionOf = (request: Request) =>
    sessions.get(/nv_session=([0-9a-f]+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? '');

  function articlePage(request: Request, article: number): Response {
    let session = sessionOf(request);
    const headers: Record<string, string> = {};
    if (!session) {
      const id = randomHex();
      session = { tokens: new Map(), rated: new Set() };
      sessions.set(id, session);
      headers['Set-Cookie'] = `nv_session=${id}; Path=/; HttpOnly`;
    }
    const token = session.tokens.get(article) ?? randomHex();
    session.tokens.set(article, token);
    const body = hooks[version](article, token) + theme(article, token);
    return html(`<!DOCTYPE html><html lang="vi"><body>${body}</body></html>`, headers);
  }

  const zero = (words: string) => html(version === '4.0' ? words : `${words}|0|0`);

  function rate(session: Session | undefined, form: URLSearchParams): Response {
    const article = Number(form.get('id'));
    const point = Number(form.get('point'));
    const valid = session?.tokens.get(article) === form.get('checkss') && [1, 2, 3, 4, 5].includes(point);
    if (!session || !valid || site.mood === 'switched-off') return zero(refused);
    if (session.rated.has(article)) return zero(refusedBefore[version]);
    session.rated.add(article);
    given.set(article, [...(given.get(article) ?? []), point]);
    const { sum, count } = site.ratings(article);
    const words = `Tổng số điểm của bài viết là: ${sum} trong ${count} đánh giá`;
    return html(version === '4.0' ? words : `${words}|${Math.round((sum / count) * 10) / 10}|${count}`);
  }

  async function answer(request: Request): Promise<Response> {
    const { pathname, searchParams, origin } = new URL(request.url);
    const article = new RegExp(`^/vi/${module}/.*?(\\d+)\\.html$`).exec(pathname)?.[1];
    if (article && request.method === 'GET') return articlePage(request, Number(article));
    const isRating =
      pathname === `/vi/${module}/rating/` ||
      (pathname === '/index.php' && searchParams.get('nv') === module && searchParams.get('op') === 'rating');
    if (!isRating) return html('<h1>404</h1>', {}, 404);
    site.attempts++;
    if (site.mood === 'blocked') return html(blockPage);
    if (site.mood === 'flooded')
      return request.headers.get('X-Requested-With') === 'XMLHttpRequest'
        ? html(blockPage)
        : html(blockPage, { 'Retry-After': '30' }, 429);
    const fromHere = request.headers.get('Referer')?.startsWith(`${origin}/`);
    const isForm = request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded');
    if (request.method !== 'POST' || !fromHere || !isForm || !/^\d{10,}$/.test(searchParams.get('nocache') ?? ''))
      return html('Wrong URL');
    return rate(sessionOf(request), new URLSearchParams(await request.text()));
  }

  const site: NukeViet = Object.assign(answer, {
    mood: 'fine' as const,
    attempts: 0,
    ratings(article: number) {
      const points = given.get(article) ?? [];
      return { sum: points.reduce((sum, point) => sum + point, 0), count: points.length };
    },
  });
  return site;
}
