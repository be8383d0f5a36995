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
        let memory = stale || fix ? nil : RunMemory(of: ["check"], over: pipeline.inputs, pipeline)
        if let last = memory?.recall() {
            shared.console.step("nothing has changed since the last run")
            return try tell(last.problems, last.result)
        }
        let (found, problems) = await pipeline.checkInBatches { checked, pipeline in await count(checked, pipeline) }
        var all = Count()
        for each in found { all.add(each) }
        all.problems = (problems + all.problems).sorted()
        for fix in all.fixed where format == .text { shared.console.result(fix) }
        if ExitStatus.status(for: all.problems) == nil, all.isRepeatable { memory?.keep(RunMemory.Record(problems: all.problems, result: all.sentence)) }
        try tell(all.problems, all.sentence)
    }

    /// What was looked at and what was found.
    private struct Count: Sendable {
        var campaigns: [String] = []
        var values = 0, claims = 0, relations = 0, rules = 0
        var problems: [Problem] = []
        var fixed: [String] = []
        var isRepeatable = true

        mutating func add(_ other: Count) {
            campaigns += other.campaigns
            (values, claims, relations, rules) = (values + other.values, claims + other.claims, relations + other.relations, rules + other.rules)
            problems += other.problems
            fixed += other.fixed
            isRepeatable = isRepeatable && other.isRepeatable
        }

        var sentence: String {
            let related = relations == 0 ? "" : ", \(relations) \(relations == 1 ? "relation" : "relations")"
            return "\(campaigns.joined(separator: ", ")): \(values) values, \(claims) claims\(related) and \(rules) rules of the data hold"
        }
    }

    private func count(_ checked: Pipeline.Checked, _ pipeline: Pipeline) async -> Count {
        var checked = checked, count = Count()
        if fix {
            do throws(Problems) {
                let done = try NumberFixes(for: checked.shown, answers: checked.answers).apply()
                count.fixed = done.map { "\($0.number.place.file):\($0.number.place.line): \($0.number.text) is now \($0.claim)" }
                if !done.isEmpty { checked = await pipeline.check() }
            } catch {
                checked.problems = (checked.problems + error.all).sorted()
            }
        }
        if stale {
            let texts = await StaleTexts.problems(in: checked, pipeline)
            checked.problems = (checked.problems + texts.weighed(by: checked.campaigns)).sorted()
        }
        checked = checked.heldAgainstLocks
        count.campaigns = checked.shown.map(\.id)
        count.values = checked.answers.values.keys.count { key in checked.shown.contains { $0.id == key.campaign } }
        count.claims = checked.shown.flatMap(\.uses.references).count { $0.claim != nil }
        count.rules = checked.answers.dataChecks.count { result in checked.shown.contains { $0.id == result.check.campaign } }
        count.relations = checked.shown.reduce(0) { $0 + $1.relations.count }
        count.problems = checked.problems
        count.isRepeatable = checked.answers.isRepeatable
        return count
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
}
