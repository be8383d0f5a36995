import Cache
import Crypto
import Foundation
import Model
import Versions

/// The lock of one campaign's edition: a file in its folder.
struct LockFile {
    static let name = "edition.lock"
    let campaign: Campaign

    var path: String { "\(campaign.folder)/\(LockFile.name)" }
    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    func read() throws(Problem) -> EditionLock {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Problem(.brokenLock, "there is no \(path); lock the edition with recap lock", kind: .file)
        }
        return try EditionLock(text: String(decoding: bytes, as: UTF8.self), file: path)
    }

    /// What a lock made now would say.
    func lock(_ checked: Pipeline.Checked) throws(Problem) -> EditionLock {
        let version = Version(campaign: campaign, answers: checked.answers) { FileManager.default.contents(atPath: $0).map { String(decoding: $0, as: UTF8.self) } }
        return EditionLock(version, files: try hashes(), program: Recap.version, digest: LockFile.digest)
    }

    /// That the numbers are not those of the lock, where there is one; nil where all are.
    func movedNumbers(_ checked: Pipeline.Checked) -> Problem? {
        guard exists else { return nil }
        do throws(Problem) {
            let now = EditionLock(Version(campaign: campaign, answers: checked.answers) { _ in nil }, files: [:], program: Recap.version, digest: LockFile.digest)
            return try read().movedNumbers(now: now, file: path)
        } catch {
            return error
        }
    }

    private static func digest(_ text: String) -> String { Hexadecimal.text(of: SHA256.hash(data: Array(text.utf8))) }

    func write(_ lock: EditionLock) throws(Problem) {
        do {
            try Data(lock.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Problem(.unwritableFile, "\(path) could not be written: \(error.localizedDescription)", kind: .file)
        }
    }

    /// The SHA-256 of every file of the campaign by its path there; hidden files are not content.
    private func hashes() throws(Problem) -> [String: String] {
        var hashes: [String: String] = [:]
        for path in FileManager.default.subpaths(atPath: campaign.folder) ?? [] where path != LockFile.name && !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            let file = "\(campaign.folder)/\(path)"
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            hashes[path] = try LockFile.hash(of: file)
        }
        return hashes
    }

    private static func hash(of file: String) throws(Problem) -> String {
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe) else {
            throw Problem(.unreadableFile, "\(file) can't be read", kind: .file)
        }
        return Hexadecimal.text(of: SHA256.hash(data: bytes))
    }
}
