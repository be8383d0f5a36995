/// What quoted numbers are to each other, as claims.yaml says: `peak / peak_share = best_day`, `reached >= target`.
///
/// Besides quoted numbers it may name metrics, and periods for their number of days.
public struct Relation: Sendable {
    /// What it means where the relation does not hold.
    public enum Kind: Sendable {
        /// The statements contradict each other.
        case statements
        /// A target was missed.
        case target(Located<String>)
        /// The statements can all be right once something is defined that the text leaves open.
        case undefined(needs: String)
    }

    public struct Comparison: Sendable {
        public var text: Located<String>
        public var left: Formula
        public var relation: Identity.Relation
        public var right: Formula

        public init(text: Located<String>, left: Formula, relation: Identity.Relation, right: Formula) {
            (self.text, self.left, self.relation, self.right) = (text, left, relation, right)
        }

        public var names: [Located<String>] { left.metrics + right.metrics }
    }

    /// nil for a target that nothing in the text is held against.
    public var comparison: Comparison?
    public var kind: Kind
    /// Why the numbers must be so.
    public var why: String?
    /// Where the text itself says that it does not hold, and why.
    public var explanation: String?
    public var place: Place

    public init(comparison: Comparison?, kind: Kind, why: String?, explanation: String?, place: Place) {
        (self.comparison, self.kind, self.why, self.explanation, self.place) = (comparison, kind, why, explanation, place)
    }

    /// Every name that it uses, once.
    public var names: [Located<String>] {
        let target: [Located<String>] = if case .target(let name) = kind { [name] } else { [] }
        var seen = Set<String>()
        return ((comparison?.names ?? []) + target).filter { seen.insert($0.value).inserted }
    }
}

extension Unit {
    /// Whether it counts nothing that a product or quotient would have to carry on.
    public var isPure: Bool {
        switch self {
        case .percent, .times, .number, .count: true
        case .money, .seconds, .minutes, .hours, .days: false
        }
    }
}

extension Formula {
    /// The range of the formula's values from those of its names; nil where one has none or a divisor may be zero.
    public func range(of name: (String) -> NumberRange?) -> NumberRange? {
        evaluated(name, { NumberRange(exactly: $0.double) }) { operation, a, b in
            switch operation {
            case .add: a + b
            case .subtract: a - b
            case .multiply: a * b
            case .divide: a / b
            }
        }
    }

    /// What the formula counts, from what its names do: money by a share is money, money by money a number.
    public func unit(of name: (String) -> Unit) -> Unit {
        switch self {
        case .metric(let located): return name(located.value)
        case .number: return .number
        case .negate(let inner): return inner.unit(of: name)
        case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b):
            let units = [a.unit(of: name), b.unit(of: name)]
            // The one that says most: money before a multiple, a multiple before a share.
            return units.first { !$0.isPure } ?? units.first { $0 == .times } ?? units.first { $0 == .percent } ?? .number
        case .divide(let a, let b):
            let (left, right) = (a.unit(of: name), b.unit(of: name))
            return right.isPure && (left != .percent || right != .percent) ? left : .number
        }
    }

    /// The formula with its names replaced: `2.37亿元 / 28.6%`.
    public func written(_ name: (String) -> String) -> String {
        func operand(_ inner: Formula, _ isTight: Bool) -> String {
            switch inner {
            case .add, .subtract: "(\(inner.written(name)))"
            case .divide, .multiply: isTight ? "(\(inner.written(name)))" : inner.written(name)
            default: inner.written(name)
            }
        }
        return switch self {
        case .metric(let located): name(located.value)
        case .number(let number): number.plainText
        case .negate(let inner): "-" + operand(inner, true)
        case .add(let a, let b): "\(a.written(name)) + \(b.written(name))"
        case .subtract(let a, .add(let b, let c)): "\(a.written(name)) - (\(b.written(name)) + \(c.written(name)))"
        case .subtract(let a, .subtract(let b, let c)): "\(a.written(name)) - (\(b.written(name)) - \(c.written(name)))"
        case .subtract(let a, let b): "\(a.written(name)) - \(b.written(name))"
        case .multiply(let a, let b): "\(operand(a, false)) × \(operand(b, true))"
        case .divide(let a, let b): "\(operand(a, false)) / \(operand(b, true))"
        }
    }
}
