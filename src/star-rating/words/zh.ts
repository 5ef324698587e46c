import type { RatingWords } from '../words.js';

export const zh: RatingWords = {
  label: '为本文评分',
  total: '本文总分：{sum}，共 {count} 次评分',
  ranking: '平均分：{average} - {count} 票',
  invitation: '点击为本文评分',
  star: '{score} 星，满分 {max} 星',
  meanings: ['很差', '较差', '一般', '好', '很好'],
  own: '您选择了 {score} 星。',
  delivery: {
    sending: '正在发送…',
    kept: '已保存在本设备上，等待发送。',
    unsaved: '未能保存在本设备上：离开页面将丢失您的投票。',
    counted: '您的投票已计入。',
    refused: '您的投票未计入：服务器已拒绝。',
    'already-voted': '您的投票未计入：您之前已投过票。',
    expired: '您的投票未计入：等待时间过长。',
  },
  retry: '重新发送',
  change: '更改投票',
  required: '请选择星数。',
  histogram: '各星级票数',
};
