import type { Plural } from '../shared/language.js';
import type { Delivery } from './delivery.js';

/** What the rating says in one language. */
export interface RatingWords {
  /** The group's name where the host gives none. */
  label: string;
  /** The article's points: `{sum}` `{count}`, chosen by the count. */
  total: string | Plural;
  /** The article's rank: `{average}` `{count}`, chosen by the count. */
  ranking: string | Plural;
  /** Until the reader has voted. */
  invitation: string;
  /** A star's place: `{score}` `{max}`, chosen by the score. */
  star: string | Plural;
  /** What one to five of five stars mean. */
  meanings: readonly string[];
  /** The reader's own vote in a sentence: `{score}`, chosen by it. */
  own: string | Plural;
  /** How far the own vote has come, each a sentence after `own`. */
  delivery: Record<Delivery, string>;
  /** Buttons. */
  retry: string;
  change: string;
  /** The form's message where a vote is required. */
  required: string;
  /** The chart's name; the scores and their counts follow. */
  histogram: string;
}

const vi: RatingWords = {
  label: 'Đánh giá bài viết',
  total: 'Tổng số điểm của bài viết là: {sum} trong {count} đánh giá',
  ranking: 'Xếp hạng: {average} - {count} phiếu bầu',
  invitation: 'Click để đánh giá bài viết',
  star: '{score} sao trên {max}',
  meanings: ['rất tệ', 'tệ', 'bình thường', 'tốt', 'rất tốt'],
  own: 'Bạn đã chọn {score} sao.',
  delivery: {
    sending: 'Đang gửi…',
    kept: 'Đã lưu trên thiết bị này, đang chờ gửi.',
    unsaved: 'Chưa lưu trên thiết bị này: rời trang sẽ mất phiếu.',
    counted: 'Phiếu đã được tính.',
    refused: 'Phiếu không được tính: máy chủ từ chối.',
    'already-voted': 'Phiếu không được tính: bạn đã bỏ phiếu trước đó.',
    expired: 'Phiếu không được tính: chờ gửi quá lâu.',
  },
  retry: 'Gửi lại',
  change: 'Đổi phiếu',
  required: 'Hãy chọn số sao.',
  histogram: 'Số phiếu theo sao',
};

const en: RatingWords = {
  label: 'Rate this article',
  total: { one: 'Total score: {sum} in {count} rating', other: 'Total score: {sum} in {count} ratings' },
  ranking: { one: 'Average: {average} - {count} vote', other: 'Average: {average} - {count} votes' },
  invitation: 'Click to rate this article',
  star: { one: '{score} star out of {max}', other: '{score} stars out of {max}' },
  meanings: ['very poor', 'poor', 'fair', 'good', 'very good'],
  own: { one: 'You chose {score} star.', other: 'You chose {score} stars.' },
  delivery: {
    sending: 'Sending…',
    kept: 'Kept on this device, waiting to be sent.',
    unsaved: 'Not kept on this device: leaving would lose your vote.',
    counted: 'Your vote is counted.',
    refused: 'Your vote is not counted: the server refused it.',
    'already-voted': 'Your vote is not counted: you had voted before.',
    expired: 'Your vote is not counted: it waited too long.',
  },
  retry: 'Send again',
  change: 'Change vote',
  required: 'Choose a number of stars.',
  histogram: 'Votes for each star',
};

export const builtInWords = { vi, en };
