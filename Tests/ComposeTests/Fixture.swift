import Model

import struct Foundation.Decimal

@testable import Compose

/// A campaign made by hand: enough of everything that pages show.
enum Fixture {
    static let yuan = Currency(code: "CNY", symbol: "¥", chineseName: "元")
    static let dollar = Currency(code: "USD", symbol: "$", chineseName: "美元")
    static let format = NumberFormat(language: .zhHans, currency: yuan)

    static func exact(_ text: String) -> Number { .exact(Decimal(string: text) ?? 0) }

    /// Each call is a place of its own, since references are answered by place.
    static func place(_ line: Int, _ column: Int = 1, file: String = "content/2025-summer/chapters/01-goals.md")
        -> Place
    {
        Place(file: file, line: line, column: column)
    }

    static func located<Value>(_ value: Value, _ line: Int = 1) -> Located<Value> { Located(value, at: place(line)) }

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    static func reference(_ name: String, line: Int, claim: String? = nil) -> Inline {
        .reference(
            Reference(
                name: located(name, line), form: located(.value, line), claim: claim.map { located($0, line) },
                place: place(line, 7)))
    }

    static var templatesFolder: String {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/") + "/templates"
    }

    static func site() throws -> Output {
        try Compose.site(
            campaigns: [summer, spring], answers: answers, figures: figures,
            templates: Templates.load(folder: templatesFolder), generator: "Recap test")
    }
}
