import Statistics
import Testing

/// Seeded inputs as nobody should give them: some of each kind, and ordinary ones between.
struct DamagedNumbers {
    var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    static let values: [Double] = [.nan, .infinity, -.infinity, 0, -0.0, 1, -1, 0.5, 1e-9, -1e-9, 1e9, -1e9, 2, 3, 10, 100]

    mutating func below(_ count: Int) -> Int { Int(random.uniform() * Double(count)) }

    /// One in three is damaged.
    mutating func number() -> Double { below(3) == 0 ? Self.values[below(Self.values.count)] : usual() }

    /// A size between a thousandth and a thousand, at times negative or whole.
    mutating func usual() -> Double {
        let size = 1000 * (random.uniform() * random.uniform() * random.uniform())
        return switch below(5) {
        case 0: -size
        case 1, 2: size.rounded()
        default: size
        }
    }

    /// None, one, or some numbers: all usual, all equal, or with damaged ones between.
    mutating func numbers(_ most: Int = 30) -> [Double] {
        let count = below(most + 1), kind = below(4), first = number()
        return (0..<count).map { _ in kind == 0 ? number() : kind == 1 ? first : kind == 2 ? usual() : usual().magnitude }
    }

    /// As many again as another list has.
    mutating func numbers(like other: [Double]) -> [Double] {
        let kind = below(3)
        return other.map { _ in kind == 0 ? number() : usual() }
    }

    mutating func pair() -> (Double, Double) { (number(), number()) }

    mutating func counts() -> (successes: Double, trials: Double) {
        let trials = below(4) == 0 ? number() : Double(below(1000))
        return (below(4) == 0 ? number() : (trials * random.uniform()).rounded(), trials)
    }

    mutating func moments() -> Moments {
        below(3) == 0 ? Moments(count: number(), sum: number(), squares: number()) : Moments(numbers())
    }
}

/// An interval has no NaN and holds its estimate, but for rounding.
func expectSound(_ estimate: Estimate?, _ note: @autoclosure () -> Any = "", at location: SourceLocation = #_sourceLocation) {
    guard let estimate else { return }
    let room = 1e-9 * max(estimate.value.magnitude, 1e-300)
    let isSound = estimate.low <= estimate.value + room && estimate.value - room <= estimate.high
    #expect(isSound, "\(estimate) \(note())", sourceLocation: location)
    expectNumber(estimate.count, note(), at: location)
}

func expectNumber(_ number: Double?, _ note: @autoclosure () -> Any = "", at location: SourceLocation = #_sourceLocation) {
    if let number, number.isNaN { #expect(Bool(false), "not a number \(note())", sourceLocation: location) }
}

/// A probability, where there is one.
func expectShare(_ number: Double?, _ note: @autoclosure () -> Any = "", at location: SourceLocation = #_sourceLocation) {
    if let number, !(number >= 0 && number <= 1 + 1e-12) { #expect(Bool(false), "\(number) \(note())", sourceLocation: location) }
}
