/// The language of a chart's own words.
public enum ChartLocale: Sendable {
    case zhHans, en

    var missing: String { self == .zhHans ? "无数据" : "No data" }
    var total: String { self == .zhHans ? "合计" : "Total" }

    var other: String { self == .zhHans ? "其他" : "Other" }
    func ofFirst(_ share: String) -> String { self == .zhHans ? "占首步 \(share)" : "\(share) of first" }
    var cumulative: String { self == .zhHans ? "累计占比" : "Cumulative share" }
    var median: String { self == .zhHans ? "中位数" : "Median" }

    /// A day as an axis shows it: 6月1日, Jun 1.
    func day(_ number: Int) -> String {
        let date = CivilDate(number)
        return self == .zhHans ? "\(date.month)月\(date.day)日" : "\(Self.months[date.month - 1]) \(date.day)"
    }

    /// The shortest form: 6/1, Jun 1.
    func shortDay(_ number: Int) -> String {
        let date = CivilDate(number)
        return self == .zhHans ? "\(date.month)/\(date.day)" : day(number)
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

    /// The moment before one, where a whole day ends: 24:00 is the day itself.
    func lastMoment(_ days: Double) -> String { days == days.rounded() ? day(Int(days) - 1) : moment(days) }

    /// The time of day: 20:05.
    func clock(_ minutes: Int) -> String {
        let hour = minutes / 60, minute = minutes % 60
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// 1 is Monday.
    func weekday(_ number: Int) -> String {
        let names = self == .zhHans ? ["周一", "周二", "周三", "周四", "周五", "周六", "周日"] : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return names[max(1, min(7, number)) - 1]
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
