/// Values as bytes by what Swift knows of their types, to be read by the program that wrote them: names are left out, so that another
/// version of a type can't be read. An entry of the cache names the program.
package enum ByteCoder {
    package static func bytes(of value: some Encodable) throws -> [UInt8] {
        let sink = ByteSink()
        try sink.write(value)
        return sink.bytes
    }

    package static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let source = ByteSource(bytes)
        let value = try source.read(type)
        guard source.reader.isAtEnd else { throw ByteReader.Damaged() }
        return value
    }
}

/// Finds out once for each type how it is coded: asking takes longer than coding.
private struct Codings {
    private var known: [ObjectIdentifier: (any OwnCoding.Type)?] = [:]

    mutating func own<Value>(_ type: Value.Type) -> (any OwnCoding.Type)? {
        let id = ObjectIdentifier(type)
        if let found = known[id] { return found }
        let found = type as? any OwnCoding.Type
        known[id] = .some(found)
        return found
    }
}

// MARK: Writing

final class ByteSink: Encoder {
    var writer = ByteWriter()
    var bytes: [UInt8] { writer.bytes }
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private var codings = Codings()

    func write<Value: Encodable>(_ value: Value) throws {
        if codings.own(Value.self) != nil, let value = value as? any OwnCoding { try value.write(to: self) } else { try value.encode(to: self) }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { KeyedEncodingContainer(KeyedSink(sink: self)) }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { ListSink(sink: self) }
    func singleValueContainer() -> any SingleValueEncodingContainer { SingleSink(sink: self) }
}

private struct KeyedSink<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: ByteSink
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { sink.writer.write(0 as UInt8) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try sink.write(value) }
    func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        sink.writer.write(UInt8(value == nil ? 0 : 1))
        if let value { try sink.write(value) }
    }
    func encodeIfPresent(_ value: String?, forKey key: Key) throws { try present(value) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try present(value) }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try present(value) }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try present(value) }
    private func present(_ value: (some Encodable)?) throws {
        sink.writer.write(UInt8(value == nil ? 0 : 1))
        if let value { try sink.write(value) }
    }
    /// Of a case of an enumeration, which is known by its name.
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        sink.writer.write(key.stringValue)
        return KeyedEncodingContainer(KeyedSink<Nested>(sink: sink))
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { sink.unkeyedContainer() }
    func superEncoder() -> any Encoder { sink }
    func superEncoder(forKey key: Key) -> any Encoder { sink }
}

/// Elements with a one before each and a zero behind the last: nobody says beforehand how many there are.
private final class ListSink: UnkeyedEncodingContainer {
    private let sink: ByteSink
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(sink: ByteSink) { self.sink = sink }
    deinit { sink.writer.write(0 as UInt8) }

    private func begin() {
        count += 1
        sink.writer.write(1 as UInt8)
    }
    func encodeNil() {
        begin()
        sink.writer.write(0 as UInt8)
    }
    func encode(_ value: some Encodable) throws {
        begin()
        try sink.write(value)
    }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        begin()
        return sink.container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        begin()
        return sink.unkeyedContainer()
    }
    func superEncoder() -> any Encoder { sink }
}

private struct SingleSink: SingleValueEncodingContainer {
    let sink: ByteSink
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { sink.writer.write(0 as UInt8) }
    func encode(_ value: some Encodable) throws {
        switch value {
        case let integer as any FixedWidthInteger: sink.writer.write(Int(truncatingIfNeeded: integer))
        case let float as Float: sink.writer.write(raw: float)
        default: try sink.write(value)
        }
    }
}

// MARK: Reading

final class ByteSource: Decoder {
    var reader: ByteReader
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private var codings = Codings()

    init(_ bytes: [UInt8]) { reader = ByteReader(bytes) }

    func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let own = codings.own(type), let value = try own.read(from: self) as? Value { return value }
        return try Value(from: self)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> { KeyedDecodingContainer(KeyedSource(source: self)) }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try ListSource(source: self) }
    func singleValueContainer() -> any SingleValueDecodingContainer { SingleSource(source: self) }
}

private struct KeyedSource<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let source: ByteSource
    var codingPath: [any CodingKey] { [] }

    /// Asked for by enumerations alone: the name of the case.
    var allKeys: [Key] { (try? source.reader.text()).flatMap { Key(stringValue: $0) }.map { [$0] } ?? [] }
    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { try source.reader.byte() == 0 }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try source.read(type) }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? { try source.reader.byte() == 1 ? try source.read(type) : nil }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try source.reader.byte() == 1 ? try source.reader.text() : nil }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try source.reader.byte() == 1 ? try source.reader.integer() : nil }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try source.reader.byte() == 1 ? try source.reader.byte() == 1 : nil }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try source.reader.byte() == 1 ? try source.reader.raw(Double.self) : nil }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedDecodingContainer<Nested> { source.container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try source.unkeyedContainer() }
    func superDecoder() -> any Decoder { source }
    func superDecoder(forKey key: Key) -> any Decoder { source }
}

private final class ListSource: UnkeyedDecodingContainer {
    private let source: ByteSource
    private var hasNext: Bool
    var codingPath: [any CodingKey] { [] }
    var count: Int? { nil }
    private(set) var currentIndex = 0
    var isAtEnd: Bool { !hasNext }

    init(source: ByteSource) throws {
        self.source = source
        hasNext = try source.reader.byte() == 1
    }

    private func next<Value>(_ body: () throws -> Value) throws -> Value {
        guard hasNext else { throw ByteReader.Damaged() }
        let value = try body()
        currentIndex += 1
        hasNext = try source.reader.byte() == 1
        return value
    }
    func decodeNil() throws -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next { try source.read(type) } }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> { throw ByteReader.Damaged() }
    func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw ByteReader.Damaged() }
    func superDecoder() -> any Decoder { source }
}

private struct SingleSource: SingleValueDecodingContainer {
    let source: ByteSource
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { (try? source.reader.byte()) == 0 }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let integer = type as? any (FixedWidthInteger & Decodable).Type { return try decode(integer, as: type) }
        if type == Float.self, let value = try source.reader.raw(Float.self) as? Value { return value }
        return try source.read(type)
    }

    private func decode<Integer: FixedWidthInteger, Value>(_ integer: Integer.Type, as type: Value.Type) throws -> Value {
        guard let value = Integer(exactly: try source.reader.integer()) as? Value else { throw ByteReader.Damaged() }
        return value
    }
}
