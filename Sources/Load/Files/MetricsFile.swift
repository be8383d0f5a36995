import Model
import OrderedCollections

/// metrics.yaml: each metric once.
struct MetricsFile {
    let keys: YAMLMapping
    private var problems: ProblemList { keys.problems }

    init(_ keys: YAMLMapping) { self.keys = keys }

    func read() -> (metrics: OrderedDictionary<String, Metric>, unreadable: Set<String>) {
        var metrics: OrderedDictionary<String, Metric> = [:]
        var unreadable = Set<String>()
        for (key, value) in keys.rest {
            if key.value == Campaign.daysMetric {
                problems.add(.badName, "'days' exists already: the number of days in the period; choose another name", at: key.place)
            } else if !Identifier.isWord(key.value) {
                problems.add(.badName, "'\(key.value)' is no metric name; use lower-case letters, digits and _, beginning with a letter", at: key.place)
            }
            if let metric = metric(key, value) { metrics[key.value] = metric } else { unreadable.insert(key.value) }
        }
        return (metrics, unreadable)
    }

    private func metric(_ id: Located<String>, _ value: YAMLValue) -> Metric? {
        guard let keys = YAMLMapping(value, "a metric {name: …, unit: …}") else { return nil }
        let name = keys.required("name", of: "metric '\(id.value)'", at: id.place)?.string()
        let unit = keys.required("unit", of: "metric '\(id.value)'", at: id.place).flatMap { UnitReader.read($0) }
        let kind = self.kind(of: id, keys)
        let typedDirection = keys.optional("direction")
        let direction = typedDirection?.word("direction", Direction.self)?.value ?? .none
        let target = keys.optional("target"), baseline = keys.optional("baseline"), thresholds = keys.optional("thresholds")
        let description = keys.optional("description")?.string(), decimals = keys.optional("decimals")?.integer()
        let period = keys.optional("period")?.located()
        keys.refuseUnknownKeys(in: "a metric")
        guard let name, let unit, let kind else { return nil }
        let goal = target.flatMap { self.target($0, unit) }
        if let goal, goal.high == nil, typedDirection == nil || typedDirection?.scalar == Direction.none.rawValue {
            problems.add(.badValue, "a target needs `direction: higher` or `lower`, to tell whether it was met", at: keys.place(ofKey: "target"))
        }
        return Metric(
            id: id.value, name: name, description: description, kind: kind, unit: unit, decimals: decimals,
            direction: direction, target: goal, baseline: baseline.flatMap { BaselineReader.read($0, unit: unit) },
            thresholds: thresholds.map { self.thresholds($0, unit) } ?? [], period: period, place: id.place)
    }

    /// Exactly one of measure, ratio, formula, rollup, shows and not_set.
    private func kind(of id: Located<String>, _ keys: YAMLMapping) -> Metric.Kind? {
        let table = keys.optional("table")?.located(), filter = keys.optional("where")
        let found = ["measure", "ratio", "formula", "rollup", "shows", "not_set"].compactMap { name in keys.optional(name).map { (name, $0) } }
        guard found.count == 1, let (name, value) = found.first else {
            problems.add(.missingKey, "metric '\(id.value)' needs one of `measure:` (with `table:`), `ratio:`, `formula:`, `rollup:`, `shows:` and `not_set:`", at: id.place)
            return nil
        }
        if name != "measure", table != nil || filter != nil {
            problems.add(.badValue, "`table:` and `where:` belong to `measure:`; a \(name) takes its parts' own", at: id.place)
        }
        switch name {
        case "measure":
            guard let table else {
                problems.add(.missingKey, "metric '\(id.value)' needs `table:`", at: id.place)
                return nil
            }
            return MeasureReader(problems).read(value, table: table, filter: filter).map(Metric.Kind.measure)
        case "ratio":
            guard let names = value.names() else { return nil }
            guard names.count == 2 else {
                problems.add(.badValue, "a ratio is of two metrics, [numerator, denominator]", at: value.place)
                return nil
            }
            return .ratio(numerator: names[0], denominator: names[1])
        case "formula": return FormulaParser.parse(value).map(Metric.Kind.formula)
        case "shows": return shows(value)
        case "not_set": return value.string().map(Metric.Kind.notSet)
        default: return rollup(value)
        }
    }

    /// A reference as it stands in a text, without the braces.
    private func shows(_ value: YAMLValue) -> Metric.Kind? {
        guard let text = value.located() else { return nil }
        // The parser counts columns from two braces before the text.
        var place = text.place
        place.column -= 2
        switch ReferenceParser.parse(text.value, at: place) {
        case .success(let reference):
            if let claim = reference.claim {
                problems.add(.metricWithoutRows, "a metric shows a number and claims none; leave ` = …` out", at: claim.place)
                return nil
            }
            var reference = reference
            reference.place = text.place
            return .shows(reference)
        case .failure(let problem):
            problems.add(problem.code, problem.message, at: problem.place ?? text.place)
            return nil
        }
    }

    private func rollup(_ value: YAMLValue) -> Metric.Kind? {
        guard let keys = YAMLMapping(value, "{take: …, of: …, by: …}") else { return nil }
        let take = keys.required("take", of: "a rollup")?.word("rollup", Rollup.self)?.value
        let inner = keys.required("of", of: "a rollup")?.located(), by = keys.required("by", of: "a rollup")?.located()
        keys.refuseUnknownKeys(in: "a rollup")
        guard let take, let inner, let by else { return nil }
        return .rollup(take: take, of: inner, by: by)
    }

    private func target(_ value: YAMLValue, _ unit: Unit) -> Target? {
        guard value.pairs != nil else { return TypedValue.read(value, unit: unit).map { Target(low: $0) } }
        guard let keys = YAMLMapping(value, "a target") else { return nil }
        let single = keys.optional("value").flatMap { TypedValue.read($0, unit: unit) }
        let low = keys.optional("low").flatMap { TypedValue.read($0, unit: unit) }
        let high = keys.optional("high").flatMap { TypedValue.read($0, unit: unit) }
        let source = keys.optional("source")?.string()
        keys.refuseUnknownKeys(in: "a target")
        switch (single, low, high) {
        case (let single?, nil, nil): return Target(low: single, source: source)
        case (nil, let low?, let high?) where low < high: return Target(low: low, high: high, source: source)
        case (nil, _?, _?):
            problems.add(.badValue, "the target's `low` is not below its `high`", at: value.place)
            return nil
        default:
            problems.add(.badValue, "a target is a number, {value: …} or {low: …, high: …}", at: value.place)
            return nil
        }
    }

    private func thresholds(_ value: YAMLValue, _ unit: Unit) -> [Threshold] {
        guard let keys = YAMLMapping(value, "thresholds {warn: …, alert: …}") else { return [] }
        let found = [Threshold.Level.warn, .alert].compactMap { level in
            keys.optional(level.rawValue).flatMap { TypedValue.read($0, unit: unit) }.map { Threshold(level: level, value: $0) }
        }
        keys.refuseUnknownKeys(in: "thresholds")
        return found
    }
}
