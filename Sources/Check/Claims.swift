import Foundation
import Model

extension Check {
    /// Numbers that the author typed, held against the computed ones as the words around them mean it.
    @Sendable static func claims(_ text: ReviewText, _ campaign: Campaign, _ answers: Answers) -> [Problem] {
        text.references.compactMap { reference in
            guard let claim = reference.claim, let answer = answers.answer(to: reference, in: campaign) else { return nil }
            return ClaimCheck(claim: claim, answer: answer, reference: reference, value: answers.value(of: reference, in: campaign)).problem
        }
    }
}

extension Answers {
    /// The metric value that a reference shows a form of; nil for results of analyses and queries.
    func value(of reference: Reference, in campaign: Campaign) -> MetricValue? {
        values[ValueKey(campaign: campaign.id, metric: reference.name.value, terms: reference.slice)]
    }
}

/// One claim against its answer.
private struct ClaimCheck {
    let claim: Located<String>
    let answer: ReferenceAnswer
    let reference: Reference
    /// What the target and the change of the value are.
    let value: MetricValue?

    private var form: Reference.Form { reference.form.value }

    var problem: Problem? {
        if form == .verdict || form == .name {
            return claim.value == answer.text ? nil : Problem(.wrongWord, "'\(claim.value)' is typed here, but it is '\(answer.text)'", at: claim.place)
        }
        guard var typed = TypedClaim(claim.value) else {
            return Problem(.unreadableClaim, "'\(claim.value)' is no number that can be checked; write it as {{… = \(answer.text)}}", at: claim.place)
        }
        guard let number = answer.number else {
            return Problem(.claimWithoutValue, "'\(claim.value)' is claimed, but the data has no value here", at: claim.place)
        }
        if let unit = answer.unit, let misfit = ClaimUnit.misfit(of: typed.number, with: unit, form: form) {
            return Problem(.claimInOtherUnit, "'\(claim.value)' is \(misfit), but the value is \(answer.text)", at: claim.place)
        }
        let scale = ClaimUnit.scale(of: typed.number, to: answer.unit)
        let computed = number.decimal * scale
        // A value that is itself the size of a fall stands without a sign: 缩短 8 秒.
        if typed.movement == .downBy, form == .value, computed > 0 { typed.movement = nil }
        guard typed.holds(for: computed) else { return wrong(typed, number, scale) }
        return wrongMovement(typed)
    }

    private func wrong(_ typed: TypedClaim, _ number: Number, _ scale: Decimal) -> Problem {
        let notes = ["computed: \(number.plainText)"]
        let code: Diagnostic = typed.comparison == .equal || typed.comparison == .about ? .wrongClaim : .wrongComparison
        let message = "'\(claim.value)' is claimed, but the data says \(answer.text)"
        guard let turn = turn(from: typed.number.value / scale, to: number) else { return Problem(code, message, at: claim.place, notes: notes) }
        return Problem(.turnedVerdict, "\(message); \(turn)", at: claim.place, notes: notes)
    }

    /// What the difference between the number typed and the computed one changes for a reader; nil where nothing.
    private func turn(from typed: Decimal, to computed: Number) -> String? {
        switch form {
        case .change, .points:
            return typed * computed.decimal < 0 ? "a rise is told as a fall, or a fall as a rise" : nil
        case .value:
            guard let value, let target = value.target, let told = target.verdict(on: .exact(typed), value.direction, interval: nil),
                let actual = target.verdict(on: computed, value.direction, interval: nil), told != actual
            else { return nil }
            return "with it the target of \(value.targetText ?? "") would be \(told == .met ? "met" : "missed"), and it was \(actual == .met ? "met" : "missed")"
        default: return nil
        }
    }

    /// 升至 and 降至 also say which way the value went.
    private func wrongMovement(_ typed: TypedClaim) -> Problem? {
        guard let change = value?.change?.double, form == .value, let movement = typed.movement, movement == .upTo || movement == .downTo else { return nil }
        let isRight = movement == .upTo ? change > 0 : change < 0
        let way = change > 0 ? "it rose" : change < 0 ? "it fell" : "it did not change"
        return isRight ? nil : Problem(.wrongDirection, "'\(claim.value)' is claimed, but \(way): \(value?.changeText ?? "")", at: claim.place)
    }
}
