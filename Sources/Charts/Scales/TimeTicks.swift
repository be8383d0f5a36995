/// Ticks of an axis of time: minutes and hours of a day, or the days, weeks and months of `DayTicks`.
enum TimeTicks {
    /// Steps within a day, in minutes (d3-time's ladder).
    private static let steps = [5, 15, 30, 60, 180, 360, 720]

    /// - Parameters:
    ///   - low: days and parts of days since 1970-01-01.
    ///   - room: pixels for the labels.
    static func ticks(from low: Double, to high: Double, room: Double, _ locale: ChartLocale) -> [(value: Double, text: String)] {
        let clockWidth = TextMeasure.width("00:00", size: 12) + 36
        for step in steps where high - low < 3 {
            let first = (low * 1440 / Double(step)).rounded(.up), last = (high * 1440 / Double(step)).rounded(.down)
            guard last >= first, (last - first + 1) * clockWidth <= room else { continue }
            return stride(from: first, through: last, by: 1).map { index in
                let minutes = Int(index) * step, moment = Double(minutes) / 1440
                let midnight = minutes % 1440 == 0
                return (moment, midnight ? locale.day(minutes / 1440) : locale.clock(((minutes % 1440) + 1440) % 1440))
            }
        }
        let widest = TextMeasure.width(locale.day(20), size: 12) + 26
        let first = Int(low.rounded(.up)), last = max(Int(low.rounded(.up)), Int(high.rounded(.down)))
        return DayTicks.days(from: first, to: last) { Double($0) * widest <= room }.map { (Double($0), locale.day($0)) }
    }
}
