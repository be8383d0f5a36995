import ArgumentParser
import Model

/// The exit statuses that scripts may rely on.
enum ExitStatus {
    /// The content has errors.
    static let content = ExitCode(1)
    /// A file or an engine failed (EX_IOERR of sysexits.h).
    static let failure = ExitCode(74)

    /// The status for what went wrong; nil where nothing did.
    static func status(for problems: [Problem]) -> ExitCode? {
        let errors = problems.filter { $0.severity == .error }
        guard !errors.isEmpty else { return nil }
        return errors.allSatisfy { $0.kind == .content } || errors.contains { $0.kind == .content } ? content : failure
    }
}
