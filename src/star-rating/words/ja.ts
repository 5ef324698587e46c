import type { RatingWords } from '../words.js';

export const ja: RatingWords = {
  label: 'この記事を評価',
  total: 'この記事の合計点：{sum}（評価 {count} 件）',
  ranking: '平均：{average} - {count} 票',
  invitation: 'クリックしてこの記事を評価',
  star: '星 {max} 個中 {score} 個',
  meanings: ['とても悪い', '悪い', '普通', '良い', 'とても良い'],
  own: '星 {score} 個を選びました。',
  delivery: {
    sending: '送信中…',
    kept: 'この端末に保存済み、送信待ちです。',
    unsaved: 'この端末に保存できていません。ページを離れると投票が失われます。',
    counted: '投票が集計されました。',
    refused: '投票は集計されませんでした：サーバーが拒否しました。',
    'already-voted': '投票は集計されませんでした：すでに投票済みです。',
    expired: '投票は集計されませんでした：待ち時間が長すぎました。',
  },
  retry: '再送信',
  change: '投票を変更',
  required: '星の数を選んでください。',
  histogram: '星ごとの票数',
};
