import Foundation
import Statistics
import Testing

/// A value of `Fixtures/reference.json`, which `Tests/statistics/reference.py` computes with other libraries.
enum Reference: Sendable {
    case number(Double)
    case text(String)
    case list([Reference])
    case object([String: Reference])
    case nothing

    private init(_ any: Any) {
        switch any {
        case let number as NSNumber: self = .number(number.doubleValue)
        case let text as String: self = text == "inf" ? .number(.infinity) : .text(text)
        case let list as [Any]: self = .list(list.map(Reference.init))
        case let object as [String: Any]: self = .object(object.mapValues(Reference.init))
        default: self = .nothing
        }
    }

    subscript(_ key: String) -> Reference {
        guard case .object(let object) = self, let value = object[key] else { return .nothing }
        return value
    }

    subscript(_ index: Int) -> Reference { list[index] }

    var isNothing: Bool { if case .nothing = self { true } else { false } }
    /// NaN for what is no number, so that every comparison with it fails.
    var number: Double { if case .number(let number) = self { number } else { .nan } }
    var optional: Double? { if case .number(let number) = self { number } else { nil } }
    var text: String { if case .text(let text) = self { text } else { "" } }
    var list: [Reference] { if case .list(let list) = self { list } else { [] } }
    var numbers: [Double] { list.map(\.number) }
    var table: [[Double]] { list.map(\.numbers) }
    var int: Int { Int(number) }
    /// Successes and trials, or another pair.
    var pair: (Double, Double) { (self[0].number, self[1].number) }

    /// All cases of a function: what goes in, and what another library makes of it.
    static func cases(_ name: String) -> [(given: Reference, expected: Reference)] {
        let cases = all[name].list.map { (given: $0["in"], expected: $0["out"]) }
        #expect(!cases.isEmpty, "no case of \(name) stands in reference.json")
        return cases
    }

    private static let all: Reference = {
        guard let object = try? JSONSerialization.jsonObject(with: Data(contentsOf: fixture("reference.json"))) else { return .nothing }
        return Reference(object)
    }()

    static func fixture(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").appending(path: name)
    }
}

/// Equal to a billionth, or where both are next to nothing.
func isNear(_ a: Double, _ b: Double, within tolerance: Double = 1e-9, absolute: Double = 1e-13) -> Bool {
    a == b || (a - b).magnitude <= max(tolerance * max(a.magnitude, b.magnitude), absolute)
}

func expectNear(
    _ actual: Double?, _ expected: Double, within tolerance: Double = 1e-9, absolute: Double = 1e-13, _ note: @autoclosure () -> Any = "",
    at location: SourceLocation = #_sourceLocation
) {
    let isSame = actual.map { isNear($0, expected, within: tolerance, absolute: absolute) } ?? false
    #expect(isSame, "\(actual.map { "\($0)" } ?? "nil") instead of \(expected) \(note())", sourceLocation: location)
}

func expectNear(
    _ actual: [Double], _ expected: [Double], within tolerance: Double = 1e-9, absolute: Double = 1e-13, _ note: @autoclosure () -> Any = "",
    at location: SourceLocation = #_sourceLocation
) {
    let isSame = actual.count == expected.count && zip(actual, expected).allSatisfy { isNear($0, $1, within: tolerance, absolute: absolute) }
    #expect(isSame, "\(actual) instead of \(expected) \(note())", sourceLocation: location)
}

func expectNear(
    _ actual: Estimate?, _ expected: Reference, within tolerance: Double = 1e-9, absolute: Double = 1e-13, _ note: @autoclosure () -> Any = "",
    at location: SourceLocation = #_sourceLocation
) {
    let found = actual.map { [$0.value, $0.low, $0.high] } ?? []
    expectNear(found, [expected["value"].number, expected["low"].number, expected["high"].number], within: tolerance, absolute: absolute, note(), at: location)
}
