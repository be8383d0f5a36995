/// What marks draw on: the scene, and labels that find their own room once everything else is drawn.
public struct Canvas: Sendable {
    var scene: Scene
    private var labels: [Label] = []
    private var bodies: [Scene.TextBox] = []

    /// A text with the places where it may stand, the best first. A label that finds none is left out: better no label
    /// than two that run into each other, and the data table behind has it all the same.
    struct Label: Sendable {
        struct Place: Sendable {
            var x: Double, y: Double
            var anchor: Scene.Anchor
            /// Rows of this place; a narrow one may wrap or cut the text.
            var rows: [String]
        }

        /// Labels of what matters more find their room first.
        enum Rank: Int, Sendable { case rule, band, value }

        var rank: Rank
        /// Stands beside bars and bubbles rather than upon them.
        var avoidsBodies = false
        var style: String
        var places: [Place]
    }

    init(scene: Scene) { self.scene = scene }

    mutating func label(_ rank: Label.Rank, _ places: [Label.Place], _ style: String = "label") {
        labels.append(Label(rank: rank, style: style, places: places))
    }

    mutating func label(_ text: String, x: Double, y: Double, anchor: Scene.Anchor, _ style: String = "label") {
        label(.value, [Label.Place(x: x, y: y, anchor: anchor, rows: [text])], style)
    }

    /// A label on one of the four sides of a point, the preferred one first.
    mutating func around(_ text: String, x: Double, y: Double, distance: Double, prefers side: LabelSide? = nil, _ style: String = "label") {
        let sides: [(Double, Double, Scene.Anchor)] = [
            (x + distance, y + 4, .start), (x, y - distance - 2, .middle), (x - distance, y + 4, .end), (x, y + distance + 11, .middle),
        ]
        let first = side.map(\.rawValue).flatMap { sides.indices.contains($0) ? $0 : nil } ?? 0
        let inOrder = [sides[first]] + sides[..<first] + sides[(first + 1)...]
        let places = inOrder.map { Label.Place(x: $0.0, y: $0.1, anchor: $0.2, rows: [text]) }
        labels.append(Label(rank: .value, avoidsBodies: true, style: style, places: places))
    }

    /// A shape that labels had better not cover.
    mutating func keepFree(x: Double, y: Double, width: Double, height: Double) {
        bodies.append(Scene.TextBox(left: x, right: x + width, top: y, bottom: y + height))
    }

    /// The scene with its labels on top, so that no line runs through them.
    func finished() -> Scene {
        var scene = scene, written: [Scene.Element] = []
        var taken = TextBoxes(scene.textBoxes)
        let inOrder = labels.enumerated().sorted { ($0.element.rank.rawValue, $0.offset) < ($1.element.rank.rawValue, $1.offset) }
        for (_, label) in inOrder {
            // Beside all shapes if there is room, else upon them.
            let choices = (label.avoidsBodies && bodies.count < 100 ? label.places.map { ($0, true) } : []) + label.places.map { ($0, false) }
            for (place, isFree) in choices {
                let boxes = place.rows.enumerated().map { row, text in
                    Scene.TextBox(text, x: place.x, y: place.y + Double(row) * Self.rowHeight, anchor: place.anchor, size: 12)
                }
                if isFree, boxes.contains(where: { box in bodies.contains { $0.overlaps(box) } }) { continue }
                guard boxes.allSatisfy({ box in scene.contains(box) && !taken.overlaps(box) }) else { continue }
                for (row, text) in place.rows.enumerated() {
                    let shape = Scene.Shape.text(Scene.line(text), x: place.x, y: place.y + Double(row) * Self.rowHeight, anchor: place.anchor, size: 12)
                    written.append(Scene.Element(shape: shape, style: label.style))
                }
                for box in boxes { taken.insert(box) }
                break
            }
        }
        // Texts of one style together: they stand in one group.
        for item in written.enumerated().sorted(by: { ($0.element.style, $0.offset) < ($1.element.style, $1.offset) }) { scene.add(item.element) }
        return scene
    }

    static let rowHeight = 14.0
}
