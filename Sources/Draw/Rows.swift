import Model

/// Which columns of a row set are categories and which are numbers to draw.
struct Rows {
    let columns: [RowSet.Column]
    /// Leading columns that are dimensions.
    let dimensions: Int
    /// Columns of values themselves, companions left out.
    let values: [Int]

    init(_ set: RowSet) {
        columns = set.columns
        dimensions = set.columns.prefix { $0.isDimension }.count
        values = set.columns.indices.filter { set.columns[$0].role == .value(.value) }
    }

    var isTime: Bool {
        guard case .dimension(let isTime, _)? = columns.first?.role else { return false }
        return isTime
    }

    var unit: Unit? { values.first.flatMap { columns[$0].unit } }
    func label(_ index: Int) -> String { columns[index].label }
}
