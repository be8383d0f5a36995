import Model

/// A table's entry in the data dictionary: its columns, and the files that were read with their checksums.
struct DictionaryTable {
    let site: CampaignSite
    let table: Table

    static func anchor(_ table: String) -> String { HTML.id("table.\(table)") }

    var view: View {
        let source = site.answers.sources[site.key(table.id)]
        let files = source?.files.map { file in
            View(["path": file.path, "sha256": file.sha256, "bytes": count(file.bytes)])
        }
        return View([
            "id": table.id, "anchor": DictionaryTable.anchor(table.id), "description": table.description,
            "source": table.source, "sample": sample,
            "rows": source.map { site.words.sentences.rowCount(count($0.rows)) }, "files": files ?? [View](), "relation": table.relation?.value,
            "columns": table.columns.values.map(column),
        ])
    }

    /// What share of all rows the table holds, where that is not all.
    var sample: String? {
        table.sampleRate.map { site.words.sentences.sampled(site.format.target(Target(low: .exact($0)), unit: .percent, direction: .none)) }
    }

    /// In full: a file's rows and bytes are checked against the file, not read as prose.
    func count(_ number: Int) -> String {
        site.format.column([nil], unit: .count(noun: "")).text(Number(number))
    }

    private func column(_ column: Column) -> View {
        let unit = column.unit.map { site.format.unitName($0) } ?? ""
        return View([
            "name": column.name, "label": column.label == column.name ? nil : column.label,
            "type": column.type.description, "unit": unit.isEmpty ? nil : unit, "description": column.description,
        ])
    }
}
