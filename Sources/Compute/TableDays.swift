import Model

extension Run {
    /// From which day to which the tables that are dated have rows; a query for each, so that a change of one asks nothing of the others.
    func noteDays(_ answers: inout Answers) async throws {
        for campaign in campaigns {
            let dated = campaign.tables.values.compactMap { table in table.time.map { (table, $0) } }
                .filter { answers.sources[BlockKey(campaign: campaign.id, id: $0.0.id)].map { $0.rows > 0 } ?? false }
            guard !dated.isEmpty else { continue }
            let queries = dated.map { table, time in
                let day = "CAST(\(SQLText.quoted(time)) AS DATE)"
                return EngineQuery(sql: "SELECT min(\(day)) AS first_day, max(\(day)) AS last_day FROM \(SQLText.quoted(table.id))", types: [.day, .day])
            }
            for ((table, _), result) in zip(dated, try await engine.rows(ofAll: queries, in: campaign.id)) {
                guard case .success(let days) = result, let row = days.rows.first, row.count == 2, case .day(let first) = row[0], case .day(let last) = row[1], first <= last else { continue }
                answers.sources[BlockKey(campaign: campaign.id, id: table.id)]?.days = first...last
            }
        }
    }
}
