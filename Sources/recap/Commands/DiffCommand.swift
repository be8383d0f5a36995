import ArgumentParser
import Compose
import Foundation
import Model
import Versions

/// `recap diff`: what changed between two versions of the content, in numbers and in words.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compares two versions of the content: metrics, claims, findings, actions, texts.",
        discussion: """
            Both versions are computed by this program, from the data that each has. A metric whose definition, unit, source or period \
            differs is shown as a change of method and never as movement. --fail-on also fails where a version can't be computed. Exit status: 0 done, 1 an unknown revision or what \
            --fail-on names, 74 no git repository, a clone without its history, or a failure.

            EXAMPLES
              recap diff HEAD                       what the work tree changes
              recap diff v1 v2 --format html > changes.html
              recap diff origin/main --fail-on verdict
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }
    enum Change: String, ExpressibleByArgument, CaseIterable {
        case verdict, metric

        func isIn(_ diff: VersionDiff) -> Bool {
            switch self {
            case .verdict: diff.changesVerdict
            case .metric: diff.changesMetric || diff.changesVerdict
            }
        }
    }

    @Argument(help: "The earlier version: a commit, tag or branch of git.")
    var from: String

    @Argument(help: "The later version; without it the work tree.")
    var to: String?

    @OptionGroup var shared: SharedOptions

    @Option(help: "How the comparison is told: text, json or html.")
    var format = Format.text

    @Option(help: "The folder of templates and style sheets, for html.")
    var templates = TemplatesFolder.usual

    @Option(help: "Exit with 1 where a verdict, or any metric, is not what it was.")
    var failOn: Change?

    func run() async throws {
        let console = shared.console
        do {
            let revisions = try await Revisions(of: shared.pipeline)
            defer { revisions.remove() }
            let (diffs, isWhole) = try await compare(revisions, console)
            console.output(try report(diffs))
            if let failOn, !isWhole || diffs.contains(where: failOn.isIn) { throw ExitStatus.content }
        } catch let problems as Problems {
            console.report(problems.all.sorted())
            throw ExitStatus.status(for: problems.all) ?? ExitStatus.failure
        } catch let problem as Problem {
            console.report([problem])
            throw ExitStatus.status(for: [problem]) ?? ExitStatus.failure
        }
    }

    /// The differences by campaign, and whether all of both versions could be computed.
    private func compare(_ revisions: Revisions, _ console: Console) async throws -> (diffs: [VersionDiff], isWhole: Bool) {
        let first = try await revisions.repository.commit(from)
        let second: Repository.Commit? = if let to { try await revisions.repository.commit(to) } else { nil }
        let old = try await revisions.check(first)
        let new = if let second { try await revisions.check(second) } else {
            Revisions.versions(of: await shared.pipeline.check(), of: shared.pipeline, named: shared.content)
        }
        for (name, side) in [(from, old), (to ?? "the work tree", new)] {
            if let failure = side.failure { throw failure }
            if let warning = side.warning(of: name) { console.report([warning]) }
        }
        guard !old.versions.isEmpty || !new.versions.isEmpty else {
            throw Problem(.unknownRevision, "neither \(from) nor \(to ?? "the work tree") has content that can be read; recap check tells what is wrong")
        }
        let unread = old.unread.union(new.unread)
        let ids = Set(old.versions.keys).union(new.versions.keys).filter { id in !unread.contains(String(id.prefix { $0 != "/" })) }
        return (ids.sorted().compactMap { VersionDiff(from: old.versions[$0], to: new.versions[$0]) }, old.isWhole && new.isWhole)
    }

    private func report(_ diffs: [VersionDiff]) throws -> String {
        let changed = diffs.filter { !$0.isEmpty }
        switch format {
        case .text: return changed.isEmpty ? VersionWords.of(.en).nothing : changed.map { $0.report(in: .en).text }.joined(separator: "\n\n")
        case .html: return ComparisonPage(of: diffs.map { $0.report(in: $0.language) }, from: from, to: to, templates: try Templates.load(folder: templates)).html
        case .json: return try ReportFormat.encoded(DiffRecord(from: from, to: to, campaigns: diffs))
        }
    }
}

/// The comparison as `--format json` has it; `to` is missing for the work tree.
private struct DiffRecord: Encodable {
    let from: String, to: String?
    let campaigns: [VersionDiff]
}
