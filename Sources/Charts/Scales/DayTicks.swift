/// Which days an axis names: each, every second, Mondays, every second Monday, firsts of months, or every so-manieth.
enum DayTicks {
    /// The days between two, by the finest ladder rung whose labels fit.
    static func days(from first: Int, to last: Int, fits: (Int) -> Bool) -> [Int] {
        first <= last ? days(of: Array(first...last), fits: fits) : []
    }

    /// - Parameters:
    ///   - all: the days of the axis, in order; weeks and months have one each.
    ///   - fits: whether so many labels find room.
    static func days(of all: [Int], fits: (Int) -> Bool) -> [Int] {
        guard let first = all.first, let last = all.last else { return [] }
        let rungs: [(Int) -> Bool] = [
            { _ in true }, { ($0 - first) % 2 == 0 }, { weekday($0) == 1 }, { weekday($0) == 1 && ($0 + 3) / 7 % 2 == 0 },
            { CivilDate($0).day == 1 }, { CivilDate($0).day == 1 && (CivilDate($0).month - 1) % 3 == 0 },
            { CivilDate($0).day == 1 && CivilDate($0).month == 1 },
        ]
        for rung in rungs {
            let ticks = all.filter(rung)
            if !ticks.isEmpty, fits(ticks.count) { return ticks }
        }
        for every in [2, 3, 4, 6, 8, 12, 16, 24] where all.count > every {
            let ticks = all.indices.filter { $0 % every == 0 }.map { all[$0] }
            if fits(ticks.count) { return ticks }
        }
        return fits(2) && first != last ? [first, last] : [first]
    }

    /// 1 is Monday.
    static func weekday(_ number: Int) -> Int { ((number + 3) % 7 + 7) % 7 + 1 }
}
