import Foundation
import Model

/// What the program says to the person who runs it: problems and progress on standard error, results on standard output.
struct Console {
    var isQuiet: Bool
    var isVerbose: Bool

    private static let usesColour =
        isatty(FileHandle.standardError.fileDescriptor) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

    /// One stage is done; said only with --verbose.
    func step(_ text: String) {
        if isVerbose { Console.write("recap: \(text)\n") }
    }

    /// The result of a command.
    func result(_ text: String) {
        if !isQuiet { output(text) }
    }

    /// What a command was asked for, on standard output.
    func output(_ text: String) {
        ProgressLine.wipe()
        if !text.isEmpty { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
    }

    /// Every problem, then how many there are.
    func report(_ problems: [Problem]) {
        for problem in problems where !isQuiet || problem.severity == .error {
            Console.write(Console.coloured(problem.rendered(), problem.severity) + "\n")
        }
        let errors = problems.count { $0.severity == .error }
        guard errors > 0 else { return }
        Console.write("recap: \(errors) \(errors == 1 ? "error" : "errors")\n")
    }

    private static func write(_ text: String) {
        ProgressLine.wipe()
        FileHandle.standardError.write(Data(text.utf8))
    }

    private static func coloured(_ text: String, _ severity: Problem.Severity) -> String {
        guard usesColour, let range = text.range(of: " \(severity.rawValue): ") else { return text }
        let colour = severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;33m"
        return text.replacingCharacters(in: range, with: " \(colour)\(severity.rawValue):\u{1B}[0m ")
    }
}
