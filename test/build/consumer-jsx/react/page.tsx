import type {} from 'sao-widgets/jsx/react';

export const page = (
  <div>
    <sao-star-rating
      article="https://news.example/a/16"
      max={5}
      readonly
      onsao-vote={(event: CustomEvent<{ score: number }>) => console.log(event.detail.score)}
    ></sao-star-rating>
    <sao-article-card href="/a/16" heading="Đại hội Chi bộ" layout="compact"></sao-article-card>
    <sao-session-timeout-banner
      timeout={1800}
      modal
      onsao-session-expiring={(event) => event.waitUntil(Promise.resolve())}
    ></sao-session-timeout-banner>
  </div>
);

// @ts-expect-error There is no such layout.
export const wrong = <sao-article-card layout="sideways"></sao-article-card>;

// @ts-expect-error There is no such element.
export const unknown = <sao-star-ratings></sao-star-ratings>;

export const untyped = (
  // @ts-expect-error The event is no `any`.
  <sao-session-timeout-banner onsao-session-expiring={(event) => event.detail.reason}></sao-session-timeout-banner>
);
