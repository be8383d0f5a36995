import Testing

@testable import Compose
@testable import Model

/// Whatever data or authors write stays text.
@Suite struct SafetyTests {
    private func writer() throws -> PageWriter {
        let site = try CampaignSite(
            Fixture.summer, answers: Fixture.answers, figures: Fixture.figures,
            templates: Templates.load(folder: Fixture.templatesFolder), generator: "Recap test", problems: [])
        return PageWriter(site, base: "../")
    }

    @Test func textIsEscaped() {
        #expect(HTML.escape("<b> & \"q\" 'a'") == "&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;")
        #expect(HTML.escape("a\u{0}b\u{7}\n") == "a\u{FFFD}b\u{FFFD}\n")
        #expect(HTML.escape("成交 **x**") == "成交 **x**")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "\u{1}javascript:x",
        "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//evil.example/x", "\\\\evil\\x", "blob:x",
    ])
    func unsafeLinksAreNoLinks(_ target: String) throws {
        #expect(!HTML.isSafe(link: target))
        var writer = try writer()
        #expect(writer.html([.link([.text("here")], destination: target, title: "")]) == "here")
    }

    @Test(arguments: [
        "https://example.org/a?b=c:d", "http://x", "mailto:a@b.c", "../conversion/index.html", "#funnel", "a/b:c",
        "?x=a:b", "",
    ])
    func ordinaryLinksAreSafe(_ target: String) {
        #expect(HTML.isSafe(link: target))
    }

    @Test func picturesComeFromTheSite() throws {
        let writer = try writer()
        var copy = writer
        #expect(copy.html([.image([.text("a<b")], source: "https://evil.example/x.png", title: "")]) == "a&lt;b")
        #expect(
            copy.html([.image([.text("a\"b")], source: "img/x.png", title: "")])
                == "<img src=\"../img/x.png\" alt=\"a&quot;b\">")
    }

    @Test func attributesCannotBeLeft() throws {
        var writer = try writer()
        let html = writer.html([.link([.text("x")], destination: "a\" onclick=\"b", title: "t\" onmouseover=\"u")])
        #expect(html == "<a href=\"a%22%20onclick=%22b\" title=\"t&quot; onmouseover=&quot;u\">x</a>")
    }

    @Test func rawHTMLIsNeverWritten() throws {
        var writer = try writer()
        #expect(
            writer.html([Block.html("<script>x</script>"), .paragraph([.html("<b>"), .text("y")])]) == "<p>y</p>\n")
        #expect(writer.html([.code("<script>", info: "\"><script>")]).contains("<code>&lt;script&gt;</code>"))
    }

    @Test func noPageHoldsAScriptButTheSitesOwn() throws {
        for (path, bytes) in try Fixture.site().files where path.hasSuffix(".html") {
            let html = String(decoding: bytes, as: UTF8.self)
            #expect(html.matches(of: /<script/).count == 1 && html.contains(/<script src="[.\/]*assets\/recap.js" defer data-/), "\(path)")
            #expect(html.contains("script-src &#39;self&#39;"), "\(path)")
            #expect(!html.contains("style=\""), "\(path)")
            #expect(!html.lowercased().contains("javascript:"), "\(path)")
        }
    }

    @Test func anchorsHoldNoSpace() {
        #expect(HTML.id("gmv.region-华 东\"<x>") == "gmv.region-华-东--x-")
        #expect(HTML.url("data/a b.csv") == "data/a%20b.csv")
    }
}
