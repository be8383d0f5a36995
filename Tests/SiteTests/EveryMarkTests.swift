import Foundation
import Model
import Testing

/// Every mark that a chapter may name is drawn, from rows of its kind.
struct EveryMarkTests {
    /// What each mark needs besides `mark:` and `title:`.
    private static let rows: [ChartBlock.Mark: String] = {
        let metric = "metric: sales\nby: name", cells = "metric: sales\nby: [name, mood]"
        let items = "query: items\nx: item\ny: amount", samples = "query: samples\nx: item\ny: amount"
        return [
            .auto: metric, .line: "metric: sales\nby: day\nphases: true\npeak: true\nevents: moments", .area: "metric: sales\nby: day\nseries: name\nposition: stream",
            .bar: "metric: sales\nby: name\nfacet: mood", .bullet: "metrics: [sales, conversion]", .donut: metric, .funnel: "metrics: [visitors, buyers]",
            .waterfall: items + "\ntotals: [first]", .pareto: items, .slope: "metrics: [visitors, buyers]\nby: name", .dumbbell: "metric: sales\nby: name\nbaseline: true",
            .likert: cells, .pyramid: "query: pairs\nx: item\nseries: side\ny: amount", .radar: items, .heatmap: cells, .calendar: "metric: sales\nby: day", .cohort: "metric: sales\nby: [name, day]",
            .map: "query: provinces\nx: province\ny: amount", .treemap: cells, .sankey: cells, .scatter: "metrics: [visitors, buyers, sales]\nby: name",
            .curve: "query: curve\nx: spend\ny: sales\nlow: least\nhigh: most", .histogram: "query: samples\ny: amount", .box: samples, .violin: samples,
            .beeswarm: samples + "\nscale: log", .gantt: "query: tasks\nlabel: task\nx: start\nend: finish\nphases: true",
        ]
    }()

    private static let queries = """
        ~~~sql moments
        select date '2025-06-02' as day, 'Outage' as name
        ~~~

        ~~~sql items
        select * from (values ('first', 10.5), ('second', 4.0), ('third', -2.5), ('fourth', 1.0)) as rows(item, amount)
        ~~~

        ~~~sql samples
        select item, amount from (values ('a', 1.0), ('a', 2.0), ('a', 9.0), ('b', 3.0), ('b', 4.5), ('b', 5.0)) as rows(item, amount)
        ~~~

        ~~~sql pairs
        select * from (values ('a', 'left', 1.0), ('a', 'right', 2.0), ('b', 'left', 9.0), ('b', 'right', 3.0)) as rows(item, side, amount)
        ~~~

        ~~~sql provinces
        select * from (values ('广东', 10.5), ('浙江省', 4.0)) as rows(province, amount)
        ~~~

        ~~~sql curve
        select * from (values (0, 0, 0, 0), (10, 8, 6, 9), (20, 12, 9, 15)) as rows(spend, sales, least, most)
        ~~~

        ~~~sql tasks
        select * from (values ('Prepare', date '2025-06-01', date '2025-06-03'), ('Open', date '2025-06-04', null)) as rows(task, start, finish)
        ~~~


        """

    @Test func `every mark is drawn, wide and narrow`() throws {
        #expect(Set(Self.rows.keys) == Set(ChartBlock.Mark.allCases))
        let site = try Site()
        defer { site.remove() }
        let charts = Self.rows.keys.sorted { $0.rawValue < $1.rawValue }.map { mark in
            "~~~chart mark-\(mark.rawValue)\nmark: \(mark.rawValue)\n\(Self.rows[mark] ?? "")\ntitle: Drawn as \(mark.rawValue)\n~~~\n"
        }
        let chapter = "---\ntitle: Marks\n---\n\n\(Self.queries)\(charts.joined(separator: "\n"))"
        try Data(chapter.utf8).write(to: site.folder.appending(path: "content/little/chapters/03-marks.md"))
        let run = try site.recap("build")
        #expect(run.status == 0, "\(run.errors)")
        let page = try String(contentsOf: site.folder.appending(path: "public/little/marks/index.html"), encoding: .utf8)
        for mark in ChartBlock.Mark.allCases {
            let parts = page.components(separatedBy: "id=\"mark-\(mark.rawValue)\"")
            #expect(parts.count == 2, "\(mark.rawValue) stands once in the page")
            let figure = parts.last?.components(separatedBy: "</figure>").first ?? ""
            #expect(figure.components(separatedBy: "<svg").count >= 3, "\(mark.rawValue) is drawn for wide and narrow pages")
            #expect(!figure.contains(">No data</text>"), "\(mark.rawValue) has data")
        }
    }
}
