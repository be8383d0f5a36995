import Foundation
import Model
import Versions

/// Checks the content of earlier revisions with the present program, each distinct content once.
actor Revisions {
    let repository: Repository
    private let pipeline: Pipeline
    private let scratch: URL
    private var known: [String: Checked] = [:]

    /// What was computed of one side of a comparison.
    struct Checked {
        var versions: [String: Version]
        /// What the present program finds wrong there, by where it stands in the revision.
        var problems: [Problem]
        /// Campaigns that are there and can't be read.
        var unread: Set<String> = []

        static let nothing = Checked(versions: [:], problems: [])

        /// Without an engine there are no numbers at all.
        var failure: Problem? { problems.first { $0.code == .failedEngine || $0.code == .unknownEngine } }
        /// All of it could be read and computed, whatever the checks think of it.
        var isWhole: Bool { problems.allSatisfy { $0.severity != .error || $0.code.isJudgement } }

        /// A version with errors is compared all the same: what can't be computed is missing in it. nil where there are none.
        func warning(of name: String) -> Problem? {
            let errors = problems.filter { $0.severity == .error }
            guard let first = errors.first else { return nil }
            let place = first.place.map { "\($0.file):\($0.line): " } ?? ""
            let lost = unread.sorted().map { "the campaign '\($0)' can't be read there and is left out" }
            return Problem(
                first.code, "\(name) has \(errors.count == 1 ? "an error" : "\(errors.count) errors"); what can't be computed there is missing here", severity: .warning,
                notes: ["first: \(place)\(first.message)"] + lost)
        }
    }

    init(of pipeline: Pipeline) async throws(Problem) {
        self.pipeline = pipeline
        repository = try await Repository(content: pipeline.content)
        scratch = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appendingPathComponent("recap-versions-\(UUID().uuidString)")
    }

    /// To be called at the end: what was written for the comparison goes.
    nonisolated func remove() { try? FileManager.default.removeItem(at: scratch) }

    /// The campaigns at a commit; none where it had no content yet.
    func check(_ commit: Repository.Commit) async throws(Problem) -> Checked {
        guard let tree = try await repository.tree(of: commit) else { return .nothing }
        if let checked = known[tree] { return checked }
        let folder = scratch.appendingPathComponent(tree)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Problem(.unwritableFile, "no folder could be made in \(scratch.deletingLastPathComponent().path): \(error.localizedDescription)", kind: .file)
        }
        // All that is kept of it is in memory.
        defer { try? FileManager.default.removeItem(at: folder) }
        try await repository.write(tree: tree, to: folder)
        var earlier = pipeline
        (earlier.content, earlier.folders) = (folder.path, nil)
        // A campaign that was asked for may not have been there yet.
        earlier.campaigns = pipeline.campaigns.filter { FileManager.default.fileExists(atPath: "\(folder.path)/\($0)/campaign.yaml") }
        if earlier.campaigns.isEmpty, !pipeline.campaigns.isEmpty { return .nothing }
        let checked = Revisions.versions(of: await earlier.check(), of: earlier, named: "\(commit.short):\(pipeline.content)")
        known[tree] = checked
        return checked
    }

    /// What a check found, as sides of a comparison.
    ///
    /// - Parameters:
    ///   - pipeline: what checked it.
    ///   - name: what the content folder is called in messages.
    static func versions(of checked: Pipeline.Checked, of pipeline: Pipeline, named name: String) -> Checked {
        let folder = pipeline.content
        func text(_ file: String) -> String? { FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } }
        let versions = checked.shown.map { ($0.id, Version(campaign: $0, answers: checked.answers, problems: checked.problems, text: text)) }
        let problems = checked.problems.map { problem in
            var problem = problem
            problem.message.replace(folder, with: name)
            problem.place?.file.replace(folder, with: name)
            return problem
        }
        let present = pipeline.campaigns.isEmpty ? (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] : pipeline.campaigns
        let campaigns = Set(present.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/campaign.yaml") })
        return Checked(versions: Dictionary(uniqueKeysWithValues: versions), problems: problems, unread: campaigns.subtracting(checked.shown.map(\.original)))
    }
}
