/// Scales parts of a table, in turn, until each has the total or the ratio that it should have.
struct Calibration {
    /// The cells meant, and what their sum should be, given all cells.
    struct Rule {
        var members: [Int]
        var target: ([Double]) -> Double
    }

    private var rules: [Rule] = []

    mutating func sum(of members: [Int], is total: Double) {
        rules.append(Rule(members: members) { _ in total })
    }

    /// The members' sum ÷ other cells' sum is the factor.
    mutating func sum(of members: [Int], is factor: Double, times others: [Int]) {
        rules.append(Rule(members: members) { values in factor * others.map { values[$0] }.reduce(0, +) })
    }

    /// The members' sum ÷ their weights' sum is `factor` times the same of other cells.
    mutating func rate(of members: [Int], is factor: Double, times others: [Int], per weights: [Double]) {
        let own = members.map { weights[$0] }.reduce(0, +)
        let theirs = others.map { weights[$0] }.reduce(0, +)
        rules.append(
            Rule(members: members) { values in
                factor * own / theirs * others.map { values[$0] }.reduce(0, +)
            })
    }

    func apply(to values: inout [Double], rounds: Int = 300) {
        for _ in 0..<rounds {
            for rule in rules {
                let sum = rule.members.map { values[$0] }.reduce(0, +)
                guard sum > 0 else { continue }
                let factor = rule.target(values) / sum
                for index in rule.members { values[index] *= factor }
            }
        }
    }
}
