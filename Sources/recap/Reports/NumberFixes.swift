import Check
import Foundation
import Model

/// Numbers that nothing stands behind, made into claims where the data has exactly one number that they can be.
///
/// The text keeps reading as it did: `21.7%` becomes `{{redemption channel=mail = 21.7%}}`, which is shown as typed and checked from now on.
struct NumberFixes {
    struct Fix: Hashable {
        var number: TextNumber
        var reference: String

        var claim: String { "{{\(reference) = \(number.text)}}" }
    }

    let fixes: [Fix]

    init(for campaigns: [Campaign], answers: Answers) {
        fixes = campaigns.flatMap { campaign -> [Fix] in
            let proposals = Proposals(campaign: campaign, answers: answers)
            return campaign.chapters.flatMap { chapter in
                let allowed = Set(chapter.allowed.map(\.number.value))
                return chapter.numbers.filter { !allowed.contains($0.text) && $0.place.file == chapter.file }.compactMap { number in
                    let references = proposals.references(for: number.text)
                    return references.count == 1 ? Fix(number: number, reference: references[0]) : nil
                }
            }
        }
    }

    /// Writes the files anew.
    ///
    /// - Returns: what was changed; a number that no longer stands where it was found, or that begins a value of the front matter (where braces
    ///   would be YAML), is left alone.
    /// - Throws: `Problems` where a file can't be read or written.
    func apply() throws(Problems) -> [Fix] {
        var done: [Fix] = []
        for (file, fixes) in Dictionary(grouping: Set(fixes), by: \.number.place.file).sorted(by: { $0.key < $1.key }) {
            guard let text = FileManager.default.contents(atPath: file).flatMap({ String(validating: $0, as: UTF8.self) }) else {
                throw Problems(Problem(.unreadableFile, "\(file) can't be read", kind: .file))
            }
            let split = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            let endings = split.map { $0.endIndex < text.endIndex ? String(text[$0.endIndex]) : "" }
            var lines = split.map { Array($0) }
            // From the end, so that what stands before keeps its place.
            for fix in fixes.sorted(by: { ($0.number.place.line, $0.number.place.column) > ($1.number.place.line, $1.number.place.column) }) {
                let place = fix.number.place
                guard lines.indices.contains(place.line - 1) else { continue }
                let start = place.column - 1, end = start + fix.number.text.count, line = lines[place.line - 1]
                guard end <= line.count, String(line[start..<end]) == fix.number.text, !Self.beginsValue(start, of: line) else { continue }
                lines[place.line - 1].replaceSubrange(start..<end, with: Array(fix.claim))
                done.append(fix)
            }
            do {
                try Data(zip(lines, endings).map { String($0) + $1 }.joined().utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
            } catch {
                throw Problems(Problem(.unwritableFile, "\(file) could not be written: \(error.localizedDescription)", kind: .file))
            }
        }
        return done.sorted { ($0.number.place.file, $0.number.place.line, $0.number.place.column) < ($1.number.place.file, $1.number.place.line, $1.number.place.column) }
    }

    /// `title: 27% of all`
    private static func beginsValue(_ start: Int, of line: [Character]) -> Bool { String(line[..<start]).wholeMatch(of: /\s*(?:- )?\w+:\s*["']?/) != nil }
}
