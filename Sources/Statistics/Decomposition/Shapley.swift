/// Each player's mean contribution over all orders in which they could come.
///
/// L. S. Shapley, "A value for n-person games", 1953.
/// - Parameters:
///   - players: how many; at most 16.
///   - worth: of each coalition, a set of bits.
/// - Returns: one share a player, adding up to the worth of all less the worth of none.
public func shapleyValues(players: Int, worth: (UInt32) -> Double) -> [Double] {
    guard players > 0, players <= 16 else { return [] }
    let worths = (0..<(UInt32(1) << UInt32(players))).map(worth)
    // How many orders have a coalition of this size before a player: s! (n − s − 1)! ÷ n!
    var weights = [Double](repeating: 0, count: players)
    for size in 0..<players {
        var binomial = 1.0
        for index in 0..<size { binomial *= Double(players - 1 - index) / Double(index + 1) }
        weights[size] = 1 / (Double(players) * binomial)
    }
    return (0..<players).map { player in
        let bit = UInt32(1) << UInt32(player)
        return worths.indices.reduce(0) { sum, set in
            let set = UInt32(set)
            guard set & bit == 0 else { return sum }
            return sum + weights[set.nonzeroBitCount] * (worths[Int(set | bit)] - worths[Int(set)])
        }
    }
}

/// How much each factor of a product contributed to its change, by Shapley: factors outside of a coalition keep their old value.
public func shapleyFactors(from before: [Double], to after: [Double]) -> [Double] {
    guard before.count == after.count else { return [] }
    return shapleyValues(players: before.count) { set in
        before.indices.reduce(1) { $0 * (set & (1 << UInt32($1)) == 0 ? before[$1] : after[$1]) }
    }
}
