import ArgumentParser
import Model

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
        let memory = RunMemory(of: ["build", output, templates], over: pipeline.inputs + [templates], pipeline)
        if let last = memory?.recall(), memory?.stands(last, in: output) == true {
            shared.console.step("nothing has changed since the last run")
            shared.console.report(last.problems)
            shared.console.report(last.warnings)
            return shared.console.result(last.result)
        }
        let outcome = await SiteBuild(pipeline: pipeline, templates: templates, isLenient: lenient).run(to: output)
        shared.console.report(outcome.problems)
        let status = ExitStatus.status(for: outcome.problems)
        if let files = outcome.files {
            shared.console.report(outcome.warnings)
            let result = "\(output)/index.html: \(files.count) files"
            shared.console.result(result)
            if status == nil, outcome.isRepeatable { memory?.keep(RunMemory.Record(problems: outcome.problems, warnings: outcome.warnings, result: result, files: files)) }
        }
        if let status { throw status }
    }
}
