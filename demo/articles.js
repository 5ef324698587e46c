import { seedArticle } from './seed-article.js';

/**
 * @typedef {object} Article
 * @property {string} path
 * @property {string} heading
 * @property {string} published ISO 8601, in the site's own zone, +07:00
 * @property {string} lead
 * @property {string} image
 * @property {string} caption
 * @property {string[]} body
 * @property {string} source
 */

/** What the site has published: the seed article, and three shorter ones made up for the demo. @type {[Article, ...Article[]]} */
export const articles = [
  { ...seedArticle, image: '/dai-hoi.svg' },
  {
    path: '/news/giao-luu-huu-nghi-17.html',
    heading: 'Giao lưu hữu nghị nhân dịp đầu xuân',
    published: '2018-02-22T08:30:00+07:00',
    lead: 'Hơn một trăm hội viên gặp mặt, ôn lại một năm hoạt động đối ngoại nhân dân của tỉnh.',
    image: '/giao-luu.svg',
    caption: 'Đèn lồng trên sông',
    body: ['Buổi giao lưu có phần văn nghệ, giới thiệu món ăn các nước và trao kỷ niệm chương cho hội viên lâu năm.'],
    source: 'Hậu Giang hữu nghị',
  },
  {
    path: '/news/trao-hoc-bong-18.html',
    heading: 'Trao học bổng cho học sinh vùng sâu',
    published: '2018-08-30T14:15:00+07:00',
    lead: 'Năm mươi suất học bổng đến với học sinh có hoàn cảnh khó khăn trước năm học mới.',
    image: '/hoc-bong.svg',
    caption: 'Diều bay trên mái trường',
    body: [
      'Mỗi suất gồm sách vở, xe đạp và học phí cả năm. Học sinh được chọn theo đề nghị của các trường trong huyện.',
    ],
    source: 'Hậu Giang hữu nghị',
  },
  {
    path: '/news/tap-huan-19.html',
    heading: 'Tập huấn công tác vận động viện trợ',
    published: '2018-10-05T09:00:00+07:00',
    lead: 'Cán bộ các huyện tìm hiểu quy trình tiếp nhận dự án và báo cáo kết quả.',
    image: '/tap-huan.svg',
    caption: 'Ruộng lúa bậc thang',
    body: ['Lớp học kéo dài hai ngày, phần lớn thời gian dành cho bài tập trên những dự án có thật.'],
    source: 'Hậu Giang hữu nghị',
  },
];
