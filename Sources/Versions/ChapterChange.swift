import Model

/// What became of a chapter's text, piece by piece, as its author wrote it: a number that moved is no change of the text.
package struct ChapterChange: Sendable, Encodable {
    package struct Piece: Hashable, Sendable, Encodable {
        package enum Kind: String, Sendable, Encodable { case added, removed }
        package var kind: Kind
        package var text: String
    }

    private enum CodingKeys: String, CodingKey { case slug, title, isAdded = "added", isRemoved = "removed", pieces }

    package var slug: String
    package var title: String
    package var isAdded: Bool
    package var isRemoved: Bool
    /// In the order of the text; what was removed stands before what took its place.
    package var pieces: [Piece]

    static func all(from old: Version, to new: Version) -> [ChapterChange] {
        let gone = old.campaign.chapters.filter { chapter in !new.campaign.chapters.contains { $0.slug == chapter.slug } }
        return new.campaign.chapters.compactMap { chapter in
            guard let other = old.campaign.chapters.first(where: { $0.slug == chapter.slug }) else {
                return ChapterChange(slug: chapter.slug, title: chapter.title.plainText, isAdded: true, isRemoved: false, pieces: [])
            }
            let pieces = pieces(from: old.texts(of: other), to: new.texts(of: chapter))
            return pieces.isEmpty ? nil : ChapterChange(slug: chapter.slug, title: chapter.title.plainText, isAdded: false, isRemoved: false, pieces: pieces)
        } + gone.map { ChapterChange(slug: $0.slug, title: $0.title.plainText, isAdded: false, isRemoved: true, pieces: []) }
    }

    private static func pieces(from old: [String], to new: [String]) -> [Piece] {
        let difference = new.difference(from: old)
        var removed: [Int: String] = [:], added: [Int: String] = [:]
        for case .remove(let offset, let text, _) in difference { removed[offset] = text }
        for case .insert(let offset, let text, _) in difference { added[offset] = text }
        var pieces: [Piece] = [], before = 0, after = 0
        while before < old.count || after < new.count {
            if let text = removed[before] {
                pieces.append(Piece(kind: .removed, text: text))
                before += 1
            } else if let text = added[after] {
                pieces.append(Piece(kind: .added, text: text))
                after += 1
            } else {
                before += 1
                after += 1
            }
        }
        return pieces
    }
}

extension Version {
    fileprivate func texts(of chapter: Chapter) -> [String] { passages.filter { $0.file == chapter.file }.map(\.text) }
}
