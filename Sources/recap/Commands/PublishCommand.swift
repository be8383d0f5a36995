import ArgumentParser
import Foundation
import Model

/// `recap publish`: the built site becomes a commit on a branch of its own, as hosts of static pages take it.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Commits the built site to a branch of its own, without touching the work tree.",
        discussion: """
            The branch holds nothing but the site. The commit is made from the folder as it stands: run recap build first. \
            Where nothing has changed no commit is made.

            EXAMPLES
              recap publish                         to the branch pages, of this repository
              recap publish --branch gh-pages --push origin
            """)

    @Option(name: .shortAndLong, help: "The folder of the built site.")
    var output = "public"

    @Option(help: "The branch to commit to; it is made where it doesn't exist.")
    var branch = "pages"

    @Option(help: "The remote to push the branch to.")
    var push: String?

    @Option(name: .shortAndLong, help: "The commit's message.")
    var message = "Publish the site"

    func run() async throws {
        let console = Console(isQuiet: false, isVerbose: false)
        do {
            console.result(try await publish())
        } catch let problem as Problem {
            console.report([problem])
            throw ExitStatus.failure
        }
    }

    private func publish() async throws -> String {
        let git = Git(code: .publishing)
        let folder = URL(fileURLWithPath: output).standardizedFileURL
        let files = FileManager.default
        guard files.fileExists(atPath: folder.appendingPathComponent("index.html").path), files.fileExists(atPath: folder.appendingPathComponent("assets").path) else {
            throw Problem(.publishing, "\(output) holds no built site; run recap build first", kind: .file)
        }
        let scratch = files.temporaryDirectory.appendingPathComponent("recap-publish-\(UUID().uuidString)")
        try files.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: scratch) }
        let reference = "refs/heads/\(branch)"
        _ = try await git(["check-ref-format", reference], "'\(branch)' is no name for a branch")
        if try await git(["rev-parse", "--abbrev-ref", "HEAD"], allowsFailure: true) == branch {
            throw Problem(.publishing, "'\(branch)' is the branch that is checked out here; a site needs one of its own: --branch pages")
        }
        let repository = try await git(["rev-parse", "--absolute-git-dir"], "this is no git repository; run git init, or copy \(output) to where pages are served from")
        // An index of its own: the real one, and what is staged in it, stay as they are.
        let own = ["GIT_INDEX_FILE": scratch.appendingPathComponent("index").path]
        _ = try await git(["--git-dir", repository, "--work-tree", folder.path, "add", "--all", "--force", "."], environment: own, in: folder)
        // Hosts that run Jekyll would leave out what begins with an underscore.
        let empty = try await git(["--git-dir", repository, "hash-object", "-w", "--stdin"])
        _ = try await git(["--git-dir", repository, "update-index", "--add", "--cacheinfo", "100644,\(empty),.nojekyll"], environment: own)
        let tree = try await git(["--git-dir", repository, "write-tree"], environment: own)
        let parent = try await git(["rev-parse", "--verify", "--quiet", "\(reference)^{commit}"], allowsFailure: true)
        var report = "\(branch) is up to date"
        let last = parent.isEmpty ? "" : try await git(["rev-parse", "\(parent)^{tree}"])
        if last != tree {
            let commit = try await git(["commit-tree", tree, "-m", message] + (parent.isEmpty ? [] : ["-p", parent]))
            // Only if nobody moved the branch in the meantime.
            _ = try await git(["update-ref", "-m", "recap publish", reference, commit, parent.isEmpty ? String(repeating: "0", count: 40) : parent], "somebody else changed '\(branch)' just now; run it again")
            report = "\(branch): \(commit.prefix(10))"
        }
        guard let push else { return report }
        _ = try await git(["push", push, "\(reference):\(reference)"], "'\(branch)' could not be pushed to '\(push)'")
        return report + ", pushed to \(push)"
    }
}
