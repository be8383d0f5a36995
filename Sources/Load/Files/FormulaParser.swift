import Foundation
import Model

/// Reads arithmetic over metrics: `gmv - refunds`, `(a + b) / 2`. Multiplication binds before addition.
struct FormulaParser {
    private enum Token: Equatable { case name(String), number(Decimal), sign(Character) }

    private var tokens: [(token: Token, place: Place)] = []
    private var index = 0
    private let end: Place

    static func parse(_ value: YAMLValue) -> Formula? {
        value.located().flatMap { parse($0, value.problems) }
    }

    static func parse(_ text: Located<String>, _ problems: ProblemList) -> Formula? {
        do throws(Problem) {
            var parser = try FormulaParser(text)
            let formula = try parser.sum()
            if let rest = parser.next { throw Problem(.badFormula, "an operator is expected here", at: rest.place) }
            return formula
        } catch {
            problems.add(error)
            return nil
        }
    }

    private init(_ text: Located<String>) throws(Problem) {
        end = text.place
        let characters = Array(text.value)
        var index = 0
        while index < characters.count {
            let start = index
            let character = characters[index]
            var place = text.place
            place.column += start
            if character.isWhitespace { index += 1; continue }
            if character.isLetter || character == "_" {
                while index < characters.count, characters[index].isLetter || characters[index].isNumber || characters[index] == "_" { index += 1 }
                place.length = index - start
                tokens.append((.name(String(characters[start..<index])), place))
            } else if character.isNumber {
                while index < characters.count, characters[index].isNumber || characters[index] == "." { index += 1 }
                place.length = index - start
                guard let number = Decimal(string: String(characters[start..<index])) else { throw Problem(.badFormula, "this is no number", at: place) }
                let isPercent = index < characters.count && characters[index] == "%"
                if isPercent { index += 1 }
                tokens.append((.number(isPercent ? number / 100 : number), place))
            } else if "+-*/()".contains(character) {
                place.length = 1
                tokens.append((.sign(character), place))
                index += 1
            } else {
                place.length = 1
                throw Problem(.badFormula, "'\(character)' has no meaning in a formula; it takes + - * / ( ), numbers and metrics", at: place)
            }
        }
    }

    private var next: (token: Token, place: Place)? { index < tokens.count ? tokens[index] : nil }

    private mutating func take(_ signs: Character...) -> Character? {
        guard case .sign(let sign)? = next?.token, signs.contains(sign) else { return nil }
        index += 1
        return sign
    }

    private mutating func sum() throws(Problem) -> Formula {
        var left = try product()
        while let sign = take("+", "-") {
            let right = try product()
            left = sign == "+" ? .add(left, right) : .subtract(left, right)
        }
        return left
    }

    private mutating func product() throws(Problem) -> Formula {
        var left = try factor()
        while let sign = take("*", "/") {
            let right = try factor()
            left = sign == "*" ? .multiply(left, right) : .divide(left, right)
        }
        return left
    }

    private mutating func factor() throws(Problem) -> Formula {
        if take("-") != nil { return .negate(try factor()) }
        if take("(") != nil {
            let inner = try sum()
            guard take(")") != nil else { throw Problem(.badFormula, "a parenthesis is not closed", at: next?.place ?? end) }
            return inner
        }
        guard let (token, place) = next else { throw Problem(.badFormula, "the formula ends too early", at: end) }
        index += 1
        switch token {
        case .name(let name): return .metric(Located(name, at: place))
        case .number(let number): return .number(.exact(number))
        case .sign(let sign): throw Problem(.badFormula, "a metric or a number is expected before '\(sign)'", at: place)
        }
    }
}
