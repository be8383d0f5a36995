import Foundation
import Testing

@testable import Compose

/// The examples of the Mustache specification (github.com/mustache/spec), for all that Recap's templates may say.
struct MustacheSpecificationTests {
    struct Example: Decodable, CustomTestStringConvertible, Sendable {
        var name: String
        var template: String
        var partials: [String: String]?
        var expected: String
        var data: Datum

        var testDescription: String { name }
    }

    /// JSON as a view has it; nil for lists of anything but objects, which no view holds.
    enum Datum: Decodable, Sendable {
        case view([String: Datum]), views([[String: Datum]]), text(String), flag(Bool), absent, foreign

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() { self = .absent }
            else if let flag = try? container.decode(Bool.self) { self = .flag(flag) }
            else if let text = try? container.decode(String.self) { self = .text(text) }
            else if let number = try? container.decode(Decimal.self) { self = .text("\(number)") }
            else if let fields = try? container.decode([String: Datum].self) { self = .view(fields) }
            else if let items = try? container.decode([[String: Datum]].self) { self = .views(items) }
            else { self = .foreign }
        }

        var isForeign: Bool {
            switch self {
            case .foreign: true
            case .view(let fields): fields.values.contains(where: \.isForeign)
            case .views(let items): items.contains { $0.values.contains(where: \.isForeign) }
            default: false
            }
        }

        var value: (any ViewValue)? {
            switch self {
            case .view(let fields): View(fields.mapValues(\.value))
            case .views(let items): items.map { View($0.mapValues(\.value)) }
            case .text(let text): text
            case .flag(let flag): flag
            case .absent, .foreign: nil
            }
        }
    }

    private struct File: Decodable { var tests: [Example] }

    static let examples = ["interpolation", "sections", "inverted", "partials", "comments"].flatMap { name in
        let file = #filePath.replacing("MustacheSpecificationTests.swift", with: "Mustache/\(name).json")
        return (try? JSONDecoder().decode(File.self, from: Data(contentsOf: URL(fileURLWithPath: file))).tests) ?? []
    }
    /// Those about lists of texts, of lists, or a whole context that is a text.
    static let applicable = examples.filter { example in
        if case .view = example.data { !example.data.isForeign } else { false }
    }

    @Test func `nearly all examples can be asked`() {
        #expect(Self.examples.count > 100)
        #expect(Self.examples.count - Self.applicable.count < 15)
    }

    @Test(arguments: applicable) func `the example comes out as it should`(_ example: Example) {
        guard case .view(let fields) = example.data else { return }
        let partials = (example.partials ?? [:]).mapValues(Template.init)
        #expect(Template(example.template).filled(with: View(fields.mapValues(\.value)), partials: partials) == example.expected)
    }
}
