import Foundation
import Testing

@testable import Load

/// Sentences in which a reader who had not seen the scanner marked each number that the sentence states with ‹ and ›.
///
/// The scanner was written with the sentences of `tuned.txt` in sight; those of `held-out.txt` say how well it does on others.
/// `RECAP_SHOW_MISSES=1` prints where it differs from the marks of the former.
struct StatedNumbersTests {
    @Test(arguments: ["tuned", "held-out"])
    func `stated numbers are found with a precision and recall of 95 % or more`(set: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/stated-numbers/\(set).txt")
        let sentences = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(sentences.count >= 200)
        var total = Score()
        for (name, isChosen) in [("Chinese", true), ("English", false)] {
            let score = sentences.filter { Self.isChinese($0) == isChosen }.map { Self.score($0, showing: set == "tuned") }.reduce(into: Score()) { $0.add($1) }
            print("stated numbers, \(set), \(name): \(score)")
            #expect(score.precision >= 0.95)
            #expect(score.recall >= 0.95)
            total.add(score)
        }
        print("stated numbers, \(set): \(total)")
    }

    private struct Score: CustomStringConvertible {
        var right = 0, found = 0, marked = 0

        mutating func add(_ other: Score) { (right, found, marked) = (right + other.right, found + other.found, marked + other.marked) }
        var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
        var recall: Double { marked == 0 ? 1 : Double(right) / Double(marked) }
        var description: String { "precision \(Self.rounded(precision)) (\(right) of \(found)), recall \(Self.rounded(recall)) (\(right) of \(marked))" }
        private static func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
    }

    private static func isChinese(_ sentence: String) -> Bool { sentence.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

    /// Where the marks' ends stand, for text without the marks.
    private static func marks(of sentence: String) -> (text: String, ranges: [Range<Int>]) {
        var text: [Character] = [], ranges: [Range<Int>] = [], start = 0
        for character in sentence {
            switch character {
            case "‹": start = text.count
            case "›": ranges.append(start..<text.count)
            default: text.append(character)
            }
        }
        return (String(text), ranges)
    }

    /// A number counts as found where what was found lies upon its digits: whether the noun behind belongs to it changes nothing for an author.
    private static func score(_ sentence: String, showing: Bool) -> Score {
        let (text, marked) = marks(of: sentence)
        let found = NumberScanner(text).numbers()
        let right = found.filter { number in marked.contains { $0.overlaps(number.range) } }
        let missed = marked.filter { range in !found.contains { $0.range.overlaps(range) } }
        if showing, ProcessInfo.processInfo.environment["RECAP_SHOW_MISSES"] == "1", right.count != found.count || !missed.isEmpty {
            print("\(sentence)\n    found: \(found.map(\.text)), missed: \(missed.map { String(Array(text)[$0]) })")
        }
        return Score(right: min(right.count, marked.count - missed.count), found: found.count, marked: marked.count)
    }
}
