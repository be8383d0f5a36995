import CPQ
import Foundation
import Model

/// The rows of a statement, copied out of libpq's memory.
struct PostgreSQLAnswer: Sendable {
    var columns: [EngineColumn]
    /// nil for null.
    var rows: [[String?]]

    init(_ result: OpaquePointer) {
        let count = PQnfields(result)
        columns = (0..<count).map { column in
            EngineColumn(name: PQfname(result, column).map { String(cString: $0) } ?? "", oid: PQftype(result, column), modifier: PQfmod(result, column))
        }
        rows = (0..<PQntuples(result)).map { row in
            (0..<count).map { column in
                PQgetisnull(result, row, column) == 1 ? nil : PQgetvalue(result, row, column).map { String(cString: $0) }
            }
        }
    }

    /// Typed cells.
    var table: ResultTable {
        // A sum of whole numbers is numeric and shows it only by having no point anywhere.
        let kinds = columns.enumerated().map { index, column in
            column.kind == .decimal && rows.allSatisfy { $0[index]?.contains(".") != true } ? CellKind.integer : column.kind
        }
        return ResultTable(columns: columns.map(\.name), rows: rows.map { row in zip(row, kinds).map { $1.scalar($0) } })
    }
}

extension EngineColumn {
    /// By the numbers of pg_type.dat, which never change.
    fileprivate init(name: String, oid: Oid, modifier: Int32) {
        self.init(name: name, kind: .text)
        switch oid {
        case 16: kind = .boolean
        case 20, 21, 23: kind = .integer
        case 700, 701: kind = .double
        case 1700:
            kind = .decimal
            if modifier >= 4 { scale = Int((modifier - 4) & 0x7FF) }
        case 1082: kind = .day
        case 1114: kind = .moment
        case 1184: (kind, isZoned) = (.moment, true)
        default: kind = .text
        }
    }
}
