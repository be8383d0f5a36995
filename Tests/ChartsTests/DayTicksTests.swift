import Foundation
import Testing

@testable import Charts

/// Weeks, months, quarters, years and civil dates against d3-time (Fixtures/d3-time.mjs).
struct DayTicksTests {
    struct File: Decodable, Sendable {
        struct Range: Decodable, Sendable { let first: Int, last: Int, mondays: [Int], months: [Int], quarters: [Int], years: [Int] }
        let ranges: [Range], civil: [[Int]]
    }

    let file: File

    init() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/d3-time.json")
        file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    }

    @Test func `civil dates and weekdays are d3's`() {
        #expect(file.civil.count > 800)
        for vector in file.civil {
            let date = CivilDate(vector[0])
            #expect([date.year, date.month, date.day, DayTicks.weekday(vector[0])] == Array(vector.dropFirst()))
        }
    }

    /// Each rung of the ladder is reached when no more labels than it has find room.
    @Test func `weeks, months and quarters are d3's`() {
        for range in file.ranges {
            for expected in [range.mondays, range.months, range.quarters, range.years] where !expected.isEmpty {
                let ticks = DayTicks.days(from: range.first, to: range.last) { $0 <= expected.count }
                // A coarser rung of as many ticks, or every second Monday, may come first.
                #expect(ticks == expected || ticks.count <= expected.count && ticks.allSatisfy { (range.mondays + range.months).contains($0) })
            }
            #expect(DayTicks.days(from: range.first, to: range.last) { $0 <= range.mondays.count } == range.mondays)
        }
    }

    @Test func `weeks that begin on any day are thinned evenly`() {
        let sundays = (0..<20).map { 20_000 + 3 + $0 * 7 }
        let ticks = DayTicks.days(of: sundays) { $0 <= 7 }
        #expect(ticks.count > 2 && ticks.count <= 7 && ticks.allSatisfy(sundays.contains))
        #expect(Set(zip(ticks, ticks.dropFirst()).map { $1 - $0 }).count == 1)
    }
}
