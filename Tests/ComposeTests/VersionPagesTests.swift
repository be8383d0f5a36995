import Testing

@testable import Compose
@testable import Model

/// The page of versions and that of a comparison.
@Suite struct VersionPagesTests {
    private func report(_ language: Language) -> ChangeReport {
        typealias Row = ChangeReport.Row
        let nasty = "<b>& \"x\""
        return ChangeReport(
            campaign: "2025-summer", title: nasty, language: language, summary: nasty,
            sections: [
                ChangeReport.Section(.numbers, nasty, rows: [
                    Row(.changed, nasty, id: "gmv", before: nasty, after: nasty, change: nasty, verdicts: Row.Verdicts(before: .met, after: nil), notes: [nasty]),
                    Row(.added, nasty, after: "1"),
                ]),
                ChangeReport.Section(.methods, nasty, lead: nasty, rows: [
                    Row(.method, "A", before: "1", after: "2", notes: ["one"]), Row(.method, "B", before: "1", after: "2", notes: ["other"]),
                    Row(.method, "C", before: "1", after: "2", notes: ["one"]),
                ]),
                ChangeReport.Section(.texts, nasty, rows: [Row(.removed, "Goals", before: nasty), Row(.added, "Goals", after: nasty), Row(.added, "Whole")]),
            ])
    }

    private func page(_ history: History, _ campaign: Campaign = Fixture.summer) throws -> String {
        let site = try CampaignSite(
            campaign, answers: Fixture.answers, figures: Fixture.figures, templates: Templates.load(folder: Fixture.templatesFolder), generator: "x",
            problems: [], history: history)
        return HistoryPage(site: site, history: history).html
    }

    @Test func wordsFromDataAreNoMarkup() throws {
        let templates = try Templates.load(folder: Fixture.templatesFolder)
        for language in Language.allCases {
            let comparison = ComparisonPage(of: [report(language)], from: "<b>", to: nil, templates: templates).html
            let history = try page(
                History(entries: [History.Entry(name: "<b>'\"", day: Fixture.day("2025-07-01"), message: "<b>\n\n&", state: .changed(since: "<b>", report(language)), hasGaps: true)], isCut: false))
            for html in [comparison, history] {
                #expect(html.contains("&lt;b&gt;&amp; &quot;x&quot;") && !html.contains("<b>"))
                // A number without an id of its own in the files, with no value before.
                #expect(html.contains("<td class=\"number\">\(NumberFormat.missing)</td><td class=\"number\">1</td>"))
            }
        }
    }

    @Test func whatSeveralNumbersShareIsSaidOnce() throws {
        let html = ComparisonPage(of: [report(.en)], from: "a", to: "b", templates: try Templates.load(folder: Fixture.templatesFolder)).html
        #expect(html.matches(of: /<p class="fine">one<\/p>/).count == 1 && html.matches(of: /<p class="fine">other<\/p>/).count == 1)
        #expect(!html.contains("<details>"))
        var many = report(.en)
        many.sections = [ChangeReport.Section(.methods, "M", rows: (1...13).map { ChangeReport.Row(.method, "m\($0)", before: "1", after: "2", notes: ["one"]) })]
        let folded = ComparisonPage(of: [many], from: "a", to: "b", templates: try Templates.load(folder: Fixture.templatesFolder)).html
        #expect(folded.contains("<details><summary>13 rows</summary>") && folded.contains("</details>"))
        #expect(html.matches(of: /<li class="/).count == 2, "the texts of a chapter are one item")
    }

    @Test func eachCampaignOfAComparisonSpeaksItsLanguage() throws {
        let html = ComparisonPage(of: [report(.zhHans), report(.en)], from: "a", to: nil, templates: try Templates.load(folder: Fixture.templatesFolder)).html
        #expect(html.contains("<html lang=\"zh-Hans\">") && html.contains("<h1>版本对比：a → 工作区</h1>"))
        #expect(html.contains("lang=\"en\"") && html.contains("<th scope=\"col\" class=\"number\">Before</th>") && html.contains("<th scope=\"col\" class=\"number\">之前</th>"))
    }

    @Test func aVersionSaysWhyNothingIsCompared() throws {
        func entry(_ state: History.Entry.State) -> [History.Entry] { [History.Entry(name: "v1", state: state)] }
        let words = VersionWords.of(Fixture.summer.language)
        #expect(try page(History(entries: entry(.first), isCut: false)).contains(words.first))
        #expect(try page(History(entries: entry(.first), isCut: true)).contains(words.cut))
        #expect(try page(History(entries: entry(.unreadable), isCut: false)).contains(words.unreadable))
    }
}
