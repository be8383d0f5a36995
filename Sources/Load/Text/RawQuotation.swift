import Model

/// `[text]{source="…" name="number"}` as it is typed, its attributes in their order.
struct RawQuotation {
    let typed: String
    private let text: String
    private let attributes: [(name: String, value: String, column: Int)]

    /// nil for a bracket that begins none.
    init?(in line: [Character], from start: Int) {
        guard let close = line[start...].firstIndex(of: "]"), line[close...].starts(with: Array("]{source")), let end = Self.end(of: line, from: close + 2) else { return nil }
        typed = String(line[start...end])
        text = String(line[(start + 1)..<close])
        attributes = Self.attributes(in: line, (close + 2)..<end, from: start)
    }

    /// The brace that closes the attributes; one within quotation marks is text.
    private static func end(of line: [Character], from start: Int) -> Int? {
        var shut: Character?
        for index in line.indices[start...] {
            if let mark = shut {
                if line[index] == mark { shut = nil }
            } else if line[index] == "}" {
                return index
            } else if index > start, line[index - 1] == "=" {
                shut = marks[line[index]]
            }
        }
        return nil
    }

    private static let marks: [Character: Character] = ["\"": "\"", "“": "”"]

    private static func attributes(in line: [Character], _ range: Range<Int>, from start: Int) -> [(name: String, value: String, column: Int)] {
        var found: [(name: String, value: String, column: Int)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if line[index].isWhitespace { index += 1; continue }
            let nameStart = index
            while index < range.upperBound, line[index] != "=", !line[index].isWhitespace { index += 1 }
            let name = String(line[nameStart..<index])
            var value = ""
            if index + 1 < range.upperBound, line[index] == "=", let shut = marks[line[index + 1]], let end = line[(index + 2)..<range.upperBound].firstIndex(of: shut) {
                value = String(line[(index + 2)..<end])
                index = end + 1
            } else {
                while index < range.upperBound, !line[index].isWhitespace { index += 1 }
            }
            found.append((name, value, nameStart - start))
        }
        return found
    }

    /// nil where something is wrong with it, which has then been noted.
    func quotation(at place: Place, _ problems: ProblemList) -> Quotation? {
        guard let source = attributes.first(where: { $0.name == "source" })?.value, !source.allSatisfy(\.isWhitespace) else {
            problems.add(.quotationWithoutSource, "a quotation names its source: [\(text)]{source=\"…\"}", at: place)
            return nil
        }
        let named = attributes.filter { $0.name != "source" }
        let numbers = named.compactMap { attribute in number(attribute.name, attribute.value, source, at: place.moved(by: attribute.column, length: attribute.name.count), problems) }
        return numbers.count == named.count ? Quotation(text: text, source: source, place: place, numbers: numbers) : nil
    }

    private func number(_ name: String, _ value: String, _ source: String, at place: Place, _ problems: ProblemList) -> QuotedNumber? {
        guard Identifier.isWord(name) else {
            problems.add(.badQuotation, "'\(name)' can't name a number; write name=\"the number as it stands in the quotation\", the name in lower-case letters, digits and _", at: place)
            return nil
        }
        guard !value.isEmpty, text.contains(value) else {
            let remedy = value.isEmpty ? "write \(name)=\"the number as it stands there\"" : "'\(value)' does not stand in it"
            problems.add(.badQuotation, "'\(name)' names a number of this quotation; \(remedy)", at: place)
            return nil
        }
        guard let claim = TypedClaim(value) else {
            problems.add(.badQuotation, "'\(value)' is no number that can be calculated with; take its digits and unit only", at: place)
            return nil
        }
        return QuotedNumber(name: Located(name, at: place), text: value, claim: claim, source: source)
    }
}

extension Place {
    /// A place on the same line, so many columns on.
    fileprivate func moved(by columns: Int, length: Int) -> Place {
        var place = self
        place.column += columns
        place.length = max(1, length)
        return place
    }
}
