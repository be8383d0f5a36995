import Charts
import Model

extension MarkDrawing {
    /// The first dimension goes down, the second along; of a query `series:` goes down and `x:` along.
    static let heatmap = MarkDrawing(takes: ChartRequest.takesCells, if: \.areCells) { request in
        let (down, along) = request.downAndAlong, value = request.values[0]
        let cells = request.rows.rows.map { HeatMap.Cell(column: $0[along].text, row: $0[down].text, value: $0[value].number?.double) }
        return request.chart {
            HeatMap(cells, columns: request.inOrder(along), rows: request.inOrder(down))
        }.chartColours(request.block.middle.map { .diverging(at: $0) } ?? .sequential)
    }

    static let cohort = MarkDrawing(takes: "one metric by a cohort and its age", if: \.areCells) { request in
        let (down, along) = request.downAndAlong, table = request.cross(down, along), ages = request.inOrder(along)
        return request.chart {
            HeatMap.cohorts(request.inOrder(down).map { name in (name, ages.map { table[name]?[$0] }) }, ages: ages)
        }.chartXAxis { $0.title = request.rows.columns[along].label }
    }

    static let calendar = MarkDrawing(takes: "one metric by day", if: { $0.areItems && $0.isTime }) { request in
        let (place, value) = (request.dimensions[0], request.values[0])
        return request.chart {
            HeatMap.calendar(
                request.locale,
                days: request.rows.rows.compactMap { row in row[place].scalar.moment.map { (Int($0.rounded(.down)), row[value].number?.double) } })
        }.chartColours(request.block.middle.map { .diverging(at: $0) } ?? .sequential)
    }

    static let map = MarkDrawing(takes: "one metric by province, with names such as 广东 or Guangdong", if: { $0.areItems && TileMap.unknownNames($0.items.map(\.name)).isEmpty }) {
        request in request.chart { TileMap(request.items) }
    }
}

extension ChartRequest {
    fileprivate var downAndAlong: (Int, Int) {
        if isEncoded { return (dimensions[1], dimensions[0]) }
        return (dimensions[0], dimensions[1])
    }

    /// Numbers and times by size, all else as the rows have them.
    fileprivate func inOrder(_ column: Int) -> [String] {
        var seen = Set<String>()
        let cells = rows.rows.map { $0[column] }.filter { seen.insert($0.text).inserted }
        let isSorted = cells.allSatisfy { $0.scalar.number != nil || $0.scalar.moment != nil }
        return (isSorted ? cells.sorted { $0.scalar < $1.scalar } : cells).map(\.text)
    }
}
