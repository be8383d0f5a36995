import Model
import Testing

@testable import Versions

/// Which version is compared with which.
struct HistoryTests {
    private func tag(_ name: String, _ little: Little?) -> TaggedVersion {
        TaggedVersion(name: name, day: nil, message: "", version: little?.version, hasGaps: false)
    }

    private func since(_ entry: History.Entry) -> String? {
        if case .changed(let version, _) = entry.state { version } else { nil }
    }

    @Test func `what can't be read is passed over`() throws {
        let history = History(of: [tag("v1", Little()), tag("v2", nil), tag("v3", Little(sales: Number(111)))], now: Little(sales: Number(120)).version, isCut: false)
        #expect(history.entries.map(\.name) == [nil, "v3", "v2", "v1"])
        #expect(history.entries.map(since) == ["v3", "v1", nil, nil])
        guard case .changed(_, let report) = history.entries[1].state else { throw Unexpected() }
        // Texts that stayed while their numbers moved are no reader's business.
        #expect(report.sections.map(\.title).contains("Metrics") && !report.sections.contains { $0.kind == .stale })
    }

    @Test func `the present state stands there only where it differs`() {
        #expect(History(of: [tag("v1", Little())], now: Little().version, isCut: false).entries.count == 1)
        #expect(History(of: [tag("v1", nil)], now: Little().version, isCut: false).entries.map(\.name) == [nil, "v1"])
    }

    @Test func `a change of method is kept apart`() throws {
        let history = History(of: [tag("v1", Little())], now: Little(filter: "paid", conversion: Number(0.06)).version, isCut: false)
        guard case .changed(_, let report) = history.entries[0].state else { throw Unexpected() }
        #expect(report.sections.map(\.kind) == [.methods])
        #expect(report.sections.flatMap(\.rows).allSatisfy { $0.change == nil && $0.mark == .method })
    }

    private struct Unexpected: Error {}
}
