import Model

/// A row set as a table: labels at the left, numbers at the right, each unit once in the head.
struct TableView {
    let site: CampaignSite
    let rows: RowSet
    /// Whether all columns are one number: then they share a scale too.
    var sharesScale = false

    private var words: Words { site.words }

    /// The fields `columns`, `rows` and `total` of the table template.
    var fields: View.Fields {
        let writers = rows.columns.indices.map(writer)
        let companion = baselineColumn
        let heads = zip(rows.columns, writers).map { column, writer in
            View(["label": column.label, "unit": writer.unit.flatMap { unit($0, beside: column) }, "kind": writer.isNumeric ? kind(of: column) : nil])
        }
        let body = rows.rows.enumerated().map { index, row in line(row, writers, extra: companion?.texts[index], href: rows.links.indices.contains(index) ? rows.links[index] : nil) }
        let total = rows.total.map { line($0, writers, extra: companion == nil ? nil : "") }
        return [
            "columns": heads + (companion.map { [$0.head] } ?? []),
            "rows": body.joined(), "total": total,
        ]
    }

    /// The unit as the head says it: in English a noun that the label holds already is not said again, and
    /// "Visitors (K visitors)" is "Visitors (K)".
    private func unit(_ label: String, beside column: RowSet.Column) -> String? {
        guard site.campaign.language == .en, case .count(let noun)? = column.unit, !noun.isEmpty,
            column.label.lowercased().contains(noun.lowercased())
        else { return label }
        let rest = label.hasSuffix(noun) ? String(label.dropLast(noun.count)) : label
        let scale = rest.filter { $0 != " " }
        return scale.isEmpty ? nil : scale
    }

    /// How one column's cells become text.
    private struct Writer {
        var unit: String?
        var text: (RowSet.Cell) -> String
        var kind: (RowSet.Cell) -> String?
        var isNumeric = true
    }

    private func writer(at index: Int) -> Writer {
        let column = rows.columns[index]
        guard case .value(let form) = column.role else {
            return Writer(unit: nil, text: { $0.text.isEmpty ? label(of: $0.scalar) : $0.text }, kind: { _ in nil })
        }
        switch form {
        case .change:
            return Writer(unit: nil, text: { site.format.change($0.number) }, kind: { judged($0.number, column) })
        case .points:
            return Writer(unit: nil, text: { site.format.points($0.number) }, kind: { judged($0.number, column) })
        case .verdict:
            return Writer(
                unit: nil, text: \.text, kind: { Verdict(rawValue: $0.scalar.text).map { "verdict \($0.rawValue)" } })
        case .interval, .name:
            return Writer(unit: nil, text: \.text, kind: { _ in column.isText ? nil : "number" })
        case .target where column.unit == nil:
            return Writer(unit: nil, text: \.text, kind: { _ in "number" })
        case .value, .baseline, .target, .share, .attainment:
            return numberWriter(at: index, unit: column.unit ?? (form.isShare ? .percent : nil))
        }
    }

    /// Texts keep their words, numbers share one scale.
    private func numberWriter(at index: Int, unit: Unit?) -> Writer {
        let columns = sharesScale ? rows.columns.indices.filter { !rows.columns[$0].isDimension } : [index]
        let cells = columns.flatMap { column in rows.rows.map { $0[column] } + (rows.total.map { [$0[column]] } ?? []) }
        let isNumeric = cells.contains { $0.number != nil }
        // Without a unit of the column's own each cell has its words: metrics in different units, a query's keys.
        guard let unit, isNumeric else {
            return Writer(
                unit: nil, text: { $0.text.isEmpty ? label(of: $0.scalar) : $0.text },
                kind: { _ in isNumeric ? "number" : nil }, isNumeric: isNumeric)
        }
        let format = site.format.column(cells.map(\.number), unit: unit, decimals: rows.columns[index].decimals)
        return Writer(
            unit: format.unitLabel.isEmpty ? nil : format.unitLabel,
            text: { $0.number == nil && !$0.text.isEmpty ? $0.text : format.text($0.number) },
            kind: { _ in "number" })
    }

    /// A row as HTML. Not by a template: a site has tens of thousands of cells, and all of them are alike.
    private func line(_ row: [RowSet.Cell], _ writers: [Writer], extra: String?, href: String? = nil) -> String {
        var html = "<tr>"
        for (index, (cell, column)) in zip(row, zip(rows.columns, writers)).enumerated() {
            var text = HTML.escape(column.1.text(cell))
            if index == 0, let href { text = "<a href=\"\(address(href))\">\(text)</a>" }
            if column.0.isDimension, !text.isEmpty {
                html += "<th scope=\"row\"\(index > 0 && isDay(cell) ? " class=\"day\"" : "")>\(text)</th>"
            } else {
                // Most cells are numbers, so the style sheet takes a cell for one where nothing else is said.
                let kind = column.1.kind(cell) ?? "text"
                html += kind == "number" ? "<td>\(text)</td>" : "<td class=\"\(kind.hasPrefix("number ") ? String(kind.dropFirst(7)) : kind)\">\(text)</td>"
            }
        }
        if let extra { html += "<td>\(HTML.escape(extra))</td>" }
        return html + "</tr>\n"
    }

    /// Among columns of text a date would break; in the first column it has room.
    private func isDay(_ cell: RowSet.Cell) -> Bool { if case .day = cell.scalar { true } else { false } }

    /// From one chapter's page to a block on another's.
    private func address(_ link: String) -> String {
        let parts = link.split(separator: "#", maxSplits: 1).map(String.init)
        return "../\(HTML.url(parts[0]))/index.html" + (parts.count > 1 ? "#" + HTML.url(HTML.id(parts[1])) : "")
    }

    /// The same rows at the baseline, where the row set has them.
    private var baselineColumn: (head: View, texts: [String])? {
        guard let baseline = rows.baseline, baseline.count == rows.rows.count,
            let column = rows.columns.first(where: { $0.role == .value(.value) }), let unit = column.unit
        else { return nil }
        let format = site.format.column(baseline, unit: unit, decimals: column.decimals)
        let label = rows.baselineName ?? words.baseline
        let head = View(["label": label, "unit": format.unitLabel.isEmpty ? nil : format.unitLabel, "kind": "number"])
        return (head, baseline.map { format.text($0) })
    }

    private func kind(of column: RowSet.Column) -> String? {
        switch column.role {
        case .dimension, .value(.verdict), .value(.name): nil
        case .value: "number"
        }
    }

    /// Good or bad, by the direction of the column's own metric.
    private func judged(_ number: Number?, _ column: RowSet.Column) -> String {
        let metric = column.id.replacingSuffix(of: ["_change", "_points"])
        return "number " + Judgement.kind(number, direction: site.campaign.metrics[metric]?.direction ?? rows.direction)
    }

    private func label(of scalar: Scalar) -> String { scalar == .missing ? words.noValue : scalar.text }
}

extension Reference.Form {
    fileprivate var isShare: Bool { self == .share || self == .attainment }
}

extension RowSet.Column {
    fileprivate var isText: Bool { role == .value(.name) }
}

extension String {
    fileprivate func replacingSuffix(of suffixes: [String]) -> String {
        for suffix in suffixes where hasSuffix(suffix) { return String(dropLast(suffix.count)) }
        return self
    }
}
