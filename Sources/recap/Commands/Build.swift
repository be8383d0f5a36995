import ArgumentParser
import Model
import Write

/// `recap build`: content in, site out, all or nothing.
struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Builds the site.",
        discussion: """
            A build that finds an error writes nothing and leaves the last site as it was. Exit status: 0 done, \
            1 the content has errors, 64 wrong usage, 74 a file or the engine failed.

            EXAMPLES
              recap build
              recap build --campaign 2025-618 --output /tmp/site
              recap build --lenient         shows a marked gap for each error, and still exits with 1
            """)

    @OptionGroup var shared: SharedOptions

    @Option(name: .shortAndLong, help: "The folder that the site is written to.")
    var output = "public"

    @Option(help: "The folder of templates and style sheets.")
    var templates = TemplatesFolder.usual

    @Flag(help: "Build in spite of errors, with marked gaps; the exit status still tells.")
    var lenient = false

    func run() async throws {
        let pipeline = shared.pipeline
        let memory = RunMemory(of: ["build", output, templates], over: pipeline.folders + [templates], pipeline)
        if let last = memory?.recall(), memory?.stands(last, in: output) == true {
            shared.console.step("nothing has changed since the last run")
            shared.console.report(last.problems)
            shared.console.report(last.warnings)
            return shared.console.result(last.result)
        }
        var checked = await pipeline.check()
        if lenient || !checked.problems.hasErrors { checked = await Histories(of: pipeline).added(to: checked) }
        shared.console.report(checked.problems)
        let status = ExitStatus.status(for: checked.problems)
        if let status, !lenient || checked.shown.isEmpty { throw status }
        do {
            let (site, warnings) = try pipeline.compose(checked, templates: templates)
            try Write.site(site, to: output)
            let result = "\(output)/index.html: \(site.files.count) files"
            shared.console.result(result)
            // Tags come and go without a change of any file.
            if status == nil, checked.answers.isRepeatable, checked.shown.allSatisfy({ $0.history == nil }) {
                memory?.keep(RunMemory.Record(problems: checked.problems, warnings: warnings, result: result, output: site))
            }
        } catch let error as Problems {
            shared.console.report(error.all.sorted())
            throw ExitStatus.status(for: error.all) ?? ExitStatus.failure
        }
        if let status { throw status }
    }
}
