/// A calendar day, as a count of days since 1970-01-01.
struct Day: Hashable, Comparable {
    var number: Int

    /// Howard Hinnant's days_from_civil.
    init(_ year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    init(number: Int) { self.number = number }

    /// 1 is Monday.
    var weekday: Int { (number + 3) % 7 + 1 }
    var isWeekend: Bool { weekday > 5 }

    /// `2025-06-01`, by Hinnant's civil_from_days.
    var text: String {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let civil = month < 10 ? month + 3 : month - 9
        let year = yearOfEra + era * 400 + (civil <= 2 ? 1 : 0)
        return "\(year)-\(twoDigits(civil))-\(twoDigits(dayOfYear - (153 * month + 2) / 5 + 1))"
    }

    /// A moment of the day at China's time.
    func at(_ hour: Int, _ minute: Int = 0, _ second: Int = 0) -> String {
        "\(text)T\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))+08:00"
    }

    static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    static func + (day: Day, count: Int) -> Day { Day(number: day.number + count) }
    static func - (left: Day, right: Day) -> Int { left.number - right.number }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// The spans of days that campaign.yaml declares.
enum Span {
    static let campaign = days(from: Day(2025, 5, 20), count: 42)
    static let lastYear = days(from: Day(2024, 5, 20), count: 42)
    /// Four ordinary weeks before the campaign.
    static let spring = days(from: Day(2025, 4, 22), count: 28)
    /// Thirty days after it.
    static let after = days(from: Day(2025, 7, 1), count: 30)

    /// Index of the campaign's day on which the main week (seven days) begins: 1 June.
    static let weekStart = 12

    static func isWeek(_ index: Int) -> Bool { (weekStart..<weekStart + 7).contains(index) }
    /// 0 preheat, 1 burst, 2 closing.
    static func phase(_ index: Int) -> Int { index < 12 ? 0 : index < 30 ? 1 : 2 }

    private static func days(from start: Day, count: Int) -> [Day] { (0..<count).map { start + $0 } }
}
