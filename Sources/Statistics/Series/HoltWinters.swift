import Foundation

/// Exponential smoothing with additive errors, a level, a trend that may be damped, and an additive season.
///
/// R. J. Hyndman and G. Athanasopoulos, "Forecasting: principles and practice", 3rd ed., 2021, sections 8.5 to 8.7: ETS(A,A,A),
/// ETS(A,Ad,A) and ETS(A,N,A). Parameters and first states minimize the one-step errors' sum of squares, which is the maximum of
/// the likelihood.
public struct HoltWinters: Sendable {
    public enum Trend: String, Sendable, CaseIterable { case none, linear, damped }

    public struct Parameters: Hashable, Sendable {
        public var level: Double
        public var trend: Double
        public var season: Double
        public var damping: Double

        public init(level: Double, trend: Double = 0, season: Double = 0, damping: Double = 1) {
            self.level = level
            self.trend = trend
            self.season = season
            self.damping = damping
        }
    }

    public let parameters: Parameters
    public let trend: Trend
    /// Observations in a season; 1 for none.
    public let period: Int
    /// One-step-ahead fits.
    public let fitted: [Double]
    /// Sum of squared one-step errors.
    public let squares: Double
    private let level: Double
    private let slope: Double
    private let seasons: [Double]
    private let count: Int
    /// How many parameters and first states were fitted; seasons are told against each other, so one fewer.
    private let estimated: Int

    /// Fits to evenly spaced values, oldest first.
    ///
    /// nil where there are fewer than two seasons and three values, or a value is not finite.
    public init?(_ values: [Double], period: Int = 1, trend: Trend = .damped) {
        guard period > 0, values.count >= max(2 * period, 4) + 1, values.allSatisfy(\.isFinite) else { return nil }
        let start = Self.start(values, period, trend)
        let scale = max(1e-12, values.map(\.magnitude).max() ?? 1)
        func parameters(_ p: [Double]) -> Parameters {
            // A sine, so that the ends of each range are points like others and no search runs off beyond them.
            func share(_ x: Double) -> Double { (1 + sin(x)) / 2 }
            let level = share(p[0])
            return Parameters(
                level: level, trend: trend == .none ? 0 : level * share(p[1]), season: period > 1 ? (1 - level) * share(p[2]) : 0,
                damping: trend == .damped ? 0.8 + 0.18 * share(p[3]) : 1)
        }
        let isSeasonal = period > 1
        func states(_ p: [Double]) -> (Double, Double, [Double]) {
            let own = isSeasonal ? Array(p[6..<(6 + period)]).map { $0 * scale } : [0]
            return (p[4] * scale, trend == .none ? 0 : p[5] * scale, own)
        }
        let first = [start.level / scale, start.slope / scale] + (isSeasonal ? start.seasons.map { $0 / scale } : [])
        // Several beginnings, since the surface has more than one hollow: a level that hardly moves, moves by half, and follows each value.
        let found = [-1.2, 0, 1.2].map { level in
            minimize([level, -0.9, -0.9, 0.5] + first, step: 0.1, restarts: 20) { p in
                let (level, slope, seasons) = states(p)
                return Self.run(values, parameters(p), level, slope, seasons, period).squares / (scale * scale)
            }
        }.min { $0.value < $1.value }
        guard let found else { return nil }
        let (level, slope, seasons) = states(found.point)
        let estimated = 2 + (trend == .none ? 0 : trend == .damped ? 3 : 2) + (isSeasonal ? period : 0)
        self.init(
            values, period: period, trend: trend, parameters: parameters(found.point), level: level, slope: slope, seasons: seasons, estimated: estimated)
    }

    /// Runs with parameters and first states that are given; `seasons` begins with the season of the first value.
    public init(_ values: [Double], period: Int, trend: Trend, parameters: Parameters, level: Double, slope: Double, seasons: [Double]) {
        self.init(values, period: period, trend: trend, parameters: parameters, level: level, slope: slope, seasons: seasons, estimated: 0)
    }

