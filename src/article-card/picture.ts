import type { Article } from './article.js';
import { addressKeys, find, list, object, type Json } from './json.js';
import { followable } from './links.js';
import { inertElement } from './safe-html.js';

type Resolve = (url: string | null | undefined) => string | undefined;

/** A picture as JSON-LD and Media RSS describe it; its numbers may be texts. */
interface Picture extends Json {
  url: string;
  width: number;
  height: number;
}

/** The picture that a node names, and the widths in which it has the same one. */
export function pictureOf(node: Json, address: Resolve): Article | undefined {
  const media = { ...object(list(node['media:group'])[0]), ...node };
  const pictures = 'image media:content media:thumbnail enclosure thumbnailUrl banner_image attachments'
    .split(' ')
    .flatMap((name) => list(media[name]))
    .map((picture) => ({ ...object(picture), url: address(find({ picture }, 'picture', addressKeys)[0]) }) as Picture)
    .filter((picture) => followable(picture.url) && /^(image|$)/.test(find(picture, 'type mime_type medium')[0] ?? ''));
  const [picture] = pictures;
  if (!picture) return undefined;
  // Another shape is another cut of the picture.
  const shape = ({ width, height }: Picture) => (width / height).toFixed(1);
  const sizes = pictures.filter((one) => one.width > 0 && shape(one) === shape(picture));
  return {
    image: picture.url,
    imageAlt: find(picture, 'caption description name')[0],
    srcset: sizes.length > 1 ? sizes.map(({ url, width }) => `${url} ${width}w`).join() : undefined,
  };
}

/** The picture that a feed hides in its HTML. */
export function pictureIn(html: string, address: Resolve): Article {
  const image = inertElement(html).querySelector('img');
  return { image: address(image?.getAttribute('src')), imageAlt: image?.alt };
}
