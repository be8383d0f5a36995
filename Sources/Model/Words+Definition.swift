extension Words {
    /// How a metric comes about, in words that a reader without SQL follows.
    public func definition(of metric: Metric, in campaign: Campaign) -> String {
        switch metric.kind {
        case .measure(let measure):
            let condition = measure.filter.map { sentences.onlyWhere($0.sql) } ?? ""
            return sentences.measure(measure.function, measure.argument?.sql, measure.table.value) + condition
        case .ratio(let numerator, let denominator):
            return sentences.ratio(
                name(ofMetric: numerator.value, in: campaign), name(ofMetric: denominator.value, in: campaign))
        case .formula(let formula):
            return sentences.formula(text(of: formula, in: campaign, inside: 0))
        case .rollup(let take, let other, let dimension):
            let grain = Dimension.Grain(rawValue: dimension.value).map { name(of: $0) }
            return sentences.rollup(take, name(ofMetric: other.value, in: campaign), grain ?? dimension.value)
        case .shows(let reference): return sentences.shows(text(of: reference, in: campaign))
        case .notSet(let reason): return "\(notSet)\(colon)\(reason)"
        }
    }

    /// `浏览加购转化率（position=home）· 变化`
    private func text(of reference: Reference, in campaign: Campaign) -> String {
        func slice(_ terms: [SliceTerm]) -> String { terms.map { "\($0.dimension.value)=\($0.value.value)" }.joined(separator: ", ") }
        let name = name(ofMetric: reference.name.value, in: campaign), held = slice(reference.slice), part = slice(reference.shareOf)
        let form = reference.form.value == .value ? nil : [self.name(of: reference.form.value), part].filter { !$0.isEmpty }.joined(separator: " ")
        return [held.isEmpty ? name : "\(name) (\(held))", form].compactMap { $0 }.joined(separator: " · ")
    }

    private func name(ofMetric id: String, in campaign: Campaign) -> String { campaign.metrics[id]?.name ?? id }

    /// `strength` is that of the operator around: 1 for + and −, 2 for × and ÷, 3 on the right of − or ÷.
    private func text(of formula: Formula, in campaign: Campaign, inside strength: Int) -> String {
        func operation(_ a: Formula, _ sign: String, _ b: Formula, own: Int, right: Int) -> String {
            let text =
                self.text(of: a, in: campaign, inside: own) + " \(sign) "
                + self.text(of: b, in: campaign, inside: right)
            return own < strength ? "(\(text))" : text
        }
        return switch formula {
        case .metric(let id): name(ofMetric: id.value, in: campaign)
        case .number(let number): number.plainText
        case .add(let a, let b): operation(a, "+", b, own: 1, right: 1)
        case .subtract(let a, let b): operation(a, "−", b, own: 1, right: 2)
        case .multiply(let a, let b): operation(a, "×", b, own: 2, right: 2)
        case .divide(let a, let b): operation(a, "÷", b, own: 2, right: 3)
        case .negate(let inner): "−" + text(of: inner, in: campaign, inside: 3)
        }
    }
}
