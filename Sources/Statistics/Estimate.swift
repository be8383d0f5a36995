/// A number that was estimated, with its 95 % interval and what it rests on.
public struct Estimate: Hashable, Sendable {
    public var value: Double
    public var low: Double
    public var high: Double
    /// How many observations.
    public var count: Double

    public init(value: Double, low: Double, high: Double, count: Double) {
        self.value = value
        self.low = low
        self.high = high
        self.count = count
    }

    /// Whether zero lies outside of the interval.
    public var excludesZero: Bool { low > 0 || high < 0 }
}

/// The two-sided 95 % quantile of the standard normal distribution.
public let z95 = 1.959963984540054
