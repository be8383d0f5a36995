import Foundation
import Model

extension Check {
    /// Numbers that the author typed, held against the computed ones at the precision typed.
    @Sendable static func claims(_ campaign: Campaign, _ answers: Answers) -> [Problem] {
        campaign.uses.references.compactMap { reference in
            guard let claim = reference.claim, let answer = answers.answer(to: reference, in: campaign) else { return nil }
            return problem(with: claim, against: answer, form: reference.form.value)
        }
    }

    private static func problem(
        with claim: Located<String>, against answer: ReferenceAnswer, form: Reference.Form
    ) -> Problem? {
        if form == .verdict || form == .name {
            return claim.value == answer.text ? nil : Problem(.wrongWord, "'\(claim.value)' is typed here, but it is '\(answer.text)'", at: claim.place)
        }
        guard let typed = TypedNumber(claim.value) else {
            return Problem(.unreadableClaim, "'\(claim.value)' is no number that can be checked; write it as {{… = \(answer.text)}}", at: claim.place)
        }
        guard let number = answer.number else {
            return Problem(.claimWithoutValue, "'\(claim.value)' is claimed, but the data has no value here", at: claim.place)
        }
        if let unit = answer.unit, let misfit = misfit(of: typed, with: unit, form: form) {
            return Problem(.claimInOtherUnit, "'\(claim.value)' is \(misfit), but the value is \(answer.text)", at: claim.place)
        }
        let isShare = answer.unit == .percent && typed.measure != .times || typed.measure == .percent || typed.measure == .points
        let scale: Decimal = isShare ? 100 : 1
        let computed = number.decimal * scale
        guard computed.rounded(decimals: -typed.lastDigit) != typed.value else { return nil }
        return Problem(
            .wrongClaim, "'\(claim.value)' is claimed, but the data says \(answer.text)", at: claim.place,
            notes: ["computed: \(number.plainText)"])
    }

    /// In words, what a claim counts where the value counts something else; nil where they fit.
    private static func misfit(
        of typed: TypedNumber, with unit: Model.Unit, form: Reference.Form
    ) -> String? {
        switch (typed.measure, unit) {
        case (nil, .percent): "no percentage (write %)"
        case (nil, _): nil
        case (.percent, .percent) where form == .points: "a percentage where points are meant (write 个百分点 or pp)"
        case (.points, .percent) where form != .points: "in points where a percentage is meant (write %)"
        case (.percent, .percent), (.points, .percent), (.times, .percent), (.money, .money), (.times, .times),
            (.times, .number), (.ratio, .number), (.ratio, .times), (.seconds, .seconds), (.minutes, .minutes),
            (.hours, .hours), (.days, .days):
            nil
        case (.noun(let noun), .count(let own)) where own.isEmpty || noun == own: nil
        case (.noun(let noun), .count(let own)): "counted in '\(noun)' where the metric counts '\(own)'"
        case (.noun(let noun), .number): "counted in '\(noun)'"
        default: "in another unit"
        }
    }
}
