import Model
import Statistics

/// Which channels conversions are owed to: by five rules, by Markov's removal effect and by Shapley, and which channels help others.
struct Attribution: AnalysisMethod {
    let name = "attribution"
    let parameters = [
        AnalysisParameter.source, .column("path"), .column("people"), .column("conversions"), .optionalColumn("value"), AnalysisParameter("separator", .words),
        AnalysisParameter("labels", .words),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let value = source.has("value") ? "sum(\(source["value"]))" : "NULL"
        return AnalysisNeeds(queries: [
            source.select("\(source["path"]) AS path, sum(\(source["people"])) AS people, sum(\(source["conversions"])) AS conversions, \(value) AS value", group: "1", order: "1")
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let separator = input.block.word("separator") ?? ">", labels = input.labels(ofColumn: input.block.word("labels"))
        let paths = input.rows().map { row in
            (touches: row.text("path").split(separator: separator).map { String($0).trimmed }, row: row)
        }
        let channels = Set(paths.flatMap(\.touches)).sorted()
        let places = Dictionary(uniqueKeysWithValues: channels.enumerated().map { ($1, $0) })
        let journeys = Journeys(
            channels: channels.count,
            paths.map { .init(touches: $0.touches.compactMap { places[$0] }, people: $0.row.amount("people"), conversions: $0.row.amount("conversions")) })
        guard let markov = MarkovAttribution(journeys) else { return Report.nothing(input, "没有带来转化的路径。", "No path led to a conversion.") }
        func name(_ channel: String) -> String { labels[channel] ?? channel }
        var report = Report(input, .modelled, count: journeys.journeys.sum(\.people))
        transitions(markov, channels.map(name), &report)
        pathTable(paths, name, &report)
        let rules = Journeys.Rule.allCases, credits = rules.map { journeys.credit($0) }, shapley = journeys.shapley, assisted = journeys.assisted
        let total = journeys.conversions
        report.names("channel", "渠道", "Channel")
        let words = ["last": ("末次", "Last"), "first": ("首次", "First"), "linear": ("线性", "Linear"), "position": ("位置", "Position"), "decay": ("时间衰减", "Time decay")]
        report.numbers("markov", "马尔可夫", "Markov", .percent)
        report.numbers("shapley", "Shapley", "Shapley", .percent)
        for rule in rules { report.numbers(rule.rawValue, words[rule.rawValue]?.0 ?? "", words[rule.rawValue]?.1 ?? "", .percent) }
        report.numbers("removal", "移除效应", "Removal effect", .percent)
        report.numbers("assisted", "辅助转化", "Assisted conversions", .count(noun: ""))
        report.numbers("assist_ratio", "辅助 ÷ 末次", "Assisted ÷ last", .number)
        for index in channels.indices.sorted(by: { markov.credit[$0] != markov.credit[$1] ? markov.credit[$0] > markov.credit[$1] : $0 < $1 }) {
            let last = credits[0][index]
            report.row(
                [.name(.text(channels[index]), name(channels[index])), .number(markov.credit[index] / total), .number(shapley[index] / total)] + credits.map { .number($0[index] / total) } + [
                    .number(markov.removalEffects[index]), .number(assisted[index]), .number(last > 0 ? assisted[index] / last : nil),
                ])
            report.value("\(channels[index].identifier)_markov", markov.credit[index] / total, .percent)
            report.value("\(channels[index].identifier)_last", last / total, .percent)
        }
        if input.block.word("value") != nil { report.value("conversion_value", paths.sum { $0.row.amount("value") } / total, .money) }
        report.value("conversions", total, .count(noun: ""))
        let assists = paths.filter { Set($0.touches).count > 1 }.sum { $0.row.amount("conversions") }
        report.value("assisted_share", assists / total, .percent)
        report.chart(.dumbbell, x: "channel") { $0.values = ["last", "markov"] }
        report.note(
            "同一批转化按七种办法分给渠道，每种合计都是 100%。它们都是记账规则：没有对照组，谁也说不出去掉一个渠道真会少多少。", "Seven ways to share out the same conversions, each adding up to 100 %. All are book-keeping: without a control group none tells what a channel really added.")
        let gap = channels.indices.map { (index: $0, gap: (markov.credit[$0] - credits[0][$0]) / total) }.max { ($0.gap, $1.index) < ($1.gap, $0.index) }
        if let gap, gap.gap > 0 {
            report.finding(
                "undervalued", "末次归因最低估的是\(name(channels[gap.index]))：末次 \(report.text(credits[0][gap.index] / total, .percent))，马尔可夫 \(report.text(markov.credit[gap.index] / total, .percent))；\(report.text(assists / total, .percent)) 的转化经过两个以上渠道。",
                "Last touch undervalues \(name(channels[gap.index])) most: \(report.text(credits[0][gap.index] / total, .percent)) against \(report.text(markov.credit[gap.index] / total, .percent)) by Markov; \(report.text(assists / total, .percent)) of conversions touched more than one channel.",
                evidence: .association)
        }
        return report.result
    }

    /// From touch to touch, for a Sankey: what turns back to a channel is left out.
    private func transitions(_ markov: MarkovAttribution, _ names: [String], _ report: inout Report) {
        let start = report.input.say("开始", "Start"), won = report.input.say("转化", "Conversion"), lost = report.input.say("流失", "No conversion")
        report.names("from", "从", "From")
        report.names("to", "到", "To")
        report.numbers("people", "人数", "People", .count(noun: ""))
        for step in markov.transitions.sorted(by: { $0.people != $1.people ? $0.people > $1.people : ($0.from, $0.to) < ($1.from, $1.to) }) where step.from != step.to {
            let from = step.from < 0 ? start : names[step.from], to = step.to < names.count ? names[step.to] : step.to == names.count ? won : lost
            report.row(.name(.text(from), from), .name(.text(to), to), .number(step.people))
        }
        report.part("transitions")
    }

    private func pathTable(_ paths: [(touches: [String], row: ResultRow)], _ name: (String) -> String, _ report: inout Report) {
        report.names("path", "路径", "Path")
        report.numbers("people", "人数", "People", .count(noun: ""))
        report.numbers("conversions", "转化", "Conversions", .count(noun: ""))
        report.numbers("rate", "转化率", "Rate", .percent)
        report.bounds(.percent)
        for path in paths.sorted(by: { $0.row.amount("conversions") != $1.row.amount("conversions") ? $0.row.amount("conversions") > $1.row.amount("conversions") : $0.row.text("path") < $1.row.text("path") }).prefix(15) {
            let rate = Funnel.rate(Report.number(path.row.amount("conversions")), of: Report.number(path.row.amount("people")))
            let words = path.touches.map(name).joined(separator: " → ")
            report.row(.name(.text(path.row.text("path")), words), .number(path.row.amount("people")), .number(path.row.amount("conversions")), .number(rate?.value), .low(rate), .high(rate))
        }
        report.part("paths")
    }
}

extension String {
    /// Without spaces at the ends.
    var trimmed: String {
        var text = Substring(self)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        return String(text)
    }
}
