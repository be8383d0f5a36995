/// Plan against actual of goods with a price and a quantity each, in three parts that add up to the difference.
///
/// Volume: what the change of the total quantity is worth at the plan's shares and prices. Mix: what each one's change of share is worth
/// at its plan price. Price: the change of price at the actual quantity. (C. T. Horngren et al., "Cost accounting", 14th ed.,
/// chapter 14: sales-quantity, sales-mix and price variances.)
public struct PriceVolumeMix: Sendable {
    public struct Line: Sendable {
        public var price: Double
        public var volume: Double
        public var mix: Double
        public var total: Double { price + volume + mix }
    }

    public let lines: [Line]

    public init?(_ items: [(plan: (quantity: Double, price: Double), actual: (quantity: Double, price: Double))]) {
        let planned = items.reduce(0) { $0 + $1.plan.quantity }, sold = items.reduce(0) { $0 + $1.actual.quantity }
        guard planned > 0, items.allSatisfy({ [$0.plan, $0.actual].allSatisfy { $0.quantity.isFinite && $0.price.isFinite } }) else { return nil }
        lines = items.map { item in
            // What each would have sold at the plan's mix.
            let expected = sold * item.plan.quantity / planned
            return Line(
                price: (item.actual.price - item.plan.price) * item.actual.quantity, volume: (expected - item.plan.quantity) * item.plan.price,
                mix: (item.actual.quantity - expected) * item.plan.price)
        }
    }
}
