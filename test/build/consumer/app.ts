// What a strict host application does with the package; the consumer test compiles and bundles it.
import { configure, votes, type SaoArticleCard, type SaoStarRating } from 'sao-widgets';
import 'sao-widgets/session-timeout-banner.js';

configure({ endpoint: 'https://votes.example/votes', maxAge: 7 });

const rating: SaoStarRating = document.createElement('sao-star-rating');
rating.max = 5;
rating.addEventListener('sao-vote', ({ detail }) => {
  const score: number = detail.score;
  const durable: boolean = detail.durable;
  console.log(score, durable);
});
document.addEventListener('sao-vote-rejected', ({ detail }) => console.log(detail.reason));
document.addEventListener('sao-session-warning', ({ detail }) => console.log(detail.secondsLeft.toFixed()));

const card: SaoArticleCard | null = document.querySelector('sao-article-card');
card?.addEventListener('sao-error', ({ detail }) => console.log(detail.reason));
document.addEventListener('sao-load', ({ detail }) => console.log(detail.data.heading?.trim()));
window.addEventListener('sao-session-extend-failed', ({ detail }) => console.log(detail.reason));
window.addEventListener('sao-session-expiring', (event) => event.waitUntil(Promise.resolve()));

// @ts-expect-error A score is a number, so these types are not `any`.
rating.addEventListener('sao-vote', ({ detail }) => console.log(detail.score.trim()));
// @ts-expect-error There is no such setting.
configure({ endpiont: '' });

console.log(await votes.pending());
document.body.append(rating);
