import Foundation
import Model
import Statistics

/// How far posts carried: how many posts one post brings in the next generation, and all that one official post set going.
///
/// A branching process (Galton and Watson 1875): with R₀ from the official posts to the first generation and R from one generation to the next,
/// one official post brings R₀ ÷ (1 − R) in all where R is below 1.
struct Viral: AnalysisMethod {
    let name = "viral"
    let parameters = [AnalysisParameter.source, .column("generation"), .column("posts"), .optionalColumn("by")]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        return AnalysisNeeds(queries: [source.select("\(source["by"]) AS part, \(source["generation"]) AS generation, sum(\(source["posts"])) AS posts", group: "1, 2", order: "1, 2")])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), hasParts = input.block.word("by") != nil
        var report = Report(input, .estimated, count: rows.sum { $0.amount("posts") })
        report.names("part", hasParts ? input.label(ofRole: "by") : "范围", hasParts ? input.label(ofRole: "by") : "Scope")
        report.numbers("coefficient", "每条官方内容带动", "Posts set going by one official post", .number)
        report.bounds(.number)
        report.numbers("first", "第一代 R₀", "First generation R₀", .number)
        report.numbers("next", "其后每代 R", "Each later generation R", .number)
        report.numbers("official", "官方内容", "Official posts", .count(noun: ""))
        func add(_ rows: [ResultRow], _ key: Scalar, _ name: String, _ id: String) -> Double? {
            let generations = Dictionary(rows.map { (wholePart($0.amount("generation")), $0.amount("posts")) }, uniquingKeysWith: +)
            guard let official = generations[0], official > 0 else { return nil }
            let later = generations.filter { $0.key > 0 }.sorted { $0.key < $1.key }, total = later.sum { $0.value }
            // A rate of counts: posts for each official one.
            let coefficient = poissonRate(events: total, exposure: official), parents = later.dropLast().sum { $0.value }
            let next = parents > 0 ? later.dropFirst().sum { $0.value } / parents : nil
            report.row(.name(key, name), .number(coefficient?.value), .low(coefficient), .high(coefficient), .number((generations[1] ?? 0) / official), .number(next), .number(official))
            report.value(id, coefficient, .number)
            if id == "coefficient" { report.value("next", next, .number) }
            return coefficient?.value
        }
        if hasParts {
            var parts: [Scalar] = []
            for row in rows where !parts.contains(row["part"]) { parts.append(row["part"]) }
            for part in parts { _ = add(rows.filter { $0["part"] == part }, part, input.label(part, of: "by"), part.text.identifier) }
        }
        guard let all = add(rows, .text("all"), input.say("合计", "All"), "coefficient") else { return Report.nothing(input, "没有官方内容（第 0 代）。", "There are no official posts (generation 0).") }
        report.chart(.bar, x: "part", y: "coefficient", low: "low", high: "high")
        report.note("这是内容的带动数，不是人数的裂变系数；R 小于 1 时每一轮都比上一轮少，终会停。", "This counts posts, not people; where R is below 1 each round is smaller than the last and the spread ends.")
        let next = report.result.values["next"]?.number?.double
        report.finding(
            "coefficient", "每条官方内容带动 \(report.text(all, .number)) 条用户内容\(next.map { $0 < 1 ? "，其后每代 \(report.text($0, .number))，小于 1，不会自行增长" : "，其后每代 \(report.text($0, .number))，自行增长" } ?? "")。",
            "One official post set \(report.text(all, .number)) user posts going\(next.map { $0 < 1 ? "; each later generation \(report.text($0, .number)), below 1: it does not grow by itself" : "; each later generation \(report.text($0, .number)): it grows by itself" } ?? "").", evidence: .association)
        return report.result
    }
}
