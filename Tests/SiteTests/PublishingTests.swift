import Foundation
import Testing

/// What leaves the house: one file, a branch, addresses that others quote, another language.
struct PublishingTests {
    @Test func `the single file holds all pages, and nothing leads out of it`() throws {
        let site = try Site()
        defer { site.remove() }
        let run = try site.recap("export", "--format", "html", "--campaign", "little", "--output", "out")
        #expect(run.status == 0, "\(run.errors)")
        let html = try site.read("out/little.html")
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        for match in html.matches(of: /\s(href|src)="([^"]*)"/) {
            let address = String(match.output.2)
            if address.hasPrefix("#") { #expect(ids.contains(String(address.dropFirst())), "\(address)") }
            #expect(address.hasPrefix("#") || address.hasPrefix("data:") || address.hasPrefix("https://") || address.hasPrefix("mailto:"), "\(address)")
        }
        for page in ["overview", "goals", "sales", "data-dictionary", "checks"] { #expect(ids.contains(page), "\(page)") }
        #expect(html.contains("script-src &#39;sha256-") || html.contains("script-src 'sha256-"))
        #expect(!html.contains("rel=\"stylesheet\""))
        for name in ["aria-labelledby", "aria-controls"] {
            for match in html.matches(of: try Regex("\(name)=\"([^\"]*)\"")) {
                for id in (match.output[1].substring ?? "").split(separator: " ") where id != "_results" { #expect(ids.contains(String(id)), "\(id)") }
            }
        }
    }

    @Test func `tables and values come out as files`() throws {
        let site = try Site()
        defer { site.remove() }
        #expect(try site.recap("export", "--format", "csv", "--campaign", "little", "--output", "out").status == 0)
        #expect(try site.recap("export", "--format", "json", "--campaign", "little", "--output", "out").status == 0)
        try site.recap("build")
        #expect(try site.read("out/little/by-day.csv") == site.read("public/little/data/by-day.csv"))
        #expect(try site.read("out/little.json") == site.read("public/little/metrics.json"))
    }

    @Test func `content with errors is not exported`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.replace("{{sales}}", with: "{{salse}}", in: "content/little/chapters/01-goals.md")
        #expect(try site.recap("export", "--format", "html", "--output", "out").status == 1)
        #expect(!FileManager.default.fileExists(atPath: site.folder.appendingPathComponent("out").path))
    }

    @Test func `a site is committed to its branch, and the work tree stays as it is`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.git("init", "--quiet", "--initial-branch", "main")
        try site.git("config", "user.email", "a@example.com")
        try site.git("config", "user.name", "A")
        #expect(try site.recap("publish").errors.contains("run recap build first"))
        try site.git("add", "content")
        try site.git("commit", "--quiet", "-m", "Content")
        try site.recap("build")
        try site.write("half", to: "staged.txt")
        try site.git("add", "staged.txt")
        let before = try site.git("status", "--porcelain")
        let run = try site.recap("publish")
        #expect(run.status == 0 && run.output.hasPrefix("pages: "), "\(run.errors)")
        #expect(try site.git("status", "--porcelain") == before)
        let names = try site.git("ls-tree", "-r", "--name-only", "pages").split(separator: "\n").map(String.init)
        #expect(Set(names) == Set(try site.files(below: "public").keys).union([".nojekyll"]))
        #expect(try site.recap("publish").output == "pages is up to date\n")
        #expect(try site.recap("publish", "--branch", "main").errors.contains("checked out here"))
        try site.replace("Sales came to", with: "Sales reached", in: "content/little/chapters/01-goals.md")
        try site.recap("build")
        try site.recap("publish")
        #expect(try site.git("rev-list", "--count", "pages") == "2\n")
    }

    @Test func `with an address, pages say where they stand`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.write("base_url: https://example.com/reviews\nrobots: noindex\ntheme: ledger\n", to: "content/site.yaml")
        let run = try site.recap("build")
        #expect(run.status == 0, "\(run.errors)")
        let page = try site.read("public/little/goals/index.html")
        #expect(page.contains("<link rel=\"canonical\" href=\"https://example.com/reviews/little/goals/\">"))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(page.contains("assets/themes/ledger.css"))
        #expect(try site.read("public/sitemap.xml").contains("<loc>https://example.com/reviews/little/sales/</loc>"))
        #expect(try site.read("public/robots.txt").contains("Disallow: /\n"))
        try site.write("base_url: example.com\ntheme: legder\nrobot: all\n", to: "content/site.yaml")
        let wrong = try site.recap("build")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("content/site.yaml:1:11: error: 'example.com' is no address of a site"))
        #expect(wrong.errors.contains("no key 'robot'; did you mean 'robots'?"))
        try site.write("theme: legder\n", to: "content/site.yaml")
        #expect(try site.recap("build").errors.contains("content/site.yaml:1:8: error: there is no theme 'legder'; did you mean 'ledger'?"))
    }

    @Test func `an edition in another language has the same numbers and a way to and fro`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.replace("language: en\n", with: "language: en\ntranslations: [zh-Hans]\n", in: "content/little/campaign.yaml")
        let missing = try site.recap("build")
        #expect(missing.errors.contains("the chapter 'goals' is missing in zh-Hans; write it in chapters/zh-Hans/"))
        let chapters = site.folder.appendingPathComponent("content/little/chapters")
        try FileManager.default.createDirectory(at: chapters.appendingPathComponent("zh-Hans"), withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: chapters.path) where name.hasSuffix(".md") {
            let text = try site.read("content/little/chapters/\(name)").replacing("](images/", with: "](../images/").replacing("](picture", with: "](../picture")
            // Typed numbers are written another way in Chinese; the references behind them are the same.
            try site.write(text.replacing(/\{\{([^}]*?) = [^}]*\}\}/) { "{{\($0.output.1)}}" }, to: "content/little/chapters/zh-Hans/\(name)")
        }
        let run = try site.recap("build")
        #expect(run.status == 0, "\(run.errors)")
        let english = try site.read("public/little/sales/index.html"), chinese = try site.read("public/little/zh-Hans/sales/index.html")
        #expect(english.contains("<html lang=\"en\">") && english.contains("href=\"../../little/zh-Hans/sales/index.html\" lang=\"zh-Hans\""))
        #expect(chinese.contains("<html lang=\"zh-Hans\">") && chinese.contains("href=\"../../../little/sales/index.html\" lang=\"en\""))
        #expect(chinese.contains("../../../assets/recap.css"))
        let values = try [site.read("public/little/metrics.json"), site.read("public/little/zh-Hans/metrics.json")].map { text in
            text.matches(of: /"value": ([^,]*),/).map { String($0.output.1) }
        }
        #expect(values[0] == values[1] && !values[0].isEmpty)
        #expect(try site.read("public/little/data/by-day.csv") == site.read("public/little/zh-Hans/data/by-day.csv"))
        try site.replace("name: Sales\n", with: "name: {en: Sales}\n", in: "content/little/metrics.yaml")
        #expect(try site.recap("check").errors.contains("this text is missing in zh-Hans; it is there in en"))
    }
}

extension Site {
    @discardableResult
    func git(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
        let process = Process(), output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
