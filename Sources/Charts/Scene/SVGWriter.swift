/// Writes a scene as an `svg` element: no styles inside, short numbers, everything escaped.
struct SVGWriter {
    /// Begins the ids of title and description.
    let id: String
    let title: String
    let description: String
    /// Beyond so many marks a tooltip each weighs more than it helps.
    private static let mostTooltips = 200

    func svg(_ scene: Scene) -> String {
        let size = "\(Self.number(scene.width)) \(Self.number(scene.height))"
        var text = "<svg class=\"chart\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\""
        text += " width=\"\(Self.number(scene.width))\" height=\"\(Self.number(scene.height))\" aria-labelledby=\"\(id)-t \(id)-d\" font-size=\"12\">"
        text += "<title id=\"\(id)-t\">\(Self.escaped(title))</title><desc id=\"\(id)-d\">\(Self.escaped(description))</desc>"
        let hasTooltips = scene.elements.count { $0.tooltip != nil } <= Self.mostTooltips
        for element in scene.elements { text += self.element(element, hasTooltips) }
        return text + "</svg>"
    }

    private func element(_ element: Scene.Element, _ hasTooltips: Bool) -> String {
        let attributes = " class=\"\(element.style)\"\(ChartStyle.fallback(for: element.style))"
        let tooltip = hasTooltips ? element.tooltip.map { "<title>\(Self.escaped($0))</title>" } ?? "" : ""
        func closed(_ name: String, _ geometry: String) -> String {
            tooltip.isEmpty ? "<\(name)\(attributes)\(geometry)/>" : "<\(name)\(attributes)\(geometry)>\(tooltip)</\(name)>"
        }
        switch element.shape {
        case .line(let x1, let y1, let x2, let y2):
            return closed("path", " d=\"M\(Self.number(x1)),\(Self.number(y1))L\(Self.number(x2)),\(Self.number(y2))\"")
        case .rect(let x, let y, let width, let height):
            return closed("rect", " x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0, width)))\" height=\"\(Self.number(max(0, height)))\"")
        case .path(let data): return closed("path", " d=\"\(data)\"")
        case .scene(let inner, let x, let y):
            let content = inner.elements.map { self.element($0, hasTooltips) }.joined()
            return "<g transform=\"translate(\(Self.number(x)) \(Self.number(y)))\">\(content)</g>"
        case .circle(let x, let y, let radius):
            return closed("circle", " cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\"")
        case .text(let text, let x, let y, let anchor, let size):
            let anchored = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
            let sized = size == 12 ? "" : " font-size=\"\(Self.number(size))\""
            return "<text\(attributes) x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(anchored)\(sized)>\(Self.escaped(text))</text>"
        }
    }

    /// At most one decimal, and none where it is 0: a tenth of a pixel is finer than any screen.
    static func number(_ value: Double) -> String {
        // A sum that overflows has no place; the farthest that any viewer draws stands for it.
        let tenths = value.isNaN ? 0 : Int((min(max(value, -1e6), 1e6) * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let whole = tenths.magnitude / 10, rest = tenths.magnitude % 10
        return rest == 0 ? "\(tenths == 0 ? "" : sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default:
                // Control characters may not stand in XML at all.
                if character.unicodeScalars.allSatisfy({ $0.value >= 32 || $0.value == 9 || $0.value == 10 }) { escaped.append(character) }
            }
        }
        return escaped
    }
}
