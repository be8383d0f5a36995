import Foundation
import Testing

/// What programs and code hosts are told, and what `recap explain` answers.
struct ReportTests {
    /// A site with one wrong claim behind a Chinese word, so that columns count characters.
    private func wrongSite() throws -> Site {
        let site = try Site()
        try site.replace("Sales came to {{sales}}, that is {{sales = $101}}", with: "成交 {{sales}}，即 {{sales = $110}}", in: "content/little/chapters/01-goals.md")
        return site
    }

    @Test func `problems come as JSON`() throws {
        let site = try wrongSite()
        defer { site.remove() }
        let run = try site.recap("check", "--format", "json")
        #expect(run.status == 1)
        let list = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        let claim = try #require(list.first { $0["code"] as? String == "R1201" })
        #expect(claim["file"] as? String == "content/little/chapters/01-goals.md")
        #expect(claim["line"] as? Int == 6)
        #expect(claim["column"] as? Int == 26)
        #expect(claim["length"] as? Int == 4)
        #expect(claim["severity"] as? String == "error")
    }

    @Test func `problems come as SARIF, each with its rule`() throws {
        let site = try wrongSite()
        defer { site.remove() }
        let run = try site.recap("check", "--format", "sarif")
        let log = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let first = try #require((log["runs"] as? [[String: Any]])?.first)
        let results = try #require(first["results"] as? [[String: Any]])
        let driver = try #require((first["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        #expect(Set(results.compactMap { $0["ruleId"] as? String }) == Set(rules))
        let location = try #require((results.first?["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        #expect((location["region"] as? [String: Int]) == ["startLine": 6, "startColumn": 26, "endColumn": 30])
        #expect((location["artifactLocation"] as? [String: String]) == ["uri": "content/little/chapters/01-goals.md"])
    }

    @Test func `problems come as a workflow's commands`() throws {
        let site = try wrongSite()
        defer { site.remove() }
        let run = try site.recap("check", "--format", "github")
        #expect(
            run.output == """
                ::error file=content/little/chapters/01-goals.md,line=6,col=26,endColumn=30,title=R1201%3A A claim that the data contradicts::'$110' is claimed, but the data says $101.00%0Acomputed: 101

                """)
    }

    @Test func `a clean site tells programs so`() throws {
        let site = try Site()
        defer { site.remove() }
        #expect(try site.recap("check", "--format", "json").output == "[\n\n]\n")
    }

    @Test func `a code and a number are explained`() throws {
        let site = try Site()
        defer { site.remove() }
        #expect(try site.recap("explain", "R1201").output.hasPrefix("# R1201: A claim that the data contradicts\n"))
        let run = try site.recap("explain", "sales", "channel=web", "--campaign", "little")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("little: Sales (channel=web) = $40.40"))
        #expect(run.output.contains("sales: 2 rows of sales, the first 2 by its key\nid\tat\tchannel\tamount\tvisitors\tbuyers\tmood\na\t"))
        try site.recap("build")
        let digest = try #require(run.output.firstMatch(of: /sales\.csv, SHA-256 ([0-9a-f]{64})/)?.output.1)
        #expect(try site.read("public/little/metrics.json").contains(digest))
        let wrong = try site.recap("explain", "sale")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("no campaign has a metric named 'sale'; did you mean 'sales'?"))
        #expect(try site.recap("explain", "sales", "channel=wob", "--campaign", "little").errors.contains("did you mean 'web'?"))
    }

    @Test func `typed numbers become claims where only one number fits, and nothing else changes`() throws {
        let site = try Site()
        defer { site.remove() }
        let chapter = "content/little/chapters/01-goals.md"
        let before = try site.read(chapter).replacing("\n", with: "\r\n") + "It came to 14.0% of it.\r\nAnd to 14.0% again, 99% or so.\r\n"
        try site.write(before, to: chapter)
        let loose = try site.recap("check")
        #expect(loose.errors.matches(of: /R1210/).count == 3)
        let proposed = try #require(loose.errors.firstMatch(of: /'14.0%'; the data has it as ({{.*?)}}/)).output.1
        let fixed = try site.recap("check", "--fix")
        #expect(fixed.errors.matches(of: /R1210/).count == 1)
        #expect(try site.read(chapter) == before.replacing("14.0%", with: "\(proposed) = 14.0%}}"))
        #expect(fixed.output.contains(":19: 14.0% is now {{"))
    }
}
