import Foundation
import Model

extension PostgreSQL {
    func open(_ campaign: Campaign, files: [String: [DataFile]]) async throws -> (rows: [String: Int], problems: [Problem]) {
        let session = try await sessions.session(of: campaign.id)
        do {
            try await session.prepare(timeZone: campaign.timeZone)
        } catch let error as QueryError {
            throw EngineError(message: "PostgreSQL refused the session's settings: \(error.message)")
        }
        var (rows, problems) = try await loadFiles(of: campaign, files, into: session)
        for table in campaign.tables.values {
            guard let relation = table.relation else { continue }
            switch try await count(WarehouseRelation(table: table, relation: relation), campaign.timeZone, session) {
            case .success(let count): rows[table.id] = count
            case .failure(let found): problems += found.all
            }
        }
        return (rows, problems)
    }

    /// Tables of files go through DuckDB, which finds every bad cell, into temporary tables.
    private func loadFiles(
        of campaign: Campaign, _ files: [String: [DataFile]], into session: PostgreSQLSession
    ) async throws -> (rows: [String: Int], problems: [Problem]) {
        var filed = campaign
        filed.tables = campaign.tables.filter { $0.value.isOfFiles }
        guard let reader, let scratch, !filed.tables.isEmpty else { return ([:], []) }
        let (rows, problems) = try await reader.open(filed, files: files)
        for table in filed.tables.values where rows[table.id] != nil {
            let file = scratch.appendingPathComponent("rows.csv").path
            do {
                try await reader.write(table, of: campaign.id, to: file)
                try await session.load(table, from: file)
            } catch let error as QueryError {
                throw EngineError(message: "table '\(table.id)' could not be copied to PostgreSQL: \(error.message)")
            }
        }
        return (rows, problems)
    }

    /// A relation's rows, after its columns have been held against the declared ones.
    private func count(_ relation: WarehouseRelation, _ timeZone: String, _ session: PostgreSQLSession) async throws -> Result<Int, Problems> {
        do {
            let columns = try await session.answer(relation.description).columns
            let wrong = relation.problems(with: columns)
            guard wrong.isEmpty else { return .failure(Problems(wrong)) }
            let row = try await session.answer(relation.counts(columns)).table.rows.first ?? []
            let select = relation.select(columns) { column, found in
                let name = SQLText.quoted(column.name)
                return switch column.type {
                case .text: "CAST(\(name) AS text) COLLATE \"C\""
                case .timestamp where found.isZoned: "timezone(\(SQLText.literal(timeZone)), \(name))"
                default: "CAST(\(name) AS \(column.type.postgreSQLType))"
                }
            }
            await session.add(relation.table.id, as: select)
            return relation.count(row, columns)
        } catch let error as QueryError {
            return .failure(Problems(relation.problem(for: error, in: "PostgreSQL")))
        }
    }
}
