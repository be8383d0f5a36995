import Charts
import Model

extension MarkDrawing {
    static let sankey = MarkDrawing(takes: "one metric by where a flow comes from and where it goes to", if: \.areCells) { request in
        let flows = request.rows.rows.map { row in
            Sankey.Flow(from: row[request.dimensions[0]].text, to: row[request.dimensions[1]].text, value: row[request.values[0]].number?.double)
        }
        return request.chart { Sankey(flows) }
    }

    /// Rows without an end are milestones.
    static let gantt = MarkDrawing(takes: "of a query `label:` and `x:`, the start, with `end:` and `series:` where there are", if: { $0.column(.x, or: 1, of: $0.dimensions) != nil }) { request in
        let label = request.column(.label, or: 0, of: request.dimensions) ?? 0, start = request.column(.x, or: 1, of: request.dimensions) ?? 1
        let end = request.column(.end, or: 2, of: request.dimensions)
        let group = request.dimensions.first { ![label, start, end].contains($0) }
        let tasks = request.rows.rows.compactMap { row -> Gantt.Task? in
            guard let from = row[start].scalar.moment else { return nil }
            let to = end.map { row[$0].scalar }
            // A day lasts until the next begins; what has no end is over at once.
            let last = to?.moment.map { if case .day? = to { $0 + 1 } else { $0 } }
            return Gantt.Task(row[label].text, start: from, end: last ?? from, group: group.map { row[$0].text })
        }
        let events = request.rows.events.map { Gantt.Event($0.name, moment: $0.moment) }
        return request.chart {
            if request.block.showsPhases {
                for (index, phase) in request.campaign.phases.enumerated() {
                    BandMark(
                        xStart: .value("", moment: Double(phase.start.number)), xEnd: .value("", moment: Double(phase.end.number + 1)), label: phase.name,
                        isShaded: index % 2 == 0)
                }
            }
            Gantt(tasks, events: events)
        }
    }
}
