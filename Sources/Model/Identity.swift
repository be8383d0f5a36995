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
    public enum Operation: Sendable { case add, subtract, multiply, divide }

    /// What the formula comes to in any kind of number; nil where a name has no value or an operation none.
    public func evaluated<Value>(_ name: (String) -> Value?, _ number: (Number) -> Value, _ combine: (Operation, Value, Value) -> Value?) -> Value? {
        func both(_ operation: Operation, _ a: Formula, _ b: Formula) -> Value? {
            a.evaluated(name, number, combine).flatMap { left in b.evaluated(name, number, combine).flatMap { combine(operation, left, $0) } }
        }
        return switch self {
        case .metric(let located): name(located.value)
        case .number(let literal): number(literal)
        case .add(let a, let b): both(.add, a, b)
        case .subtract(let a, let b): both(.subtract, a, b)
        case .multiply(let a, let b): both(.multiply, a, b)
        case .divide(let a, let b): both(.divide, a, b)
        case .negate(let inner): both(.subtract, .number(Number(0)), inner)
        }
    }

    /// The formula's value from those of its metrics; nil where one is missing or a division is by zero.
    public func value(of metric: (String) -> Number?) -> Number? {
        evaluated(metric, { $0 }) { operation, a, b in
            switch operation {
            case .add: a + b
            case .subtract: a - b
            case .multiply: a * b
            case .divide: a / b
            }
        }
    }
}
