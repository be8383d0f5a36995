import ChartExamples
import Testing

@testable import Charts

/// What charts say of themselves, in words.
struct SummaryTests {
    private func summary(_ name: String, _ locale: ChartLocale) throws -> String {
        try #require(ChartExample.all.first { $0.name == name }).graphic(locale).summary
    }

    @Test func `every example says something with a number, in both languages`() {
        for example in ChartExample.all {
            for locale in [ChartLocale.zhHans, .en] {
                let words = example.graphic(locale).summary
                #expect(words != locale.missing && words.contains(where: \.isNumber), "\(example.name): \(words)")
            }
        }
    }

    @Test func `a line tells its range, its peak and where it went`() throws {
        #expect(try summary("line", .en) == "Sales by day, May 20 to Jun 28; highest Jun 18: ¥33.2M; lowest May 21: ¥4.5M; from ¥4.84M to ¥5.2M.")
    }

    @Test func `a day of a calendar is named itself, not by the Monday of its week`() throws {
        #expect(try summary("heatmap-calendar", .en).contains("highest Jun 18: ¥32.9M"))
        #expect(try summary("heatmap-calendar", .zhHans).contains("最高为6月18日：3,288 万元"))
    }

    @Test func `shares are told as shares, steps as changes, boxes by their medians`() throws {
        #expect(try summary("pareto", .en).contains("highest Delivery: 43.0%; lowest Other: 2.9%"))
        #expect(try summary("waterfall", .en).contains("lowest Basket: −¥48M"))
        #expect(try summary("box", .en).contains("highest Delivery: 35.1 h"))
    }

    @Test func `tasks are told by their times`() throws {
        #expect(try summary("gantt", .en).contains("Main sale: Jun 17 – Jun 20"))
    }
}
