import Foundation
package import Model

/// What is not coded as its type would by itself.
protocol OwnCoding {
    func write(to sink: ByteSink) throws
    static func read(from source: ByteSource) throws -> Self
}

/// A dictionary with texts as keys would look for the keys by name.
extension Dictionary: OwnCoding where Key == String, Value: Codable {
    func write(to sink: ByteSink) throws {
        sink.writer.write(count)
        for (key, value) in self {
            sink.writer.write(key)
            try sink.write(value)
        }
    }

    static func read(from source: ByteSource) throws -> [String: Value] {
        var result: [String: Value] = [:]
        for _ in 0..<(try source.reader.count()) { result[try source.reader.text()] = try source.read(Value.self) }
        return result
    }
}

/// An element that may be missing.
extension Optional: OwnCoding where Wrapped: Codable {
    func write(to sink: ByteSink) throws {
        guard let self else { return sink.writer.write(0 as UInt8) }
        sink.writer.write(1 as UInt8)
        try sink.write(self)
    }

    static func read(from source: ByteSource) throws -> Wrapped? { try source.reader.byte() == 1 ? try source.read(Wrapped.self) : nil }
}

extension String: OwnCoding {
    func write(to sink: ByteSink) { sink.writer.write(self) }
    static func read(from source: ByteSource) throws -> String { try source.reader.text() }
}

extension Int: OwnCoding {
    func write(to sink: ByteSink) { sink.writer.write(self) }
    static func read(from source: ByteSource) throws -> Int { try source.reader.integer() }
}

extension Bool: OwnCoding {
    func write(to sink: ByteSink) { sink.writer.write(UInt8(self ? 1 : 0)) }
    static func read(from source: ByteSource) throws -> Bool { try source.reader.byte() == 1 }
}

extension Double: OwnCoding {
    func write(to sink: ByteSink) { sink.writer.write(raw: self) }
    static func read(from source: ByteSource) throws -> Double { try source.reader.raw(Double.self) }
}

extension Decimal: OwnCoding {
    func write(to sink: ByteSink) { sink.writer.write(raw: self) }
    static func read(from source: ByteSource) throws -> Decimal { try source.reader.raw(Decimal.self) }
}

// There are tens of thousands of these; an enumeration of Swift's is looked up by the name of its case each time.

extension Scalar: OwnCoding {
    func write(to sink: ByteSink) { write(to: &sink.writer) }
    static func read(from source: ByteSource) throws -> Scalar { try Scalar(&source.reader) }
}

extension RowSet.Cell: OwnCoding {
    func write(to sink: ByteSink) {
        scalar.write(to: &sink.writer)
        sink.writer.write(text)
    }
    static func read(from source: ByteSource) throws -> RowSet.Cell { RowSet.Cell(try Scalar(&source.reader), text: try source.reader.text()) }
}

extension Number: OwnCoding {
    func write(to sink: ByteSink) {
        switch self {
        case .exact(let decimal): Scalar.decimal(decimal).write(to: &sink.writer)
        case .approximate(let double): Scalar.double(double).write(to: &sink.writer)
        }
    }
    static func read(from source: ByteSource) throws -> Number {
        switch try Scalar(&source.reader) {
        case .decimal(let decimal): .exact(decimal)
        case .double(let double): .approximate(double)
        default: throw ByteReader.Damaged()
        }
    }
}
