/// Categories to bands of equal width, with space between them (d3-scale's `scaleBand`).
struct BandScale: Sendable {
    let domain: [Datum]
    private let index: [Datum: Int]
    /// Days at even steps are found by their number.
    private let days: (first: Int, step: Int)?
    let from: Double
    let to: Double
    let start: Double
    let step: Double
    let bandwidth: Double

    /// - Parameter padding: share of a step that is space.
    init(_ domain: [Datum], from: Double, to: Double, padding: Double = 0.25) {
        self.domain = domain
        self.from = from
        self.to = to
        days = Self.evenDays(domain)
        index = days == nil ? Dictionary(domain.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }) : [:]
        step = (to - from) / Double(max(1, domain.count))
        bandwidth = step * (1 - padding)
        start = from + padding * step * 0.5
    }

    private static func evenDays(_ domain: [Datum]) -> (first: Int, step: Int)? {
        guard domain.count > 1, case .day(let first) = domain[0], case .day(let second) = domain[1], second > first else { return nil }
        let step = second - first
        let areEven = domain.indices.allSatisfy { index in if case .day(let day) = domain[index] { day == first + index * step } else { false } }
        return areEven ? (first, step) : nil
    }

    /// Its place among the bands; nil for what is not in the domain.
    func rank(of datum: Datum) -> Int? {
        guard let days else { return index[datum] }
        guard case .day(let day) = datum, day >= days.first, (day - days.first) % days.step == 0 else { return nil }
        let rank = (day - days.first) / days.step
        return rank < domain.count ? rank : nil
    }

    /// The band's near edge; nil for what is not in the domain.
    func position(of datum: Datum) -> Double? { rank(of: datum).map { start + Double($0) * step } }
    func center(of datum: Datum) -> Double? { position(of: datum).map { $0 + bandwidth / 2 } }
}
