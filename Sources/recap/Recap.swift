import ArgumentParser

/// The program: a review in which no number can be wrong.
@main
struct Recap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recap",
        abstract: "Turns a campaign's data and commentary into a review site in which every number is computed and checked.",
        discussion: """
            EXAMPLES
              recap init 2026-618           a new campaign under content/, ready to build
              recap explain gmv             where a number comes from; recap explain R1201: what a problem means
              recap check                   what is wrong with all campaigns, and where
              recap serve                   the site on this machine, rebuilt as you write
              recap build                   the site, into public/
              recap export --format pdf     one file per campaign, to send along
              recap publish                 the built site, as a commit on the branch pages
              recap diff HEAD               what the work tree changes, in numbers and in words
              recap build --campaign 2026-618 --output /tmp/site
            """,
        version: version,
        subcommands: [
            Build.self, CheckCommand.self, ExplainCommand.self, DiffCommand.self, LockCommand.self, VerifyCommand.self, Init.self, ServeCommand.self,
            ExportCommand.self, PublishCommand.self,
        ])

    static let version = "0.1.0"
}
