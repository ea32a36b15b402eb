package figure

// documents are written for these tests, in the manner of other hands; no
// place, school or person in them exists.
var documents = []struct{ name, file, text, gold string }{
	{"work report of a county", "a.txt", `
甲县2023年义务教育优质均衡发展工作汇报

一、基本情况

甲县辖12个乡镇、3个街道，总面积1 860平方公里，常住人口52.3万人。全县现有义务教育阶段学校96所，其中：小学68所、初中21所、九年一贯制学校7所；另有教学点35个。在校生共计61,204人（小学41,870人、初中19,334人），专任教师4215名，其中小学2688名、初中1527名。

二、主要做法

（一）加大投入。2021年以来，全县累计投入教育资金12.6亿元，新建、改扩建学校18所，新增学位1.2万个。2023年一般公共预算教育经费比上年增长4.7%，小学、初中生均公用经费分别提高到720元和940元。

（二）配强师资。近三年公开招聘教师560余人，交流轮岗教师386人，占应交流教师的12.5%，其中骨干教师交流92人，占交流轮岗教师总数的23.8%。小学、初中专任教师学历合格率均为100%。

（三）控制班额。全县小学平均班额42人，初中平均班额47人，全县56人以上大班额全部消除。

三、存在问题

一是城区学校规模偏大。县实验小学在校生3120人，县第二中学2760人，超过规定规模。二是体育、艺术教师短缺，全县尚缺音体美教师84名。三是仍有5所学校生均体育运动场馆面积不达标。

四、下一步打算

到2025年，计划新建学校4所，新增学位5400个，力争小学、初中校际差异系数分别控制在0.45、0.40以内。
`, `
12 = 12 个
3 = 3 个
1 860 = 1860 平方公里
52.3万 = 523000 人 population
96 = 96 所 义务教育 schools_total
68 = 68 所 小学 schools_primary
21 = 21 所 初中 schools_junior
7 = 7 所 九年一贯制 schools_nine_year
35 = 35 个 小学 teaching_points
61,204 = 61204 人 义务教育 pupils_total
41,870 = 41870 人 小学 pupils_primary
19,334 = 19334 人 初中 pupils_junior
4215 = 4215 人 义务教育 teachers_total
2688 = 2688 人 小学 teachers_primary
1527 = 1527 人 初中 teachers_junior
12.6亿 = 1260000000 元 义务教育
18 = 18 所 义务教育 new_schools
1.2万 = 12000 个 义务教育 new_places
4.7% = 4.7 % budget_education_growth
720 = 720 元 小学 public_funds_per_pupil
940 = 940 元 初中 public_funds_per_pupil
560 = 560 人 gt 义务教育 teachers_recruited
386 = 386 人 义务教育 teachers_exchanged
12.5% = 12.5 % 义务教育 teacher_exchange_rate
92 = 92 人 义务教育 teachers_exchanged_backbone
23.8% = 23.8 % 义务教育 teacher_exchange_backbone_rate
100% = 100 % 义务教育 teachers_qualified_rate
42 = 42 人 小学 class_size_mean
47 = 47 人 初中 class_size_mean
56 = 56 人 ge 义务教育 class_size_over_55_eliminated
3120 = 3120 人 小学 school_size
2760 = 2760 人 初中 school_size
84 = 84 人 义务教育 teachers_pe_art_shortfall
5 = 5 所 义务教育 area_sports_per_pupil_not_met_count
4 = 4 所 义务教育 plan new_schools
5400 = 5400 个 义务教育 plan new_places
0.45 = 0.45 le 小学 target cv_primary_standard
0.40 = 0.4 le 初中 target cv_junior_standard
`},
	{"profile of a school", "b.txt", `
乙镇中心小学简介

乙镇中心小学始建于1958年，占地面积23亩，校舍建筑面积6800㎡。现有24个教学班，在校学生1086人，其中寄宿生312人，留守儿童205名。教职工68人，专任教师63人，本科以上学历占92%，市级骨干教师5人。学校有多媒体教室26间，计算机教室2间，学生用计算机96台，图书室藏书2.8万册，生均图书26册。学校先后获得省级荣誉3项、县级荣誉十余项。学生每天在校体育活动时间不少于1小时。
`, `
23 = 23 亩 小学
6800 = 6800 平方米 小学 building_area
24 = 24 个 小学 classes_total
1086 = 1086 人 小学 pupils_primary
312 = 312 人 小学 boarders
205 = 205 人 小学 leftbehind_children
68 = 68 人 小学 staff_primary
63 = 63 人 小学 teachers_primary
92% = 92 % 小学 teachers_higher_degree_rate
5 = 5 人 小学 teachers_backbone
26 = 26 间 小学 multimedia_classrooms
2 = 2 间 小学
96 = 96 台 小学 student_computers
2.8万 = 28000 册 小学 books_total
26 = 26 册 小学 books_per_pupil
3 = 3 项 小学
十 = 10 项 gt 小学
1 = 1 小时 ge 小学
`},
	{"statistical bulletin", "c.txt", `
丙市2022年教育事业统计公报

全市共有各级各类学校1024所，在校生58.7万人，教职工4.36万人。

小学：全市有小学318所，比上年减少6所；招生3.9万人，在校生23.1万人，毕业生3.7万人；小学净入学率99.98%。

初中：全市有初中126所（含九年一贯制学校34所），在校生11.2万人，初中毛入学率103.5%，九年义务教育巩固率97.6%，比上年提高0.4个百分点。

小学专任教师1.28万人，生师比18.05:1，专任教师学历合格率100%；初中专任教师0.94万人，生师比11.9:1。

特殊教育学校9所，在校生1356人。
`, `
1024 = 1024 所 schools_total
58.7万 = 587000 人 pupils_total
4.36万 = 43600 人 staff_total
318 = 318 所 小学 schools_primary
6 = 6 所 小学
3.9万 = 39000 人 小学 pupils_new
23.1万 = 231000 人 小学 pupils_primary
3.7万 = 37000 人 小学
99.98% = 99.98 % 小学 enrolment_rate
126 = 126 所 初中 schools_junior
34 = 34 所 九年一贯制 schools_nine_year
11.2万 = 112000 人 初中 pupils_junior
103.5% = 103.5 % 初中 enrolment_rate
97.6% = 97.6 % 义务教育 retention_rate
0.4 = 0.4 百分点 义务教育
1.28万 = 12800 人 小学 teachers_primary
18.05:1 = 18.05 比 小学 pupil_staff_ratio
100% = 100 % 小学 teachers_qualified_rate
0.94万 = 9400 人 初中 teachers_junior
11.9:1 = 11.9 比 初中 pupil_staff_ratio
9 = 9 所 特殊教育 schools_special
1356 = 1356 人 特殊教育 pupils_special
`},
	{"news", "d.txt", `
丁区召开义务教育均衡发展推进会

本报讯 3月15日上午9时，丁区召开义务教育优质均衡发展推进会，各镇（街道）、区直部门负责人共120余人参加会议。会议指出，全区48所中小学已有41所达到优质均衡标准，达标率为85.4%。会议要求，要坚持“五个一”工作机制，落实“两个只增不减”，确保2026年通过国家认定。热线电话：0000-1234567。
`, `
120 = 120 人 gt
48 = 48 所 义务教育 schools_total
41 = 41 所 义务教育
85.4% = 85.4 % 义务教育
`},
	{"summary of a town", "e.txt", `
戊镇义务教育工作总结

我镇现有中心小学一所，村小三所，教学点两个，在校学生七百八十六人，教师五十二名。全镇适龄儿童入学率百分之百，巩固率达到百分之九十九点五。一年来，共筹措资金三十五万余元，硬化操场一千二百平方米，新建厕所两座。
`, `
一 = 1 所 小学
三 = 3 所 小学 schools_primary
两 = 2 个 小学 teaching_points
七百八十六 = 786 人 小学 pupils_primary
五十二 = 52 人 小学 teachers_primary
百分之百 = 100 % 义务教育 enrolment_rate
百分之九十九点五 = 99.5 % 义务教育 retention_rate
三十五万 = 350000 元 gt 义务教育
一千二百 = 1200 平方米 义务教育
两 = 2 座 义务教育
`},
	{"double reduction bulletin", "f.txt", `
己县“双减”工作情况通报

截至2022年6月底，全县原有学科类校外培训机构37家，已注销29家，转为非学科类6家，转为非营利性机构2家，压减率94.6%。全县96所义务教育学校课后服务实现全覆盖，参加课后服务学生5.8万人，参与率达96.3%，每天课后服务时间不少于2小时。小学一、二年级不布置书面家庭作业，三至六年级书面作业平均完成时间不超过60分钟，初中不超过90分钟。受理投诉举报14件，办结14件，办结率100%，退费金额23.5万元。
`, `
37 = 37 家 offcampus_academic_baseline
29 = 29 家 offcampus_academic_closed
6 = 6 家 offcampus_academic_converted
2 = 2 家 offcampus_academic_nonprofit
94.6% = 94.6 % offcampus_academic_reduction_rate
96 = 96 所 义务教育 schools_total
5.8万 = 58000 人 义务教育
96.3% = 96.3 % 义务教育 afterschool_participation
2 = 2 小时 ge 义务教育
60 = 60 分钟 le 小学 homework_minutes
90 = 90 分钟 le 初中 homework_minutes
14 = 14 件 complaints_received
14 = 14 件 complaints_closed
100% = 100 % complaints_closed_rate
23.5万 = 235000 元
`},
	{"special education", "g.txt", `
庚县特殊教育工作情况

全县适龄残疾儿童少年286名，其中特殊教育学校就读118人，随班就读121人，送教上门47人，入学率98.3%。特殊教育生均公用经费标准为每年6000元以上，2023年实际拨付7200元。县特殊教育学校有教职工46人，教学班14个。
`, `
286 = 286 人 义务教育 disabled_children
118 = 118 人 特殊教育 disabled_children_special_school
121 = 121 人 义务教育 disabled_children_inclusive
47 = 47 人 义务教育 disabled_children_home_taught
98.3% = 98.3 % 义务教育 enrolment_disabled
6000 = 6000 元 ge 特殊教育 standard special_running_cost_per_pupil
7200 = 7200 元 特殊教育
46 = 46 人 特殊教育
14 = 14 个 特殊教育
`},
	{"funding", "h.txt", `
辛区教育经费执行情况

2022年，全区教育总投入8.64亿元，较上年增加5120万元，增长6.3%。义务教育薄弱环节改善与能力提升项目资金3260万元，实施项目15个，新建校舍1.35万平方米，改造运动场8片。教师培训经费占年度公用经费预算总额的5.8%，高于5%的规定。义务教育阶段家庭经济困难学生补助4312人次，发放资金268.75万元。
`, `
8.64亿 = 864000000 元
5120万 = 51200000 元
6.3% = 6.3 %
3260万 = 32600000 元 义务教育
15 = 15 个 义务教育
1.35万 = 13500 平方米 义务教育
8 = 8 片 义务教育
5.8% = 5.8 % teacher_training_funding_share
5% = 5 % gt standard teacher_training_funding_share_standard
4312 = 4312 人次 义务教育 funded_pupils
268.75万 = 2687500 元 义务教育
`},
	{"class sizes", "i.txt", `
壬市城区学校班额情况

截至2023年9月，城区小学共有教学班612个，其中45人以下的班级403个，46至55人的班级188个，56人及以上的大班额21个，占3.4%；城区初中教学班284个，班额超过50人的有97个，占34.2%，最大班额68人。规模在2000人以上的小学有7所，最大的一所学校在校生达4236人。
`, `
612 = 612 个 小学 classes_total
403 = 403 个 小学
188 = 188 个 小学
21 = 21 个 小学 class_size_over_55_count
3.4% = 3.4 % 小学 class_size_over_55_rate
284 = 284 个 初中 classes_total
97 = 97 个 初中 class_size_over_50_count
34.2% = 34.2 % 初中 class_size_over_50_rate
68 = 68 人 初中 class_size_max
7 = 7 所 小学 school_size_over_2000_count
4236 = 4236 人 小学 school_size
`},
	{"province", "j.txt", `
某省义务教育发展概况

全省118个县（市、区）全部通过国家义务教育基本均衡认定，其中9个县（市、区）通过优质均衡国家认定。全省共有义务教育学校1.26万所，在校生742.6万人，专任教师48.9万人。小学、初中本科及以上学历教师占比分别为71.3%、92.6%。义务教育大班额比例由2017年的8.9%下降到0.02%，超大班额全面消除。全省随迁子女在公办学校就读比例达96.8%以上。“十三五”期间全省累计投入约420亿元。
`, `
118 = 118 个
9 = 9 个
1.26万 = 12600 所 义务教育 schools_total
742.6万 = 7426000 人 义务教育 pupils_total
48.9万 = 489000 人 义务教育 teachers_total
71.3% = 71.3 % 小学 teachers_higher_degree_rate
92.6% = 92.6 % 初中 teachers_higher_degree_rate
8.9% = 8.9 % 义务教育 class_size_over_55_rate
0.02% = 0.02 % 义务教育 class_size_over_55_rate
96.8% = 96.8 % ge 义务教育 migrant_public_rate
420亿 = 42000000000 元 approx 义务教育
`},
	{"indicator table", "k.html", `<html><body><h1>癸县义务教育基本情况表</h1><p>单位：人、所、%</p>
<table><tr><th rowspan="2">指标</th><th colspan="2">学段</th><th rowspan="2">合计</th></tr><tr><th>小学</th><th>初中</th></tr>
<tr><td>学校数（所）</td><td>42</td><td>15</td><td>57</td></tr>
<tr><td>在校生数（人）</td><td>18,236</td><td>8975</td><td>27211</td></tr>
<tr><td>专任教师（人）</td><td>1108</td><td>764</td><td>1872</td></tr>
<tr><td>校际差异系数</td><td>0.42</td><td>0.37</td><td>—</td></tr>
<tr><td>巩固率（%）</td><td>99.9</td><td>98.2</td><td>-</td></tr></table></body></html>`, `
42 = 42 所 小学 schools_primary
15 = 15 所 初中 schools_junior
57 = 57 所 义务教育 schools_total
18,236 = 18236 人 小学 pupils_primary
8975 = 8975 人 初中 pupils_junior
27211 = 27211 人 义务教育 pupils_total
1108 = 1108 人 小学 teachers_primary
764 = 764 人 初中 teachers_junior
1872 = 1872 人 义务教育 teachers_total
0.42 = 0.42 小学 cv_primary
0.37 = 0.37 初中 cv_junior
99.9 = 99.9 % 小学 retention_rate
98.2 = 98.2 % 初中 retention_junior_3y
`},
	{"teacher staffing", "l.txt", `
子县教师队伍建设情况

全县核定教职工编制3860名，实有在编教师3742名，缺编118名。35岁以下教师占28%，50岁以上教师占31.6%，平均年龄43.2岁。全县义务教育学校有中级及以上职称教师2104人，占教师总数的56.2%。每百名学生拥有县级以上骨干教师数小学1.12人、初中1.35人，均达到1人以上的标准。今年拟招聘教师150名，其中音体美教师不少于40名。
`, `
3860 = 3860 人 staff_posts
3742 = 3742 人 teachers_total
118 = 118 人
28% = 28 %
31.6% = 31.6 %
43.2 = 43.2 岁
2104 = 2104 人 义务教育 teachers_mid_title
56.2% = 56.2 % 义务教育
1.12 = 1.12 人 小学 backbone_per_100
1.35 = 1.35 人 初中 backbone_per_100
1 = 1 人 ge 义务教育 standard backbone_per_100
150 = 150 人 plan teachers_recruited
40 = 40 人 ge plan
`},
	{"changes, labels and idioms", "m.txt", `
丑县义务教育工作简报

与上年相比，小学在校生减少312人，下降2.1%。全县登记的非学科类校外培训机构46所。教师5年360学时培训完成率97.6%。开展“千名教师访万家”活动，推行“一校一案”和“5+2”课后服务。按照小学45人、初中50人的标准招生。评估位列全市第2名。预计2026年小学在校生将达到4.2万人。收费每生每学期不超过300元。
`, `
312 = 312 人 小学
2.1% = 2.1 % 小学
46 = 46 所
97.6% = 97.6 % 义务教育 teacher_training_360_rate
45 = 45 人 小学 standard
50 = 50 人 初中 standard
4.2万 = 42000 人 小学 forecast pupils_primary
300 = 300 元 le 义务教育 standard
`},
}
