import ArgumentParser
import Model

/// `recap check`: everything that a build would complain of, without writing a site.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks content, data and claims, and writes nothing.",
        discussion: """
            EXAMPLES
              recap check
              recap check --campaign 2025-618
            """)

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let checked = await shared.pipeline.check()
        shared.console.report(checked.problems)
        if let status = ExitStatus.status(for: checked.problems) { throw status }
        let claims = checked.shown.flatMap(\.uses.references).count { $0.claim != nil }
        let rules = checked.answers.dataChecks.count
        shared.console.result(
            "\(checked.shown.map(\.id).joined(separator: ", ")): \(checked.answers.values.count) values, \(claims) claims and \(rules) rules of the data hold")
    }
}
