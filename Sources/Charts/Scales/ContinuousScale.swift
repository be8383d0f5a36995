/// Numbers or time to pixels, through a function that may bend the axis.
struct ContinuousScale: Sendable {
    var kind: ScaleKind
    var low: Double
    var high: Double
    /// Pixel of `low` and of `high`.
    var from: Double
    var to: Double

    /// - Returns: nil for what the function does not take: zero and less on a logarithmic axis.
    func position(of value: Double) -> Double? {
        guard let a = kind.bent(low), let b = kind.bent(high), let at = kind.bent(value) else { return nil }
        guard a != b else { return (from + to) / 2 }
        // Halves keep the difference of the largest numbers finite.
        return from + (at / 2 - a / 2) / (b / 2 - a / 2) * (to - from)
    }

    /// The position kept within the axis, for marks that reach to its end.
    func clamped(_ value: Double) -> Double {
        let place = position(of: value) ?? from
        return min(max(place, min(from, to)), max(from, to))
    }
}

/// How an axis is bent.
public enum ScaleKind: Sendable, Hashable {
    case linear
    /// Base 10; takes numbers above zero only.
    case log
    case squareRoot
    /// Linear near zero and logarithmic beyond, for data of both signs: sign(x) · log(1 + |x|) (Webber 2013).
    case symlog

    func bent(_ value: Double) -> Double? {
        switch self {
        case .linear: value
        case .log: value > 0 ? Logarithm.natural(value) : nil
        case .squareRoot: value < 0 ? -(-value).squareRoot() : value.squareRoot()
        case .symlog: value < 0 ? -Logarithm.natural(1 - value) : Logarithm.natural(1 + value)
        }
    }

    /// Ticks that fit the bend: powers of ten on a logarithmic axis, round numbers on the others.
    func ticks(_ low: Double, _ high: Double, _ count: Double) -> [Double] {
        switch self {
        case .linear, .squareRoot: return Ticks.ticks(low, high, count)
        case .log: return Self.powers(from: low, to: high, count)
        case .symlog:
            let reach = max(low.magnitude, high.magnitude)
            let positive = reach > 1 ? Self.powers(from: 1, to: reach, count / 2) : [reach]
            return (positive.reversed().map { -$0 } + [0] + positive).filter { $0 >= low && $0 <= high }
        }
    }

    private static func powers(from low: Double, to high: Double, _ count: Double) -> [Double] {
        guard low > 0, high > low, high.isFinite else { return low > 0 ? [low] : [] }
        var power = 1.0
        while power > low { power /= 10 }
        while power * 10 <= low { power *= 10 }
        var all: [Double] = []
        while power <= high { all.append(power); power *= 10 }
        let whole = all.filter { $0 >= low }
        // A short axis shows 2 and 5 as well.
        if Double(whole.count) < count / 2 {
            let more = all.flatMap { [$0, $0 * 2, $0 * 5] }.filter { $0 >= low && $0 <= high }
            return more.count >= 2 ? more : [low, high]
        }
        let every = max(1, Int((Double(whole.count) / max(2, count)).rounded(.up)))
        return whole.enumerated().filter { $0.offset % every == 0 }.map(\.element)
    }
}
