import Foundation
package import Model

/// Exact: each value comes back bit by bit. The bytes are for the program that wrote them and no other.
extension ResultTable {
    package var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(columns)
        writer.write(rows.count)
        for row in rows {
            writer.write(row.count)
            for cell in row { cell.write(to: &writer) }
        }
        return writer.bytes
    }

    /// nil where the bytes are damaged.
    package init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        do {
            let columns = try reader.texts()
            var rows: [[Scalar]] = []
            for _ in 0..<(try reader.count()) {
                var row: [Scalar] = []
                for _ in 0..<(try reader.count()) { row.append(try Scalar(&reader)) }
                rows.append(row)
            }
            guard reader.isAtEnd else { return nil }
            self.init(columns: columns, rows: rows)
        } catch {
            return nil
        }
    }
}

extension Scalar {
    func write(to writer: inout ByteWriter) {
        switch self {
        case .missing: writer.write(0 as UInt8)
        case .text(let text): writer.write(1 as UInt8); writer.write(text)
        case .integer(let integer): writer.write(2 as UInt8); writer.write(Int(integer))
        case .decimal(let decimal): writer.write(3 as UInt8); writer.write(raw: decimal)
        case .double(let double): writer.write(4 as UInt8); writer.write(raw: double.bitPattern)
        case .boolean(let boolean): writer.write(boolean ? 6 : 5 as UInt8)
        case .day(let day): writer.write(7 as UInt8); writer.write(day.number)
        case .moment(let text): writer.write(8 as UInt8); writer.write(text)
        }
    }

    init(_ reader: inout ByteReader) throws(ByteReader.Damaged) {
        switch try reader.byte() {
        case 0: self = .missing
        case 1: self = .text(try reader.text())
        case 2: self = .integer(Int64(try reader.integer()))
        case 3: self = .decimal(try reader.raw(Decimal.self))
        case 4: self = .double(Double(bitPattern: try reader.raw(UInt64.self)))
        case 5: self = .boolean(false)
        case 6: self = .boolean(true)
        case 7: self = .day(Day(number: try reader.integer()))
        case 8: self = .moment(try reader.text())
        default: throw ByteReader.Damaged()
        }
    }
}
