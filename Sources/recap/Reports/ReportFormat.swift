import ArgumentParser
import Foundation
import Model

/// How problems are told: to a person, to a program, to a code host.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, sarif, github

    /// The whole report, for standard output; nil for text, which goes to standard error as it always does.
    func report(_ problems: [Problem]) throws -> String? {
        switch self {
        case .text: nil
        case .json: try ReportFormat.encoded(problems.map(ProblemRecord.init))
        case .sarif: try ReportFormat.encoded(SARIFLog(problems))
        case .github: problems.map(\.workflowCommand).joined(separator: "\n")
        }
    }

    static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// One problem as `--format json` has it.
private struct ProblemRecord: Encodable {
    let code: String, severity: String, message: String
    let file: String?, line: Int?, column: Int?, length: Int?
    let notes: [String]

    init(_ problem: Problem) {
        (code, severity, message, notes) = (problem.code.rawValue, problem.severity.rawValue, problem.message, problem.notes)
        (file, line, column, length) = (problem.place?.file, problem.place?.line, problem.place?.column, problem.place?.length)
    }
}
