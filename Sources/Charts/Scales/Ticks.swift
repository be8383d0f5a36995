/// Round numbers between two values. The method is d3-array's `ticks` (Mike Bostock, src/ticks.js): the power of ten
/// nearest to span ÷ count, times 10, 5 or 2 at the geometric means of those steps.
enum Ticks {
    /// The step between ticks; below 1 the negative of its inverse, so that both are whole numbers.
    static func increment(_ start: Double, _ stop: Double, _ count: Double) -> Double {
        let step = (stop - start) / max(0, count)
        guard step > 0, step.isFinite else { return 0 }
        let power = exponent(of: step)
        let error = step / tenTo(power)
        let factor: Double = error >= (50.0).squareRoot() ? 10 : error >= (10.0).squareRoot() ? 5 : error >= (2.0).squareRoot() ? 2 : 1
        return power >= 0 ? factor * tenTo(power) : -tenTo(-power) / factor
    }

    static func ticks(_ start: Double, _ stop: Double, _ count: Double) -> [Double] {
        guard count > 0, start.isFinite, stop.isFinite else { return [] }
        guard start != stop else { return [start] }
        let low = min(start, stop), high = max(start, stop)
        let step = increment(low, high, count)
        guard step != 0, step.isFinite else { return [] }
        // Below 1 the inverse of the step is whole, and dividing by it gives 0.1 and not 0.1000…01.
        let value: (Double) -> Double = step > 0 ? { $0 * step } : { $0 / -step }
        var first = (step > 0 ? low / step : low * -step).rounded(), last = (step > 0 ? high / step : high * -step).rounded()
        if value(first) < low { first += 1 }
        if value(last) > high { last -= 1 }
        if last < first { return count >= 0.5 && count < 2 ? ticks(start, stop, count * 2) : [] }
        let ticks = (0...Int(last - first)).map { value(first + Double($0)) }
        return stop < start ? ticks.reversed() : ticks
    }

    /// The step itself.
    static func step(_ start: Double, _ stop: Double, _ count: Double) -> Double {
        let increment = increment(min(start, stop), max(start, stop), count)
        return increment < 0 ? 1 / -increment : increment
    }

    /// A domain widened to ticks, as d3-scale's linear `nice`.
    static func nice(_ start: Double, _ stop: Double, _ count: Double) -> (Double, Double) {
        var low = start, high = stop, previous = 0.0
        for _ in 0..<10 {
            let step = increment(low, high, count)
            if step == previous || step == 0 || !step.isFinite { break }
            if step > 0 {
                low = (low / step).rounded(.down) * step
                high = (high / step).rounded(.up) * step
            } else {
                low = (low * -step).rounded(.down) / -step
                high = (high * -step).rounded(.up) / -step
            }
            previous = step
        }
        return (low, high)
    }

    private static func exponent(of value: Double) -> Int {
        var power = 0, rest = value
        while rest >= 10 { rest /= 10; power += 1 }
        while rest < 1 { rest *= 10; power -= 1 }
        return power
    }

    private static func tenTo(_ power: Int) -> Double {
        var value = 1.0
        for _ in 0..<power.magnitude { value *= 10 }
        return power < 0 ? 1 / value : value
    }
}
