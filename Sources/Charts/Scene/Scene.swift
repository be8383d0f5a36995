/// What is to be drawn, in order, before it becomes SVG.
public struct Scene: Sendable {
    enum Anchor: String, Sendable { case start, middle, end }

    enum Shape: Sendable {
        case line(x1: Double, y1: Double, x2: Double, y2: Double)
        case rect(x: Double, y: Double, width: Double, height: Double)
        case path(Markup)
        case circle(x: Double, y: Double, radius: Double)
        case text(String, x: Double, y: Double, anchor: Anchor, size: Double)
        /// Another scene with its origin here.
        indirect case scene(Scene, x: Double, y: Double)
    }

    struct Element: Sendable {
        var shape: Shape
        /// Class names of `ChartStyle`.
        var style: String
        var tooltip: String?
    }

    /// The unit of the values, where it is said above the plot or could be.
    var unit: String?
    private(set) var elements: [Element] = []
    let width: Double
    var height: Double

    mutating func add(_ shape: Shape, _ style: String, tooltip: String? = nil) {
        elements.append(Element(shape: shape, style: style, tooltip: tooltip))
    }

    mutating func add(_ element: Element) { elements.append(element) }

    /// A text in one line.
    static func line(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 32 }) || text.unicodeScalars.contains(where: { (0x2028...0x2029).contains($0.value) }) else { return text }
        return String(text.map { $0.isNewline ? " " : $0 })
    }

    mutating func add(_ scene: Scene, x: Double, y: Double) { add(.scene(scene, x: x, y: y), "") }

    mutating func text(_ text: String, x: Double, y: Double, anchor: Anchor = .start, size: Double = 12, _ style: String = "label") {
        let text = Self.line(text)
        guard !text.isEmpty else { return }
        add(.text(text, x: x, y: y, anchor: anchor, size: size), style)
    }

    /// A box that a text takes, by measured width.
    struct TextBox: Sendable {
        var text: String
        var left: Double, right: Double, top: Double, bottom: Double

        init(_ text: String, x: Double, y: Double, anchor: Anchor, size: Double) {
            let width = TextMeasure.width(text, size: size)
            self.text = text
            left = anchor == .start ? x : anchor == .middle ? x - width / 2 : x - width
            right = left + width
            top = y - size * 0.8
            bottom = y + size * 0.2
        }

        /// A box without a text.
        init(left: Double, right: Double, top: Double, bottom: Double) {
            text = ""
            (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
        }

        func moved(_ x: Double, _ y: Double) -> TextBox {
            var box = self
            (box.left, box.right, box.top, box.bottom) = (left + x, right + x, top + y, bottom + y)
            return box
        }

        func overlaps(_ other: TextBox) -> Bool {
            left < other.right - 0.5 && other.left < right - 0.5 && top < other.bottom - 0.5 && other.top < bottom - 0.5
        }
    }

    func contains(_ box: TextBox) -> Bool {
        box.left >= -0.5 && box.right <= width + 0.5 && box.top >= -0.5 && box.bottom <= height + 0.5
    }

    var textBoxes: [TextBox] {
        elements.flatMap { element -> [TextBox] in
            switch element.shape {
            case .text(let text, let x, let y, let anchor, let size): [TextBox(text, x: x, y: y, anchor: anchor, size: size)]
            case .scene(let inner, let x, let y): inner.textBoxes.map { $0.moved(x, y) }
            default: []
            }
        }
    }
}
