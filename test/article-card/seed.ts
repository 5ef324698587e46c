/** The seed article, as each kind of host has it. */
export const seed = {
  href: 'https://hauugiang.example/vi/news/doi-ngoai/dai-hoi-chi-bo-16.html',
  heading: 'Đại hội Chi bộ Liên hiệp các tổ chức hữu nghị tỉnh Hậu Giang lần thứ II, nhiệm kỳ 2015-2020',
  lead: 'Sáng 13 tháng 5 năm 2014, chi bộ Liên hiệp các tổ chức hữu nghị tỉnh Hậu Giang tổ chức Đại hội chi bộ nhiệm kỳ 2015-2020. Đến dự có ông Đinh Văn Chính, Ủy viên Ban Thường Vụ, Chủ nhiệm UBKT Đảng Ủy Khối các cơ quan tỉnh và toàn thể Đảng viên, cán bộ cơ quan Liên hiệp.',
  published: '2017-12-16T06:04:00+07:00',
  source: 'LH Các Tổ chức HN Hậu Giang',
  paragraphs: [
    'Đại hội đã nghe Dự thảo báo cáo kết quả thực hiện Nghị quyết Đại hội Chi bộ nhiệm kỳ 2010-2015 và Phương hướng, mục tiêu, nhiệm vụ nhiệm kỳ 2015-2020.',
    'Khắc phục những khó khăn về trụ sở, trang thiết bị, nâng cao trình độ chuyên môn nghiệp vụ, Chi bộ Liên hiệp đã lãnh đạo đơn vị đạt thành tích cao trong nhiều lĩnh vực hòa bình, hữu nghị, tuyên truyền đối ngoại.',
  ],
};

export const image = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/%3E';
