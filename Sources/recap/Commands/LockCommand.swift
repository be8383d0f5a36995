import ArgumentParser
import Model
import Versions

/// `recap lock`: what an edition is, written down, so that it can be told later whether it still is.
struct LockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Writes down what an edition is: its files, data, definitions and every number.",
        discussion: """
            The lock is content/CAMPAIGN/edition.lock, a line for each thing, to be committed with the content. Content with errors is not \
            locked. recap verify tells what no longer holds.

            EXAMPLES
              recap lock --campaign 2025-618
            """)

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let console = shared.console
        let checked = await shared.pipeline.anew.check()
        console.report(checked.problems)
        if let status = ExitStatus.status(for: checked.problems) { throw status }
        do throws(Problem) {
            for campaign in checked.shown where campaign.id == campaign.original {
                let file = LockFile(campaign: campaign), lock = try file.lock(checked)
                try file.write(lock)
                console.result("\(file.path): \(lock.entries.count) entries")
            }
        } catch {
            console.report([error])
            throw ExitStatus.failure
        }
    }
}
