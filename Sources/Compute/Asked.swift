import Cache
import Model

/// Fetches what a run needs: from what earlier runs have kept, and from the engine where that is not enough.
struct Asked: Sendable {
    let work: Work
    let campaigns: [Campaign]
    let inputs: Inputs
    let cache: Cache
    /// Hears how far the engine has come.
    var progress: BuildProgress.Report?

    /// - Returns: also whether the same files would give the same rows at any time.
    func fetched(from kind: any EngineKind.Type, _ settings: EngineSettings) async throws -> (rows: Fetched, isRepeatable: Bool) {
        // A review without tables needs no engine, be it there or not.
        if work.queries.isEmpty, campaigns.allSatisfy(\.tables.isEmpty), let rows = try await fetchedFully(from: KeptResults(nil, identity: "", needs: nil, cache: .none)) { return (rows, true) }
        guard let identity = kind.identity else { return (try await kind.withEngine(settings, fetched), false) }
        defer { cache.files.save() }
        var needs: KeptResults.Needs?
        if cache.keepsAnything, newBytes < Self.muchToRead {
            let kept = KeptResults(nil, identity: identity, needs: nil, cache: cache)
            let rows = try await fetchedFully(from: kept)
            needs = await kept.missing
            if needs?.isEmpty == true, let rows { return (rows, true) }
        }
        while true {
            do {
                return try await kind.withEngine(settings) { [needs] engine in
                    let kept = KeptResults(engine, identity: identity, needs: needs, cache: cache)
                    let rows = try await fetched(from: kept)
                    await kept.keep()
                    return (rows, await kept.isRepeatable)
                }
            } catch let more as KeptResults.NeedsMore {
                needs = (needs ?? [:]).merging(more.needs) { $0.union($1) }
            }
        }
    }

    /// Much data that was never read is hashed while the engine reads it: nothing that rests on it can have been kept.
    private static let muchToRead = 1 << 26

    private var newBytes: Int {
        inputs.paths.filter { !cache.files.isKnown($0) }.reduce(0) { $0 + (FileStamp(of: $1)?.size ?? 0) }
    }

    /// nil where it can't go on without an answer that was not kept.
    private func fetchedFully(from kept: KeptResults) async throws -> Fetched? {
        do {
            return try await fetched(from: kept)
        } catch is QueryError {
            return nil
        }
    }

    private func fetched(from engine: any QueryEngine) async throws -> Fetched {
        let shared = SharedByEditions(engine, campaigns: campaigns)
        let counter = progress.map { ProgressCounter(work: work, campaigns: campaigns, report: $0) }
        let counted: any QueryEngine = counter.map { ReportingEngine(engine: shared, counter: $0) } ?? shared
        return try await Run(engine: counted, work: work, campaigns: campaigns, inputs: inputs, hashes: cache.files).fetched()
    }
}
