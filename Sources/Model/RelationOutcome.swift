import Foundation

/// A relation with its arithmetic: what each side comes to, and whether it can hold.
public struct RelationOutcome: Sendable {
    public var relation: Relation
    /// nil where a name has no value or a division is by zero; true for a target that nothing is held against never.
    public var holds: Bool?
    /// `2.37亿元 / 28.6% = 8.29 亿元`, or as typed where nothing is calculated.
    public var left: String
    public var right: String
    /// What the sides count where that can't be compared: money and a time.
    public var misfit: (Unit, Unit)?

    /// The outcome of each of the campaign's relations, in their order.
    public static func all(of campaign: Campaign, _ answers: Answers) -> [RelationOutcome] {
        let arithmetic = Arithmetic(campaign: campaign, answers: answers)
        return campaign.relations.map { RelationOutcome(of: $0, by: arithmetic) }
    }

    private init(of relation: Relation, by arithmetic: Arithmetic) {
        self.relation = relation
        guard let comparison = relation.comparison else {
            (holds, left, right) = (false, "", "")
            return
        }
        let sides = [comparison.left, comparison.right].map { $0.range(of: arithmetic.range) }
        if let a = sides[0], let b = sides[1] { holds = a.mayBe(comparison.relation, b) }
        (left, right) = arithmetic.texts(comparison)
        // The unit of a metric is known with its value.
        misfit = holds == nil ? nil : arithmetic.misfit(comparison)
    }
}

/// What the names of a relation stand for: quoted numbers, metrics, periods.
private struct Arithmetic {
    let campaign: Campaign
    let answers: Answers
    private let quoted: [String: QuotedNumber]
    private let format: NumberFormat

    init(campaign: Campaign, answers: Answers) {
        self.campaign = campaign
        self.answers = answers
        quoted = Dictionary(campaign.quotedNumbers.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        format = NumberFormat(language: campaign.language, currency: campaign.currency)
    }

    func range(_ name: String) -> NumberRange? {
        if let number = quoted[name] { return number.claim.range }
        return point(name).map(NumberRange.init(exactly:))
    }

    /// Times in seconds, as those of quoted numbers are.
    private func point(_ name: String) -> Double? {
        if let number = quoted[name] { return number.claim.point }
        if let period = campaign.period(named: name) { return Double(period.days * 86400) }
        guard let value = answers.values[ValueKey(campaign: campaign.id, metric: name)] else { return nil }
        return value.value.map { $0.double * Double(value.unit.seconds ?? 1) }
    }

    private func unit(_ name: String) -> Unit {
        if let number = quoted[name] { return number.claim.number.unit }
        if campaign.period(named: name) != nil { return .days }
        return answers.values[ValueKey(campaign: campaign.id, metric: name)]?.unit ?? .number
    }

    private func text(_ name: String) -> String {
        if let number = quoted[name] { return number.text }
        if let period = campaign.period(named: name) { return format.text(Number(period.days), unit: .days) }
        return answers.values[ValueKey(campaign: campaign.id, metric: name)]?.text ?? NumberFormat.missing
    }

    func misfit(_ comparison: Relation.Comparison) -> (Unit, Unit)? {
        let (left, right) = (comparison.left.unit(of: unit), comparison.right.unit(of: unit))
        let isSame = left.isPure && right.isPure || left == right || left.seconds != nil && right.seconds != nil
        return isSame ? nil : (left, right)
    }

    /// Both sides, with as many decimals as their results need to differ.
    func texts(_ comparison: Relation.Comparison) -> (String, String) {
        let sides = [comparison.left, comparison.right]
        let points = sides.map { side in side.range { point($0).map(NumberRange.init(exactly:)) }?.low }
        let units = displayed(sides.map { $0.unit(of: unit) }, points)
        func results(_ decimals: Int?) -> [String] {
            zip(points, units).map { point, unit in
                guard let point else { return NumberFormat.missing }
                let shown = point / Double(unit.seconds ?? 1)
                let isWhole = (shown * 100).rounded() == shown * 100 && unit == .percent
                return format.text(Number(shown), unit: unit, decimals: decimals ?? (isWhole ? 0 : nil))
            }
        }
        let plain = results(nil)
        let shown = plain[0] == plain[1] ? [2, 3, 4].lazy.map(results).first { $0[0] != $0[1] } ?? plain : plain
        let texts = zip(sides, shown).map { side, result in
            switch side {
            case .metric(let name): text(name.value)
            case .number: result
            default: "\(side.written(text)) = \(result)"
            }
        }
        return (texts[0], texts[1])
    }

    /// What has no unit of its own is read in that of the other side; shares of a whole as percentages, large counts in 万.
    private func displayed(_ units: [Unit], _ points: [Double?]) -> [Unit] {
        let largest = points.compactMap { $0.map(abs) }.max() ?? 0
        return zip(units, units.reversed()).map { unit, other in
            guard unit == .number else { return unit }
            if other == .percent || other == .number && largest < 1 { return .percent }
            return largest >= 1000 ? .count(noun: "") : .number
        }
    }
}

extension TypedNumber {
    /// The unit that the typed words say.
    fileprivate var unit: Unit {
        switch measure {
        case .percent, .points: .percent
        case .money: .money
        case .milliseconds, .seconds: .seconds
        case .times: .times
        case .minutes: .minutes
        case .hours: .hours
        case .days: .days
        case .noun, .ratio, nil: .number
        }
    }
}
