import Foundation
import Model

/// How the unit of a number that was typed stands to the unit of the value.
enum ClaimUnit {
    /// What a value must be multiplied with to be in the scale of the number typed: 100 for percentages, 60 for minutes typed of hours.
    static func scale(of typed: TypedNumber, to unit: Model.Unit?) -> Decimal {
        if let one = typed.seconds, let other = unit?.seconds { return Decimal(other) / one }
        let isShare = unit == .percent && typed.measure != .times || typed.measure == .percent || typed.measure == .points
        return isShare ? 100 : 1
    }

    /// In words, what a claim counts where the value counts something else; nil where they fit.
    static func misfit(of typed: TypedNumber, with unit: Model.Unit, form: Reference.Form) -> String? {
        if typed.seconds != nil, unit.seconds != nil { return nil }
        return switch (typed.measure, unit) {
        case (nil, .percent): "no percentage (write %)"
        case (nil, _): nil
        case (.percent, .percent) where form == .points: "a percentage where points are meant (write 个百分点 or pp)"
        case (.points, .percent) where form != .points: "in points where a percentage is meant (write %)"
        case (.percent, .percent), (.points, .percent), (.times, .percent), (.money, .money), (.times, .times),
            (.times, .number), (.ratio, .number), (.ratio, .times):
            nil
        case (.milliseconds, .count("毫秒")), (.milliseconds, .count("ms")): nil
        case (.noun(let noun), .count(let own)) where own.isEmpty || noun == own: nil
        case (.noun(let noun), .count(let own)): "counted in '\(noun)' where the metric counts '\(own)'"
        // A score: 3.6 分.
        case (.noun("分"), .number): nil
        case (.noun(let noun), .number): "counted in '\(noun)'"
        default: "in another unit"
        }
    }
}
