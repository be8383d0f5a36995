import Foundation

/// Writing to a program that has ended is an error to be told, not the end of this program, which is what the signal
/// SIGPIPE means unless it is ignored.
enum BrokenPipe {
    /// Once for the whole process.
    static let isIgnored: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return true
    }()
}
