/// Why a ratio of sums moved: because its parts' own rates did, or because the parts' weights did.
///
/// With means of both weights and rates nothing is left over (E. M. Kitagawa, "Components of a difference between two rates", JASA 50 (1955),
/// 1168–1194). A mix effect is told against the mean of the old and the new overall ratio: growing a part that is better than the whole helps.
public struct MixAndRate: Sendable {
    public struct Part: Sendable {
        public var rate: Double
        public var mix: Double
    }

    /// One a part; all rates and mixes add up to the change of the ratio.
    public let parts: [Part]
    public let change: Double

    /// - Parameter parts: numerator and denominator of each part before and after; a part may be absent on one side (0 and 0).
    /// nil where a denominator is negative, a numerator has none, or all are absent on one side.
    public init?(_ parts: [(before: (top: Double, bottom: Double), after: (top: Double, bottom: Double))]) {
        let old = parts.reduce((0.0, 0.0)) { ($0.0 + $1.before.top, $0.1 + $1.before.bottom) }
        let new = parts.reduce((0.0, 0.0)) { ($0.0 + $1.after.top, $0.1 + $1.after.bottom) }
        let sides = parts.flatMap { [$0.before, $0.after] }
        guard old.1 > 0, new.1 > 0, sides.allSatisfy({ $0.top.isFinite && $0.bottom.isFinite && ($0.bottom > 0 || $0 == (0, 0)) }) else { return nil }
        change = new.0 / new.1 - old.0 / old.1
        let overall = (old.0 / old.1 + new.0 / new.1) / 2
        self.parts = parts.map { part in
            let w0 = part.before.bottom / old.1, w1 = part.after.bottom / new.1
            // A part that was not there has no rate of its own: the other side's stands in, so that it counts as mix.
            let r0 = part.before.bottom > 0 ? part.before.top / part.before.bottom : part.after.bottom > 0 ? part.after.top / part.after.bottom : 0
            let r1 = part.after.bottom > 0 ? part.after.top / part.after.bottom : r0
            return Part(rate: (r1 - r0) * (w0 + w1) / 2, mix: (w1 - w0) * ((r0 + r1) / 2 - overall))
        }
    }
}
