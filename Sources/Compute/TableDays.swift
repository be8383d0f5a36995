import Model

extension Run {
    /// From which day to which the tables that are dated have rows; in one query a campaign.
    func noteDays(_ answers: inout Answers) async throws {
        for campaign in campaigns {
            let dated = campaign.tables.values.compactMap { table in table.time.map { (table, $0) } }
                .filter { answers.sources[BlockKey(campaign: campaign.id, id: $0.0.id)].map { $0.rows > 0 } ?? false }
            guard !dated.isEmpty else { continue }
            let columns = dated.flatMap { table, time -> [String] in
                ["min", "max"].map { "(SELECT \($0)(CAST(\(SQLText.quoted(time)) AS DATE)) FROM \(SQLText.quoted(table.id)))" }
            }
            let named = columns.enumerated().map { "\($1) AS d\($0)" }
            let days = try await engine.rows(of: "SELECT \(named.joined(separator: ", "))", in: campaign.id, types: columns.map { _ in .day }).rows.first ?? []
            for (index, (table, _)) in dated.enumerated() where days.count == columns.count {
                guard case .day(let first) = days[2 * index], case .day(let last) = days[2 * index + 1], first <= last else { continue }
                answers.sources[BlockKey(campaign: campaign.id, id: table.id)]?.days = first...last
            }
        }
    }
}
