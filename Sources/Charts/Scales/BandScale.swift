/// Categories to bands of equal width, with space between them (d3-scale's `scaleBand`).
struct BandScale: Sendable {
    let domain: [Datum]
    private let index: [Datum: Int]
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
        index = Dictionary(domain.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        step = (to - from) / Double(max(1, domain.count))
        bandwidth = step * (1 - padding)
        start = from + padding * step * 0.5
    }

    /// The band's near edge; nil for what is not in the domain.
    func position(of datum: Datum) -> Double? { index[datum].map { start + Double($0) * step } }
    func center(of datum: Datum) -> Double? { position(of: datum).map { $0 + bandwidth / 2 } }
}
