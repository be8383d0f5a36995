import Model

extension DuckDB {
    /// Reads CSV and JSON Lines into typed tables, so that each cell is parsed and checked once; Parquet, which has
    /// its types and is read by column, stays a view.
    func open(
        _ campaign: Campaign, files: [String: [DataFile]]
    ) async throws -> (rows: [String: Int], problems: [Problem]) {
        try await session.execute("CREATE SCHEMA \(SQLText.quoted(campaign.id))")
        try await session.use(campaign.id)
        // A time without a zone is one of the campaign's own zone.
        do {
            try await session.execute("SET TimeZone = \(SQLText.literal(campaign.timeZone))")
        } catch let error as QueryError {
            throw EngineError(message: "time zone '\(campaign.timeZone)': \(error.message)")
        }
        var problems: [Problem] = []
        let readings = campaign.tables.values.map { TableReading(table: $0, files: files[$0.id] ?? [], timeZone: campaign.timeZone) }
        let sound = try await readings.isEmpty ? [] : read(readings, &problems)
        let rejected = try await rejectedCells(of: campaign, files: files)
        let torn = Set(rejected.compactMap(\.place?.file))
        let whole = sound.filter { reading in !reading.files.contains { torn.contains($0.shown) } }
        return (try await rowCounts(of: whole), problems + rejected)
    }

    /// Reads tables, all statements sent at once so that nobody waits between them; those whose files could be read.
    private func read(_ readings: [TableReading], _ problems: inout [Problem]) async throws -> [TableReading] {
        var planned: [(reading: TableReading, statements: [String])] = []
        for reading in readings {
            var found: [Problem] = []
            let statements = try await statements(of: reading, &found)
            problems += found
            if found.isEmpty { planned.append((reading, statements)) }
        }
        var results = try await session.executeAll(planned.flatMap(\.statements)) { _, answer in answer }[...]
        var sound: [TableReading] = []
        for (reading, statements) in planned {
            let own = results.prefix(statements.count)
            results = results.dropFirst(statements.count)
            if let error = own.lazy.compactMap({ $0.failure }).first {
                let moments = try await badMoments(in: reading)
                problems += moments.isEmpty ? [reading.problem(for: error)] : moments
            } else {
                sound.append(reading)
            }
        }
        return sound
    }

    private func rowCounts(of readings: [TableReading]) async throws -> [String: Int] {
        guard !readings.isEmpty else { return [:] }
        let counts = readings.map { "(SELECT count(*) FROM \(SQLText.quoted($0.table.id)))" }.joined(separator: ", ")
        let row = try await session.rows(of: "SELECT \(counts)", types: readings.map { _ in .number }).rows.first ?? []
        return Dictionary(zip(readings, row).map { ($0.table.id, Int($1.text) ?? 0) }, uniquingKeysWith: { first, _ in first })
    }

    private func statements(of reading: TableReading, _ problems: inout [Problem]) async throws -> [String] {
        switch reading.table.format {
        case .csv:
            return reading.csvStatements(&problems)
        case .jsonl:
            return [reading.jsonStatement]
        case .parquet:
            let present = try await columns(of: reading)
            return reading.parquetStatements(present: present, &problems)
        }
    }

    /// Cells that are no moments. The program's reader takes them for empty without a word, so they come as text and
    /// are converted afterwards.
    private func badMoments(in reading: TableReading) async throws -> [Problem] {
        var problems: [Problem] = []
        for column in reading.table.columns.values where column.type == .timestamp && reading.table.format == .csv {
            for file in reading.files {
                guard case .success(let header) = CSVHeader.read(file) else { continue }
                let name = SQLText.quoted(column.name)
                let bad = try await session.rows(
                    of: "SELECT DISTINCT \(name) FROM \(reading.csvSource(file, header)) WHERE \(name) IS NOT NULL AND TRY_CAST(\(name) AS TIMESTAMPTZ) IS NULL ORDER BY 1 LIMIT 20")
                problems += bad.rows.compactMap { row in
                    row.first.map { cell in
                        Problem(
                            .unreadableRow, "'\(cell.text)' is no timestamp, the type of column '\(column.name)'; write 2025-06-01T08:00:00+08:00",
                            at: FileSearch.place(of: cell.text, in: file))
                    }
                }
            }
        }
        return problems
    }

    private func columns(of reading: TableReading) async throws -> [String]? {
        do {
            return try await session.execute("DESCRIBE SELECT * FROM \(reading.parquetSource)").compactMap {
                try DuckDBRow.fields(of: $0).first { $0.name == "column_name" }?.text
            }
        } catch is QueryError {
            return nil
        }
    }

    /// The cells that did not fit their column's type, each with its place in the file.
    private func rejectedCells(of campaign: Campaign, files: [String: [DataFile]]) async throws -> [Problem] {
        let known = try await session.rows(
            of: "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'reject_errors'")
        guard known.rows.first?.first?.text != "0" else { return [] }
        let count = try await session.rows(of: "SELECT count(*) FROM reject_errors")
        guard count.rows.first?.first?.text != "0" else { return [] }
        let rejected = try await session.rows(
            of: """
                SELECT s.file_path, e.line, e.column_idx, e.column_name, e.error_type, e.csv_line, e.error_message
                FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id)
                ORDER BY s.file_path, e.line, e.column_idx
                """)
        let shown = Dictionary(files.values.joined().map { ($0.path, $0.shown) }, uniquingKeysWith: { first, _ in first })
        let tables = Dictionary(
            files.flatMap { table, files in files.map { ($0.path, campaign.tables[table]) } },
            uniquingKeysWith: { first, _ in first })
        return RejectedCell.problems(of: rejected, files: shown, tables: tables)
    }
}

