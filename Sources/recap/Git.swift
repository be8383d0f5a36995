import Foundation
import Model
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Runs git as a child process; what it refuses becomes a problem under the code of whoever asked.
struct Git {
    var code: Diagnostic
    /// Where it runs; the current folder for none.
    var folder: URL?

    /// What git answers; a problem with its own words where it refuses.
    ///
    /// - Parameters:
    ///   - why: what to say in place of "git refused".
    ///   - allowsFailure: an empty answer in place of a problem.
    func callAsFunction(
        _ arguments: [String], _ why: String? = nil, environment: [String: String] = [:], in other: URL? = nil, allowsFailure: Bool = false
    ) async throws(Problem) -> String {
        // What a hook of git's sets would lead a git that runs elsewhere astray.
        var variables: [Environment.Key: String?] = folder == nil ? [:] : ["GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_PREFIX": nil]
        for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
        let isDone: Bool, answer: String, complaint: String
        do {
            let result = try await Subprocess.run(
                .name("git"), arguments: Arguments(arguments), environment: .inherit.updating(variables), workingDirectory: (other ?? folder).map { FilePath($0.path) },
                input: .none, output: .string(limit: .max), error: .string(limit: 100_000))
            (isDone, answer, complaint) = (result.terminationStatus.isSuccess, result.standardOutput.trimmingCharacters(in: .newlines), result.standardError)
        } catch {
            throw Problem(code, "git could not be run; is it installed?", kind: .file)
        }
        if isDone { return answer }
        if allowsFailure { return "" }
        let words = complaint.split(separator: "\n").suffix(3).map(String.init)
        throw Problem(code, why ?? "git refused: \(arguments.first { !$0.hasPrefix("-") } ?? "")", kind: .file, notes: words)
    }
}
