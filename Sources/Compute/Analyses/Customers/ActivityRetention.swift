import Model
import Statistics

/// Retention from single visits or orders: classic (there on day n or in week n) and rolling (there on day n or later), each person counted
/// only where n days could be watched.
struct ActivityRetention: AnalysisMethod {
    let name = "activity_retention"
    let parameters = [AnalysisParameter.source, .column("user"), .column("day"), AnalysisParameter("grain", .choice(["day", "week"])), AnalysisParameter("ages", .free)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign), width = block.word("grain") == "week" ? 7 : 1
        for age in block.names("ages") where Int(age.value).map({ $0 > 0 }) != true {
            return AnalysisNeeds(problems: [Problem(.badParameter, "`ages:` are whole numbers from 1, not '\(age.value)'", at: age.place)])
        }
        let visits = source.select("DISTINCT \(source["user"]) AS person, CAST(\(source["day"]) AS DATE) AS day_of")
        let base = """
            WITH visits AS (\(visits)),
            starts AS (SELECT person, min(day_of) AS first_day, max(day_of) AS last_day FROM visits GROUP BY person),
            span AS (SELECT max(day_of) AS end_day FROM visits)
            """
        let people = base + "\nSELECT floor(date_diff('day', first_day, end_day) / \(width).0) AS watched, floor(date_diff('day', first_day, last_day) / \(width).0) AS last_age, count(*) AS people FROM starts CROSS JOIN span GROUP BY 1, 2 ORDER BY 1, 2"
        let classic = base + "\nSELECT floor(date_diff('day', s.first_day, v.day_of) / \(width).0) AS age, count(DISTINCT v.person) AS people FROM visits v JOIN starts s ON s.person = v.person GROUP BY 1 ORDER BY 1"
        return AnalysisNeeds(queries: [people, classic])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let people = input.rows(0), classic = input.rows(1), isWeekly = input.block.word("grain") == "week"
        let typed = input.block.names("ages").compactMap { Double($0.value) }, ages = typed.isEmpty ? (isWeekly ? [1, 2, 3, 4] : [1, 3, 7, 14]) : typed
        guard !people.isEmpty else { return Report.nothing(input, "没有记录。", "There are no rows.") }
        let unit = isWeekly ? input.say("周", "week") : input.say("天", "day")
        var report = Report(input, .observed, count: people.sum { $0.amount("people") })
        report.names("kind", "口径", "Kind")
        report.numbers("age", "第几\(unit)", "After \(unit)", .number)
        report.numbers("rate", "留存率", "Retention", .percent)
        report.bounds(.percent)
        report.numbers("people", "可观察人数", "People watched", .count(noun: ""))
        for (id, label) in [("classic", input.say("当期", "Classic")), ("rolling", input.say("滚动", "Rolling"))] {
            for age in ages {
                let watched = people.filter { $0.amount("watched") >= age }.sum { $0.amount("people") }
                let there = id == "classic" ? classic.filter { $0.number("age") == age }.sum { $0.amount("people") } : people.filter { $0.amount("last_age") >= age }.sum { $0.amount("people") }
                guard let rate = Funnel.rate(Report.number(min(there, watched)), of: Report.number(watched)) else { continue }
                report.row(.name(.text(id), label), .number(age), .number(rate.value), .low(rate), .high(rate), .number(watched))
                report.value("\(id)_\(wholePart(age))", rate, .percent)
            }
        }
        report.chart(.curve, x: "age", y: "rate", series: "kind")
        report.note("“当期”指正好在第 n \(unit)回来，“滚动”指第 n \(unit)或更晚还回来；只计观察满 n \(unit)的人。", "“Classic”: back in just that \(unit); “rolling”: back then or later. Only people who could be watched that long count.")
        return report.result
    }
}
