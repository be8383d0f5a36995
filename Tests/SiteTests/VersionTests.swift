import Foundation
import Testing

/// Versions of a review, in real git repositories.
struct VersionTests {
    /// The good content, committed and tagged `v1`.
    private func repository() throws -> Site {
        let site = try Site()
        try site.git("init", "--quiet", "--initial-branch", "main")
        try site.git("config", "user.email", "a@example.com")
        try site.git("config", "user.name", "A")
        try site.commit("First", tag: "v1")
        return site
    }

    /// 40.40 more honestly counted: 50.40.
    private func correctData(_ site: Site) throws {
        try site.replace("40.40", with: "50.40", in: "content/little/data/sales.csv")
        try site.replace("{{sales = $101}}", with: "{{sales = $111}}", in: "content/little/chapters/01-goals.md")
        try site.replace("{{best.total = 60.60}}", with: "{{best.total = 70.60}}", in: "content/little/chapters/02-sales.md")
    }

    @Test func `the same content has no differences, also against itself in a pipe of formats`() throws {
        let site = try repository()
        defer { site.remove() }
        let run = try site.recap("diff", "HEAD", "--fail-on", "metric")
        #expect(run.status == 0 && run.output == "Nothing changed.\n" && run.errors == "", "\(run.errors)")
    }

