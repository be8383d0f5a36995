import Model

/// The keys of `chart` and `table` blocks.
extension ContentBlockReader {
    func chart(_ keys: YAMLMapping, id: String) -> Block? {
        let mark = keys.optional("mark")?.word("mark", ChartBlock.Mark.self) ?? Located(.auto, at: fence)
        let rows = self.rows(keys)
        let title = keys.required("title", of: "a chart", at: fence).flatMap { InlineText.read($0) }
        // Stands in for what is missing, so that all keys are read and all mistakes found.
        var chart = ChartBlock(id: id, mark: mark, rows: rows.first ?? .query(Located("", at: fence)), title: title ?? [], place: fence)
        readRows(keys, into: &chart)
        readLooks(keys, into: &chart)
        chart.subtitle = keys.optional("subtitle").flatMap { InlineText.read($0) } ?? []
        chart.note = keys.optional("note").flatMap { InlineText.read($0) } ?? []
        chart.source = keys.optional("source")?.string()
        let isComplete = keys.refuseUnknownKeys(in: "a chart")
        return onlyRows(rows, isComplete: isComplete) == nil || title == nil ? nil : .chart(chart)
    }

    /// Which rows and columns.
    private func readRows(_ keys: YAMLMapping, into chart: inout ChartBlock) {
        chart.series = keys.optional("series")?.located()
        chart.facet = keys.optional("facet")?.located()
        chart.slice = keys.optional("where").map(slice) ?? []
        for encoding in ChartBlock.Encoding.allCases { chart.encodings[encoding] = keys.optional(encoding.rawValue)?.located() }
        chart.labels = keys.optional("labels").map(labels) ?? [:]
        chart.order = keys.optional("order")?.word("order", ChartBlock.Order.self)?.value ?? .auto
        chart.limit = keys.optional("limit").flatMap(limit)
        chart.totals = keys.optional("totals")?.names()?.map(\.value) ?? []
        chart.events = keys.optional("events")?.located()
    }

    /// How they look.
    private func readLooks(_ keys: YAMLMapping, into chart: inout ChartBlock) {
        chart.position = keys.optional("position")?.word("position", ChartBlock.Position.self)?.value ?? .group
        chart.scale = keys.optional("scale")?.word("scale", ChartBlock.Scale.self)?.value ?? .linear
        chart.horizontal = keys.optional("horizontal")?.bool() ?? false
        chart.showsTarget = keys.optional("target")?.bool() ?? false
        chart.showsPhases = keys.optional("phases")?.bool() ?? false
        chart.showsBaseline = keys.optional("baseline")?.bool() ?? false
        chart.showsInterval = keys.optional("interval")?.bool() ?? false
        chart.showsPeak = keys.optional("peak")?.bool() ?? false
        chart.highlight = keys.optional("highlight")?.string()
        chart.middle = keys.optional("middle").flatMap { $0.decimal() }
    }

    func table(_ keys: YAMLMapping, id: String) -> Block? {
        let rows = self.rows(keys)
        let slice = keys.optional("where").map(self.slice) ?? []
        let columns = keys.optional("columns")?.names() ?? []
        let labels = keys.optional("labels").map(self.labels) ?? [:]
        let order = keys.optional("order")?.word("order", ChartBlock.Order.self)?.value ?? .auto
        let limit = keys.optional("limit").flatMap(self.limit)
        let total = keys.optional("total")?.bool() ?? false
        let title = keys.optional("title").flatMap { InlineText.read($0) } ?? []
        let note = keys.optional("note").flatMap { InlineText.read($0) } ?? []
        let isComplete = keys.refuseUnknownKeys(in: "a table")
        let forms = columns.compactMap { column -> Located<Reference.Form>? in
            if let form = Reference.Form(rawValue: column.value), form != .value, form != .name { return Located(form, at: column.place) }
            let known = Reference.Form.allCases.filter { $0 != .value && $0 != .name }.map(\.rawValue)
            problems.add(.badBlock, "'\(column.value)' is no column of a table\(suggestion(for: column.value, among: known))", at: column.place)
            return nil
        }
        return onlyRows(rows, isComplete: isComplete).map {
            .metricTable(
                TableBlock(
                    id: id, rows: $0, slice: slice, columns: forms, labels: labels, order: order, limit: limit, total: total,
                    title: title, note: note, place: fence))
        }
    }

    /// What metric(s), query and analysis name.
    private func rows(_ keys: YAMLMapping) -> [RowSource] {
        let metrics = keys.optional("metrics")?.names() ?? keys.optional("metric")?.names()
        let by = keys.optional("by")?.names() ?? []
        let query = keys.optional("query")?.located(), analysis = keys.optional("analysis")?.located()
        return [metrics.map { .metrics($0, by: by) }, query.map(RowSource.query), analysis.map(RowSource.analysis)].compactMap { $0 }
    }

    /// The one that a block must have. Where a key was unknown it may be the misspelt one, which has been said.
    private func onlyRows(_ found: [RowSource], isComplete: Bool) -> RowSource? {
        if found.count == 1 { return found[0] }
        if isComplete || !found.isEmpty {
            problems.add(.badBlock, "a \(kind.rawValue) takes its rows from one of `metric:` (or `metrics:`), `query:` and `analysis:`", at: fence)
        }
        return nil
    }

    private func limit(_ value: YAMLValue) -> Int? {
        guard let limit = value.integer() else { return nil }
        if limit < 1 { problems.add(.badBlock, "a limit is at least 1", at: value.place) }
        return max(1, limit)
    }

    /// `labels: {revenue: {label: 收入, unit: money}}`.
    private func labels(_ value: YAMLValue) -> [String: ColumnLabel] {
        guard let pairs = value.pairs else { return value.expected("a mapping {column: {label: …, unit: …}}") ?? [:] }
        var labels: [String: ColumnLabel] = [:]
        for (key, value) in pairs {
            guard let name = key.scalar else { continue }
            if let label = value.scalar { labels[name] = ColumnLabel(label: label); continue }
            guard let keys = YAMLMapping(value, "{label: …, unit: …}") else { continue }
            let label = keys.optional("label")?.string(), unit = keys.optional("unit").flatMap { UnitReader.read($0) }
            keys.refuseUnknownKeys(in: "a label")
            labels[name] = ColumnLabel(label: label ?? name, unit: unit)
        }
        return labels
    }
}
