/// A page's footnotes: one per source, however often it is cited.
struct FootnoteList {
    struct Note {
        var source: String
        /// How many places cite it.
        var citations: Int
    }

    /// One citation: the note's number and id, and the citation's own id for the way back.
    struct Mark {
        var number: Int
        var id: String
        var backID: String
    }

    private(set) var notes: [Note] = []

    mutating func cite(_ source: String) -> Mark {
        let index = notes.firstIndex { $0.source == source } ?? notes.count
        if index == notes.count { notes.append(Note(source: source, citations: 0)) }
        notes[index].citations += 1
        return mark(index, citation: notes[index].citations)
    }

    private func mark(_ index: Int, citation: Int) -> Mark {
        Mark(number: index + 1, id: "_note-\(index + 1)", backID: "_cite-\(index + 1)-\(citation)")
    }

    /// For each note its marks, in the order of the text.
    var marks: [(note: Note, marks: [Mark])] {
        notes.indices.map { index in
            (notes[index], (1...max(1, notes[index].citations)).map { mark(index, citation: $0) })
        }
    }
}

extension PageWriter {
    /// The list at the page's end; nil where nothing was cited.
    func footnotesHTML() -> String? {
        guard !footnotes.notes.isEmpty else { return nil }
        let notes = footnotes.marks.map { note, marks in
            View([
                "number": String(marks[0].number), "id": marks[0].id, "source": note.source,
                "backs": marks.map { View(["href": "#\($0.backID)", "label": words.backToText]) },
            ])
        }
        return render("footnotes", ["notes": notes])
    }
}
