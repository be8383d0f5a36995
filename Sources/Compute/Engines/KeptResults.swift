import Cache
import Model

/// An engine that is asked only for what no earlier run has asked it.
///
/// A result is kept by its SQL and by the definition and the content of each table that the SQL names. Without an engine it answers what
/// it has and notes what it lacks; the engine is then started with the tables that these queries name, and with no others.
actor KeptResults: QueryEngine {
    /// Tables by campaign.
    typealias Needs = [String: Set<String>]

    /// A query needs tables that were not thought to be needed.
    struct NeedsMore: Error {
        var needs: Needs
    }

    private struct Fresh {
        var key: [String]
        var bytes: [UInt8]
        var campaign: String
        var tables: [String]
    }

    /// A table as it stood when it was opened.
    private struct Known {
        var digest: String
        var files: [(path: String, stamp: FileStamp, sha256: String)]
    }

    private let engine: (any QueryEngine)?
    /// Tables that the engine opens; nil for all.
    private let needs: Needs?
    private let identity: String
    private let cache: Cache
    private var campaigns: [String: Campaign] = [:]
    private var files: [String: [String: [DataFile]]] = [:]
    private var stamps: [String: FileStamp] = [:]
    private var known: [BlockKey: Known] = [:]
    private var fresh: [Fresh] = []
    /// Rows of tables that were opened without a problem.
    private var counted: [(campaign: Campaign, rows: [String: Int])] = []
    /// What could not be answered.
    private(set) var missing: Needs = [:]
    private(set) var isRepeatable = true

    init(_ engine: (any QueryEngine)?, identity: String, needs: Needs?, cache: Cache) {
        (self.engine, self.identity, self.needs, self.cache) = (engine, identity, needs, cache)
    }

    func open(_ campaign: Campaign, files: [String: [DataFile]]) async throws -> (rows: [String: Int], problems: [Problem]) {
        campaigns[campaign.id] = campaign
        self.files[campaign.id] = files
        for file in files.values.joined() { stamps[file.path] = FileStamp(of: file.path) }
        let wanted = engine == nil ? [] : needs.map { $0[campaign.id] ?? [] } ?? Set(campaign.tables.keys)
        var counts: [String: Int] = [:]
        for table in campaign.tables.keys where !wanted.contains(table) {
            if let count = keptCount(of: table, in: campaign) { counts[table] = count } else { missing[campaign.id, default: []].insert(table) }
        }
        guard let engine else {
            // What nobody has counted yet may well be sound; its queries are due as well.
            for table in campaign.tables.keys where counts[table] == nil { counts[table] = 0 }
            return (counts, [])
        }
        if !missing.isEmpty { throw NeedsMore(needs: missing) }
        guard needs == nil || needs?[campaign.id] != nil else { return (counts, []) }
        var part = campaign
        part.tables.removeAll { !wanted.contains($0.key) }
        let (rows, problems) = try await engine.open(part, files: files)
        if problems.isEmpty { counted.append((campaign, rows)) }
        return (counts.merging(rows) { $1 }, problems)
    }

    func ready() async throws { try await engine?.ready() }

    func rows(ofAll queries: [EngineQuery], in id: String) async throws -> [Result<ResultTable, QueryError>] {
        guard let campaign = campaigns[id] else { return [] }
        var answers: [Result<ResultTable, QueryError>?] = []
        var open: [(index: Int, key: [String]?, tables: [String])] = []
        for (index, query) in queries.enumerated() {
            let reads = SQLReads(query.sql), tables = reads.tables(of: campaign).map(\.id)
            if !reads.isRepeatable { isRepeatable = false }
            let key = reads.isRepeatable ? self.key(of: query, tables, in: campaign) : nil
            let kept = key.flatMap(cache.bytes).flatMap(ResultTable.init(bytes:))
            answers.append(kept.map { .success($0) })
            if kept == nil { open.append((index, key, tables)) }
        }
        guard !open.isEmpty else { return answers.compactMap { $0 } }
        let named = Set(open.flatMap(\.tables))
        guard let engine else {
            missing[id, default: []].formUnion(named)
            return answers.map { $0 ?? .failure(QueryError(message: "not asked yet")) }
        }
        if let needs, !named.isSubset(of: needs[id] ?? []) || needs[id] == nil { throw NeedsMore(needs: [id: named]) }
        for ((index, key, tables), answer) in zip(open, try await engine.rows(ofAll: open.map { queries[$0.index] }, in: id)) {
            answers[index] = answer
            if let key, case .success(let table) = answer { fresh.append(Fresh(key: key, bytes: table.bytes, campaign: id, tables: tables)) }
        }
        return answers.compactMap { $0 }
    }
}

extension KeptResults {
    /// Keeps what the engine answered about files that have not changed since it was started: it may have read them before or after a change.
    func keep() {
        guard cache.keepsAnything else { return }
        var sound: [BlockKey: Bool] = [:]
        // The files of what was opened are hashed while the engine reads them, so that a key is known only now.
        for (campaign, rows) in counted {
            for (table, count) in rows {
                guard let key = key("rows", [], of: [table], in: campaign) else { continue }
                var writer = ByteWriter()
                writer.write(count)
                fresh.append(Fresh(key: key, bytes: writer.bytes, campaign: campaign.id, tables: [table]))
            }
        }
        for entry in fresh {
            let isSound = entry.tables.allSatisfy { table in
                let key = BlockKey(campaign: entry.campaign, id: table)
                if let known = sound[key] { return known }
                let holds = known[key]?.files.allSatisfy { cache.files.holds($0.path, since: $0.stamp, sha256: $0.sha256) } ?? false
                sound[key] = holds
                return holds
            }
            if isSound { cache.keep(entry.bytes, entry.key) }
        }
        (fresh, counted) = ([], [])
    }

    private func keptCount(of table: String, in campaign: Campaign) -> Int? {
        guard let key = key("rows", [], of: [table], in: campaign), let bytes = cache.bytes(key) else { return nil }
        var reader = ByteReader(bytes)
        return try? reader.integer()
    }

    private func key(of query: EngineQuery, _ tables: [String], in campaign: Campaign) -> [String]? {
        key("result", [query.sql, query.types.map { "\($0)" } ?? ""], of: tables, in: campaign)
    }

    /// nil where a table has a file that can't be read.
    private func key(_ kind: String, _ parts: [String], of tables: [String], in campaign: Campaign) -> [String]? {
        guard cache.keepsAnything else { return nil }
        var key = [kind, identity, campaign.timeZone] + parts
        for table in tables {
            guard let known = state(of: table, in: campaign) else { return nil }
            key.append(known.digest)
        }
        return key
    }

    private func state(of id: String, in campaign: Campaign) -> Known? {
        let key = BlockKey(campaign: campaign.id, id: id)
        if let known = known[key] { return known }
        guard let table = campaign.tables[id] else { return nil }
        var hashed: [(path: String, stamp: FileStamp, sha256: String)] = []
        for file in files[campaign.id]?[id] ?? [] {
            guard let stamp = stamps[file.path], let hash = try? cache.files.hash(of: file.path) else { return nil }
            hashed.append((file.path, stamp, hash.sha256))
        }
        let columns = table.columns.values.flatMap { [$0.name, $0.type.description] }
        let state = Known(digest: CacheKey([table.id, table.format.rawValue] + columns + ["files"] + hashed.map(\.sha256)).name, files: hashed)
        known[key] = state
        return state
    }
}
