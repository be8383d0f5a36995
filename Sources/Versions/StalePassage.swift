package import Model

/// A piece of text that stands as it stood, while a number in it became another.
package struct StalePassage: Sendable {
    package struct Moved: Sendable {
        package var reference: Reference
        package var before: Said
        package var after: Said
    }

    /// What a reference said: the number as shown, and the verdict on it.
    package struct Said: Sendable {
        var shown: String
        var number: Number?
        var verdict: Verdict?

        /// For messages: `$101.00, missed`.
        package var text: String { text(Words.of(.en)) }
        func text(_ words: Words) -> String { verdict.map { shown + words.comma + words.name(of: $0) } ?? shown }

        /// Another way of writing the same number is no other number; nor is a difference that nobody is shown.
        func differs(from other: Said) -> Bool {
            if verdict != other.verdict { return true }
            if let number, let theirs = other.number, number.plainText == theirs.plainText { return false }
            return shown != other.shown
        }
    }

    package var passage: Passage
    package var moved: [Moved]

    /// Those of the given passages of `new` whose references show another value or verdict than they did in `old`.
    package static func among(_ passages: [Passage], of new: Version, since old: Version) -> [StalePassage] {
        let before = old.saidByReferences, now = new.saidByReferences
        return passages.compactMap { passage in
            var seen: Set<String> = []
            let moved = passage.references.compactMap { reference -> Moved? in
                guard seen.insert(reference.key).inserted, let was = before[reference.key], let said = now[reference.key], was.differs(from: said) else { return nil }
                return Moved(reference: reference, before: was, after: said)
            }
            return moved.isEmpty ? nil : StalePassage(passage: passage, moved: moved)
        }
    }

    /// All pieces that both versions have word for word.
    static func all(from old: Version, to new: Version) -> [StalePassage] {
        let kept = Set(old.passages.map(\.text))
        return among(new.passages.filter { kept.contains($0.text) }, of: new, since: old)
    }
}

extension Version {
    fileprivate var saidByReferences: [String: StalePassage.Said] {
        var all: [String: StalePassage.Said] = [:]
        for reference in campaign.uses.references {
            guard let answer = answers.answer(to: reference, in: campaign) else { continue }
            let verdict = answers.values[ValueKey(campaign: campaign.id, metric: reference.name.value, terms: reference.slice)]?.verdict
            all[reference.key] = StalePassage.Said(shown: answer.text, number: answer.number, verdict: verdict)
        }
        return all
    }
}
