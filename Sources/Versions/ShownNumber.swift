import Model

/// A number that a review shows, by a name that stays the same from version to version.
struct ShownNumber: Sendable {
    /// `sales`, `sales.channel-web`, `path.visitors_to_buyers`.
    var id: String
    var name: String
    var number: Number?
    var text: String
    var unit: Unit?
    var verdict: Verdict?
    var target: String?
    var method: Method
}

extension Version {
    /// All numbers, sorted by name: metric values, analyses' results, and columns of queries that a text quotes.
    var numbers: [ShownNumber] {
        let blocks = MethodTrace.Blocks(campaign)
        var all: [String: ShownNumber] = [:]
        for (key, value) in answers.values where key.campaign == campaign.id { all[key.anchor] = shown(value, blocks) }
        for (key, result) in answers.analyses where key.campaign == campaign.id {
            for (name, value) in result.values {
                let id = "\(key.id).\(name)", method = MethodTrace.method(of: key.id, unit: value.unit, in: campaign, blocks)
                all[id] = ShownNumber(id: id, name: id, number: value.number, text: value.text, unit: value.unit, method: method)
            }
        }
        for reference in campaign.uses.references where all[reference.key] == nil && reference.name.value.contains(".") {
            guard let answer = answers.answer(to: reference, in: campaign) else { continue }
            let method = MethodTrace.method(of: reference.name.value, unit: answer.unit, in: campaign, blocks)
            all[reference.key] = ShownNumber(id: reference.key, name: reference.key, number: answer.number, text: answer.text, unit: answer.unit, method: method)
        }
        return all.values.sorted { $0.id < $1.id }
    }

    private func shown(_ value: MetricValue, _ blocks: MethodTrace.Blocks) -> ShownNumber {
        let slice = value.key.slice.map { "\($0.dimension)=\($0.value)" }.joined(separator: ", ")
        return ShownNumber(
            id: value.key.anchor, name: slice.isEmpty ? value.name : "\(value.name) (\(slice))", number: value.value, text: value.text, unit: value.unit,
            verdict: value.verdict, target: value.targetText,
            method: MethodTrace.method(of: value.key.metric, slice: value.key.slice, unit: value.unit, in: campaign, blocks))
    }
}
