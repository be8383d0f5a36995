/// What a number can begin with, told cheaply: most lines hold none, and most characters begin none.
enum NumberStarts {
    /// Whether a text holds a digit or a word that a number may begin with.
    static func mayStand(in text: String) -> Bool {
        var word: UInt64 = 0, isWhole = true
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: return true
            case 0x41...0x5A, 0x61...0x7A:
                if word >> 56 == 0 { word = word << 8 | UInt64(scalar.value | 0x20) }
                continue
            case 0x4E00...: if isNumeral(scalar) { return true }
            default: break
            }
            if word != 0, isWhole, words.contains(word) { return true }
            (word, isWhole) = (0, scalar != "-")
        }
        return word != 0 && isWhole && words.contains(word)
    }

    /// Whether a number in words may begin here: with a Chinese numeral or one of the English words.
    static func isFirst(of text: ArraySlice<Character>) -> Bool {
        guard let first = text.first?.unicodeScalars.first else { return false }
        guard first.isASCII else { return isNumeral(first) }
        var word: UInt64 = 0
        for character in text {
            guard let value = character.asciiValue, character.isLetter, word >> 56 == 0 else { break }
            word = word << 8 | UInt64(value | 0x20)
        }
        return words.contains(word)
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万": true
        default: false
        }
    }

    /// The first eight letters of each word in one integer; no other word of English begins with eight such letters.
    private static let words = Set(
        [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventee", "eighteen",
            "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        ].map { $0.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } })
}
