import Model

/// Ahead, level or behind: own values beside others', each with its source and how far that can be trusted.
struct Benchmarks: AnalysisMethod {
    let name = "benchmark"
    let parameters = [
        AnalysisParameter.source, .column("measure"), .column("entity"), AnalysisParameter("metrics", .free, isRequired: true), AnalysisParameter("rival", .words, isRequired: true), .column("value"), .column("unit"), .column("origin"),
        .optionalColumn("grade"), AnalysisParameter("lower_is_better", .words),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        var needs = AnalysisNeeds()
        for entry in block.entries("metrics") {
            guard let metric = entry.values.first else { continue }
            if campaign.metrics[metric.value]?.hasRows != true {
                needs.problems.append(Problem(.unknownMetric, "no metric named '\(metric.value)' with rows of its own\(suggestion(for: metric.value, among: campaign.metricNames))", at: metric.place))
            }
            needs.uses.append(MetricUse(campaign: campaign.id, metric: metric.value))
        }
        if needs.uses.isEmpty { needs.problems.append(Problem(.badParameter, "`metrics:` says which own metric stands against which measure, as {bounce: bounce_rate}", at: block.place)) }
        needs.queries = [
            source.select(
                "\(source["measure"]) AS measure, \(source["entity"]) AS entity, avg(\(source["value"])) AS value, max(\(source["unit"])) AS unit_name, max(\(source["origin"])) AS origin, max(\(source["grade"])) AS grade",
                group: "1, 2", order: "1, 2", isDated: block.word("period") != nil)
        ]
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rivals = input.block.names("rival").map(\.value), lower = Set(input.block.names("lower_is_better").map(\.value)), rows = input.rows()
        var report = Report(input, .observed)
        report.names("measure", ofRole: "measure")
        report.texts("own", "本方", "Own")
        report.texts("rival", "对方", "Other")
        report.texts("entity", "对方是", "Who")
        report.numbers("ratio", "相对差", "Relative gap", .percent)
        report.texts("position", "位置", "Position")
        report.texts("origin", "来源", "Source")
        report.texts("grade", "可信度", "Grade")
        var ahead: [String] = [], behind: [String] = []
        for entry in input.block.entries("metrics") {
            let theirs = rivals.lazy.compactMap { rival in rows.first { $0.text("measure") == entry.key.value && $0.text("entity") == rival } }.first
            guard let theirs, let metric = entry.values.first?.value, let mine = input.total(metric)?.double, theirs.amount("value") != 0 else { continue }
            let measure = theirs["measure"]
            let unit = Unit.names[theirs.text("unit_name")] ?? .number, gap = mine / theirs.amount("value") - 1, name = input.label(measure, of: "measure")
            let isBetter = lower.contains(measure.text) ? gap < 0 : gap > 0, isLevel = abs(gap) < 0.02
            if !isLevel { if isBetter { ahead.append(name) } else { behind.append(name) } }
            report.row(
                .name(measure, name), .text(report.text(mine, input.unit(of: metric))), .text(report.text(theirs.number("value"), unit)), .text(input.label(theirs["entity"], of: "entity")), .number(gap),
                .text(isLevel ? input.say("持平", "level") : isBetter ? input.say("领先", "ahead") : input.say("落后", "behind")), .text(theirs.text("origin")), .text(theirs.text("grade")))
            report.value("\(measure.text.identifier)_gap", gap, .percent)
        }
        report.value("ahead", Double(ahead.count), .count(noun: ""))
        report.value("behind", Double(behind.count), .count(noun: ""))
        report.chart(.bar, x: "measure", y: "ratio")
        report.note("对方的数字多来自公开说法，样本与口径不明，给不出区间；相差不足 2% 记为持平。", "The other side's numbers are mostly claims without sample or definition, so there is no interval; a gap below 2 % counts as level.")
        let list = Words.of(input.campaign.language).sentences.list
        report.finding("position", "\(ahead.count) 项领先，\(behind.count) 项落后\(behind.isEmpty ? "" : "：\(list(behind))")。", "Ahead in \(ahead.count), behind in \(behind.count)\(behind.isEmpty ? "" : ": \(list(behind))").", evidence: .statement)
        return report.result
    }
}
