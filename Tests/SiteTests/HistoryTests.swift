import Foundation
import Testing

/// The page of versions, from tags in real git repositories.
struct HistoryTests {
    /// The good content with a history, committed and tagged `little/v1` without a message.
    private func repository(_ setting: String = "history: true") throws -> Site {
        let site = try Site()
        try site.write(try site.read("content/little/campaign.yaml") + setting + "\n", to: "content/little/campaign.yaml")
        try site.git("init", "--quiet", "--initial-branch", "main")
        try site.git("config", "user.email", "a@example.com")
        try site.git("config", "user.name", "A")
        try site.commit("First edition", on: "2025-06-20T23:30:00-0800")
        try site.git("tag", "little/v1")
        return site
    }

    private func correctData(_ site: Site) throws {
        try site.replace("40.40", with: "50.40", in: "content/little/data/sales.csv")
        try site.replace("{{sales = $101}}", with: "{{sales = $111}}", in: "content/little/chapters/01-goals.md")
        try site.replace("{{best.total = 60.60}}", with: "{{best.total = 70.60}}", in: "content/little/chapters/02-sales.md")
    }

    /// 40.40 counted again, a definition changed, then a text: four versions, the last under way.
    private func grown() throws -> Site {
        let site = try repository()
        try correctData(site)
        try site.commit("Correct", on: "2025-07-01T01:00:00+0900")
        try site.tag("little/v2", "Count the late orders\n\nThe shop's export had left them out.\n- seen by <b>Ann</b>", on: "2025-07-02T01:00:00+0900")
        try site.replace("  measure: sum(amount)\n  unit: money\n  direction: higher\n", with: "  measure: sum(amount) \n  where: mood = 'good'\n  unit: money\n  direction: higher\n", in: "content/little/metrics.yaml")
        try site.replace("{{sales = $111}}", with: "{{sales}}", in: "content/little/chapters/01-goals.md")
        try site.replace("{{sales phase=early = $60.60}}", with: "{{sales phase=early}}", in: "content/little/chapters/01-goals.md")
        try site.commit("Count the good only", on: "2025-07-03T01:00:00+0900")
        try site.tag("little/v3", "Count the good only", on: "2025-07-03T02:00:00+0900")
        try site.replace("Of all visitors", with: "Of those who came", in: "content/little/chapters/02-sales.md")
        return site
    }

    @Test func `each version stands with its day, its message and what changed`() throws {
        let site = try grown()
        defer { site.remove() }
        let run = try site.recap("build")
        #expect(run.status == 0 && run.errors == "", "\(run.errors)")
        let page = try site.read("public/little/history/index.html")
        let parts = page.components(separatedBy: "<section class=\"version analysis prose\"").dropFirst().map { String($0) }
        try #require(parts.count == 4, "\(page)")
        #expect(parts[0].contains(">Not yet a version</h2>") && parts[0].contains("Against v3") && parts[0].contains("Of those who came"))
        // Counted in another way: both numbers, and no difference anywhere.
        let methods = try #require(parts[1].firstRange(of: "<h3>Changes of method</h3>"))
        #expect(parts[1].contains(">v3</h2>") && parts[1].contains("3 July 2025") && parts[1].contains("Count the good only"))
        #expect(parts[1][methods.upperBound...].contains("<td class=\"number\">$111.00</td><td class=\"number\">$40.40</td>"), "\(parts[1])")
        #expect(parts[1].contains("sum(amount) of sales → sales: sum(amount) of sales where mood = &#39;good&#39;") && !parts[1].contains("63.6%"))
        // The tagger's own calendar, and a message's words as text.
        #expect(parts[2].contains(">v2</h2>") && parts[2].contains("2 July 2025") && parts[2].contains("Against v1"), "\(parts[2])")
        #expect(parts[2].contains("Count the late orders\n\nThe shop&#39;s export had left them out.\n- seen by &lt;b&gt;Ann&lt;/b&gt;"), "\(parts[2])")
        #expect(parts[2].contains("<td class=\"number\">$101.00</td><td class=\"number\">$111.00</td><td class=\"number\">+$10.00, +9.9%</td>") && !parts[2].contains("Changes of method"))
        #expect(parts[2].contains("<h3>Claims</h3>") && parts[2].contains("$101</del>") && parts[2].contains("$111</ins>"))
        #expect(parts[3].contains(">v1</h2>") && parts[3].contains("20 June 2025") && parts[3].contains("First edition") && parts[3].contains("There is no earlier version"))
        #expect(!page.contains("left as they were"))
        #expect(try site.read("public/little/index.html").contains("href=\"history/index.html\""))
        #expect(try !site.files(below: "public").keys.contains("before/history/index.html"))
    }

