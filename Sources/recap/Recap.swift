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
              recap check                   what is wrong with all campaigns, and where
              recap build                   the site, into public/
              recap build --campaign 2026-618 --output /tmp/site
            """,
        version: version,
        subcommands: [Build.self, CheckCommand.self, Init.self])

    static let version = "0.1.0"
}
