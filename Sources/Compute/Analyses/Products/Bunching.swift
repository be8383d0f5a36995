import Model
import Statistics

/// Whether orders crowd just above a spending threshold: how many more there are than their neighbours let expect.
struct Bunching: AnalysisMethod {
    let name = "bunching"
    let parameters = [AnalysisParameter.source, .column("amount"), AnalysisParameter("thresholds", .free, isRequired: true), AnalysisParameter("width", .number(0.01...1_000_000))]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        for threshold in block.names("thresholds") where Double(threshold.value).map({ $0 > 0 }) != true {
            return AnalysisNeeds(problems: [Problem(.badParameter, "`thresholds:` are amounts above 0, not '\(threshold.value)'", at: threshold.place)])
        }
        let source = Source(block, in: campaign), width = block.word("width") ?? "100"
        return AnalysisNeeds(queries: [source.select("floor(\(source["amount"]) / \(width)) AS bin, count(*) AS orders", where: "\(source["amount"]) > 0", group: "1", order: "1")])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let width = input.block.number("width") ?? 100, bins = Dictionary(input.rows().map { (wholePart($0.amount("bin")), $0.amount("orders")) }, uniquingKeysWith: +)
        guard !bins.isEmpty else { return Report.nothing(input, "没有订单。", "There are no orders.") }
        var report = Report(input, .estimated, count: bins.values.sorted().sum)
        report.names("threshold", "门槛", "Threshold")
        report.numbers("excess", "多出的比例", "Excess", .percent)
        report.bounds(.percent)
        report.numbers("above", "门槛之上一档", "Orders just above", .count(noun: ""))
        report.numbers("expected", "按邻档推算", "Expected from neighbours", .count(noun: ""))
        var found: [(Double, Double, Bool)] = []
        for threshold in input.block.names("thresholds").compactMap({ Double($0.value) }) {
            let bin = wholePart((threshold / width).rounded(.down))
            let neighbours = [-4, -3, -2, 2, 3, 4].map { bins[bin + $0] ?? 0 }, expected = neighbours.sum / 6, above = bins[bin] ?? 0
            guard expected > 0 else { continue }
            // Counts are Poisson; the neighbours' mean adds its own error.
            let half = z95 * (above / (expected * expected) + above * above / (expected * expected * expected * 6)).squareRoot()
            let excess = above / expected - 1
            report.row(.name(.double(threshold), report.text(threshold, .money)), .number(excess), .number(excess - half), .number(excess + half), .number(above), .number(expected))
            report.value("excess_\(wholePart(threshold))", excess, .percent, .init(value: excess, low: excess - half, high: excess + half, count: above + neighbours.sum))
            found.append((threshold, excess, excess - half > 0))
        }
        report.chart(.bar, x: "threshold", y: "excess", low: "low", high: "high") { $0.order = .data }
        report.note("门槛之上一档（\(report.text(width, .money))宽）与两侧各三档的平均相比，紧邻的一档不计。", "The band just above (\(report.text(width, .money)) wide) against the mean of three bands on each side, the next ones left out.")
        let certain = found.filter(\.2)
        report.finding(
            "bunching", certain.isEmpty ? "各门槛之上没有看出凑单。" : "凑单看得出来的门槛：\(Words.of(input.campaign.language).sentences.list(certain.map { "\(report.text($0.0, .money))（\(report.change($0.1))）" }))。",
            certain.isEmpty ? "No crowding above any threshold." : "Orders crowd above \(Words.of(input.campaign.language).sentences.list(certain.map { "\(report.text($0.0, .money)) (\(report.change($0.1)))" })).", evidence: .association)
        return report.result
    }
}
