import Testing

import struct Foundation.Decimal

@testable import Compose
@testable import Model

@Suite struct ComposeTests {
    @Test func everyRelativeLinkLeadsToAFileAndAnAnchor() throws {
        let files = try Fixture.site().files.mapValues { String(decoding: $0, as: UTF8.self) }
        for (path, html) in files where path.hasSuffix(".html") {
            for match in html.matches(of: /(?:href|src)="([^"]*)"/) {
                let link = String(match.1).replacing("&amp;", with: "&")
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let target = parts[0].isEmpty ? path : resolve(parts[0], from: path)
                #expect(files[target] != nil, "\(path): \(link)")
                if parts.count > 1 {
                    #expect(files[target]?.contains("id=\"\(parts[1])\"") == true, "\(path): \(link)")
                }
            }
        }
    }

    @Test func everyIDIsUniqueOnItsPage() throws {
        for (path, bytes) in try Fixture.site().files where path.hasSuffix(".html") {
            let ids = String(decoding: bytes, as: UTF8.self).matches(of: /\sid="([^"]*)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(path)")
        }
    }

    @Test func aDraftIsNotPublished() throws {
        let paths = try Fixture.site().files.keys
        #expect(!paths.contains("2025-summer/draft/index.html"))
    }

    @Test func twoPagesAtOneAddressAreAProblem() throws {
        var campaign = Fixture.summer
        campaign.chapters[1].slug = "goals"
        let templates = try Templates.load(folder: Fixture.templatesFolder)
        #expect(throws: Problems.self) {
            try Compose.site(
                campaigns: [campaign], answers: Fixture.answers, figures: Fixture.figures, templates: templates,
                generator: "x")
        }
    }

    @Test func aHeadingYieldsItsAnchorToABlock() throws {
        let page = try #require(Fixture.site().files["2025-summer/conversion/index.html"])
        let html = String(decoding: page, as: UTF8.self)
        #expect(html.contains("<h2 id=\"section-funnel\">"))
        #expect(html.contains("href=\"#section-funnel\""))
    }

    @Test func aLineBreakBetweenChineseCharactersIsNoSpace() throws {
        let site = try CampaignSite(
            Fixture.summer, answers: Answers(), figures: Fixture.figures,
            templates: Templates.load(folder: Fixture.templatesFolder), generator: "x", problems: [])
        var writer = PageWriter(site, base: "")
        #expect(writer.html([.text("成交"), .softBreak, .text("总额")]) == "成交总额")
        #expect(writer.html([.text("成交，"), .softBreak, .strong([.text("总额")])]) == "成交，<strong>总额</strong>")
        #expect(writer.html([.text("net"), .softBreak, .text("sales")]) == "net\nsales")
    }

    @Test func aSourceIsOneFootnoteHoweverOftenCited() {
        var notes = FootnoteList()
        let marks = ["a", "b", "a"].map { notes.cite($0) }
        #expect(marks.map(\.number) == [1, 2, 1])
        #expect(marks.map(\.backID) == ["_cite-1-1", "_cite-2-1", "_cite-1-2"])
        #expect(notes.marks.map { $0.marks.count } == [2, 1])
    }

    @Test func csvIsQuotedAndFull() {
        var rows = RowSet(
            columns: [
                RowSet.Column(id: "name", label: "N", role: .dimension(isTime: false, isOrdered: false)),
                RowSet.Column(id: "gmv", label: "G", role: .value(.value), unit: .money),
            ],
            rows: [
                [
                    RowSet.Cell(.text("a,\"b\"\nc"), text: "x"),
                    RowSet.Cell(.decimal(Decimal(string: "1.50") ?? 0), text: ""),
                ]
            ])
        rows.intervals = [Interval(low: Number(1), high: Number(2), count: Number(9))]
        #expect(DataFiles.csv(rows) == "name,gmv,gmv_low,gmv_high\n\"a,\"\"b\"\"\nc\",1.5,1,2\n")
    }

    @Test func jsonIsEscapedAndSorted() {
        let json = JSON.object([
            "b": .string("\"\\\n\u{1}"), "a": .number(Number(1)), "c": .string(nil), "d": .array([.null]),
        ])
        #expect(json.text == "{\"a\": 1, \"b\": \"\\\"\\\\\\n\\u0001\", \"c\": null, \"d\": [null]}")
    }

    private func resolve(_ link: String, from path: String) -> String {
        var parts = path.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