    @Test func `the same tags give the same bytes, wherever and whenever`() throws {
        let site = try grown()
        defer { site.remove() }
        #expect(try site.recap("build").status == 0)
        #expect(try site.recap("build", "--output", "again", "--jobs", "1", environment: ["TZ": "Pacific/Kiritimati", "LANG": "zh_CN.UTF-8", "LC_ALL": "C", "HOME": site.folder.path]).status == 0)
        #expect(try site.files(below: "public") == site.files(below: "again"))
        try site.commit("A text", on: "2025-07-09T01:00:00+0900")
        try site.tag("little/v4", "A text", on: "2025-07-09T02:00:00+0900")
        try site.git("clone", "--quiet", "file://\(site.folder.path)", "clone")
        #expect(try site.recap("build", "--output", "third").status == 0)
        #expect(try site.recap("build", "--content", "clone/content", "--output", "fourth").status == 0)
        // Of a clone only the names of its files in messages differ, and pages hold none.
        #expect(try site.read("third/little/history/index.html") == site.read("fourth/little/history/index.html"))
        #expect(try !site.read("third/little/history/index.html").contains("Not yet a version"))
    }

    @Test func `no git, no tag and a shallow clone are warnings, and the build goes on`() throws {
        let bare = try Site()
        defer { bare.remove() }
        try bare.write(try bare.read("content/little/campaign.yaml") + "history: true\n", to: "content/little/campaign.yaml")
        let none = try bare.recap("build")
        #expect(none.status == 0 && none.errors.contains("content/little/campaign.yaml:11:10: warning: there is no page of versions: 'content' lies in no git repository") && none.errors.contains("[R1801]"), "\(none.errors)")
        #expect(try !bare.files(below: "public").keys.contains("little/history/index.html"))
        #expect(try !bare.read("public/little/index.html").contains("history/"))
        try bare.write(try bare.read("content/little/campaign.yaml") + "severity: {R1801: error}\n", to: "content/little/campaign.yaml")
        #expect(try bare.recap("build").status == 1)
        try bare.git("init", "--quiet")
        try bare.replace("R1801: error", with: "R1801: off", in: "content/little/campaign.yaml")
        let off = try bare.recap("build")
        #expect(off.status == 0 && off.errors == "", "\(off.errors)")

        let site = try repository("history: {tags: \"v*\"}")
        defer { site.remove() }
        let untagged = try site.recap("build")
        #expect(untagged.status == 0 && untagged.errors.contains("no tag of git that leads to the present commit matches 'v*'; tag a version: git tag -a v1 -m \"Why\""), "\(untagged.errors)")
        // No file has changed since.
        try site.git("tag", "v1")
        #expect(try site.recap("build").errors == "")
        #expect(try site.read("public/little/history/index.html").contains(">v1</h2>"))
        try correctData(site)
        try site.commit("Correct", on: "2025-07-01T01:00:00+0900")
        try site.tag("v2", "Correct", on: "2025-07-01T01:00:00+0900")
        try site.git("clone", "--quiet", "--depth", "1", "--branch", "v2", "file://\(site.folder.path)", "clone")
        let shallow = try site.recap("build", "--content", "clone/content", "--output", "shallow")
        #expect(shallow.status == 0 && shallow.errors.contains("git fetch --unshallow --tags") && shallow.errors.contains("[R1801]"), "\(shallow.errors)")
        let page = try site.read("shallow/little/history/index.html")
        #expect(page.contains(">v2</h2>") && !page.contains(">v1</h2>") && page.contains("Earlier versions are not in the copy"))
        #expect(try site.recap("build").errors == "")
        #expect(try site.read("public/little/history/index.html").contains(">v1</h2>"))
        // A tag that is not on the way to this commit is no version of it.
        try site.git("checkout", "--quiet", "--force", "v1")
        #expect(try site.recap("build", "--output", "old").status == 0)
        #expect(try !site.read("old/little/history/index.html").contains(">v2</h2>"))
    }

