/// How a number comes about: two numbers with different methods are not compared, they count different things.
package struct Method: Hashable, Sendable {
    /// One line for the number itself and for each definition that it rests on: `conversion: buyers / visitors`.
    package var definition: Set<String> = []
    package var unit = ""
    /// The tables, each with its files and how they are read.
    package var source: Set<String> = []
    /// The days over which it is taken.
    package var period: Set<String> = []

    package enum Aspect: String, Sendable, CaseIterable, Encodable { case definition, unit, source, period }

    package struct Change: Hashable, Sendable, Encodable {
        package var aspect: Aspect
        package var before: String
        package var after: String
    }

    /// What differs, each side without the lines that both have.
    func changes(to other: Method) -> [Change] {
        func change(_ aspect: Aspect, _ before: Set<String>, _ after: Set<String>) -> Change? {
            guard before != after else { return nil }
            return Change(
                aspect: aspect, before: before.subtracting(after).sorted().joined(separator: "; "), after: after.subtracting(before).sorted().joined(separator: "; "))
        }
        return [
            change(.definition, definition, other.definition), change(.unit, [unit], [other.unit]), change(.source, source, other.source),
            change(.period, period, other.period),
        ].compactMap { $0 }
    }
}
