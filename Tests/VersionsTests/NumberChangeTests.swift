import Model
import Testing

@testable import Versions

struct NumberChangeTests {
    @Test func `the same content has no changes`() throws {
        let diff = try #require(difference(Little(), Little()))
        #expect(diff.isEmpty && !diff.changesMetric && !diff.changesVerdict)
    }

    @Test func `a number that moved has an absolute and a relative change`() throws {
        let diff = try #require(difference(Little(), Little(sales: Number(111))))
        let change = try #require(diff.metrics.first)
        #expect(diff.metrics.count == 1 && change.id == "sales" && change.kind == .moved)
        #expect(change.absoluteText == "+$10.00" && change.relativeText == "+9.9%" && change.absolute == 10)
        #expect(diff.changesMetric && !diff.changesVerdict)
    }

    @Test func `a rate moves by points`() throws {
        let change = try #require(difference(Little(), Little(conversion: Number(0.15)))?.metrics.first)
        #expect(change.absoluteText == "+3.00 pp" || change.absoluteText == "+3.0 pp")
        #expect(change.relativeText == "+25.0%")
    }

    @Test func `a rise from below zero is a rise, and from zero there is no part`() throws {
        let rise = try #require(difference(Little(sales: Number(-20)), Little(sales: Number(-10)))?.metrics.first)
        #expect(rise.absoluteText == "+$10.00" && rise.relativeText == "+50.0%")
        let start = try #require(difference(Little(sales: Number(0)), Little(sales: Number(5)))?.metrics.first)
        #expect(start.absoluteText == "+$5.00" && start.relative == nil)
    }

    @Test func `a value that is missing on one side moved by nothing that can be told`() throws {
        let change = try #require(difference(Little(sales: nil), Little())?.metrics.first)
        #expect(change.kind == .moved && change.absolute == nil && change.before?.text == "—")
    }

    @Test func `a verdict that changed is told apart`() throws {
        let both = try #require(difference(Little(), Little(sales: Number(130), verdict: .met)))
        #expect(both.changesVerdict && both.metrics.first?.kind == .moved && both.metrics.first?.verdictChanged == true)
        let only = try #require(difference(Little(), Little(target: 100, verdict: .met)))
        #expect(only.metrics.first?.kind == .verdict && only.metrics.first?.targetChanged == true)
        #expect(only.changesVerdict && !only.changesMetric)
    }

    @Test func `a change of a part's definition is one of the whole's method`() throws {
        let diff = try #require(difference(Little(), Little(filter: "paid", conversion: Number(0.06))))
        let change = try #require(diff.metrics.first { $0.id == "conversion" })
        #expect(change.kind == .method && change.absolute == nil && change.relative == nil)
        #expect(change.method.first?.before == "buyers: sum(buyers) of sales" && change.method.first?.after == "buyers: sum(buyers) of sales where paid")
        #expect(diff.metrics.count == 1, "sales does not rest on buyers")
        #expect(diff.changesMetric)
    }

    @Test(arguments: [
        (Little(file: "orders.csv"), Method.Aspect.source, "sales: orders.csv, csv, time day"), (Little(conversionUnit: .times), .unit, "times"),
        (Little(days: 5), .period, "2025-06-01–2025-06-05 Asia/Shanghai"),
    ])
    func `another source, unit or period is another method`(new: Little, aspect: Method.Aspect, after: String) throws {
        let change = try #require(difference(Little(), new)?.metrics.first { $0.id == "conversion" })
        #expect(change.kind == .method && change.method.map(\.aspect) == [aspect])
        #expect(change.method.first?.after == after)
        #expect(change.absoluteText == nil && change.relativeText == nil)
    }
}
