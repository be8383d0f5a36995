/// How many conversions would be lost without a channel, from a first-order Markov chain of touches.
///
/// E. Anderl, I. Becker, F. von Wangenheim and J. H. Schumann, "Mapping the customer journey", International Journal of Research in
/// Marketing 33 (2016), 457–474.
public struct MarkovAttribution: Sendable {
    /// The share of conversions lost when the channel leads nowhere any more.
    public let removalEffects: [Double]
    /// Conversions shared out by the removal effects; they add up to all conversions.
    public let credit: [Double]
    /// From start (−1) or a channel to a channel, conversion (`channels`) or nothing (`channels` + 1): how many went.
    public let transitions: [(from: Int, to: Int, people: Double)]

    /// nil where nobody converted.
    public init?(_ journeys: Journeys) {
        let size = journeys.channels, conversion = size, nothing = size + 1
        var counts = [[Double]](repeating: [Double](repeating: 0, count: size + 2), count: size + 1)
        // Row `size` is the start.
        for journey in journeys.journeys {
            var place = size
            for touch in journey.touches {
                counts[place][touch] += journey.people
                place = touch
            }
            counts[place][conversion] += journey.conversions
            counts[place][nothing] += max(0, journey.people - journey.conversions)
        }
        let rates = counts.map { row in let total = row.reduce(0, +); return row.map { total > 0 ? $0 / total : 0 } }
        let whole = Self.conversionRate(rates, size, without: nil)
        guard whole > 0, journeys.conversions > 0 else { return nil }
        let effects = (0..<size).map { max(0, 1 - Self.conversionRate(rates, size, without: $0) / whole) }
        let total = effects.reduce(0, +)
        guard total > 0 else { return nil }
        removalEffects = effects
        credit = effects.map { $0 / total * journeys.conversions }
        transitions = counts.enumerated().flatMap { from, row in
            row.enumerated().filter { $0.element > 0 }.map { (from: from == size ? -1 : from, to: $0.offset, people: $0.element) }
        }
    }

    /// The chance of ending in conversion: (I − Q)⁻¹ applied to the direct chances, by Gauss's elimination.
    private static func conversionRate(_ rates: [[Double]], _ size: Int, without removed: Int?) -> Double {
        var matrix = (0...size).map { row in
            (0...size).map { column in (row == column ? 1.0 : 0) - (column < size && column != removed && row != removed ? rates[row][column] : 0) }
        }
        var right = (0...size).map { $0 == removed ? 0 : rates[$0][size] }
        for pivot in 0...size {
            let best = (pivot...size).max { matrix[$0][pivot].magnitude < matrix[$1][pivot].magnitude } ?? pivot
            guard matrix[best][pivot] != 0 else { continue }
            matrix.swapAt(pivot, best)
            right.swapAt(pivot, best)
            for row in 0...size where row != pivot && matrix[row][pivot] != 0 {
                let share = matrix[row][pivot] / matrix[pivot][pivot]
                for column in pivot...size { matrix[row][column] -= share * matrix[pivot][column] }
                right[row] -= share * right[pivot]
            }
        }
        return matrix[size][size] == 0 ? 0 : right[size] / matrix[size][size]
    }
}
