/// How wide a text is, without a font: widths of Liberation Sans (metric-compatible with Arial and Helvetica) for Latin,
/// one em for East Asian wide characters. A little too wide rather than too narrow.
enum TextMeasure {
    /// Pixels at a font size.
    static func width(_ text: String, size: Double) -> Double {
        var ems = 0.0
        for scalar in text.unicodeScalars { ems += em(scalar.value) }
        return ems * size * 1.04
    }

    private static func em(_ scalar: UInt32) -> Double {
        switch scalar {
        case 32..<127: return Double(latin[Int(scalar) - 32]) / 1000
        // Line breaks are written as spaces.
        case 9...13, 0x85, 0x2028...0x2029: return 0.278
        // Joiners, variation selectors, combining marks.
        case 0..<32, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        // Chinese fonts draw these as wide as a Han character.
        case 0xB0, 0xB1, 0xB7, 0xD7, 0xF7: return 1
        case 0x2010...0x2015, 0x2212, 0x2264, 0x2265: return 0.6
        case 0xA0...0x2FF, 0x370...0x52F: return 0.6
        default: return 1
        }
    }

    /// Thousandths of an em from the space on, in ASCII order.
    private static let latin = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
        722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
        500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]

    /// A text cut to a width, with an ellipsis where something was cut.
    static func fitted(_ text: String, size: Double, width limit: Double) -> String {
        guard width(text, size: size) > limit else { return text }
        var cut = ""
        for character in text {
            guard width(cut + String(character) + "…", size: size) <= limit else { break }
            cut.append(character)
        }
        return cut.isEmpty ? "" : cut + "…"
    }

    /// A text in at most so many rows, each within a width; Latin breaks at spaces, Han anywhere. nil where it does not fit.
    ///
    /// The rows are about as wide as each other.
    static func wrapped(_ text: String, size: Double, width limit: Double, rows: Int) -> [String]? {
        guard let greedy = broken(text, size: size, width: limit, rows: rows), greedy.count > 1 else {
            return broken(text, size: size, width: limit, rows: rows)
        }
        let even = width(text, size: size) / Double(greedy.count)
        for share in stride(from: 1.0, to: limit / even, by: 0.08) {
            if let balanced = broken(text, size: size, width: even * share, rows: greedy.count) { return balanced }
        }
        return greedy
    }

    private static func broken(_ text: String, size: Double, width limit: Double, rows: Int) -> [String]? {
        var lines: [String] = [""]
        for piece in pieces(of: text) {
            let joined = (lines.last ?? "") + piece
            if width(joined, size: size) <= limit { lines[lines.count - 1] = joined; continue }
            let bare = piece.first == " " ? String(piece.dropFirst()) : piece
            guard width(bare, size: size) <= limit, lines.last?.isEmpty == false, lines.count < rows else { return nil }
            lines.append(bare)
        }
        return lines
    }

    private static let closingMarks: Set<Character> = ["，", "。", "；", "：", "、", "！", "？", "）", "》", "」", "』", "”", "’", "％", "%"]

    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        for character in text {
            let isHan = (character.unicodeScalars.first?.value ?? 0) >= 0x2E80
            // Closing marks never begin a row.
            if !pieces.isEmpty, closingMarks.contains(character) {
                pieces[pieces.count - 1].append(character)
            } else if isHan || character == " " || pieces.isEmpty || (pieces.last?.last.map { ($0.unicodeScalars.first?.value ?? 0) >= 0x2E80 } ?? false) {
                pieces.append(String(character))
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }
}
