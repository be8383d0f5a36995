/// Which days an axis names: each, every second, Mondays, every second Monday, or firsts of months.
enum DayTicks {
    /// The finest ladder rung whose labels fit.
    ///
    /// - Parameter fits: whether so many labels find room.
    static func days(from first: Int, to last: Int, fits: (Int) -> Bool) -> [Int] {
        guard first <= last else { return [] }
        let all = Array(first...last)
        let rungs: [(Int) -> Bool] = [
            { _ in true }, { ($0 - first) % 2 == 0 }, { weekday($0) == 1 }, { weekday($0) == 1 && ($0 + 3) / 7 % 2 == 0 },
            { CivilDate($0).day == 1 }, { CivilDate($0).day == 1 && (CivilDate($0).month - 1) % 3 == 0 },
            { CivilDate($0).day == 1 && CivilDate($0).month == 1 },
        ]
        for rung in rungs {
            let ticks = all.filter(rung)
            if !ticks.isEmpty, fits(ticks.count) { return ticks }
        }
        return fits(2) && first != last ? [first, last] : [first]
    }

    /// 1 is Monday.
    static func weekday(_ number: Int) -> Int { ((number + 3) % 7 + 7) % 7 + 1 }
}
