import Cache
import Foundation
import Model

/// Finds the files of a campaign's tables and makes sure that they lie inside its data folder.
struct DataFiles {
    /// Where data may be: the campaign's `data`, or what `--data` grants.
    let root: String
    /// How messages call it.
    let shownRoot: String

    init(campaign: Campaign, granted: String?) {
        shownRoot = granted ?? campaign.folder + "/data"
        root = URL(fileURLWithPath: shownRoot).resolvingSymlinksInPath().path
    }

    /// The files of one table, sorted by name, and what is wrong with how they are named.
    func files(of table: Table) -> (files: [DataFile], problems: [Problem]) {
        var found: [DataFile] = []
        var problems: [Problem] = []
        for pattern in table.files {
            let names = pattern.value.contains("*") ? matches(of: pattern.value) : [pattern.value]
            if names.isEmpty {
                problems.append(Problem(.missingData, "no file in \(shownRoot) matches '\(pattern.value)'", at: pattern.place))
            }
            for name in names {
                switch file(named: name, at: pattern.place) {
                case .success(let file): found.append(file)
                case .failure(let failure): problems += failure.all
                }
            }
        }
        return (found, problems)
    }

    private func file(named name: String, at place: Place) -> Result<DataFile, Problems> {
        let path = URL(fileURLWithPath: root).appendingPathComponent(name).resolvingSymlinksInPath().path
        guard path.hasPrefix(root + "/") else {
            return .failure(
                Problems(Problem(.missingData, "'\(name)' lies outside \(shownRoot); data elsewhere is granted on the command line: --data DIR", at: place)))
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            let folder = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
            return .failure(Problems(Problem(.missingData, "no file '\(name)' in \(shownRoot)\(suggestion(for: name, among: folder))", at: place)))
        }
        return .success(DataFile(path: path, shown: "\(shownRoot)/\(name)", relative: "data/\(name)"))
    }

    /// Names below the root that fit a pattern; `*` stands for any part of one name.
    private func matches(of pattern: String) -> [String] {
        let parts = pattern.split(separator: "/").map(String.init)
        return parts.reduce([""]) { folders, part in
            folders.flatMap { folder -> [String] in
                let prefix = folder.isEmpty ? "" : folder + "/"
                guard part.contains("*") else { return [prefix + part] }
                let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
                return names.filter { !$0.hasPrefix(".") && Self.fits($0, part) }.sorted().map { prefix + $0 }
            }
        }.sorted()
    }

    private static func fits(_ name: String, _ pattern: String) -> Bool {
        var rest = Substring(name)
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            if index == 0 {
                guard rest.hasPrefix(piece) else { return false }
                rest = rest.dropFirst(piece.count)
            } else if index == pieces.count - 1 {
                return rest.hasSuffix(piece)
            } else if let range = rest.range(of: piece) {
                rest = rest[range.upperBound...]
            } else {
                return false
            }
        }
        return rest.isEmpty
    }

    /// The file's size and SHA-256.
    static func source(of file: DataFile, _ hashes: FileHashes) throws(Problems) -> SourceFile {
        do {
            let hashed = try hashes.hash(of: file.path)
            return SourceFile(path: file.relative, bytes: hashed.stamp.size, sha256: hashed.sha256)
        } catch {
            throw Problems(Problem(.unreadableFile, "\(file.shown) can't be read: \(error.reason)", kind: .file))
        }
    }
}
