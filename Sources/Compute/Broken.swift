import Model

/// Tables and metrics that could not be read or computed. What rests on them is left out without another word: the
/// reason has been told, and a number from half a table would be wrong.
struct Broken: Sendable {
    private var tables = Set<BlockKey>()
    private var metrics = Set<BlockKey>()
    private let campaigns: [String: Campaign]

    init(campaigns: [Campaign]) {
        self.campaigns = Dictionary(campaigns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// With a table go those whose foreign keys lead to it.
    mutating func addTable(_ table: String, of campaign: Campaign) {
        guard tables.insert(BlockKey(campaign: campaign.id, id: table)).inserted else { return }
        for other in campaign.tables.values where other.foreignKeys.contains(where: { $0.table.value == table }) {
            addTable(other.id, of: campaign)
        }
    }

    mutating func addMetric(_ metric: String, of campaign: Campaign) {
        metrics.insert(BlockKey(campaign: campaign.id, id: metric))
    }

    func holds(table: String, of campaign: String) -> Bool { tables.contains(BlockKey(campaign: campaign, id: table)) }

    /// Whether a metric rests on something broken.
    func holds(metric: String, of campaign: String) -> Bool {
        guard let owner = campaigns[campaign] else { return false }
        return owner.leaves(of: metric).contains { leaf in
            holds(table: leaf.table, of: campaign) || metrics.contains(BlockKey(campaign: campaign, id: leaf.metric))
        }
    }

    /// Whether a text of SQL names a broken table.
    func isNamed(in sql: String, of campaign: String) -> Bool {
        let words = Set(sql.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
        return tables.contains { $0.campaign == campaign && words.contains($0.id) }
    }
}
