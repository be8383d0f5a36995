import Model
import Statistics

/// Medians and slow tails, from single values or from a histogram with cumulative counts.
struct Percentiles: AnalysisMethod {
    let name = "percentiles"
    let parameters = [AnalysisParameter.source, .optionalColumn("value"), .optionalColumn("bound"), .optionalColumn("count"), .optionalColumn("by"), AnalysisParameter("limit", .number(0...1e12))]
    private static let shares = [("p50", 0.5), ("p75", 0.75), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        if source.has("bound"), source.has("count") {
            return AnalysisNeeds(queries: [source.select("\(source["by"]) AS part, \(source["bound"]) AS bound, sum(\(source["count"])) AS cumulative", group: "1, 2", order: "1, 2")])
        }
        guard source.has("value") else { return AnalysisNeeds(problems: [Problem(.badParameter, "`percentiles` needs `value:`, or `bound:` and `count:` of a histogram", at: block.place)]) }
        let columns = Self.shares.map { "percentile_cont(\($1)) WITHIN GROUP (ORDER BY CAST(\(source["value"]) AS DOUBLE)) AS \($0)" }.joined(separator: ", ")
        return AnalysisNeeds(queries: [source.select("\(source["by"]) AS part, count(\(source["value"])) AS observations, \(columns)", where: "\(source["value"]) IS NOT NULL", group: "1", order: "1")])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let isHistogram = input.block.word("bound") != nil, hasParts = input.block.word("by") != nil, rows = input.rows()
        let unit = input.source.definition(of: isHistogram ? "bound" : "value")?.unit ?? .number, limit = input.block.number("limit")
        var parts: [Scalar] = []
        for row in rows where !parts.contains(row["part"]) { parts.append(row["part"]) }
        let isTime = parts.contains { if case .day = $0 { true } else { false } }
        var report = Report(input, isHistogram ? .estimated : .observed)
        report.names("part", hasParts ? input.label(ofRole: "by") : "范围", hasParts ? input.label(ofRole: "by") : "Scope", isTime: isTime)
        for (id, share) in Self.shares { report.numbers(id, "P\(wholePart(share * 100))", "P\(wholePart(share * 100))", unit) }
        report.numbers("count", "样本", "Observations", .count(noun: ""))
        func histogram(_ rows: [ResultRow]) -> [(bound: Double, cumulative: Double)] {
            let sums = Dictionary(rows.map { ($0.amount("bound"), $0.amount("cumulative")) }, uniquingKeysWith: +)
            // The largest bound stands for all beyond.
            let last = sums.keys.max() ?? 0
            return sums.sorted { $0.key < $1.key }.map { (bound: $0.key == last ? .infinity : $0.key, cumulative: $0.value) }
        }
        var beyond: [(String, Double)] = []
        for part in parts {
            let own = rows.filter { $0["part"] == part }, name = hasParts ? input.label(part, of: "by") : input.say("全部", "All")
            let buckets = isHistogram ? histogram(own) : []
            let values = Self.shares.map { id, share in isHistogram ? histogramQuantile(buckets, share) : own[0].number(id) }
            let count = isHistogram ? buckets.last?.cumulative ?? 0 : own[0].amount("observations")
            report.row([.name(part, name)] + values.map { .number($0) } + [.number(count)])
            if hasParts, !isTime { for (id, value) in zip(Self.shares, values) { report.value("\(part.text.identifier)_\(id.0)", value, unit) } }
            if let limit, let slow = values[3], slow > limit { beyond.append((name, slow)) }
        }
        if isHistogram {
            let whole = histogram(rows)
            report.result.count = Report.number(whole.last?.cumulative)
            for (id, share) in Self.shares { report.value(id, histogramQuantile(whole, share), unit) }
        } else {
            report.result.count = Report.number(rows.sum { $0.amount("observations") })
            if !hasParts, let row = rows.first { for (id, _) in Self.shares { report.value(id, row.number(id), unit) } }
        }
        report.lines("part", ["p50", "p95"], mark: isTime ? .line : .bar)
        report.note(isHistogram ? "由直方图累计数按线性插值推算，精度受分段宽度所限。" : "由逐条记录排序得出。", isHistogram ? "From a histogram, linear within its buckets: no finer than they are." : "From single values in order.")
        if let limit {
            report.value("parts_beyond", Double(beyond.count), .count(noun: ""))
            report.finding(
                "limit", beyond.isEmpty ? "P95 都在 \(report.text(limit, unit))之内。" : "P95 有 \(beyond.count) 处超过 \(report.text(limit, unit))，最慢的是\(beyond.max { $0.1 < $1.1 }?.0 ?? "")（\(report.text(beyond.map(\.1).max(), unit))）。",
                beyond.isEmpty ? "P95 is within \(report.text(limit, unit)) everywhere." : "P95 exceeds \(report.text(limit, unit)) in \(beyond.count) places, worst for \(beyond.max { $0.1 < $1.1 }?.0 ?? "") (\(report.text(beyond.map(\.1).max(), unit))).", evidence: .association, isGood: beyond.isEmpty)
        }
        return report.result
    }
}
