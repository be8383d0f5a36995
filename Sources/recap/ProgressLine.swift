import Compute
import Foundation
import Synchronization

/// Tells a person at a terminal how far a long build has come, in one line that changes. A short build says nothing.
final class ProgressLine: Sendable {
    private static let isShown = Mutex(false)
    private static let pause = 0.5
    private let start = Date()

    static var isPossible: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

    var report: BuildProgress.Report { { self.tell($0) } }

    private func tell(_ progress: BuildProgress) {
        guard Date().timeIntervalSince(start) >= Self.pause else { return }
        Self.isShown.withLock { shown in
            FileHandle.standardError.write(Data("\r\u{1B}[Krecap: \(progress.done) of \(progress.total) \(progress.stage.rawValue)".utf8))
            shown = true
        }
    }

    /// What is said next begins on an empty line.
    static func wipe() {
        isShown.withLock { shown in
            if shown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
            shown = false
        }
    }
}
