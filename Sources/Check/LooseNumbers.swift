import Foundation
package import Model

extension Check {
    /// Numbers in the text that nothing stands behind, and allowances that nothing needs.
    @Sendable static func looseNumbers(_ text: ReviewText, _ campaign: Campaign, _ answers: Answers) -> [Problem] {
        let allowed = Set(text.allowed.map(\.number.value)), loose = text.numbers.filter { !allowed.contains($0.text) }
        let idle = text.allowed.filter { entry in !text.numbers.contains { $0.text == entry.number.value } }.map {
            Problem(.idleAllowance, "'\($0.number.value)' does not stand loose in this chapter; take it out of `allow:`", at: $0.number.place, severity: .warning)
        }
        guard !loose.isEmpty else { return idle }
        let proposals = Proposals(campaign: campaign, answers: answers)
        return loose.map { self.loose($0, proposals) } + idle
    }

    private static func loose(_ number: TextNumber, _ proposals: Proposals) -> Problem {
        let references = proposals.references(for: number.text)
        let remedy = references.isEmpty
            ? "make it a reference, a claim {{metric = \(number.text)}}, or quote its source: [\(number.text)]{source=\"…\"}"
            : "the data has it as \(references.prefix(3).map { "{{\($0)}}" }.joined(separator: ", "))"
        return Problem(.looseNumber, "nothing stands behind '\(number.text)'; \(remedy)", at: number.place)
    }
}

/// The references whose value is a number that was typed.
package struct Proposals {
    private let values: [(reference: String, value: MetricValue)]

    package init(campaign: Campaign, answers: Answers) {
        values = answers.values.values.filter { $0.key.campaign == campaign.id && $0.value != nil }.map { value in
            let slice = value.key.slice.map { " \($0.dimension)=\($0.value.contains(" ") ? "\"\($0.value)\"" : $0.value)" }.joined()
            return (value.key.metric + slice, value)
        }
    }

    /// The references, totals before slices, as they stand between the braces.
    package func references(for text: String) -> [String] {
        guard let typed = TypedClaim(text) else { return [] }
        return values.filter { _, value in
            guard let number = value.value, ClaimUnit.misfit(of: typed.number, with: value.unit, form: .value) == nil else { return false }
            guard typed.holds(for: number.decimal * ClaimUnit.scale(of: typed.number, to: value.unit)) else { return false }
            // Of all that is more than 40 %, what is a little more.
            return typed.comparison == .equal || typed.isNear(number.decimal * ClaimUnit.scale(of: typed.number, to: value.unit))
        }.map(\.reference).sorted { ($0.count(where: { $0 == "=" }), $0) < ($1.count(where: { $0 == "=" }), $1) }
    }
}
