import Foundation

/// Paths of touches with what came of them, and rules that give each conversion to the channels on its path.
public struct Journeys: Sendable {
    public struct Journey: Sendable {
        /// Channels in order of touch, as indices.
        public var touches: [Int]
        public var people: Double
        public var conversions: Double

        public init(touches: [Int], people: Double, conversions: Double) {
            self.touches = touches
            self.people = people
            self.conversions = conversions
        }
    }

    public enum Rule: String, Sendable, CaseIterable {
        case last, first, linear
        /// 40 % to the first and the last each, 20 % to those between.
        case position
        /// Each touch counts half of the one after it.
        case decay

        func weights(_ count: Int) -> [Double] {
            let raw: [Double] = (0..<count).map { place in
                switch self {
                case .last: place == count - 1 ? 1 : 0
                case .first: place == 0 ? 1 : 0
                case .linear: 1
                case .position: count <= 2 ? 1 : place == 0 || place == count - 1 ? 0.4 : 0.2 / Double(count - 2)
                case .decay: pow(0.5, Double(count - 1 - place))
                }
            }
            let total = raw.reduce(0, +)
            return raw.map { $0 / total }
        }
    }

    public let channels: Int
    public let journeys: [Journey]

    /// Journeys without a touch, with one of no channel, or without people are left out.
    public init(channels: Int, _ journeys: [Journey]) {
        self.channels = channels
        self.journeys = journeys.filter { journey in
            !journey.touches.isEmpty && journey.touches.allSatisfy { $0 >= 0 && $0 < channels }
                && journey.people > 0 && journey.people.isFinite && journey.conversions >= 0 && journey.conversions.isFinite
        }
    }

    public var conversions: Double { journeys.reduce(0) { $0 + $1.conversions } }

    /// Conversions credited to each channel by a rule; they add up to all conversions.
    public func credit(_ rule: Rule) -> [Double] {
        var credit = [Double](repeating: 0, count: channels)
        for journey in journeys where journey.conversions > 0 {
            for (touch, weight) in zip(journey.touches, rule.weights(journey.touches.count)) { credit[touch] += weight * journey.conversions }
        }
        return credit
    }

    /// Conversions on whose path the channel stood without being the last.
    public var assisted: [Double] {
        var counts = [Double](repeating: 0, count: channels)
        for journey in journeys {
            for channel in Set(journey.touches.dropLast()).subtracting(journey.touches.suffix(1)) { counts[channel] += journey.conversions }
        }
        return counts
    }

    /// Shapley's credit: the worth of a coalition is the conversions of paths that touch nobody outside of it, so that each path is shared
    /// equally by the channels on it (K. Zhao, S. H. Mahboobi and S. R. Bagheri, "Shapley value methods for attribution modeling", 2018).
    public var shapley: [Double] {
        var credit = [Double](repeating: 0, count: channels)
        for journey in journeys where journey.conversions > 0 {
            let set = Set(journey.touches)
            for channel in set.sorted() { credit[channel] += journey.conversions / Double(set.count) }
        }
        return credit
    }
}
