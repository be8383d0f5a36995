import Testing

@testable import Compose
@testable import Model

/// A name that nothing stands behind is a problem with its place, where Mustache would silently write nothing.
@Suite struct TemplateTests {
    /// The least that fulfils the contract, with one template replaced.
    private func problems(_ name: String, _ text: String, more: [String: String] = [:]) -> [String] {
        var texts = TemplateContract.entries.mapValues { _ in "" }
        texts[name] = text
        texts.merge(more) { _, new in new }
        do {
            _ = try Templates(texts: texts, assets: ["recap.css": [], "dark.css": [], "recap.js": [], "favicon.svg": []])
            return []
        } catch {
            return error.all.map { problem in
                let place = problem.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
                return place + problem.message
            }
        }
    }

    @Test func theRepositorysTemplatesAreRight() throws {
        _ = try Templates.load(folder: Fixture.templatesFolder)
    }

    @Test func anUnknownNameIsAProblem() {
        #expect(
            problems("page", "<p>\n  {{titel}}") == [
                "templates/page.mustache:2:3: nothing is named 'titel' here; did you mean 'title'?"
            ])
        #expect(
            problems("page", "{{words.viewDate}}") == [
                "templates/page.mustache:1:1: nothing is named 'viewDate' here; did you mean 'viewData'?"
            ])
        #expect(problems("page", "{{title.x}}") == ["templates/page.mustache:1:1: nothing is named 'x' here"])
    }

    @Test func aSectionOpensItsOwnNames() {
        #expect(
            problems("scorecard", "{{#cards}}{{name}}{{#target}}{{kind}}{{words.met}}{{/target}}{{/cards}}").isEmpty)
        #expect(problems("scorecard", "{{name}}").count == 1)
        #expect(problems("page", "{{#notice}}{{.}}{{/notice}}{{^notice}}{{title}}{{/notice}}").isEmpty)
    }

    @Test func partialsAreCheckedWhereTheyAreIncluded() {
        let card = ["card": "{{name}}"]
        #expect(problems("scorecard", "{{#cards}}{{> card}}{{/cards}}", more: card).isEmpty)
        #expect(
            problems("scorecard", "{{> card}}", more: card) == [
                "templates/card.mustache:1:1: nothing is named 'name' here; known: cards, language, root, words"
            ])
        #expect(
            problems("page", "{{> crad}}", more: card) == [
                "templates/page.mustache:1:1: no template named 'crad'; did you mean 'card'?"
            ])
        #expect(
            problems("page", "{{> a}}", more: ["a": "{{> a}}"]) == [
                "templates/a.mustache:1:1: template 'a' includes itself"
            ])
    }

    @Test func sectionsMustMatch() {
        #expect(
            problems("page", "{{#notice}}") == [
                "templates/page.mustache:1:1: section 'notice' is not ended; write {{/notice}}"
            ])
        #expect(
            problems("page", "{{#notice}}{{/title}}") == [
                "templates/page.mustache:1:12: nothing to end here: 'title'; open is 'notice'"
            ])
        #expect(
            problems("page", "a {{title") == [
                "templates/page.mustache:1:3: this tag is not closed; write '}}' on the same line"
            ])
    }

    @Test func textIsEscapedAndHTMLIsNot() {
        #expect(
            problems("page", "{{{title}}}") == [
                "templates/page.mustache:1:1: 'title' is text and must be escaped; write {{title}}"
            ])
        #expect(
            problems("page", "{{content}}") == ["templates/page.mustache:1:1: 'content' is HTML; write {{{content}}}"])
        #expect(
            problems("page", "{{navigation}}") == [
                "templates/page.mustache:1:1: 'navigation' is no text; use it as a section, {{#navigation}}"
            ])
    }

    @Test func otherTagsAreRefused() {
        #expect(problems("page", "{{=<% %>=}}").first?.contains("tag not known") == true)
        #expect(problems("page", "{{uppercased(title)}}").first?.contains("tag not known") == true)
        #expect(problems("page", "{{! a {{comment\nover lines }} {{title}}").isEmpty)
    }

    @Test func aMissingTemplateIsAProblem() {
        #expect(throws: Problems.self) { try Templates(texts: [:], assets: [:]) }
        #expect(throws: Problems.self) { try Templates.load(folder: "/nowhere") }
    }
}
