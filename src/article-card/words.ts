/** What a card says. */
export interface CardWords {
  /** Before the name of the source. */
  source: string;
  /** Before the date of the last change. */
  updated: string;
  /** After a link that leaves the site; `{host}` is where it leads. */
  external: string;
  loading: string;
  failed: string;
  retry: string;
  empty: string;
}

export const builtInWords = {
  vi: {
    source: 'Nguồn tin:',
    updated: 'Cập nhật:',
    external: '(trang khác: {host})',
    loading: 'Đang tải bài viết…',
    failed: 'Không tải được bài viết.',
    retry: 'Thử lại',
    empty: 'Chưa có bài viết nào.',
  },
  en: {
    source: 'Source:',
    updated: 'Updated:',
    external: '(external site: {host})',
    loading: 'Loading the article…',
    failed: 'The article could not be loaded.',
    retry: 'Try again',
    empty: 'No article yet.',
  },
} satisfies Record<string, CardWords>;
