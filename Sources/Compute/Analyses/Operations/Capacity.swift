import Model
import Statistics

/// Load against capacity: where throughput bends in a load test, and how much room the real peak left.
struct Capacity: AnalysisMethod {
    let name = "capacity"
    let parameters = [
        AnalysisParameter.source, .column("load"), .column("throughput"), .optionalColumn("latency"), .optionalColumn("failed"), .optionalColumn("by"), AnalysisParameter("peak", .metric),
        AnalysisParameter("latency_limit", .number(0...1e9)), AnalysisParameter("failed_limit", .number(0...1)),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let columns = ["by", "load", "throughput", "latency", "failed"].map { "\(source[$0]) AS \($0 == "by" ? "part" : $0 == "load" ? "load_level" : $0)" }.joined(separator: ", ")
        return AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "peak"), queries: [source.select(columns, order: "1, 2", isDated: block.word("period") != nil)])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), hasParts = input.block.word("by") != nil, unit = input.source.definition(of: "throughput")?.unit ?? .number
        let latency = input.block.number("latency_limit"), failed = input.block.number("failed_limit") ?? 0.01
        var parts: [Scalar] = []
        for row in rows where !parts.contains(row["part"]) { parts.append(row["part"]) }
        guard !rows.isEmpty else { return Report.nothing(input, "没有压测记录。", "There is no load test.") }
        var report = Report(input, .modelled, count: Double(rows.count))
        if hasParts { report.names("part", ofRole: "by") }
        report.numbers("load", input.label(ofRole: "load"), input.label(ofRole: "load"), input.source.definition(of: "load")?.unit ?? .count(noun: ""))
        report.numbers("throughput", input.label(ofRole: "throughput"), input.label(ofRole: "throughput"), unit)
        report.numbers("latency", "延迟", "Latency", input.source.definition(of: "latency")?.unit ?? .number)
        report.texts("within", "达标", "Within limits")
        var last: (name: String, capacity: Double)?
        for part in parts {
            let own = rows.filter { $0["part"] == part }, name = hasParts ? input.label(part, of: "by") : ""
            func isWithin(_ row: ResultRow) -> Bool { row.amount("failed") <= failed && (latency.map { row.amount("latency") <= $0 } ?? true) }
            for row in own {
                report.row(
                    (hasParts ? [.name(part, name)] : []) + [.number(row.number("load_level")), .number(row.number("throughput")), .number(row.number("latency")), .text(isWithin(row) ? input.say("是", "yes") : input.say("否", "no"))])
            }
            let capacity = own.filter(isWithin).map { $0.amount("throughput") }.max(), id = hasParts ? part.text.identifier + "_" : ""
            report.value("\(id)capacity", capacity, unit)
            if let law = Scalability(loads: own.map { $0.amount("load_level") }, throughputs: own.map { $0.amount("throughput") }) {
                report.value("\(id)peak_load", law.peak.isFinite ? law.peak : nil, .number)
                report.value("\(id)contention", law.contention, .number)
            }
            if let capacity, capacity > last?.capacity ?? 0 { last = (name, capacity) }
        }
        report.chart(.curve, x: "load", y: "throughput", series: hasParts ? "part" : nil)
        report.note("容量取失败率不超过 \(report.text(failed, .percent))\(latency.map { "、延迟不超过 \(wholePart($0))" } ?? "")时的最高吞吐；拐点按通用扩展律（USL）推算。", "Capacity: the most throughput with at most \(report.text(failed, .percent)) failures\(latency.map { " and a latency of at most \(wholePart($0))" } ?? ""); the bend follows the universal scalability law.")
        if let last, let peak = input.block.word("peak").flatMap({ input.total($0)?.double }), last.capacity > 0 {
            let room = 1 - peak / last.capacity
            report.value("headroom", room, .percent)
            report.finding(
                "headroom", "真实峰值 \(report.text(peak, unit))，\(last.name.isEmpty ? "" : last.name)容量 \(report.text(last.capacity, unit))，余量 \(report.text(room, .percent))。", "The real peak was \(report.text(peak, unit)) against a capacity of \(report.text(last.capacity, unit)): \(report.text(room, .percent)) to spare.", evidence: .association,
                isGood: room > 0.2)
        }
        return report.result
    }
}
