import Foundation

/// Whole files, read and replaced with few calls: a build asks for hundreds of small ones.
enum FileBytes {
    /// nil where the file can't be read.
    static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(info.st_size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Foundation.read(file, buffer.baseAddress.map { $0 + count }, size - count)
                guard got > 0 else { break }
                count += got
            }
        }
    }

    /// Writes a file beside its place and moves it there.
    /// - Returns: why it could not be done; nil where it was.
    static func replace(_ path: String, with bytes: [UInt8], in folder: String) -> String? {
        var name = Array("\(folder)/.new-XXXXXX".utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { return String(cString: strerror(errno)) }
        var written = 0
        while written < bytes.count {
            let put = bytes.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + written }, bytes.count - written) }
            guard put > 0 else { break }
            written += put
        }
        if written == bytes.count, close(file) == 0, rename(name, path) == 0 { return nil }
        let reason = String(cString: strerror(errno))
        if written < bytes.count { close(file) }
        unlink(name)
        return reason
    }
}
