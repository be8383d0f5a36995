import Testing

@testable import Model

@Suite struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2025-06-18", 20257), ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
    ])
    func countsDays(_ text: String, _ number: Int) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test(arguments: [
        "2025-02-29", "2025-13-01", "2025-00-10", "2025-6-1", "20250601", "2025-06-31", "", "2025-06-01T00:00",
        "1900-02-29",
    ])
    func refusesDaysThatAreNone(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test func everyDayOfFourCenturiesComesBack() throws {
        let first = try #require(Day("1900-01-01"))
        for number in first.number..<(first.number + 146_097) {
            let parts = Day(number: number).parts
            #expect(Day(year: parts.year, month: parts.month, day: parts.day)?.number == number)
        }
    }

    @Test(arguments: [("2025-06-16", 1), ("2025-06-22", 7), ("1969-12-29", 1), ("1970-01-01", 4)])
    func knowsWeekdays(_ text: String, _ weekday: Int) throws {
        #expect(try #require(Day(text)).weekday == weekday)
    }

    @Test func periodsCountBothEnds() throws {
        let period = Period(
            id: "p", name: "P", start: try #require(Day("2025-05-20")), end: try #require(Day("2025-06-30")))
        #expect(period.days == 42)
        #expect(period.contains(period.end))
        #expect(!period.contains(period.end + 1))
    }
}
