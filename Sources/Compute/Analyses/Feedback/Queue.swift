import Model
import Statistics

/// Waiting in line: what was measured beside what Erlang's formula expects, and how many agents a shorter wait would take.
struct Queue: AnalysisMethod {
    let name = "queue"
    let parameters = [
        AnalysisParameter.source, .column("at"), .column("arrivals"), .column("agents"), .column("handling_minutes"), .column("served"), .column("wait_minutes"), AnalysisParameter("slot_minutes", .number(1...1440)),
        AnalysisParameter("target_minutes", .number(0.01...600)),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let sums = ["arrivals", "served", "handling_minutes", "wait_minutes"].map { "sum(\(source[$0])) AS \($0)" }.joined(separator: ", ")
        return AnalysisNeeds(queries: [source.select("extract(HOUR FROM \(source["at"])) AS hour_of, \(sums), avg(\(source["agents"]) * 1.0) AS agents, count(*) AS slots", group: "1", order: "1")])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows().filter { $0.amount("served") > 0 }, slot = input.block.number("slot_minutes") ?? 30, target = input.block.number("target_minutes") ?? 1
        guard !rows.isEmpty else { return Report.nothing(input, "没有排队记录。", "There is no queue.") }
        var report = Report(input, .modelled, count: rows.sum { $0.amount("served") })
        report.names("hour", "时段", "Hour")
        report.numbers("wait", "实测平均等待", "Measured wait", .minutes, decimals: 1)
        report.numbers("erlang", "Erlang C 推算", "Erlang C", .minutes, decimals: 1)
        report.numbers("agents", "平均坐席", "Agents", .number, decimals: 1)
        report.numbers("needed", "需要坐席", "Agents needed", .number, decimals: 0)
        report.numbers("occupancy", "占用率", "Occupancy", .percent)
        var worst: (hour: String, wait: Double, agents: Double, needed: Double)?
        for row in rows {
            let arrivals = row.amount("arrivals") / row.amount("slots") / slot, handling = row.amount("handling_minutes") / row.amount("served"), wait = row.amount("wait_minutes") / row.amount("served")
            let queue = ErlangC(arrivals: arrivals, handling: handling, agents: wholePart(row.amount("agents").rounded())), needed = ErlangC.agents(arrivals: arrivals, handling: handling, wait: target).map(Double.init)
            let hour = input.say("\(wholePart(row.amount("hour_of"))) 时", "\(wholePart(row.amount("hour_of"))):00")
            report.row(.name(row["hour_of"], hour), .number(wait), .number(queue?.meanWait), .number(row.amount("agents")), .number(needed), .number(arrivals * handling / row.amount("agents")))
            if wait > worst?.wait ?? -1 { worst = (hour, wait, row.amount("agents"), needed ?? 0) }
        }
        report.value("wait", rows.sum { $0.amount("wait_minutes") } / rows.sum { $0.amount("served") }, .minutes)
        report.value("peak_wait", worst?.wait, .minutes)
        report.value("peak_agents_needed", worst?.needed, .number)
        report.lines("hour", ["agents", "needed"], mark: .bar)
        report.note("需要坐席：使平均等待不超过 \(report.text(target, .minutes))的最少人数。Erlang C 假定来客随机、不弃等；占用率到 100% 时排队无限增长，故无推算值。", "Agents needed keep the mean wait within \(report.text(target, .minutes)). Erlang C takes arrivals to be random and callers patient; at full occupancy a queue grows without end and has no value.")
        if let worst {
            report.finding(
                "peak", "\(worst.hour)等得最久，平均 \(report.text(worst.wait, .minutes))；要降到 \(report.text(target, .minutes))，该时段需 \(wholePart(worst.needed)) 名坐席，现平均 \(report.text(worst.agents, .number))。",
                "The longest waits are at \(worst.hour), \(report.text(worst.wait, .minutes)) on average; \(report.text(target, .minutes)) would take \(wholePart(worst.needed)) agents, against \(report.text(worst.agents, .number)) now.", evidence: .association, isGood: false)
        }
        return report.result
    }
}
