import Model

/// What a text of SQL reads, as far as its words tell: rather too much than too little.
struct SQLReads {
    private var words = Set<String>()
    /// It asks for what it was not told by name: other tables, or their descriptions.
    private var readsAll = false
    /// The same tables give the same answer at any time: it asks neither for the clock nor for chance.
    private(set) var isRepeatable = true

    init(_ sql: String) {
        var word: [UInt8] = [], last = "", before = ""
        for byte in sql.utf8 {
            if Self.isPartOfWord(byte) {
                if word.isEmpty, !last.isEmpty { (before, last) = (last, "") }
                word.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 32 : byte)
                continue
            }
            if !word.isEmpty {
                last = String(decoding: word, as: UTF8.self)
                word.removeAll(keepingCapacity: true)
                add(last, after: before)
            }
            // A name may be quoted, and blanks may stand before its arguments.
            if byte == UInt8(ascii: "("), !last.isEmpty { call(last) }
            if byte > 32, byte != UInt8(ascii: "\"") { (before, last) = (last.isEmpty ? before : last, "") }
        }
        if !word.isEmpty { add(String(decoding: word, as: UTF8.self), after: before) }
    }

    private mutating func add(_ word: String, after before: String) {
        if Self.changing.contains(word) || word == "sample" && before == "using" { isRepeatable = false }
        guard words.insert(word).inserted else { return }
        if Self.listing.contains(word) || word.hasPrefix("duckdb_") || word.hasPrefix("pg_") || word.hasPrefix("pragma_") { readsAll = true }
    }

    private mutating func call(_ name: String) {
        if Self.changingFunctions.contains(name) { isRepeatable = false }
        if name == "query" || name == "query_table" { readsAll = true }
    }

    /// Those of a campaign's tables that it names.
    func tables(of campaign: Campaign) -> [Table] {
        readsAll ? Array(campaign.tables.values) : campaign.tables.values.filter { !$0.id.utf8.allSatisfy(Self.isPlain) || words.contains($0.id.lowercased()) }
    }

    /// Of the bytes of a word, those that every engine compares alike.
    private static func isPlain(_ byte: UInt8) -> Bool { byte < 128 && isPartOfWord(byte) }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...: true
        default: false
        }
    }

    private static let changing: Set = ["current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "tablesample"]
    private static let changingFunctions: Set = [
        "now", "today", "current_localtime", "current_localtimestamp", "get_current_time", "get_current_timestamp", "transaction_timestamp", "age", "random",
        "setseed", "uuid", "uuidv4", "uuidv7", "gen_random_uuid", "nextval", "currval", "txid_current", "version", "current_setting", "getvariable", "getenv",
    ]
    /// What tells of tables without naming them.
    private static let listing: Set = ["information_schema", "sqlite_master", "sqlite_schema", "show", "describe", "summarize"]
}
