/// What an axis runs over.
enum AxisDomain: Sendable {
    case bands([Datum])
    case numbers(Double, Double)
    /// Days and parts of days.
    case time(Double, Double)

    var isBands: Bool { if case .bands = self { true } else { false } }

    /// - Parameters:
    ///   - data: all values that marks need along the axis.
    ///   - isContinuous: whether some mark reaches from one moment to another, so that days are no bands.
    /// - Returns: nil where there is nothing to place.
    init?(_ data: [Datum], _ options: AxisOptions, fromZero: Bool, isContinuous: Bool, padding: Double, ticks: Double) {
        var seen = Set<Datum>()
        let areNumbers = data.allSatisfy(\.isNumber), areTimes = !areNumbers && data.allSatisfy(\.isTime)
        let all = areNumbers || areTimes ? data : data.filter { seen.insert($0).inserted }
        if !areNumbers, let categories = options.categories, all.allSatisfy(\.isText) {
            self = .bands(categories.map(Datum.text))
        } else if !areNumbers, all.contains(where: \.isText) {
            self = .bands(all.filter { $0.isText || $0.isTime || $0.number != nil })
        } else if !areNumbers, all.contains(where: \.isTime) {
            let moments = all.compactMap { $0.isTime ? $0.number : nil }
            guard let first = moments.min(), let last = moments.max() else { return nil }
            let areDays = !isContinuous && all.allSatisfy { if case .day = $0 { true } else { false } }
            if areDays, last - first < 5000 {
                self = .bands(Self.days(moments.map { Int($0) }).map(Datum.day))
            } else {
                let room = (last - first) * padding
                self = .time(first - room, first == last ? first + 1 : last + room)
            }
        } else {
            let numbers = all.compactMap(\.number).filter { options.kind != .log || $0 > 0 }
            guard let range = options.domain.map({ ($0.lowerBound, $0.upperBound) }) ?? Self.range(numbers, options, fromZero, padding, ticks) else { return nil }
            self = .numbers(range.0, range.1)
        }
    }

    /// Ending with the largest value: where no ticks are written, a round number above it is room for nothing.
    func ending(with largest: Double?) -> AxisDomain {
        guard case .numbers(let low, let high) = self, let largest, low <= 0, largest > 0 else { return self }
        return .numbers(low, min(high, largest))
    }

    /// All days from the first to the last; of weeks and months one each. A week that is missing keeps its place.
    private static func days(_ found: [Int]) -> [Int] {
        let days = Set(found).sorted()
        guard let first = days.first, let last = days.last else { return [] }
        let steps = zip(days, days.dropFirst()).map { $1 - $0 }
        guard let step = steps.min(), step > 1 else { return Array(first...last) }
        if steps.allSatisfy({ $0 % step == 0 }) { return Array(stride(from: first, through: last, by: step)) }
        return step >= 28 && steps.allSatisfy { $0 * 2 < step * 3 } ? days : Array(first...last)
    }

    private static func range(_ numbers: [Double], _ options: AxisOptions, _ fromZero: Bool, _ padding: Double, _ ticks: Double) -> (Double, Double)? {
        guard let low = numbers.min(), let high = numbers.max() else { return nil }
        if options.kind == .log { return logarithmic(low, high) }
        if options.isSymmetric {
            let reach = max(low.magnitude, high.magnitude)
            return reach == 0 ? (-1, 1) : (-reach, reach)
        }
        // Beside bars and areas, which begin at zero, a line may start above it where that shows more.
        let startsAtZero = low >= 0 && (fromZero || options.includesZero ?? (low < high * 0.6))
        let endsAtZero = high <= 0 && (fromZero || options.includesZero ?? (high > low * 0.6))
        let bottom = startsAtZero ? 0 : low, top = endsAtZero ? 0 : high
        if bottom == top { return top == 0 ? (0, 1) : (min(0, top), max(0, top)) }
        let room = (top / 2 - bottom / 2) * 2 * padding
        return Ticks.nice(startsAtZero ? 0 : bottom - room, endsAtZero ? 0 : top + room, ticks)
    }

    /// From and to 1, 2 or 5 times a power of ten.
    private static func logarithmic(_ low: Double, _ high: Double) -> (Double, Double) {
        var power = 1.0
        while power > low { power /= 10 }
        while power * 10 <= low { power *= 10 }
        let bottom = [5.0, 2, 1].map { $0 * power }.first { $0 <= low } ?? power
        while power * 10 < high { power *= 10 }
        let top = [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= high } ?? power * 10
        return (bottom, top == bottom ? bottom * 10 : top)
    }
}
