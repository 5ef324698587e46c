import { html as xml } from 'hono/html';

/** An RSS feed as the site would have it: the seed article and three shorter ones made up for the demo. */
export function feed(/** @type {import('./layout.js').Site} */ { origin, article }) {
  const items = [
    { path: article.path, title: article.heading, lead: article.lead, date: article.published },
    {
      path: '/news/giao-luu-huu-nghi-17.html',
      title: 'Giao lưu hữu nghị nhân dịp đầu xuân',
      lead: 'Hơn một trăm hội viên gặp mặt, ôn lại một năm hoạt động đối ngoại nhân dân của tỉnh.',
      date: '2018-02-22T08:30:00+07:00',
    },
    {
      path: '/news/trao-hoc-bong-18.html',
      title: 'Trao học bổng cho học sinh vùng sâu',
      lead: 'Năm mươi suất học bổng đến với học sinh có hoàn cảnh khó khăn trước năm học mới.',
      date: '2018-08-30T14:15:00+07:00',
    },
    {
      path: '/news/tap-huan-19.html',
      title: 'Tập huấn công tác vận động viện trợ',
      lead: 'Cán bộ các huyện tìm hiểu quy trình tiếp nhận dự án và báo cáo kết quả.',
      date: '2018-10-05T09:00:00+07:00',
    },
  ];
  const rows = items.map(
    ({ path, title, lead, date }) =>
      xml`<item><title>${title}</title><link>${origin}${path}</link><guid isPermaLink="true">${origin}${path}</guid><pubDate>${rfc822(date)}</pubDate><description>${lead}</description><enclosure url="${origin}/dai-hoi.svg" type="image/svg+xml" length="0" /></item>`,
  );
  const channel = xml`<channel><title>Hậu Giang hữu nghị</title><link>${origin}/</link><description>Tin tức</description>${rows}</channel>`;
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0">${String(channel)}</rss>`;
}

/** As feeds write dates, in the site's own zone: "Sat, 16 Dec 2017 06:04:00 +0700". @param {string} date ISO 8601, +07:00 */
function rfc822(date) {
  const siteTime = new Date(Date.parse(date) + 7 * 3_600_000);
  return siteTime.toUTCString().replace('GMT', '+0700');
}
