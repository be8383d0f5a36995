import Foundation
import Model

/// The git repository that a content folder lies in.
struct Repository {
    /// A commit as people speak of it.
    struct Commit: Hashable {
        var hash: String
        /// `2025-06-20`, on the calendar of whoever made it.
        var day: String
        var subject: String

        var short: String { String(hash.prefix(10)) }
        /// For messages: `abc1234567 of 2025-06-20, "Correct the orders"`.
        var text: String { "\(short) of \(day), \"\(subject)\"" }
    }

    /// The content folder.
    let content: URL
    /// The work tree's root.
    let root: URL
    /// The content folder's path in the repository, with a slash behind it; empty where it is the root.
    let prefix: String
    /// The older commits are not here.
    let isShallow: Bool
    let git: Git

    init(content: String) async throws(Problem) {
        let folder = URL(fileURLWithPath: content).standardizedFileURL
        guard FileManager.default.fileExists(atPath: folder.path) else {
            throw Problem(.noCampaign, "the content folder '\(content)' can't be read; name another with --content", kind: .file)
        }
        self.content = folder
        git = Git(code: .noHistory, folder: folder)
        let none = "'\(content)' lies in no git repository, so that there are no versions to look into; run git init and commit it"
        root = URL(fileURLWithPath: try await git(["rev-parse", "--show-toplevel"], none))
        prefix = try await git(["rev-parse", "--show-prefix"])
        isShallow = try await git(["rev-parse", "--is-shallow-repository"]) == "true"
    }

    /// The commit that a branch, a tag or an abbreviation names.
    func commit(_ revision: String) async throws(Problem) -> Commit {
        let hash = try await git(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"], allowsFailure: true)
        guard let first = hash.split(separator: "\n").last, first.allSatisfy(\.isHexDigit) else {
            if isShallow {
                throw Problem(.noHistory, "'\(revision)' is not in this clone, which holds only the newest commits; run git fetch --unshallow --tags", kind: .file)
            }
            throw Problem(.unknownRevision, "git knows no revision '\(revision)'; git log and git tag list what there is")
        }
        return try await described(String(first))
    }

    func described(_ hash: String) async throws(Problem) -> Commit {
        let lines = try await git(["log", "-1", "--format=%H%n%as%n%s", hash]).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return Commit(hash: lines.first ?? hash, day: lines.dropFirst().first ?? "", subject: lines.dropFirst(2).first ?? "")
    }

    /// The content folder's name at a commit, the same for commits with the same content; nil where the commit has none.
    func tree(of commit: Commit) async throws(Problem) -> String? {
        let tree = try await git(["rev-parse", "--verify", "--quiet", "\(commit.hash):\(prefix.dropLast())"], allowsFailure: true)
        return tree.isEmpty ? nil : tree
    }

    /// Writes the content as it was at a commit into a folder.
    ///
    /// Through an index of its own: what is staged stays as it is. Unlike an archive, it leaves nothing out and brings files that git
    /// keeps elsewhere.
    func write(tree: String, to folder: URL) async throws(Problem) {
        let index = ["GIT_INDEX_FILE": folder.appendingPathExtension("index").path]
        defer { try? FileManager.default.removeItem(at: folder.appendingPathExtension("index")) }
        _ = try await git(["read-tree", tree], environment: index, in: root)
        _ = try await git(["checkout-index", "--all", "--prefix=\(folder.path)/"], environment: index, in: root)
    }

    /// The hash of the commit that last changed each line of a file of the work tree; zeros for lines not committed, nothing for a new file.
    func lastChanges(of file: String) async throws(Problem) -> [String] {
        let path = String(URL(fileURLWithPath: file).standardizedFileURL.path.dropFirst(content.path.count + 1))
        if try await git(["ls-tree", "--name-only", "HEAD", "--", path]).isEmpty { return [] }
        let blame = try await git(["blame", "--porcelain", "--", path])
        // Each line's entry begins with `hash original final`; the line itself begins with a tab.
        var hashes: [String] = [], isHead = true
        for line in blame.split(separator: "\n", omittingEmptySubsequences: false) {
            if isHead { hashes.append(String(line.prefix { $0 != " " })) }
            isHead = line.hasPrefix("\t")
        }
        return hashes
    }

    /// The place of each commit that touched the content in its history, newest first.
    func order() async throws(Problem) -> [String: Int] {
        let hashes = try await git(["rev-list", "--topo-order", "--full-history", "HEAD", "--", "."], "the repository has no commit yet, so that there are no versions to look into").split(separator: "\n")
        return Dictionary(uniqueKeysWithValues: hashes.enumerated().map { (String($0.element), $0.offset) })
    }
}