    @Test func `both editions have the page, each in its language and with its numbers`() throws {
        let site = try repository("history: true\ntranslations: [zh-Hans]")
        defer { site.remove() }
        let files = FileManager.default, chapters = site.folder.appendingPathComponent("content/little/chapters")
        try files.createDirectory(at: chapters.appendingPathComponent("zh-Hans"), withIntermediateDirectories: true)
        for name in ["01-goals.md", "02-sales.md"] { try files.copyItem(at: chapters.appendingPathComponent(name), to: chapters.appendingPathComponent("zh-Hans/\(name)")) }
        try site.commit("Translate", on: "2025-06-21T10:00:00+0800")
        try site.tag("little/v2", "Translate", on: "2025-06-21T10:00:00+0800")
        try site.replace("target: 120", with: "target: 30", in: "content/little/metrics.yaml")
        let run = try site.recap("build", "--lenient")
        let chinese = try site.read("public/little/zh-Hans/history/index.html")
        #expect(chinese.contains("<html lang=\"zh-Hans\">") && chinese.contains("<h1>版本历史</h1>") && chinese.contains("2025年6月21日") && chinese.contains("没有更早的版本"), "\(run.errors)")
        #expect(chinese.contains("<h3>指标</h3>") && chinese.contains("与 v2 相比") && chinese.contains("个结论改变") && !chinese.contains("Against"), "\(chinese)")
        #expect(chinese.contains("hreflang=\"en\"") && chinese.contains("little/history/index.html"))
        let english = try site.read("public/little/history/index.html")
        #expect(english.contains("Against v1") && english.contains("with another verdict"))
        let diff = try site.recap("diff", "HEAD", "--format", "html", "--campaign", "little").output
        #expect(diff.contains("<section class=\"version analysis prose\" lang=\"zh-Hans\"") && diff.contains("<section class=\"version analysis prose\" lang=\"en\""), "\(diff)")
    }

    @Test func `drafts are not published by their history, and what can't be read is said`() throws {
        let site = try repository()
        defer { site.remove() }
        try site.write("---\ntitle: Secret\ndraft: true\n---\n\nNobody knows {{sales}}.\n", to: "content/little/chapters/03-secret.md")
        try site.commit("Draft", on: "2025-06-21T10:00:00+0800")
        try site.tag("little/v2", "More", on: "2025-06-21T10:00:00+0800")
        try site.replace("title: A little campaign\n", with: "title: [\n", in: "content/little/campaign.yaml")
        try site.commit("Tear", on: "2025-06-22T10:00:00+0800")
        try site.tag("little/v3", "Torn", on: "2025-06-22T10:00:00+0800")
        try site.replace("title: [\n", with: "title: A little campaign\n", in: "content/little/campaign.yaml")
        let run = try site.recap("build")
        #expect(run.status == 0 && run.errors.contains("little/v3 has") && run.errors.contains("warning"), "\(run.errors)")
        let page = try site.read("public/little/history/index.html")
        #expect(!page.contains("Secret") && !page.contains("Nobody knows"))
        #expect(page.contains("This version can&#39;t be read any more") && page.contains(">Nothing changed.</strong>"), "\(page)")
        #expect(!page.contains("Not yet a version"))
    }

    @Test func `a setting that is none is refused, and an export carries the page`() throws {
        let site = try repository("history: {tag: v1}")
        defer { site.remove() }
        let wrong = try site.recap("check")
        #expect(wrong.status == 1 && wrong.errors.contains("history needs `tags:`") && wrong.errors.contains("history has no key 'tag'"), "\(wrong.errors)")
        try site.replace("history: {tag: v1}", with: "history: {tags: v 1}", in: "content/little/campaign.yaml")
        #expect(try site.recap("check").errors.contains("'v 1' is no pattern of tags"))
        try site.replace("history: {tags: v 1}", with: "history: sometimes", in: "content/little/campaign.yaml")
        #expect(try site.recap("check").errors.contains("true, false or a mapping"))
        try site.replace("history: sometimes", with: "history: true", in: "content/little/campaign.yaml")
        let run = try site.recap("export", "--format", "html", "--campaign", "little")
        #expect(run.status == 0, "\(run.errors)")
        let file = try site.read("export/little.html")
        #expect(file.contains("id=\"history--version-v1\"") && file.contains("href=\"#history\""))
    }
}

extension Site {
    fileprivate func commit(_ message: String, on date: String) throws {
        try git("add", "--all")
        try git("commit", "--quiet", "-m", message, "--date", date, environment: ["GIT_COMMITTER_DATE": date])
    }

    fileprivate func tag(_ name: String, _ message: String, on date: String) throws {
        try git("tag", "-a", name, "-m", message, environment: ["GIT_COMMITTER_DATE": date])
    }
}
