import Cache
import Foundation
import Testing

/// What earlier runs have kept changes how long a run takes and nothing else.
struct KeptRunsTests {
    private let site: Site

    init() throws { site = try Site() }

    /// The real engine behind a program that notes each of its starts.
    private func counted() throws -> [String: String] {
        let folder = site.folder.appendingPathComponent("bin"), file = folder.appendingPathComponent("duckdb")
        if !FileManager.default.fileExists(atPath: file.path) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let real = try #require(Site.enginePath.split(separator: ":").map { "\($0)/duckdb" }.first(where: FileManager.default.isExecutableFile))
            try Data("#!/bin/sh\necho started >> '\(site.folder.path)/starts'\nexec '\(real)' \"$@\"\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        return ["PATH": "\(folder.path):/bin:/usr/bin"]
    }

    private func run(_ arguments: [String]) throws -> (run: Site.Run, starts: Int) {
        let log = site.folder.appendingPathComponent("starts")
        try? FileManager.default.removeItem(at: log)
        let (process, output, errors) = site.process(arguments, environment: try counted())
        try process.run()
        process.waitUntilExit()
        let run = Site.Run(
            status: process.terminationStatus, output: String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self),
            errors: String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
        return (run, ((try? String(contentsOf: log, encoding: .utf8)) ?? "").split(separator: "\n").count)
    }

    /// Runs as users do and, into another folder, without the cache: both must say and write the same.
    @discardableResult
    private func expectSame(_ why: String, starts: Int, status: Int32 = 0) throws -> Site.Run {
        let (kept, count) = try run(["build"])
        let (fresh, always) = try run(["build", "--no-cache", "--output", "fresh"])
        #expect(count == starts, "\(why)")
        #expect(always == 1 && kept.status == status && fresh.status == status, "\(why): \(kept.errors)")
        #expect(kept.errors == fresh.errors, "\(why)")
        #expect(kept.output.replacing("public", with: "fresh") == fresh.output, "\(why)")
        if status == 0 { #expect(try site.files(below: "public") == site.files(below: "fresh"), "\(why)") }
        return kept
    }

    private func stamps(below folder: String) -> [String: FileStamp?] {
        let names = FileManager.default.subpaths(atPath: site.folder.appendingPathComponent(folder).path) ?? []
        return Dictionary(uniqueKeysWithValues: names.map { ($0, FileStamp(of: site.folder.appendingPathComponent("\(folder)/\($0)").path)) })
    }

    @Test func `an unchanged build starts no engine and touches no file`() throws {
        defer { site.remove() }
        try expectSame("the first", starts: 1)
        let before = stamps(below: "public")
        #expect(before.count > 20)
        try expectSame("the second", starts: 0)
        #expect(stamps(below: "public") == before)
        #expect(try run(["build", "--verbose"]).run.errors.contains("nothing has changed since the last run"))
    }

    @Test func `a site that was meddled with is made anew, without the engine`() throws {
        defer { site.remove() }
        try expectSame("the first", starts: 1)
        try site.write("meddled", to: "public/index.html")
        try expectSame("a changed page", starts: 0)
        try site.write("foreign", to: "public/more.html")
        try expectSame("a file too many", starts: 0)
        try FileManager.default.removeItem(at: site.folder.appendingPathComponent("public/little/sales"))
        try expectSame("pages too few", starts: 0)
        try FileManager.default.removeItem(at: site.folder.appendingPathComponent("public"))
        try expectSame("no site", starts: 0)
    }

    @Test func `each kind of change has its effect`() throws {
        defer { site.remove() }
        let sales = "content/little/data/sales.csv", goals = "content/little/chapters/01-goals.md"
        try expectSame("the first", starts: 1)
        try site.replace("Five stars", with: "Six stars", in: goals)
        try expectSame("a word", starts: 0)
        try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: site.folder.appendingPathComponent(sales).path)
        try expectSame("a file that was only touched", starts: 0)
        try site.replace("name: Sales in a good mood", with: "name: Cheerful sales", in: "content/little/metrics.yaml")
        try expectSame("a name", starts: 0)
        try site.replace("mood = 'good'", with: "mood = 'bad'", in: "content/little/metrics.yaml")
        try expectSame("a definition", starts: 1)
        try site.replace("desc limit 1", with: "desc  limit 1", in: "content/little/chapters/02-sales.md")
        try expectSame("a query", starts: 1)
        try site.write(try site.read("templates/assets/recap.css") + "\n/* more */\n", to: "templates/assets/recap.css")
        try expectSame("a style sheet", starts: 0)
        try site.replace("20.20", with: "20.30", in: sales)
        let wrong = try expectSame("a number of the data", starts: 1, status: 1)
        #expect(wrong.errors.contains("[R1201]"))
        try expectSame("the same error again", starts: 0, status: 1)
        try site.replace("20.30", with: "20.20", in: sales)
        try expectSame("the old number", starts: 0)
    }

    @Test func `what an edit of words leaves is not computed again, and nothing else serves twice`() throws {
        defer { site.remove() }
        let goals = "content/little/chapters/01-goals.md", sales = "content/little/chapters/02-sales.md", campaign = "content/little/campaign.yaml"
        try expectSame("the first", starts: 1)
        try site.replace("it was given.", with: "it was given.\n\nAnd more of it.", in: goals)
        #expect(try run(["check", "--verbose"]).run.errors.contains("only words have changed"))
        try expectSame("words behind", starts: 0)
        try site.replace("## By day", with: "Before it.\n\n## By day", in: sales)
        try expectSame("words before a chart", starts: 0)
        try site.replace("{{sales = $101}}", with: "{{sales = $110}}", in: goals)
        #expect(try expectSame("a claim that is wrong now", starts: 0, status: 1).errors.contains("[R1201]"))
        try site.replace("{{sales = $110}}", with: "{{sales channel=shop}}", in: goals)
        try expectSame("another slice", starts: 0)
        try site.replace("Before it.", with: "Before it, 12.5% of all.", in: sales)
        #expect(try expectSame("a loose number", starts: 0, status: 1).errors.contains("[R1210]"))
        try site.replace("Before it, 12.5% of all.", with: "Before it: {{sales}}.", in: sales)
        try expectSame("a reference that others have", starts: 0)
        try site.replace("Sales came to {{sales}}.", with: "In all {{sales | change}}.", in: campaign)
        try expectSame("another summary", starts: 0)
        try site.replace("title: Sales by day", with: "title: Day by day", in: sales)
        try expectSame("a chart's title", starts: 0)
        try site.replace("title: Sales\n", with: "title: What was sold\n", in: sales)
        try expectSame("a chapter's title", starts: 0)
        try site.write("---\ntitle: More\n---\n\nNothing.\n", to: "content/little/chapters/03-more.md")
        try expectSame("another chapter", starts: 0)
    }

    @Test func `another content of the same size and time is noticed`() throws {
        defer { site.remove() }
        let file = site.folder.appendingPathComponent("content/little/data/events.jsonl"), time = Date(timeIntervalSinceNow: -5000)
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
        try expectSame("the first", starts: 1)
        let handle = try #require(FileHandle(forWritingAtPath: file.path))
        try handle.write(contentsOf: Data(try site.read("content/little/data/events.jsonl").replacing("2025-06-03", with: "2025-07-03").utf8))
        try handle.close()
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
        try expectSame("another day", starts: 1)
    }

    @Test func `problems are told again in each form`() throws {
        defer { site.remove() }
        // A copy of a row without a key is a warning.
        try site.write(try site.read("content/little/data/events.jsonl") + "{\"day\":\"2025-06-03\",\"event\":\"rain\"}\n", to: "content/little/data/events.jsonl")
        for format in ["text", "json", "sarif", "github"] {
            let fresh = try run(["check", "--no-cache", "--format", format]).run
            for _ in 0..<2 {
                let kept = try run(["check", "--format", format]).run
                #expect(kept.status == fresh.status && kept.output == fresh.output && kept.errors == fresh.errors, "\(format)")
            }
        }
        #expect(try run(["check"]).starts == 0)
    }

    @Test func `a damaged cache is noticed and made anew`() throws {
        defer { site.remove() }
        try expectSame("the first", starts: 1)
        let folder = site.folder.appendingPathComponent(".recap/cache")
        let entries = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { $0.lastPathComponent != ".gitignore" }
        #expect(entries.count > 10)
        for (index, entry) in entries.enumerated() {
            var bytes = try Data(contentsOf: entry)
            bytes[bytes.count - 1] ^= 1
            try (index % 2 == 0 ? bytes : bytes.dropLast(3)).write(to: entry)
        }
        try expectSame("all damaged", starts: 1)
        try expectSame("mended", starts: 0)
    }

    @Test func `two builds at once are both right`() throws {
        defer { site.remove() }
        let all = try (0..<2).map { index in
            let (process, _, _) = site.process(["build", "--output", "site\(index)"])
            try process.run()
            return process
        }
        for process in all {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        let first = try site.files(below: "site0")
        #expect(try site.files(below: "site1") == first)
        #expect(try site.recap("build").status == 0)
        #expect(try site.files(below: "public") == first)
    }

    @Test func `where nothing can be kept the build goes on, and says so when asked`() throws {
        defer { site.remove() }
        // A file where the folder should be, which stops root as well.
        try FileManager.default.createDirectory(at: site.folder.appendingPathComponent(".recap"), withIntermediateDirectories: true)
        try site.write("", to: ".recap/cache")
        try expectSame("the first", starts: 1)
        try expectSame("the second", starts: 1)
        #expect(try run(["build", "--verbose"]).run.errors.contains("nothing could be kept for the next run"))
    }

    @Test func `nothing is kept where nothing shall be, or there is nothing`() throws {
        defer { site.remove() }
        let folder = site.folder.appendingPathComponent(".recap").path
        #expect(try run(["build", "--no-cache"]).starts == 1)
        #expect(!FileManager.default.fileExists(atPath: folder))
        _ = try run(["explain", "R1201"])
        #expect(try run(["check", "--content", "nowhere"]).run.status != 0)
        #expect(!FileManager.default.fileExists(atPath: folder))
        #expect(try run(["build"]).starts == 1)
        #expect(try site.read(".recap/cache/.gitignore") == "*\n")
        #expect(try run(["build", "--no-cache"]).starts == 1)
    }

    @Test func `a query for the time is asked each time`() throws {
        defer { site.remove() }
        try site.replace("select name, sum(amount) as total", with: "select name, sum(amount) as total, now() as asked", in: "content/little/chapters/02-sales.md")
        #expect(try run(["check"]).starts == 1)
        #expect(try run(["check"]).starts == 1)
    }
}
