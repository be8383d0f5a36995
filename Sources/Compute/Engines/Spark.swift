import Foundation
import Model

/// Apache Spark: one session for all queries of a build, on this machine or on a cluster.
///
/// Data files are read by the workers where they lie, so every machine of a cluster must see the campaign's folder under the same
/// name. A worker that dies takes nothing with it: Spark does its part again elsewhere.
struct Spark: QueryEngine, EngineKind {
    static let name = "spark"
    static let readsRelations = true
    static let options = [
        EngineOption(name: "master", example: "spark://host:7077") { $0.wholeMatch(of: /local(\[[0-9*]+\])?|yarn|(spark|k8s):\/\/[^\s]+/) != nil },
        EngineOption(name: "memory", example: "4GB") { $0.wholeMatch(of: /[1-9][0-9]{0,6} ?(MB|GB)/) != nil },
    ]

    static let dialect = SQLDialect(
        words: [
            (["as", "double", "precision"], "AS DOUBLE"),
            (["as", "varchar", "("], "AS VARCHAR("),
            (["as", "varchar"], "AS STRING"),
            (["isodow"], "DAYOFWEEK_ISO"),
        ],
        // Spark cuts the mean of decimals short.
        calls: [
            .init("avg", 1, "avg(CAST($1 AS DOUBLE))"),
            .init("date_diff", 3, first: "'day'", "datediff($3, $2)"),
        ],
        division: " * 1e0 ", backslash: #"\\"#)

    let session: SparkSession

    static func withEngine<Result: Sendable>(
        _ settings: EngineSettings, _ body: @escaping @Sendable (any QueryEngine) async throws -> Result
    ) async throws -> Result {
        guard let python = SparkProgram.python() else {
            throw EngineError(message: "no pyspark; install it with scripts/install-spark, or name a Python that has it in RECAP_SPARK_PYTHON")
        }
        return try await TemporaryFolder.with { folder in
            let argument = try SparkProgram.argument(settings, scratch: folder.path)
            return try await LineProgram.run(python, ["-c", SparkDriver.text, argument]) { program in
                let session = SparkSession(program: program, timeLimit: settings.timeLimit)
                try await session.start()
                return try await body(Spark(session: session))
            }
        }
    }

    /// Every view stands when `open` returns.
    func ready() async throws {}

    func rows(ofAll queries: [EngineQuery], in campaign: String) async throws -> [Result<ResultTable, QueryError>] {
        let refusals = queries.map { SparkGuard.refusal(of: $0.sql) }
        let allowed = zip(queries, refusals).filter { $1 == nil }.map { query, _ in
            SparkSession.Question(sql: "SELECT * FROM (\n\(Self.dialect.written(query.sql).trimmingStatementEnd)\n) AS answer")
        }
        var answers = try await session.run(allowed, in: campaign)[...]
        return refusals.map { refusal in
            if let refusal { return .failure(refusal) }
            return answers.removeFirst().map(\.table)
        }
    }
}

extension SparkSession.Answer {
    var described: [EngineColumn] { (columns ?? []).map { EngineColumn(name: $0[0], sparkType: $0[1]) } }

    var table: ResultTable {
        let columns = described
        return ResultTable(columns: columns.map(\.name), rows: (rows ?? []).map { row in zip(row, columns).map { $1.kind.scalar($0) } })
    }
}

extension EngineColumn {
    /// `decimal(18,2)`, `timestamp_ntz` …
    fileprivate init(name: String, sparkType: String) {
        self.init(name: name, kind: .text)
        switch sparkType {
        case "tinyint", "smallint", "int", "bigint": kind = .integer
        case "float", "double": kind = .double
        case "boolean": kind = .boolean
        case "date": kind = .day
        case "timestamp_ntz": kind = .moment
        case "timestamp": (kind, isZoned) = (.moment, true)
        case _ where sparkType.hasPrefix("decimal"):
            scale = sparkType.split(separator: ",").last.flatMap { Int($0.filter(\.isNumber)) }
            kind = scale == 0 ? .integer : .decimal
        default: kind = .text
        }
    }
}

/// Spark's SQL can run programs and call any method of Java from inside a SELECT; an author's query does neither.
enum SparkGuard {
    static func refusal(of sql: String) -> QueryError? {
        let tokens = SQLToken.tokens(of: sql).filter { $0.kind != .space }
        let names = tokens.filter { $0.kind == .word || $0.kind == .quotedName }.map { $0.text.filter { $0 != "\"" }.lowercased() }
        if let call = names.first(where: { ["reflect", "try_reflect", "java_method"].contains($0) }) {
            return QueryError(message: "a query may not call \(call)")
        }
        let runs = zip(tokens, tokens.dropFirst()).contains { $0.isWord("using") && $1.kind != .symbol }
        return runs ? QueryError(message: "a query may not run a program") : nil
    }
}
