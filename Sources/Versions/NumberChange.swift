package import Foundation
import Model

/// What became of one number.
package struct NumberChange: Sendable, Encodable {
    package enum Kind: String, Sendable, Encodable {
        case added, removed
        /// The same thing counted the same way gave another number.
        case moved
        /// The number is the same; its target or the verdict on it is not.
        case verdict
        /// It counts something else now, so that its movement would mean nothing.
        case method
    }

    package struct State: Sendable, Encodable {
        package var value: Decimal?
        package var text: String
        package var verdict: String?
        package var target: String?

        init(_ number: ShownNumber) {
            (value, text, verdict, target) = (number.number?.decimal, number.text, number.verdict?.rawValue, number.target)
        }
    }

    package var id: String
    package var name: String
    package var kind: Kind
    package var before: State?
    package var after: State?
    /// After less before; a rate's is a fraction of 1. Only of a number that moved.
    package var absolute: Decimal?
    package var absoluteText: String?
    /// The difference as a part of the number before.
    package var relative: Double?
    package var relativeText: String?
    package var method: [Method.Change]

    package var verdictChanged: Bool { before?.verdict != after?.verdict && kind != .added && kind != .removed }
    package var targetChanged: Bool { before?.target != after?.target }

    /// nil where nothing changed.
    init?(_ old: ShownNumber?, _ new: ShownNumber?, format: NumberFormat) {
        guard let either = new ?? old else { return nil }
        (id, name, before, after) = (either.id, either.name, old.map(State.init), new.map(State.init))
        method = []
        guard let old, let new else {
            kind = old == nil ? .added : .removed
            return
        }
        method = old.method.changes(to: new.method)
        let isSame = old.number == nil && new.number == nil ? old.text == new.text : old.number?.plainText == new.number?.plainText
        guard method.isEmpty else {
            kind = .method
            return
        }
        guard !isSame else {
            guard old.verdict != new.verdict || old.target != new.target else { return nil }
            kind = .verdict
            return
        }
        kind = .moved
        measure(from: old, to: new, format)
    }

    private mutating func measure(from old: ShownNumber, to new: ShownNumber, _ format: NumberFormat) {
        guard let a = old.number, let b = new.number, let difference = b - a else { return }
        absolute = difference.decimal
        let sign = difference.double > 0 ? "+" : ""
        absoluteText = new.unit == .percent ? format.points(difference) : sign + format.text(difference, unit: new.unit ?? .number)
        // Against the size of the number before: −2 → −1 is a rise.
        guard let size = a.double < 0 ? Number(0) - a : a, let part = difference / size else { return }
        relative = part.double
        relativeText = format.change(part)
    }

    /// All that changed, by name.
    static func all(from old: Version, to new: Version) -> [NumberChange] {
        let format = NumberFormat(language: new.campaign.language, currency: new.campaign.currency)
        let before = Dictionary(uniqueKeysWithValues: old.numbers.map { ($0.id, $0) }), after = Dictionary(uniqueKeysWithValues: new.numbers.map { ($0.id, $0) })
        return Set(before.keys).union(after.keys).sorted().compactMap { NumberChange(before[$0], after[$0], format: format) }
    }
}
