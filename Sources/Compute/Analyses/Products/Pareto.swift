import Model
import Statistics

/// How much the largest few make of a whole: classes A, B and C, Gini and Herfindahl.
struct ParetoMethod: AnalysisMethod {
    let name = "pareto"
    let parameters = [
        AnalysisParameter.metric("metric"), AnalysisParameter("by", .dimension(of: "metric"), isRequired: true), AnalysisParameter("top", .whole(1...1000)),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metric = block.names("metric")[0]
        guard campaign.isAdditive(metric.value) else { return AnalysisNeeds(problems: [Problem(.badParameter, "`pareto` takes a sum or a count, and '\(metric.value)' is none", at: metric.place)]) }
        return AnalysisNeeds(uses: [MetricUse(campaign: campaign.id, metric: metric.value, dimensions: block.names("by").map(\.value))])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("metric") ?? "", by = input.block.word("by") ?? "", unit = input.unit(of: metric)
        let rows = input.slices(metric, by: by).filter { $0.value > 0 }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        let total = rows.sum(\.value)
        guard total > 0 else { return Report.nothing(input, "没有正值。", "Nothing is above zero.") }
        let label = input.label(ofDimension: by, of: metric), top = Int(input.block.number("top") ?? 20)
        var report = Report(input, .observed, count: Double(rows.count))
        report.names("name", label, label)
        report.numbers("value", input.name(of: metric), input.name(of: metric), unit)
        report.numbers("share", "占比", "Share", .percent)
        report.numbers("cumulative", "累计占比", "Cumulative share", .percent)
        report.texts("class", "类别", "Class")
        var sum = 0.0, counts = ["A": 0.0, "B": 0.0, "C": 0.0]
        for (index, row) in rows.enumerated() {
            // A: those that make up the first 80 %, the one that crosses it included.
            let before = sum / total
            sum += row.value
            let letter = before < 0.8 ? "A" : before < 0.95 ? "B" : "C"
            counts[letter, default: 0] += 1
            if index < top { report.row(.name(row.key, row.label), .number(row.value), .number(row.value / total), .number(sum / total), .text(letter)) }
        }
        for letter in ["A", "B", "C"] { report.value("class_\(letter.lowercased())", counts[letter], .count(noun: "")) }
        let tenth = max(1, wholePart((Double(rows.count) / 10).rounded()))
        report.value("top_tenth_share", rows.prefix(tenth).sum(\.value) / total, .percent)
        report.value("top_share", rows[0].value / total, .percent)
        report.value("gini", Concentration.gini(rows.map(\.value)), .number)
        report.value("herfindahl", Concentration.herfindahl(rows.map(\.value)), .number)
        report.words("top_name", rows[0].label)
        report.chart(.pareto, x: "name", y: "value")
        report.note("A 类为累计到 80% 的，B 类到 95%，其余为 C 类。\(rows.count > top ? "表中只列前 \(top) 个。" : "")", "A makes up the first 80 %, B up to 95 %, C the rest.\(rows.count > top ? " The table shows the first \(top)." : "")")
        let a = counts["A"] ?? 0
        report.finding(
            "concentration", "\(report.text(a / Double(rows.count), .percent)) 的\(label)（\(wholePart(a)) 个）带来八成\(input.name(of: metric))；第一位\(rows[0].label)占 \(report.text(rows[0].value / total, .percent))。",
            "\(report.text(a / Double(rows.count), .percent)) of them (\(wholePart(a))) bring four fifths of \(input.name(of: metric)); the first, \(rows[0].label), \(report.text(rows[0].value / total, .percent)).", evidence: .association)
        return report.result
    }
}
