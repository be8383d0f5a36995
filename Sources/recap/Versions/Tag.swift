import Foundation
import Model

/// A tag of a commit: what it is called, when and why somebody set it.
struct Tag {
    var name: String
    var commit: Repository.Commit
    /// On the calendar of whoever set it.
    var day: Day?
    /// The tag's own message; of a tag without one that of its commit. Signatures are left out.
    var message: String
}

extension Repository {
    /// The tags on the way to the present commit whose names match a pattern of git's, in the order of their commits, oldest first.
    func tags(matching pattern: String) async throws(Problem) -> [Tag] {
        let head = try await git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], allowsFailure: true)
        guard !head.isEmpty else { return [] }
        let fields = ["refname:strip=2", "*objectname", "objectname", "creatordate:short", "creatordate:unix", "contents:subject", "contents:body"]
        let format = fields.map { "%(\($0))%00" }.joined()
        let answer = try await git(["for-each-ref", "--merged=\(head)", "--sort=refname", "--format=\(format)", "refs/tags/\(pattern)"])
        let parts = answer.split(separator: "\0", omittingEmptySubsequences: false).map { String($0).trimmingCharacters(in: .newlines) }
        let records = stride(from: 0, to: parts.count - fields.count, by: fields.count).map { Array(parts[$0..<$0 + fields.count]) }
        // Of commits those nearest to the root first; on one commit in the order in which they were set.
        let places = try await places(in: head)
        func key(_ record: [String]) -> (Int, Int, String) { (-(places[record.commit] ?? 0), Int(record[4]) ?? 0, record[0]) }
        return records.sorted { key($0) < key($1) }.map { record in
            let message = [record[5], record[6]].filter { !$0.isEmpty }.joined(separator: "\n\n")
            return Tag(name: record[0], commit: Commit(hash: record.commit, day: record[3], subject: record[5]), day: Day(record[3]), message: message)
        }
    }

    /// The place of each commit in the history of one, that one first; parents stand behind their children.
    private func places(in commit: String) async throws(Problem) -> [String: Int] {
        let hashes = try await git(["rev-list", "--date-order", commit]).split(separator: "\n")
        return Dictionary(uniqueKeysWithValues: hashes.enumerated().map { (String($0.element), $0.offset) })
    }
}

extension [String] {
    /// Of a tag with a message, the commit that it is set on.
    fileprivate var commit: String { self[1].isEmpty ? self[2] : self[1] }
}
