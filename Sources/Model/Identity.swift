/// What metrics must be to each other: `gmv = orders * aov`, `refunds <= gmv`.
public struct Identity: Sendable {
    public enum Relation: String, Sendable, CaseIterable {
        case atMost = "<=", atLeast = ">=", equal = "="

        /// As mathematicians write it, crossed out where it does not hold.
        public func sign(holds: Bool) -> String {
            switch self {
            case .atMost: holds ? "≤" : ">"
            case .atLeast: holds ? "≥" : "<"
            case .equal: holds ? "=" : "≠"
            }
        }
    }

    /// As its author wrote it.
    public var text: Located<String>
    public var left: Formula
    public var relation: Relation
    public var right: Formula
    /// How far apart the sides may be, as a share of the larger.
    public var tolerance: Double

    public init(text: Located<String>, left: Formula, relation: Relation, right: Formula, tolerance: Double) {
        (self.text, self.left, self.relation, self.right, self.tolerance) = (text, left, relation, right, tolerance)
    }

    public func holds(_ left: Double, _ right: Double) -> Bool {
        let slack = tolerance * max(abs(left), abs(right))
        return switch relation {
        case .equal: abs(left - right) <= slack
        case .atMost: left <= right + slack
        case .atLeast: left >= right - slack
        }
    }
}

extension Formula {
    /// The formula's value from those of its metrics; nil where one is missing or a division is by zero.
    public func value(of metric: (String) -> Number?) -> Number? {
        func both(_ a: Formula, _ b: Formula, _ combine: (Number, Number) -> Number?) -> Number? {
            a.value(of: metric).flatMap { left in b.value(of: metric).flatMap { combine(left, $0) } }
        }
        return switch self {
        case .metric(let name): metric(name.value)
        case .number(let number): number
        case .add(let a, let b): both(a, b, +)
        case .subtract(let a, let b): both(a, b, -)
        case .multiply(let a, let b): both(a, b, *)
        case .divide(let a, let b): both(a, b, /)
        case .negate(let inner): inner.value(of: metric).flatMap { Number(0) - $0 }
        }
    }
}
