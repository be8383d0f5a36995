import Foundation

/// All files below some folders, each with what it holds.
package struct Snapshot: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        /// Below the folder; ends with a slash for a folder.
        package let path: String
        package let sha256: String
        let stamp: FileStamp
    }

    package let entries: [Entry]

    /// One text for all of it: the same where the same files hold the same bytes.
    package var text: String { entries.map { "\($0.path)\0\($0.sha256)" }.joined(separator: "\n") }
}

extension Cache {
    /// What lies below a folder; nil where some of it can't be read.
    ///
    /// - Parameter isSure: reads files again that were changed so lately that their stamps may deceive.
    package func snapshot(of folder: String, isSure: Bool = false) -> Snapshot? {
        guard let root = realpath(folder, nil) else { return nil }
        defer { free(root) }
        var walk = Walk(root: String(cString: root), files: files, isSure: isSure)
        guard walk.add("") else { return nil }
        return Snapshot(entries: walk.entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    }
}

/// Goes through a folder as those do who read it: links are followed.
private struct Walk {
    let root: String
    let files: FileHashes
    let isSure: Bool
    var entries: [Snapshot.Entry] = []
    /// Folders by number: one that a link leads to a second time is named, not walked through again.
    private var seen: [String: String] = [:]

    init(root: String, files: FileHashes, isSure: Bool) { (self.root, self.files, self.isSure) = (root, files, isSure) }

    /// - Parameter folder: below the root; empty, or ends with a slash.
    /// - Returns: false where something can't be read.
    mutating func add(_ folder: String) -> Bool {
        guard let directory = opendir("\(root)/\(folder)") else { return false }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            // What git keeps for itself is no content.
            if name == "." || name == ".." || name == ".git" { continue }
            guard add(name: name, in: folder) else { return false }
        }
        return true
    }

    private mutating func add(name: String, in folder: String) -> Bool {
        let path = "\(folder)\(name)"
        guard let stamp = FileStamp(of: "\(root)/\(path)") else {
            // A link that leads nowhere is nothing that anybody can read.
            entries.append(Snapshot.Entry(path: path, sha256: "", stamp: .nothing))
            return true
        }
        if stamp.isFolder {
            let number = "\(stamp.device) \(stamp.node)", known = seen[number]
            // A folder's own stamp changes with files that don't count, so it is left out.
            entries.append(Snapshot.Entry(path: path + "/", sha256: known ?? "", stamp: .nothing))
            guard known == nil else { return true }
            seen[number] = path
            return add(path + "/")
        }
        guard let hashed = try? files.hash(of: "\(root)/\(path)", isSure: isSure) else { return false }
        entries.append(Snapshot.Entry(path: path, sha256: hashed.sha256, stamp: hashed.stamp))
        return true
    }
}
