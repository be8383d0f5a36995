import Model
import Versions

/// Texts whose numbers moved since they were last edited, by the history of their files.
struct StaleTexts {
    let revisions: Revisions

    /// Of the campaigns as they stand now; a warning for each piece of text, or one that says why there is nothing to tell.
    static func problems(in checked: Pipeline.Checked, _ pipeline: Pipeline) async -> [Problem] {
        do throws(Problem) {
            let revisions = try await Revisions(of: pipeline)
            defer { revisions.remove() }
            guard !revisions.repository.isShallow else {
                throw Problem(.noHistory, "this clone holds only the newest commits, so that nobody can tell when a text was last edited; run git fetch --unshallow", kind: .file)
            }
            let now = Revisions.versions(of: checked, of: pipeline, named: pipeline.content)
            return try await StaleTexts(revisions: revisions).problems(in: now.versions.values.sorted { $0.campaign.id < $1.campaign.id })
        } catch {
            // The check itself goes on.
            var warning = error
            warning.severity = .warning
            return [warning]
        }
    }

    private func problems(in versions: [Version]) async throws(Problem) -> [Problem] {
        let order = try await revisions.repository.order()
        var problems: [Problem] = []
        for version in versions {
            for (hash, passages) in try await passages(of: version, order) {
                let commit = try await revisions.repository.described(hash)
                guard let then = try await revisions.check(commit).versions[version.campaign.id] else { continue }
                problems += StalePassage.among(passages, of: version, since: then).map { $0.problem(commit) }
            }
        }
        return problems.sorted()
    }

    /// The passages with references, under the commit that last edited them. What is being edited now is left out.
    private func passages(of version: Version, _ order: [String: Int]) async throws(Problem) -> [(String, [Passage])] {
        var all: [String: [Passage]] = [:]
        for (file, passages) in Dictionary(grouping: version.passages.filter { !$0.references.isEmpty }, by: \.file).sorted(by: { $0.key < $1.key }) {
            let hashes = try await revisions.repository.lastChanges(of: file)
            for passage in passages {
                let own = passage.lines.compactMap { line in line <= hashes.count ? hashes[line - 1] : nil }
                guard own.count == passage.lines.count, !own.contains(where: { $0.allSatisfy { $0 == "0" } }) else { continue }
                if let newest = own.min(by: { order[$0] ?? .max < order[$1] ?? .max }) { all[newest, default: []].append(passage) }
            }
        }
        return all.sorted { $0.key < $1.key }
    }
}

extension StalePassage {
    fileprivate func problem(_ commit: Repository.Commit) -> Problem {
        let first = moved.first
        let others = moved.dropFirst().map { "{{\($0.reference.key)}} said \($0.before.text) and says \($0.after.text)" }
        return Problem(
            .staleText,
            "this was written when {{\(first?.reference.key ?? "")}} said \(first?.before.text ?? ""); now it says \(first?.after.text ?? ""); read the passage again, and edit it or turn \(Diagnostic.staleText.rawValue) off",
            at: first?.reference.place, severity: .warning, notes: others + ["last edited in \(commit.text)"])
    }
}