/// How a declared table's files are read.
struct TableReading {
    let table: Table
    let files: [DataFile]
    let timeZone: String

    private var name: String { SQLText.quoted(table.id) }
    private var list: String { "[" + files.map { SQLText.literal($0.path) }.joined(separator: ", ") + "]" }

    /// A typed table, then one INSERT per file: files may have their columns in different orders.
    func csvStatements(_ problems: inout [Problem]) -> [String] {
        var statements = [
            "CREATE TABLE \(name) ("
                + table.columns.values.map { "\(SQLText.quoted($0.name)) \($0.type.storedType)" }.joined(separator: ", ")
                + ")"
        ]
        for file in files {
            let header = CSVHeader.read(file)
            switch header {
            case .failure(let failure):
                problems += failure.all
            case .success(let header):
                let wrong = header.problems(against: table)
                problems += wrong
                if wrong.isEmpty { statements.append(insert(from: file, header)) }
            }
        }
        return problems.isEmpty ? statements : []
    }

    private func insert(from file: DataFile, _ header: CSVHeader) -> String {
        "INSERT INTO \(name) SELECT \(selection) FROM \(csvSource(file, header))"
    }

    /// The file's columns in its own order; moments as text.
    func csvSource(_ file: DataFile, _ header: CSVHeader) -> String {
        let types = header.names.map { name in
            let type = table.columns[name]?.type
            return "\(SQLText.literal(name)): \(SQLText.literal(type == .timestamp ? "VARCHAR" : type?.readType ?? "VARCHAR"))"
        }
        return """
            read_csv([\(SQLText.literal(file.path))], header = true, auto_detect = false, delim = ',', quote = '"', \
            escape = '"', nullstr = '', strict_mode = true, store_rejects = true, \
            columns = {\(types.joined(separator: ", "))})
            """
    }

    var jsonStatement: String {
        let types = table.columns.values.map { "\(SQLText.literal($0.name)): \(SQLText.literal($0.type.readType))" }
        return """
            CREATE TABLE \(name) AS SELECT \(selection) FROM read_json(\(list), format = 'newline_delimited', \
            columns = {\(types.joined(separator: ", "))})
            """
    }

    var parquetSource: String { "read_parquet(\(list))" }

    /// `present`: the file's own columns, nil where it could not be read.
    func parquetStatements(present: [String]?, _ problems: inout [Problem]) -> [String] {
        if let present {
            for column in table.columns.values where !present.contains(column.name) {
                problems.append(
                    Problem(
                        .unreadableRow, "the files of table '\(table.id)' have no column '\(column.name)'\(suggestion(for: column.name, among: present))",
                        at: column.place))
            }
        }
        guard problems.isEmpty else { return [] }
        let columns = table.columns.values.map { column -> String in
            let cast = "CAST(\(SQLText.quoted(column.name)) AS \(column.type.readType))"
            return "\(stored(cast, column.type)) AS \(SQLText.quoted(column.name))"
        }
        return ["CREATE VIEW \(name) AS SELECT \(columns.joined(separator: ", ")) FROM \(parquetSource)"]
    }

    private var selection: String {
        table.columns.values.map { stored(SQLText.quoted($0.name), $0.type) + " AS \(SQLText.quoted($0.name))" }
            .joined(separator: ", ")
    }

    /// A moment is kept as the clock of the campaign's zone shows it, so that days and hours are its days and hours in
    /// every query and on every engine.
    private func stored(_ value: String, _ type: ColumnType) -> String {
        type == .timestamp ? "timezone(\(SQLText.literal(timeZone)), CAST(\(value) AS TIMESTAMPTZ))" : value
    }

    /// The engine's complaint about a file as a problem at the table's place, or in the file where it names a line.
    func problem(for error: QueryError) -> Problem {
        let message = error.message.split(separator: "\n").first.map(String.init) ?? error.message
        if let file = files.first(where: { message.contains($0.path) }), let value = message.quotedValue,
            let place = FileSearch.place(of: value, in: file)
        {
            return Problem(.unreadableRow, "'\(value)' can't be read as its column's type", at: place)
        }
        let words = message.split(separator: " ")
        if let at = words.lastIndex(of: "line"), at + 1 < words.count, let line = Int(words[at + 1].prefix { $0.isNumber }),
            let file = files.first(where: { message.contains($0.path) }) ?? files.first
        {
            return Problem(.unreadableRow, "the line can't be read: \(replacingPaths(message))", at: FileSearch.place(ofLine: line, in: file))
        }
        return Problem(.unreadableRow, "table '\(table.id)' could not be read: \(replacingPaths(message))", at: table.place)
    }

    /// The names that the user knows in place of this machine's addresses.
    private func replacingPaths(_ message: String) -> String {
        files.reduce(message) { text, file in text.replacing(file.path, with: file.shown) }
    }
}

extension ColumnType {
    /// The type by which DuckDB reads a cell.
    var readType: String { self == .timestamp ? "TIMESTAMPTZ" : storedType }

    /// The type that the table keeps.
    var storedType: String {
        switch self {
        case .text: "VARCHAR"
        case .integer: "BIGINT"
        case .double: "DOUBLE"
        case .boolean: "BOOLEAN"
        case .date: "DATE"
        case .timestamp: "TIMESTAMP"
        case .decimal(let precision, let scale): "DECIMAL(\(precision),\(scale))"
        }
    }
}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
