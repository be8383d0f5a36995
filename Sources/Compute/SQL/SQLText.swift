/// The small pieces of SQL text.
enum SQLText {
    /// An identifier; in quotes only where it must be, so that people can read the query.
    static func name(_ name: String) -> String {
        let plain = name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
        return plain && name.first?.isNumber == false && !reserved.contains(name) ? name : quoted(name)
    }

    static func quoted(_ name: String) -> String { "\"" + doubled(name, "\"") + "\"" }
    static func literal(_ text: String) -> String { "'" + doubled(text, "'") + "'" }

    private static func doubled(_ text: String, _ quote: Character) -> String {
        String(text.flatMap { $0 == quote ? [quote, quote] : [$0] })
    }

    /// Words that can't stand as a plain name in one of the engines.
    private static let reserved: Set<String> = [
        "all", "and", "any", "as", "asc", "both", "case", "cast", "check", "collate", "column", "constraint", "create",
        "cross", "current_date", "current_time", "date", "default", "desc", "distinct", "do", "else", "end", "except",
        "exists", "false", "fetch", "filter", "first", "for", "foreign", "from", "full", "grant", "group", "having", "in",
        "inner", "intersect", "interval", "into", "is", "join", "last", "lateral", "leading", "left", "like", "limit",
        "month", "not", "null", "offset", "on", "only", "or", "order", "outer", "over", "partition", "position",
        "primary", "qualify", "range", "references", "right", "row", "rows", "select", "session", "some", "table", "then",
        "time", "timestamp", "to", "trailing", "true", "union", "unique", "user", "using", "values", "when", "where",
        "window", "with", "year", "hour", "day", "minute", "second",
    ]
}
