import Model

/// Reads what stands between `{{` and `}}`: `gmv channel=wechat | change = +23.5%`.
struct ReferenceParser {
    private struct Word {
        var text: String
        /// Characters before it.
        var offset: Int
        var quotedValue: String?
    }

    /// - Parameters:
    ///   - inner: the text between the braces.
    ///   - place: of the whole reference, braces included; its text lies on one line.
    static func parse(_ inner: String, at place: Place) -> Result<Reference, Problem> {
        do throws(Problem) { return .success(try ReferenceParser(inner: inner, place: place).reference()) } catch { return .failure(error) }
    }

    let inner: String
    let place: Place

    private func reference() throws(Problem) -> Reference {
        let (body, claim) = splitClaim()
        let halves = split(body, at: "|")
        guard halves.count <= 2 else { throw Problem(.badReference, "a reference has at most one '|'", at: at(halves[2].offset - 1, 1)) }
        let words = try words(of: halves[0])
        guard let first = words.first else { throw Problem(.badReference, "a metric's name is expected between the braces", at: place) }
        guard !first.text.contains("=") else {
            throw Problem(.badReference, "a reference begins with a metric's name, then come slices", at: at(first.offset, first.text.count))
        }
        let slice = try words.dropFirst().map { word throws(Problem) in try term(word) }
        var form = Located(Reference.Form.value, at: at(first.offset, first.text.count))
        var shareOf: [SliceTerm] = []
        if halves.count == 2 {
            let words = try self.words(of: halves[1])
            guard let name = words.first else { throw Problem(.badReference, "a word like change or target is expected after '|'", at: place) }
            guard let known = Reference.Form(rawValue: name.text) else {
                let near = suggestion(for: name.text, among: Reference.Form.allCases.map(\.rawValue))
                throw Problem(.badReference, "'\(name.text)' is no form of a value\(near)", at: at(name.offset, name.text.count))
            }
            form = Located(known, at: at(name.offset, name.text.count))
            shareOf = try words.dropFirst().map { word throws(Problem) in try term(word) }
            if known == .share, shareOf.isEmpty {
                throw Problem(.badReference, "share needs to know of what, like `| share channel=wechat`", at: form.place)
            }
            if known != .share, let extra = shareOf.first {
                throw Problem(.badReference, "a slice stands before the '|'", at: extra.dimension.place)
            }
        }
        return Reference(
            name: Located(first.text, at: at(first.offset, first.text.count)), slice: slice, form: form, shareOf: shareOf,
            claim: claim, place: place)
    }

    private func at(_ offset: Int, _ length: Int) -> Place {
        var place = self.place
        place.column += 2 + offset
        place.length = max(1, length)
        return place
    }

    /// A claim comes after the last ` = ` with spaces around it.
    private func splitClaim() -> (body: (text: String, offset: Int), claim: Located<String>?) {
        let characters = Array(inner)
        var quoted = false
        for index in characters.indices {
            if characters[index] == "\"" { quoted.toggle() }
            guard !quoted, characters[index] == "=", index > 0, characters[index - 1] == " ",
                index + 1 < characters.count, characters[index + 1] == " "
            else { continue }
            let typed = String(characters[(index + 1)...])
            let lead = typed.prefix { $0 == " " }.count
            let trimmed = String(typed.dropFirst(lead).reversed().drop { $0 == " " }.reversed())
            return ((String(characters[..<index]), 0), Located(trimmed, at: at(index + 1 + lead, trimmed.count)))
        }
        return ((inner, 0), nil)
    }

    private func split(_ body: (text: String, offset: Int), at separator: Character) -> [(text: String, offset: Int)] {
        var parts: [(text: String, offset: Int)] = [("", body.offset)]
        var quoted = false
        for (index, character) in body.text.enumerated() {
            if character == "\"" { quoted.toggle() }
            if character == separator, !quoted { parts.append(("", body.offset + index + 1)) } else { parts[parts.count - 1].text.append(character) }
        }
        return parts
    }

    private func words(of part: (text: String, offset: Int)) throws(Problem) -> [Word] {
        var words: [Word] = []
        var word = "", start = 0, quoted = false
        for (index, character) in (part.text + " ").enumerated() {
            if character == "\"" { quoted.toggle() }
            if character == " ", !quoted {
                if !word.isEmpty { words.append(Word(text: word, offset: part.offset + start)) }
                word = ""
            } else {
                if word.isEmpty { start = index }
                word.append(character)
            }
        }
        if quoted { throw Problem(.badReference, "a quote is not closed", at: at(part.offset + start, word.count)) }
        return words
    }

    private func term(_ word: Word) throws(Problem) -> SliceTerm {
        guard let equals = word.text.firstIndex(of: "=") else {
            throw Problem(.badReference, "'\(word.text)' is no slice; write dimension=value", at: at(word.offset, word.text.count))
        }
        let dimension = String(word.text[..<equals])
        var value = String(word.text[word.text.index(after: equals)...])
        var offset = word.offset + dimension.count + 1
        if value.count >= 2, value.first == "\"", value.last == "\"" {
            value = String(value.dropFirst().dropLast())
            offset += 1
        }
        guard !dimension.isEmpty, !value.isEmpty else {
            throw Problem(.badReference, "'\(word.text)' is no slice; write dimension=value, without spaces, or ' = ' for a claim", at: at(word.offset, word.text.count))
        }
        return SliceTerm(dimension: Located(dimension, at: at(word.offset, dimension.count)), value: Located(value, at: at(offset, value.count)))
    }
}
