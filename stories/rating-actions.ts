import { userEvent, waitFor } from 'storybook/test';
import type { SaoStarRating } from '../src/index.js';

/** What a reader does with the first rating of a story. */
export function ratingIn(canvas: HTMLElement): SaoStarRating {
  const rating = canvas.querySelector('sao-star-rating');
  if (!rating) throw new Error('There is no rating in this story.');
  return rating;
}

export function starsOf(canvas: HTMLElement): HTMLElement[] {
  return [...(ratingIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>('[part~=star]') ?? [])];
}

async function readyStars(canvas: HTMLElement): Promise<HTMLElement[]> {
  return waitFor(() => {
    const stars = starsOf(canvas);
    if (stars.length === 0) throw new Error('The rating does not take votes yet.');
    return stars;
  });
}

export async function castStar(canvas: HTMLElement, star: number): Promise<void> {
  const stars = await readyStars(canvas);
  const target = stars[star - 1];
  if (!target) throw new Error(`There is no star ${star}.`);
  await userEvent.click(target);
}

export async function pressKeys(canvas: HTMLElement, keys: string): Promise<void> {
  const stars = await readyStars(canvas);
  (stars.find((star) => star.tabIndex === 0) ?? stars[0])?.focus();
  await userEvent.keyboard(keys);
}
