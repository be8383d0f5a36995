import Subprocess

/// A program's output in lines, read as it comes whether or not anybody asks for it, so that the program never waits on a
/// full pipe.
///
/// Bytes are cut at line feeds here: the library's own string sequence goes byte by byte, which costs more than DuckDB.
struct LineStream: Sendable {
    /// Lines as they arrived together.
    let chunks: AsyncStream<[String]>
    private let feed: AsyncStream<[String]>.Continuation

    init() { (chunks, feed) = AsyncStream.makeStream(of: [String].self) }

    /// Reads to the end of the program's output.
    func pump(_ output: SubprocessOutputSequence) async {
        var rest: [UInt8] = []
        do {
            for try await buffer in output {
                var lines: [String] = []
                buffer.withUnsafeBytes { bytes in
                    var start = bytes.startIndex
                    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
                        rest += bytes[start..<end]
                        lines.append(String(decoding: rest, as: UTF8.self))
                        rest.removeAll(keepingCapacity: true)
                        start = end + 1
                    }
                    rest += bytes[start...]
                }
                if !lines.isEmpty { feed.yield(lines) }
            }
        } catch {
            feed.yield(["reading from the engine failed: \(error)"])
        }
        if !rest.isEmpty { feed.yield([String(decoding: rest, as: UTF8.self)]) }
        feed.finish()
    }
}
