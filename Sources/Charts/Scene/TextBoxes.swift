/// Boxes of texts by their height in the drawing, so that each is compared with its neighbours only.
struct TextBoxes {
    private var rows: [Int: [Scene.TextBox]] = [:]
    private static let rowHeight = 32.0

    init(_ boxes: [Scene.TextBox]) { for box in boxes { insert(box) } }

    private func span(_ box: Scene.TextBox) -> ClosedRange<Int> {
        func row(_ y: Double) -> Int { Int((max(-1e6, min(1e6, y)) / Self.rowHeight).rounded(.down)) }
        return row(box.top)...max(row(box.top), row(box.bottom))
    }

    mutating func insert(_ box: Scene.TextBox) {
        for row in span(box) { rows[row, default: []].append(box) }
    }

    func overlaps(_ box: Scene.TextBox) -> Bool {
        span(box).contains { row in rows[row]?.contains { $0.overlaps(box) } ?? false }
    }
}