    private init(
        _ values: [Double], period: Int, trend: Trend, parameters: Parameters, level: Double, slope: Double, seasons: [Double], estimated: Int
    ) {
        let run = Self.run(values, parameters, level, slope, seasons, period)
        self.parameters = parameters
        self.trend = trend
        self.period = period
        fitted = run.fitted
        squares = run.squares
        self.level = run.level
        self.slope = run.slope
        self.seasons = run.seasons
        count = values.count
        self.estimated = estimated
    }

    private static func run(
        _ values: [Double], _ p: Parameters, _ level: Double, _ slope: Double, _ seasons: [Double], _ period: Int
    ) -> (fitted: [Double], squares: Double, level: Double, slope: Double, seasons: [Double]) {
        var level = level, slope = slope, seasons = seasons, fitted: [Double] = [], squares = 0.0
        fitted.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            let place = index % seasons.count
            let carried = p.damping * slope
            let fit = level + carried + seasons[place], error = value - fit
            fitted.append(fit)
            squares += error * error
            level += carried + p.level * error
            slope = carried + p.trend * error
            seasons[place] += p.season * error
        }
        // The season that comes next stands first.
        let turn = values.count % seasons.count
        return (fitted, squares, level, slope, Array(seasons[turn...] + seasons[..<turn]))
    }

    /// Level and slope of the first seasons, and how each place in them differs.
    private static func start(_ values: [Double], _ period: Int, _ trend: Trend) -> (level: Double, slope: Double, seasons: [Double]) {
        let first = values.prefix(period).reduce(0, +) / Double(period)
        let second = values.dropFirst(period).prefix(period).reduce(0, +) / Double(period)
        let slope = trend == .none ? 0 : (second - first) / Double(period)
        let seasons = period > 1 ? values.prefix(period).map { $0 - first } : [0]
        return (first, slope, seasons)
    }

    /// The variance of a one-step error, less one degree of freedom for all that was fitted.
    public var variance: Double { squares / Double(max(1, count - estimated)) }

    /// The next values with prediction intervals: formulas for ETS's linear models, Hyndman and Athanasopoulos table 8.8.
    ///
    /// They take the parameters as known, so they are too narrow after a short past: of one-step intervals fitted to four weeks of days, about
    /// 87 % hold what comes, of those fitted to half a year 93 %.
    public func forecast(_ steps: Int) -> [Estimate] {
        var result: [Estimate] = [], carried = 0.0, spread = 1.0, weight = 1.0
        for step in 1...max(1, steps) {
            weight *= parameters.damping
            carried += weight
            let value = level + carried * slope + seasons[(step - 1) % seasons.count]
            let half = z95 * (variance * spread).squareRoot()
            result.append(Estimate(value: value, low: value - half, high: value + half, count: Double(count)))
            let change = parameters.level + parameters.trend * carried + (period > 1 && step % period == 0 ? parameters.season : 0)
            spread += change * change
        }
        return result
    }

    /// The sum of the next values with its interval: the steps' errors go together.
    public func forecastSum(_ steps: Int) -> Estimate {
        let values = forecast(steps).map(\.value).reduce(0, +)
        // What an error at step i adds to all later steps.
        var weights: [Double] = [], carried = 0.0, weight = 1.0
        for step in 1...max(1, steps) {
            weight *= parameters.damping
            carried += weight
            weights.append(parameters.level + parameters.trend * carried + (period > 1 && step % period == 0 ? parameters.season : 0))
        }
        var spread = 0.0, sum = 1.0
        for step in 0..<max(1, steps) {
            spread += sum * sum
            sum += weights[step]
        }
        let half = z95 * (variance * spread).squareRoot()
        return Estimate(value: values, low: values - half, high: values + half, count: Double(count))
    }
}
