import ArgumentParser
import Model

/// `recap explain`: the lineage of one number, or the meaning of a problem's code.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says where a number comes from, or what a problem's code means.",
        discussion: """
            EXAMPLES
              recap explain gmv --campaign 2025-618
              recap explain gmv channel=wechat phase=burst --rows 20
              recap explain R1201
            """)

    @Argument(help: "A metric's id, or a code like R1201.")
    var name: String

    @Argument(help: "Slices: dimension=value.")
    var slices: [String] = []

    @Option(help: "How many of the rows behind the number are shown.")
    var rows = 10

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        for slice in slices {
            guard let equals = slice.firstIndex(of: "="), equals != slice.startIndex, slice.index(after: equals) != slice.endIndex else {
                throw ValidationError("'\(slice)' is no slice; write dimension=value")
            }
        }
        guard rows >= 0 else { throw ValidationError("--rows takes a number from 0") }
    }

    func run() async throws {
        if let code = Diagnostic(rawValue: name.uppercased()), let page = code.page {
            return shared.console.output(String(page.dropLast()))
        }
        let question = LineageQuestion(metric: name, slices: slices, limit: rows)
        let checked = await shared.pipeline.check(probe: question.chapter)
        let wrong = checked.problems.filter { $0.severity == .error && ($0.place?.file == LineageQuestion.file || $0.kind != .content) }
        guard wrong.isEmpty else {
            shared.console.report(wrong)
            throw ExitStatus.status(for: wrong) ?? ExitStatus.content
        }
        let texts = checked.shown.filter { $0.id == $0.original }.compactMap { question.answer(from: checked.answers, for: $0) }
        guard !texts.isEmpty else {
            let known = Set(checked.shown.flatMap(\.metrics.keys))
            let problem = Problem(.unknownMetric, "no campaign has a metric named '\(name)'\(suggestion(for: name, among: known))")
            shared.console.report([problem])
            throw ExitStatus.content
        }
        shared.console.output(texts.joined(separator: "\n\n"))
    }
}
