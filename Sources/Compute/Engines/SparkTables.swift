import Model

extension Spark {
    /// Makes each table a view over its files or its relation. Text files are read as text first, so that a cell that does not fit
    /// its type is found and named.
    func open(_ campaign: Campaign, files: [String: [DataFile]]) async throws -> (rows: [String: Int], problems: [Problem]) {
        guard case .success? = try await session.run([.init(sql: "SET TIME ZONE \(SQLText.literal(campaign.timeZone))")], in: campaign.id).first else {
            throw EngineError(message: "Spark does not know the time zone '\(campaign.timeZone)'")
        }
        let counts = try await withThrowingTaskGroup(of: (String, Result<Int, Problems>).self) { group in
            for table in campaign.tables.values {
                group.addTask { (table.id, try await self.open(table, files[table.id] ?? [], in: campaign)) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        var rows: [String: Int] = [:]
        var problems: [Problem] = []
        for table in campaign.tables.keys {
            switch counts[table] {
            case .success(let count)?: rows[table] = count
            case .failure(let found)?: problems += found.all
            case nil: break
            }
        }
        return (rows, problems)
    }

    private func open(_ table: Table, _ files: [DataFile], in campaign: Campaign) async throws -> Result<Int, Problems> {
        if let relation = table.relation { return try await open(WarehouseRelation(table: table, relation: relation), in: campaign) }
        return try await open(SparkReading(table: table, files: files), in: campaign)
    }

    private func open(_ reading: SparkReading, in campaign: Campaign) async throws -> Result<Int, Problems> {
        do {
            switch reading.fileViews {
            case .failure(let problems): return .failure(problems)
            case .success(let views): for view in views { _ = try await session.run([.init(view: view)], in: campaign.id)[0].get() }
            }
            let present = try await run("SELECT * FROM \(reading.fileView(0)) LIMIT 0", in: campaign).described.map(\.name)
            let missing = reading.missing(present)
            guard missing.isEmpty else { return .failure(Problems(missing)) }
            let row = try await run(reading.counts, in: campaign).table.rows.first ?? []
            let bad = zip(reading.checked, row.dropFirst()).filter { $1.text != "0" }.map(\.0)
            guard bad.isEmpty else { return .failure(Problems(try await self.bad(bad, reading, in: campaign))) }
            for statement in reading.tableView { _ = try await run(statement, in: campaign) }
            return .success(row.first.flatMap { Int($0.text) } ?? 0)
        } catch let error as QueryError {
            return .failure(Problems(reading.problem(for: error)))
        }
    }

    /// The cells that do not fit, each where it stands.
    private func bad(_ columns: [Column], _ reading: SparkReading, in campaign: Campaign) async throws -> [Problem] {
        var problems: [Problem] = []
        for column in columns {
            let rows = try await run(reading.badCells(of: column), in: campaign).table.rows
            problems += rows.compactMap(\.first).map { cell in
                let place = reading.files.lazy.compactMap { FileSearch.place(of: cell.text, in: $0) }.first
                return Problem(.unreadableRow, "'\(cell.text)' is no \(column.type), the type of column '\(column.name)'", at: place ?? column.place)
            }
        }
        return problems
    }

    private func open(_ relation: WarehouseRelation, in campaign: Campaign) async throws -> Result<Int, Problems> {
        do {
            let columns = try await run(relation.description, in: campaign).described
            let wrong = relation.problems(with: columns)
            guard wrong.isEmpty else { return .failure(Problems(wrong)) }
            let row = try await run(relation.counts(columns), in: campaign).table.rows.first ?? []
            let select = relation.select(columns) { column, _ in "CAST(\(SQLText.quoted(column.name)) AS \(column.type.sparkType))" }
            _ = try await run("CREATE TEMPORARY VIEW \(SQLText.quoted(relation.table.id)) AS \(select)", in: campaign)
            return relation.count(row, columns)
        } catch let error as QueryError {
            return .failure(Problems(relation.problem(for: error, in: "Spark")))
        }
    }

    private func run(_ statement: String, in campaign: Campaign) async throws -> SparkSession.Answer {
        try await session.run([.init(sql: statement)], in: campaign.id)[0].get()
    }
}

/// How a declared table's files are read.
struct SparkReading {
    let table: Table
    let files: [DataFile]

    func fileView(_ index: Int) -> String { "\(table.id)__file_\(index)" }

    /// A view for each file, whose columns may stand in another order in the next.
    var fileViews: Result<[SparkSession.View], Problems> {
        var problems: [Problem] = []
        var views: [SparkSession.View] = []
        switch table.format {
        case .parquet: views = [view(0, columns: nil, "parquet", files)]
        case .jsonl: views = [view(0, columns: table.columns.keys.elements, "json", files)]
        case .csv:
            for (index, file) in files.enumerated() {
                switch CSVHeader.read(file) {
                case .failure(let found): problems += found.all
                case .success(let header):
                    problems += header.problems(against: table)
                    views.append(view(index, columns: header.names, "csv", [file]))
                }
            }
        }
        return problems.isEmpty ? .success(views) : .failure(Problems(problems))
    }

    private func view(_ index: Int, columns: [String]?, _ format: String, _ files: [DataFile]) -> SparkSession.View {
        // A name with a star in it is that name, not a pattern.
        let paths = files.map { "file://" + $0.path.map { "*?[]{}\\".contains($0) ? "\\\($0)" : String($0) }.joined() }
        var options: [String: String] = [:]
        if format != "parquet" { options["mode"] = "FAILFAST" }
        if format == "csv" {
            options.merge(["header": "true", "quote": "\"", "escape": "\"", "multiLine": "true", "nullValue": "", "emptyValue": ""]) { own, _ in own }
        }
        return SparkSession.View(name: fileView(index), format: format, paths: paths, options: options, columns: columns)
    }

    func missing(_ present: [String]) -> [Problem] {
        table.columns.values.filter { !present.contains($0.name) }.map {
            Problem(.unreadableRow, "the files of table '\(table.id)' have no column '\($0.name)'\(suggestion(for: $0.name, among: present))", at: $0.place)
        }
    }

    /// All files' declared columns, one below the other.
    private var together: String {
        let names = table.columns.keys.map(SQLText.quoted).joined(separator: ", ")
        let views = table.format == .csv ? files.indices.map(fileView) : [fileView(0)]
        return views.map { "SELECT \(names) FROM \($0)" }.joined(separator: " UNION ALL ")
    }

    /// Columns of text files that are of another type than text.
    var checked: [Column] { table.format == .parquet ? [] : table.columns.values.filter { $0.type != .text } }

    private func isBad(_ column: Column) -> String {
        let name = SQLText.quoted(column.name)
        return "\(name) IS NOT NULL AND \(typed(column, "try_cast")) IS NULL"
    }

    private func typed(_ column: Column, _ cast: String) -> String {
        let name = SQLText.quoted(column.name)
        switch column.type {
        case .text: return "nullif(\(cast)(\(name) AS STRING), '')"
        // As a moment first, since the file's zone need not be the campaign's.
        case .timestamp: return "CAST(\(cast)(\(name) AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)"
        default: return "\(cast)(\(name) AS \(column.type.sparkType))"
        }
    }

    /// How many rows, and of each checked column how many cells that do not fit.
    var counts: String {
        let counts = ["count(*) AS c0"] + checked.enumerated().map { "count(*) FILTER (WHERE \(isBad($1))) AS c\($0 + 1)" }
        return "SELECT \(counts.joined(separator: ", ")) FROM (\(together)) AS cells"
    }

    func badCells(of column: Column) -> String {
        "SELECT DISTINCT \(SQLText.quoted(column.name)) FROM (\(together)) AS cells WHERE \(isBad(column)) ORDER BY 1 LIMIT 20"
    }

    /// The typed view; what had to be parsed is kept in the workers' memory once it has been read.
    var tableView: [String] {
        let columns = table.columns.values.map { "\(typed($0, "CAST")) AS \(SQLText.quoted($0.name))" }.joined(separator: ", ")
        let view = "CREATE TEMPORARY VIEW \(SQLText.quoted(table.id)) AS SELECT \(columns) FROM (\(together)) AS cells"
        return [view] + (table.format == .parquet ? [] : ["CACHE LAZY TABLE \(SQLText.quoted(table.id))"])
    }

    func problem(for error: QueryError) -> Problem {
        let message = files.reduce(error.firstLine) { $0.replacing("file://\($1.path)", with: $1.shown).replacing($1.path, with: $1.shown) }
        return Problem(.unreadableRow, "table '\(table.id)' could not be read: \(message)", at: table.place)
    }
}

extension ColumnType {
    fileprivate var sparkType: String {
        switch self {
        case .text: "STRING"
        case .integer: "BIGINT"
        case .double: "DOUBLE"
        case .boolean: "BOOLEAN"
        case .date: "DATE"
        case .timestamp: "TIMESTAMP_NTZ"
        case .decimal(let precision, let scale): "DECIMAL(\(precision),\(scale))"
        }
    }
}
