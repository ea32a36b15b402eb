package balance

// Term 术语 ties an official Chinese term to its name in this code.
type Term struct {
	Official string `json:"official"` // as printed in headers, pages and messages
	Go       string `json:"go"`       // identifier in this package
	English  string `json:"english"`
	Meaning  string `json:"meaning"` // one sentence in Chinese for the glossary page
}

// Glossary 术语表 lists every noun of this package, in the order in which a
// figure meets them. A test holds that each Go name exists.
var Glossary = []Term{
	{"行政区划", "Division", "division", "一个应当公布义务教育均衡情况的县级单位，以六位代码区分。"},
	{"区县", "District", "district", "已有数据文件夹的行政区划，连同其教育主管部门和数据许可。"},
	{"教育主管部门", "Bureau", "bureau", "对数据负责、回答核对问题的单位。"},
	{"公开依据", "Release", "release basis", "逐校公布数据所依据的规定；没有依据就不公布到校数据。"},
	{"报告", "Report", "report", "一份已公布的总结或公报，保存原件和来源说明。"},
	{"篇", "Article", "article", "一份报告里由一个单位写成的一篇文字；汇编里有多篇。"},
	{"代表", "SpeaksFor", "speaks for", "一篇文字说的是谁的情况：本区县、乡镇、学校，或与本区县无关。"},
	{"章节", "Section", "section", "一个标题和它下面的文字。"},
	{"段", "Paragraph", "paragraph", "整理后的一段文字或一张表。"},
	{"表", "Table", "table", "报告里的表格，合并单元格已展开。"},
	{"数据", "Figure", "figure", "报告里写明的一个数量，连同单位、学段、性质和出处。"},
	{"出处", "Source", "source", "一个数据在原文里的准确位置。"},
	{"比较", "Comparator", "comparator", "“以上”“不足”“约”等词对数量的限定。"},
	{"学段", "Stage", "stage", "小学、初中等。"},
	{"性质", "Kind", "kind", "一个数据是现状、标准、目标、规划还是预测；只有现状可以作为现状使用。"},
	{"核实", "Review", "review", "经办人对机器读出的一个数作的决定；作出决定以前标“机读待核”。"},
	{"核实结果", "Decision", "decision", "已核（读得对）、更正（读错了，写明应读作什么和理由）或剔除（不是这样一个数，不进入任何结论和核对）。"},
	{"机读", "Reading", "machine reading", "更正以前机器把原文的数字读作什么；与更正后的值并列公布。"},
	{"表述", "Statement", "statement", "报告里数字以外的内容：问题、措施、文件、承诺。"},
	{"学校", "School", "school", "学校表里的一行。"},
	{"值", "Datum", "datum", "数据表里的一格：一个数，或一个缺值原因。"},
	{"缺值", "Missing", "missing value", "未填报、不适用、保密或无法计算；从不留空，也不记作零。"},
	{"区县数据项", "Item", "item", "区县汇总表里的一项。"},
	{"位置", "Place", "place", "文件、行、列，或工作表和单元格。"},
	{"指标", "Indicator", "indicator", "一个有名称、单位和算法的数量。"},
	{"算法", "Formula", "formula", "指标怎样由学校表的各栏算出。"},
	{"标准", "Standard", "standard", "一份文件的全部评估标准。"},
	{"部分", "Part", "part", "标准里的一组，如资源配置、政府保障程度。"},
	{"评估标准", "Criterion", "criterion", "标准里的一条。"},
	{"标准值", "Threshold", "threshold", "一条标准对某学段、某类学校的限值。"},
	{"判定范围", "Scope", "scope", "一部分标准不计哪些学校，如不足50人的教学点。"},
	{"替代数据", "Proxy", "proxy", "能够代为判定一条标准的另一个公布数，如超过45人的班数。"},
	{"过渡口径", "Relaxation", "relaxation", "在一定时间和条件下放宽的限值，单位声明适用才采用。"},
	{"折算方式", "Split", "split", "算法里的名称指什么：全校共用、分学段、全校合计，或汇总表的数。"},
	{"共用资源折算", "AssetSplit", "asset split", "一贯制学校、完全中学的场地房屋按学生数折算到学段的权重。"},
	{"核实程度", "Certainty", "certainty", "我们对一条规定有多大把握：A 见于官方文本，B 见于二手材料，C 未核实。"},
	{"结论", "Verdict", "verdict", "一个值对照一条标准的结果：达标、未达标、按过渡口径达标、无法判定、未公布、不适用。"},
	{"依据", "Basis", "basis", "结论依据的是单位自报的数，还是由原始数推算的数。"},
	{"差距", "Gap", "gap", "离标准还差多少，用自然单位表示。"},
	{"演算", "Working", "working", "得出结论的规则、标准、输入、算式和结果。"},
	{"缺项", "Lack", "lack", "判定所缺的一项、原因和应由谁公布。"},
	{"核对", "Check", "check", "报告中几个数据之间的关系：相符，或待说明。"},
	{"关系", "Relation", "relation", "分项与合计、占比与基数、超出之和等。"},
	{"更正", "Correction", "correction", "已经公布、后来改正的一处：原来怎样，现在怎样，由谁指出。"},
	{"问题", "Problem", "problem", "数据文件里的一处错误或提示，写明位置和改法。"},
}
