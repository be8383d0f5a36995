import ArgumentParser
import Cache
import Compute
import Foundation

/// What `build` and `check` have in common.
struct SharedOptions: ParsableArguments {
    @Option(help: "The folder that holds the campaigns.")
    var content = "content"

    @Option(name: .customLong("campaign"), help: "Only this campaign; may be given more than once.")
    var campaigns: [String] = []

    @Option(help: "The engine that runs SQL, in place of the one that campaign.yaml names.")
    var engine: String?

    @Option(help: "How many threads to use.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Read data files from this folder instead of the campaign's own data/; needs a single --campaign.")
    var data: String?

    @Option(help: "Seconds after which a query counts as hung.")
    var timeout = 300

    @Flag(help: "Compute everything anew: neither use nor keep what earlier runs computed.")
    var noCache = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say what each stage did.")
    var verbose = false

    func validate() throws {
        guard jobs >= 1 else { throw ValidationError("--jobs takes a number from 1") }
        guard timeout >= 1 else { throw ValidationError("--timeout takes a number of seconds from 1") }
        guard data == nil || campaigns.count == 1 else { throw ValidationError("--data needs exactly one --campaign") }
    }

    var console: Console { Console(isQuiet: quiet, isVerbose: verbose) }

    /// The folder granted to the one campaign that was named.
    private var grants: [String: String] {
        guard let data, let campaign = campaigns.first else { return [:] }
        return [campaign: data]
    }

    /// Kept beside the engine, below the working directory.
    private var cache: Cache {
        guard !noCache, let program = ProgramIdentity.text else { return .none }
        return Cache(folder: ".recap/cache", program: program)
    }

    var pipeline: Pipeline {
        var settings = Compute.Settings(engine: engine, jobs: jobs, timeLimit: timeout, dataFolders: grants, cache: cache)
        if !quiet, ProgressLine.isPossible { settings.progress = ProgressLine().report }
        return Pipeline(content: content, campaigns: campaigns, settings: settings, console: console)
    }
}
