import ArgumentParser
import Model

/// `recap check`: everything that a build would complain of, without writing a site.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks content, data and claims, and writes nothing.",
        discussion: """
            Each problem has a code; `recap explain R1201` says what one means. `severity:` in campaign.yaml makes a code a \
            warning, an error, or turns it off. Exit status: 0 done, 1 the content has errors, 74 a file or the engine failed.

            EXAMPLES
              recap check
              recap check --campaign 2025-618
              recap check --fix                            makes loose numbers claims where only one number fits
              recap check --stale                          asks git which texts were written for other numbers
              recap check --format sarif > recap.sarif     for a code host's list of findings
              recap check --format github                  marks the lines in a workflow's run
            """)

    @OptionGroup var shared: SharedOptions

    @Option(help: "How problems are told.")
    var format = ReportFormat.text

    @Flag(help: "Also report texts whose numbers moved since they were last edited in git.")
    var stale = false

    @Flag(help: "Make typed numbers into claims where the data has exactly one number that fits, then check.")
    var fix = false

    func run() async throws {
        let pipeline = shared.pipeline
        // What git says is part of no folder, and a run that mends the content is done for its own sake.
        let memory = stale || fix ? nil : RunMemory(of: ["check"], over: pipeline.folders, pipeline)
        if let last = memory?.recall() {
            shared.console.step("nothing has changed since the last run")
            return try tell(last.problems, last.result)
        }
        var checked = await pipeline.check()
        if fix, try fixNumbers(in: checked) { checked = await pipeline.check() }
        if stale {
            let texts = await StaleTexts.problems(in: checked, pipeline)
            checked.problems = (checked.problems + texts.weighed(by: checked.campaigns)).sorted()
        }
        let claims = checked.shown.flatMap(\.uses.references).count { $0.claim != nil }
        let rules = checked.answers.dataChecks.count, relations = checked.shown.reduce(0) { $0 + $1.relations.count }
        let result =
            "\(checked.shown.map(\.id).joined(separator: ", ")): \(checked.answers.values.count) values, \(claims) claims\(relations == 0 ? "" : ", \(relations) \(relations == 1 ? "relation" : "relations")") and \(rules) rules of the data hold"
        if ExitStatus.status(for: checked.problems) == nil, checked.answers.isRepeatable {
            memory?.keep(RunMemory.Record(problems: checked.problems, result: result))
        }
        try tell(checked.problems, result)
    }

    private func tell(_ problems: [Problem], _ result: String) throws {
        if let report = try format.report(problems) {
            shared.console.output(report)
        } else {
            shared.console.report(problems)
        }
        if let status = ExitStatus.status(for: problems) { throw status }
        if format == .text { shared.console.result(result) }
    }

    /// - Returns: whether something was changed.
    private func fixNumbers(in checked: Pipeline.Checked) throws -> Bool {
        do {
            let done = try NumberFixes(for: checked.shown, answers: checked.answers).apply()
            for fix in done where format == .text { shared.console.result("\(fix.number.place.file):\(fix.number.place.line): \(fix.number.text) is now \(fix.claim)") }
            return !done.isEmpty
        } catch {
            shared.console.report(error.all)
            throw ExitStatus.failure
        }
    }
}
