/// Rows of text, ready to be written as one CSV file.
struct CSVTable {
    let name: String
    private(set) var text: String
    private let width: Int

    init(_ name: String, _ columns: [String]) {
        self.name = name
        width = columns.count
        text = columns.joined(separator: ",") + "\n"
    }

    mutating func add(_ cells: any CustomStringConvertible...) {
        assert(cells.count == width, "\(name): \(cells.count) cells for \(width) columns")
        text += cells.map { CSVTable.quoted($0.description) }.joined(separator: ",") + "\n"
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { $0 == "," || $0 == "\"" }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// An amount of money, counted in cents so that it stays exact.
struct Cents: CustomStringConvertible {
    var count: Int

    init(_ count: Int) { self.count = count }
    init(yuan: Double) { count = Int((yuan * 100).rounded()) }

    var description: String { "\(count / 100).\(twoDigits(count % 100))" }
}

/// A decimal with one digit after the point.
struct Tenths: CustomStringConvertible {
    var count: Int

    init(_ value: Double) { count = Int((value * 10).rounded()) }

    var description: String { "\(count / 10).\(count % 10)" }
}
