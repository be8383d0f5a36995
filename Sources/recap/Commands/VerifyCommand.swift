import ArgumentParser
import Model
import Versions

/// `recap verify`: whether a locked edition is still what it was.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Tells what no longer holds of the editions that recap lock wrote down.",
        discussion: """
            Everything is computed anew from the files. Exit status: 0 all holds, 1 something doesn't, 74 there is no lock or a file or \
            the engine failed.

            EXAMPLES
              recap verify
              recap verify --campaign 2025-618 --format github
            """)

    @OptionGroup var shared: SharedOptions

    @Option(help: "How problems are told.")
    var format = ReportFormat.text

    func run() async throws {
        let checked = await shared.pipeline.anew.check()
        let originals = checked.shown.filter { $0.id == $0.original }.map(LockFile.init)
        // Of campaigns that nobody named, those without a lock are no editions.
        let files = shared.campaigns.isEmpty ? originals.filter(\.exists) : originals
        var problems = checked.problems
        if files.isEmpty, !problems.hasErrors {
            problems.append(Problem(.brokenLock, "no campaign in '\(shared.content)' has an \(LockFile.name); lock an edition with recap lock", kind: .file))
        }
        var count = 0
        for file in files {
            do throws(Problem) {
                let then = try file.read()
                count += then.entries.count
                problems += then.problems(now: try file.lock(checked), file: file.path)
            } catch {
                problems.append(error)
            }
        }
        if let report = try format.report(problems) { shared.console.output(report) } else { shared.console.report(problems) }
        if let status = ExitStatus.status(for: problems) { throw status }
        if format == .text { shared.console.result("\(files.map(\.campaign.id).joined(separator: ", ")): \(count) entries hold") }
    }
}
