import Model

/// Every value shown, for machines: one object per line, keys sorted, numbers in full, so that git shows what changed.
struct MetricsJSON {
    let site: CampaignSite

    var text: String {
        let values = site.answers.values.values.filter { $0.key.campaign == site.campaign.id }
            .sorted { $0.key.anchor < $1.key.anchor }
        let lines = values.map { JSON.object(fields(of: $0)).text }
        return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }

    private func fields(of value: MetricValue) -> [String: JSON] {
        let metric = site.campaign.metrics[value.key.metric]
        var slice: [String: JSON] = [:]
        for entry in value.key.slice { slice[entry.dimension] = .string(entry.value) }
        var fields: [String: JSON] = [
            "id": .string(value.key.metric), "name": .string(value.name), "slice": .object(slice),
            "value": .number(value.value), "unit": .string(value.unit.name), "text": .string(value.text),
            "definition": .string(metric.map { site.words.definition(of: $0, in: site.campaign) }),
            "direction": .string(value.direction.rawValue), "baseline": .number(value.baseline),
            "change": .number(value.change), "target": target(value.target), "attainment": .number(value.attainment),
            "verdict": .string(value.verdict?.rawValue), "interval": interval(value.interval),
            "sql": .string(value.sql),
            "sources": .array(value.tables.flatMap(sources)),
        ]
        if let reason = value.notSet { fields["not_set"] = .string(reason) }
        return fields
    }

    private func target(_ target: Target?) -> JSON {
        guard let target else { return .null }
        guard let high = target.high else { return .number(target.low) }
        return .object(["low": .number(target.low), "high": .number(high)])
    }

    private func interval(_ interval: Interval?) -> JSON {
        guard let interval else { return .null }
        return .object(["low": .number(interval.low), "high": .number(interval.high), "count": .number(interval.count)])
    }

    private func sources(_ table: String) -> [JSON] {
        guard let source = site.answers.sources[site.key(table)] else { return [.object(["table": .string(table)])] }
        if let relation = site.campaign.tables[table]?.relation?.value {
            return [.object(["table": .string(table), "relation": .string(relation), "rows": .number(Number(source.rows))])]
        }
        return source.files.map {
            .object([
                "table": .string(table), "path": .string($0.path), "sha256": .string($0.sha256),
                "rows": .number(Number(source.rows)),
            ])
        }
    }
}
