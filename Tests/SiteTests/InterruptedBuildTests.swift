import Foundation
import Testing

/// Whatever happens to a build, a reader meets a whole site: the old one or the new one.
struct InterruptedBuildTests {
    @Test func `a build that is killed leaves the old site, and the next one works`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.recap("build")
        let old = try site.files(below: "public")
        try site.replace("10.10", with: "10.20", in: "content/little/data/sales.csv")
        try site.replace("$101}}", with: "$101}} ", in: "content/little/chapters/01-goals.md")
        try site.replace("$60.60", with: "$60.70", in: "content/little/chapters/01-goals.md")
        let whole = try Site()
        defer { whole.remove() }
        for name in ["data/sales.csv", "chapters/01-goals.md"] {
            try whole.write(try site.read("content/little/\(name)"), to: "content/little/\(name)")
        }
        try whole.recap("build")
        let new = try whole.files(below: "public")
        #expect(old != new)
        // From the start to well after the end of an ordinary build.
        for milliseconds in stride(from: 20, through: 620, by: 40) {
            let (process, _, _) = site.process(["build"])
            try process.run()
            usleep(UInt32(milliseconds) * 1000)
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
            let now = try site.files(below: "public")
            #expect(now == old || now == new, "after \(milliseconds) ms")
        }
        #expect(try site.recap("build").status == 0)
        #expect(try site.files(below: "public") == new)
        let leftovers = try FileManager.default.contentsOfDirectory(atPath: site.folder.path).filter { $0.hasPrefix(".public") }
        #expect(leftovers.isEmpty)
    }

    /// A stand-in for the engine on the PATH.
    private func program(_ script: String, in site: Site) throws -> [String: String] {
        let folder = site.folder.appendingPathComponent("bin")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("duckdb")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return ["PATH": "\(folder.path):/bin:/usr/bin"]
    }

    @Test(arguments: [
        ("exit 3", "the engine ended unexpectedly"),
        ("exec sleep 60", "the engine gave no answer within 1 s and was stopped; give it longer with --timeout"),
    ])
    func `an engine that dies or hangs is named, and the old site stands`(script: String, message: String) throws {
        let site = try Site()
        defer { site.remove() }
        try site.recap("build")
        let old = try site.files(below: "public")
        let run = try site.recap("build", "--timeout", "1", environment: try program(script, in: site))
        #expect(run.status == 74)
        #expect(run.errors == "recap: error: \(message) [R1601]\nrecap: 1 error\n")
        #expect(try site.files(below: "public") == old)
    }

    @Test func `an engine that is missing is named with the command that installs it`() throws {
        let site = try Site()
        defer { site.remove() }
        let run = try site.recap("build", environment: ["PATH": "/nowhere"])
        #expect(run.status == 74)
        #expect(run.errors.hasPrefix("recap: error: no duckdb program of version 1.5.6 or newer; install it with `make engine`"))
        #expect(!FileManager.default.fileExists(atPath: site.folder.appendingPathComponent("public").path))
    }

    @Test func `a folder that is no site of ours is not replaced`() throws {
        let site = try Site()
        defer { site.remove() }
        let run = try site.recap("build", "--output", "content")
        #expect(run.status == 74)
        #expect(run.errors.contains("content exists and is no site made by Recap; name another --output or remove it"))
        #expect(FileManager.default.fileExists(atPath: site.folder.appendingPathComponent("content/little/campaign.yaml").path))
    }
}