    @Test func `a data change is movement, with a claim retyped`() throws {
        let site = try repository()
        defer { site.remove() }
        try correctData(site)
        // The edit is not committed: the work tree is the later version.
        let run = try site.recap("diff", "v1", "--campaign", "little")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("  ~ Sales [sales]: $101.00 → $111.00\n      +$10.00, +9.9%\n"), "\(run.output)")
        #expect(run.output.contains("goals: sales: $101 → $111"))
        #expect(run.output.contains("best.total: 60.60 → 70.60") || run.output.contains("best.total: 60.6 → 70.6"), "\(run.output)")
        // The paragraph of the table was not edited; that of the claim was.
        #expect(!run.output.contains("Changes of method"))
        #expect(try site.recap("diff", "v1", "--fail-on", "metric").status == 1)
        #expect(try site.recap("diff", "v1", "--fail-on", "verdict").status == 0)
        try site.commit("Correct", tag: "v2")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(site.recap("diff", "v1", "v2", "--format", "json").output.utf8)) as? [String: Any])
        let campaigns = try #require(json["campaigns"] as? [[String: Any]])
        let little = try #require(campaigns.first { $0["campaign"] as? String == "little" })
        let sales = try #require((little["metrics"] as? [[String: Any]])?.first { $0["id"] as? String == "sales" })
        #expect(sales["kind"] as? String == "moved" && sales["absolute"] as? Double == 10)
        #expect(abs((sales["relative"] as? Double ?? 0) - 10 / 101) < 1e-12)
        let page = try site.recap("diff", "v1", "v2", "--format", "html").output
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<td class=\"number\">$101.00</td><td class=\"number\">$111.00</td><td class=\"number\">+$10.00, +9.9%</td>"), "\(page)")
        #expect(!page.contains("src=") && !page.contains("href=") && page.contains("<html lang=\"en\">"))
    }

    @Test func `a definition change is one of method, and a verdict is told`() throws {
        let site = try repository()
        defer { site.remove() }
        try site.replace("  measure: sum(amount)\n  unit: money\n  direction: higher\n", with: "  measure: sum(amount) \n  where: mood = 'good'\n  unit: money\n  direction: higher\n", in: "content/little/metrics.yaml")
        try site.replace("  target: 120\n", with: "  target: 30\n", in: "content/little/metrics.yaml")
        let run = try site.recap("diff", "HEAD", "--fail-on", "verdict")
        #expect(run.status == 1)
        #expect(run.output.contains("Changes of method\n  Counted in another way, so the two numbers are not compared.\n"), "\(run.output)")
        #expect(run.output.contains("  ! Sales [sales]: $101.00 | $40.40\n      verdict: missed → met\n"), "\(run.output)")
        #expect(run.output.contains("definition: sales: sum(amount) of sales → sales: sum(amount) of sales where mood = 'good'"))
        #expect(!run.output.contains("−60.0%"))
        // The claim that no longer holds is said, and the comparison goes on.
        #expect(run.errors.contains("the work tree has"))
    }

    @Test func `a text change alone moves no number`() throws {
        let site = try repository()
        defer { site.remove() }
        try site.replace("Of all visitors", with: "Of those who came", in: "content/little/chapters/02-sales.md")
        let run = try site.recap("diff", "HEAD", "--fail-on", "metric")
        #expect(run.status == 0)
        #expect(run.output.contains("- sales: Of all visitors {{path.visitors_to_buyers = 14.0%}} bought.\n  + sales: Of those who came"), "\(run.output)")
        #expect(!run.output.contains("Metrics"))
    }

    @Test func `staged files, attributes and subfolders do not disturb it`() throws {
        let site = try repository()
        defer { site.remove() }
        try site.write("content/** export-ignore\n", to: ".gitattributes")
        try site.commit("Ignore", tag: "v2")
        try site.write("half", to: "content/half.txt")
        try site.git("add", "content/half.txt")
        let before = try site.git("status", "--porcelain")
        let run = try site.recap("diff", "v2", "--content", "./content/")
        #expect(run.output == "Nothing changed.\n", "\(run.output)\(run.errors)")
        #expect(try site.git("status", "--porcelain") == before)
    }

    @Test func `a campaign that is new is said to be`() throws {
        let site = try repository()
        defer { site.remove() }
        try FileManager.default.copyItem(at: site.folder.appendingPathComponent("content/before"), to: site.folder.appendingPathComponent("content/other"))
        let run = try site.recap("diff", "HEAD")
        #expect(run.output.contains("other: ") && run.output.contains(": new"), "\(run.output)\(run.errors)")
        #expect(try site.recap("diff", "HEAD", "--campaign", "other").output.contains(": new"))
        // One name for it in the JSON, whatever is new.
        try site.write("---\ntitle: More\n---\n\nMore.\n", to: "content/little/chapters/03-more.md")
        let json = try site.recap("diff", "HEAD", "--format", "json").output
        #expect(!json.contains("isAdded") && !json.contains("isRemoved"))
        let campaigns = try #require((try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])?["campaigns"] as? [[String: Any]])
        #expect(campaigns.first { $0["campaign"] as? String == "other" }?["added"] as? Bool == true)
        let chapters = campaigns.first { $0["campaign"] as? String == "little" }?["chapters"] as? [[String: Any]]
        #expect(chapters?.first?["added"] as? Bool == true && chapters?.first?["removed"] as? Bool == false)
    }

    @Test func `without an engine, or where a version can't be computed, nothing is vouched for`() throws {
        let site = try repository()
        defer { site.remove() }
        let none = try site.recap("diff", "HEAD", "--fail-on", "metric", environment: ["PATH": "/usr/bin:/bin"])
        #expect(none.status == 74 && none.errors.contains("[R1601]") && none.output == "", "\(none.errors)")
        // Torn on both sides: no number differs, and none is known.
        try site.replace("  measure: sum(amount)\n", with: "  measure: sum(amuont)\n", in: "content/little/metrics.yaml")
        try site.commit("Tear", tag: "v2")
        #expect(try site.recap("diff", "v2", "--fail-on", "metric").status == 1)
        // A campaign that can't be read is neither new nor gone.
        try site.replace("title: A little campaign\n", with: "title: [\n", in: "content/little/campaign.yaml")
        let torn = try site.recap("diff", "HEAD")
        #expect(torn.errors.contains("the campaign 'little' can't be read there and is left out"), "\(torn.errors)")
        #expect(!torn.output.contains("gone"), "\(torn.output)")
    }

    @Test func `no git, an unknown revision and a shallow clone are said plainly, and a build goes on`() throws {
        let bare = try Site()
        defer { bare.remove() }
        let none = try bare.recap("diff", "HEAD")
        #expect(none.status == 74 && none.errors.contains("[R1801]") && none.errors.contains("lies in no git repository"), "\(none.errors)")
        let stale = try bare.recap("check", "--stale")
        #expect(stale.status == 0 && stale.errors.contains("warning") && stale.errors.contains("[R1801]"), "\(stale.errors)")
        #expect(try bare.recap("build").status == 0)
        try bare.git("init", "--quiet")
        let empty = try bare.recap("check", "--stale")
        #expect(empty.status == 0 && empty.errors.contains("no commit yet"), "\(empty.errors)")

        let site = try repository()
        defer { site.remove() }
        let unknown = try site.recap("diff", "v9")
        #expect(unknown.status == 1 && unknown.errors.contains("git knows no revision 'v9'") && unknown.errors.contains("[R1802]"), "\(unknown.errors)")
        try correctData(site)
        try site.commit("Correct", tag: "v2")
        try site.git("clone", "--quiet", "--depth", "1", "file://\(site.folder.path)", "clone")
        let content = site.folder.appendingPathComponent("clone/content").path
        let shallow = try site.recap("diff", "v1", "--content", content)
        #expect(shallow.status == 74 && shallow.errors.contains("git fetch --unshallow") && shallow.errors.contains("[R1801]"), "\(shallow.errors)")
        let check = try site.recap("check", "--stale", "--content", content)
        #expect(check.status == 0 && check.errors.contains("[R1801]") && !check.errors.contains("[R1214]"), "\(check.errors)")
        #expect(try site.recap("build", "--content", content, "--output", "shallow").status == 0)
    }

    @Test func `a paragraph that was not edited when its number moved is stale`() throws {
        let site = try repository()
        defer { site.remove() }
        #expect(try site.recap("check", "--stale").errors == "")
        try correctData(site)
        try site.commit("Correct", tag: "v2")
        let run = try site.recap("check", "--stale", "--campaign", "little")
        #expect(run.status == 0)
        // The first paragraph was edited with the data; the summaries were not.
        #expect(run.errors.contains("content/little/campaign.yaml:2:"), "\(run.errors)")
        #expect(run.errors.contains("this was written when {{sales}} said $101.00, missed; now it says $111.00, missed"), "\(run.errors)")
        #expect(run.errors.contains("01-goals.md:3:") && run.errors.contains("[R1214]"), "\(run.errors)")
        #expect(!run.errors.contains("01-goals.md:6:"), "\(run.errors)")
        #expect(run.errors.contains("\"First\""))
        // What is being edited now is not stale, nor is what was edited since.
        try site.replace("Sales came to {{sales}}.", with: "Sales reached {{sales}}.", in: "content/little/campaign.yaml")
        #expect(try !site.recap("check", "--stale").errors.contains("campaign.yaml"))
        try site.commit("Read", tag: "v3")
        #expect(try !site.recap("check", "--stale").errors.contains("campaign.yaml"))
        try site.write(try site.read("content/little/campaign.yaml") + "severity: {R1214: error}\n", to: "content/little/campaign.yaml")
        #expect(try site.recap("check", "--stale").status == 1)
        #expect(try site.recap("check").status == 0)
    }

    @Test func `an edition that is locked is verified to the last file`() throws {
        let site = try Site()
        defer { site.remove() }
        #expect(try site.recap("verify").status == 74)
        let made = try site.recap("lock")
        #expect(made.status == 0 && made.output.contains("content/little/edition.lock"), "\(made.errors)")
        let lock = try site.read("content/little/edition.lock")
        let holds = try site.recap("verify")
        #expect(holds.status == 0 && holds.output.contains("entries hold"), "\(holds.errors)")
        try site.recap("lock")
        #expect(try site.read("content/little/edition.lock") == lock)
        try site.replace("40.40", with: "50.40", in: "content/little/data/sales.csv")
        try site.replace("{{sales = $101}}", with: "{{sales = $111}}", in: "content/little/chapters/01-goals.md")
        try site.replace("{{best.total = 60.60}}", with: "{{best.total = 70.60}}", in: "content/little/chapters/02-sales.md")
        let broken = try site.recap("verify", "--campaign", "little")
        #expect(broken.status == 1 && broken.errors.contains("[R1803]"))
        #expect(broken.errors.contains("the value 'sales' is not what it was when the edition was locked: 101 money USD missed then, 111 money USD missed now"), "\(broken.errors)")
        #expect(broken.errors.contains("the file 'data/sales.csv' is not what it was") && broken.errors.contains("computed from data/sales.csv, which changed"))
        #expect(broken.errors.contains("the file 'chapters/01-goals.md' is not what it was"))
        #expect(!broken.errors.contains("definition"))
        #expect(try site.recap("verify", "--campaign", "before").status == 0)
        // A check says it in one warning, however plausible the new numbers are.
        let checked = try site.recap("check")
        #expect(checked.status == 0 && checked.errors.components(separatedBy: "[R1804]").count == 2, "\(checked.errors)")
        #expect(checked.errors.contains("the value 'sales' is not what it was when the edition was locked: 101 money USD missed then, 111 money USD missed now"))
        try site.recap("lock")
        #expect(try !site.recap("check").errors.contains("R1804"))
    }

    @Test func `content with errors is not locked`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.replace("{{sales = $101}}", with: "{{sales = $110}}", in: "content/little/chapters/01-goals.md")
        #expect(try site.recap("lock").status == 1)
        #expect(try !site.files(below: "content").keys.contains("little/edition.lock"))
    }
}

extension Site {
    fileprivate func commit(_ message: String, tag: String) throws {
        try git("add", "--all")
        try git("commit", "--quiet", "-m", message)
        try git("tag", tag)
    }
}
