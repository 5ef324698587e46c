import type { RatingWords } from '../words.js';

export const ko: RatingWords = {
  label: '이 기사 평가하기',
  total: '기사 총점: 평가 {count}건, {sum}점',
  ranking: '평균: {average} - {count}표',
  invitation: '클릭하여 이 기사를 평가하세요',
  star: '별 {max}개 중 {score}개',
  meanings: ['매우 나쁨', '나쁨', '보통', '좋음', '매우 좋음'],
  own: '별 {score}개를 선택했습니다.',
  delivery: {
    sending: '보내는 중…',
    kept: '이 기기에 저장되었으며 전송을 기다리고 있습니다.',
    unsaved: '이 기기에 저장되지 않았습니다. 페이지를 떠나면 투표가 사라집니다.',
    counted: '투표가 집계되었습니다.',
    refused: '투표가 집계되지 않았습니다: 서버가 거부했습니다.',
    'already-voted': '투표가 집계되지 않았습니다: 이미 투표하셨습니다.',
    expired: '투표가 집계되지 않았습니다: 너무 오래 기다렸습니다.',
  },
  retry: '다시 보내기',
  change: '투표 바꾸기',
  required: '별의 수를 선택하세요.',
  histogram: '별점별 투표수',
};
