extension Words {
    static let zhHans = Words(
        other: "其他", thisCampaign: "本次", total: "合计", noValue: "（空）", value: "数值", change: "变化", points: "百分点变化", share: "占比",
        target: "目标", attainment: "达成率", verdict: "结论", interval: "95% 区间", baseline: "基线", name: "名称", rank: "排名",
        met: "达成", missed: "未达成", undecided: "未定", undecidedWhy: "区间包含目标值，数据不足以判定",
        funnelStep: "步骤", funnelRate: "较上一步转化率",
        weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        grains: Grains(hour: "小时", day: "日期", week: "周", month: "月份", weekday: "星期"),
        phase: "阶段", period: "时段", perDay: "日均", perDayNote: "（日均）", allTime: "全部时间",
        skipToContent: "跳到正文", campaigns: "活动复盘", overview: "总览", contents: "目录", chapters: "章节",
        previous: "上一章", next: "下一章", keyFigures: "关键指标", moreKeyFigures: "更多指标",
        whatWasMissed: "没有达到的", topFindings: "最重要的发现", notFound: "没有这个页面", notFoundWhy: "地址可能在复制之后变了；现有的复盘都在下面。",
        onThisPage: "本页内容", dataDictionary: "数据字典",
        dataChecks: "数据说明", dataScope: "数字的依据", days: "日期", remark: "备注",
        withoutValue: "没有数值的指标", checksHeading: "做过的检查", generatedBy: "由 Recap 生成", warning: "预警", alert: "警报",
        search: "搜索", searchHint: "搜索本次复盘（按 /）", results: "结果", nothing: "没有找到", noIndex: "搜索索引读不到", close: "关闭", sort: "按此列排序", copy: "复制链接", copied: "已复制链接",
        themeAuto: "外观：跟随系统", themeLight: "外观：浅色", themeDark: "外观：深色", metric: "指标", finding: "发现", chapterWord: "章节",
        downloadSVG: "下载 SVG",
        viewData: "查看数据", downloadCSV: "下载 CSV", source: "来源", note: "注", unit: "单位", colon: "：", comma: "，",
        footnotes: "脚注",
        backToText: "回到正文", findings: "发现", analyses: "分析", definition: "口径", gap: "缺失",
        daysDefinition: "时段的天数，首尾两天都算",
        dictionaryIntroduction: "本站每个数值的口径、计算语句与数据来源。正文中的数值链接到这里。",
        direction: "方向", higherIsBetter: "越高越好", lowerIsBetter: "越低越好", neitherIsBetter: "不分好坏",
        sql: "SQL", sources: "数据来源", file: "文件", rows: "行数", checksum: "SHA-256 校验和", relation: "数据仓库中的表", slices: "切片",
        metrics: "指标", tables: "数据表", columns: "列", type: "类型", sample: "样本", syntheticData: "合成数据",
        thresholds: "阈值",
        check: "检查项", result: "结果", passed: "通过", claims: "论断", quotations: "引文", references: "引用",
        allMetricsJSON: "全部数值（JSON）",
        notSet: "未设定", observed: "实测", estimated: "估计", modelled: "模型推算",
        sentences: Sentences(
            against: { $0.first?.isASCII == true ? "较 \($0)" : "较\($0)" },
            span: { "\($0)–\($1)" },
            targetIs: { "目标 \($0)" },
            firstRows: { "此处为 \($1) 行中的前 \($0) 行，全部见 CSV 文件。" },
            attained: { "达成率 \($0)" },
            metOf: { "\($1) 项目标中 \($0) 项达成" },
            rowCount: { "\($0) 行" },
            sampled: { "抽样 \($0)，求和与计数已按比例还原" },
            dayCount: { "共 \($0) 天" },
            chapter: { "第 \($0) 章" },
            footnote: { "脚注 \($0)" },
            measure: { function, argument, table in
                let column = argument ?? "行"
                return switch function {
                case .sum: "表 \(table) 中 \(column) 之和"
                case .count: argument == nil ? "表 \(table) 的行数" : "表 \(table) 中 \(column) 非空的行数"
                case .avg: "表 \(table) 中 \(column) 的平均值"
                case .min: "表 \(table) 中 \(column) 的最小值"
                case .max: "表 \(table) 中 \(column) 的最大值"
                case .median: "表 \(table) 中 \(column) 的中位数"
                case .countDistinct: "表 \(table) 中不同 \(column) 的个数"
                }
            },
            onlyWhere: { "，仅计 \($0)" },
            ratio: { "\($0) ÷ \($1)" },
            formula: { $0 },
            rollup: { take, metric, dimension in
                let word =
                    switch take {
                    case .max: "最大值"
                    case .min: "最小值"
                    case .mean: "平均值"
                    case .median: "中位数"
                    case .first: "首个值"
                    case .last: "末个值"
                    }
                return "\(metric)按\(dimension)取\(word)"
            },
            shows: { "即 \($0)" },
            checksRan: { $0 == 0 ? "数据表没有声明规则。" : $1 == 0 ? "数据规则检查 \($0) 项，全部通过。" : "数据规则检查 \($0) 项，\($1) 项发现问题。" },
            tableChecks: { $1 == 0 ? "\($0) 项，全部通过" : "\($0) 项，\($1) 项发现问题" },
            claimsHold: { "正文中的 \($0) 处论断与数据一致。" },
            quotationsCited: { "外部引文 \($0) 处，均注明来源。" },
            dataUntil: { "最新一行的日期是 \($0)。" },
            relationsHold: { $0 == $1 ? "核对引用数字之间的关系 \($1) 处，全部成立。" : "核对引用数字之间的关系 \($1) 处，\($1 - $0) 处按字面不成立。" },
            ruleUnique: { "\($0) 不重复" },
            rulePresent: { "\($0) 不为空" },
            ruleAllowed: { "\($0) 只取声明的值" },
            ruleAtLeast: { "\($0) 不小于 \($1)" },
            ruleAtMost: { "\($0) 不大于 \($1)" },
            ruleExists: { "\($0) 都能在 \($1) 中找到" },
            ruleCondition: { "\($0)" },
            ruleFresh: { "\($0) 更新到 \($1)" },
            ruleCovers: { "\($0) 覆盖“\($1)”的每一天" },
            ruleSum: { $2.isEmpty ? "\($0) 的合计等于 \($1)" : "\($0) 的合计按 \($2) 都等于 \($1)" },
            ruleDistinct: "没有完全相同的行",
            ruleNear: { "\($0) 距中间半数的范围不超过其宽度的 \($1) 倍" },
            offendingRows: { "\($0) 行不符合" },
            highest: { "最高为\($0)，\($1)" },
            lowest: { "最低为\($0)，\($1)" },
            fromTo: { "从\($0)的 \($1) 到\($2)的 \($3)" },
            seriesOf: { "系列：" + $0.joined(separator: "、") },
            largestLoss: { from, to, lost, rate in "流失最多的一步是“\(from)”到“\(to)”：\(lost)没有继续（转化率 \(rate)）。" },
            sampleOf: { "样本 \($0)" },
            missedTarget: { name, value, target in "“\(name)”未达目标：实际 \(value)，目标 \(target)。" },
            list: { $0.joined(separator: "、") }
        )
    )
}
