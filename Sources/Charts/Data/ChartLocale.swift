/// The language of a chart's own words.
public enum ChartLocale: Sendable {
    case zhHans, en

    var missing: String { self == .zhHans ? "无数据" : "No data" }
    var total: String { self == .zhHans ? "合计" : "Total" }

    /// A day as an axis shows it: 6月1日, Jun 1.
    func day(_ number: Int) -> String {
        let date = CivilDate(number)
        return self == .zhHans ? "\(date.month)月\(date.day)日" : "\(Self.months[date.month - 1]) \(date.day)"
    }

    func month(_ number: Int) -> String {
        let date = CivilDate(number)
        return self == .zhHans ? "\(date.month)月" : Self.months[date.month - 1]
    }

    /// A moment with its clock: 6月1日 20:05, Jun 1 20:05.
    func moment(_ days: Double) -> String {
        let minutes = Int((days * 1440).rounded())
        let day = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        let rest = minutes - day * 1440
        return rest == 0 ? self.day(day) : "\(self.day(day)) \(clock(rest))"
    }

    /// The time of day: 20:05.
    func clock(_ minutes: Int) -> String {
        let hour = minutes / 60, minute = minutes % 60
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    func sentence(_ parts: [String]) -> String { parts.joined(separator: self == .zhHans ? "；" : "; ") + (self == .zhHans ? "。" : ".") }
    func list(_ parts: [String]) -> String { parts.joined(separator: self == .zhHans ? "、" : ", ") }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// Year, month and day of a day number. Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": civil_from_days.
struct CivilDate {
    let year: Int, month: Int, day: Int

    init(_ number: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    }
}
