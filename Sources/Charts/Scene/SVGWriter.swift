/// Writes a scene as an `svg` element: no styles inside, short numbers, everything escaped.
struct SVGWriter {
    /// Begins the ids of title and description.
    let id: String
    let title: String
    let description: String
    let options: SVGOptions
    /// Beyond so many marks a tooltip each weighs more than it helps.
    private static let mostTooltips = 200

    func svg(_ scene: Scene) -> String {
        var markup = Markup()
        // A page's own markup needs no name space, and its style sheet says the font.
        markup.add("<svg class=\"chart\" role=\"img\"\(options.hasAttributes ? " xmlns=\"http://www.w3.org/2000/svg\"" : "") viewBox=\"0 0 ")
        markup.number(scene.width)
        markup.add(" ")
        markup.attribute("", scene.height)
        markup.attribute(" width=\"", scene.width)
        markup.attribute(" height=\"", scene.height)
        markup.add(" aria-labelledby=\"\(id)-t \(id)-d\"\(options.hasAttributes ? " font-size=\"12\" font-family=\"sans-serif\"" : "")>")
        if options.describedAt == nil {
            markup.add("<title id=\"\(id)-t\">")
            markup.escaped(title)
            markup.add("</title><desc id=\"\(id)-d\">")
            markup.escaped(description)
            markup.add("</desc>")
        }
        if options.hasGround { markup.add("<path class=\"paper\"\(ChartStyle.fallback(for: "paper")) d=\"M0,0H\(Int(scene.width))V\(Int(scene.height.rounded(.up)))H0Z\"/>") }
        write(scene.elements, options.hasTooltips && scene.elements.count { $0.tooltip != nil } <= Self.mostTooltips, &markup)
        markup.add("</svg>")
        return markup.text
    }

    /// Neighbours of one style stand in a group that says it once.
    private func write(_ elements: [Scene.Element], _ hasTooltips: Bool, _ markup: inout Markup) {
        var start = 0
        while start < elements.count {
            let first = elements[start]
            if case .scene(let inner, let x, let y) = first.shape {
                markup.add("<g transform=\"translate(")
                markup.number(x)
                markup.add(" ")
                markup.number(y)
                markup.add(")\">")
                write(inner.elements, hasTooltips, &markup)
                markup.add("</g>")
                start += 1
                continue
            }
            var end = start + 1
            while end < elements.count, elements[end].style == first.style, elements[end].shape.isLike(first.shape) { end += 1 }
            let look = attributes(first)
            if end - start == 1 {
                write(first, look, hasTooltips, &markup)
            } else {
                markup.add("<g\(look)>")
                for element in elements[start..<end] { write(element, "", hasTooltips, &markup) }
                markup.add("</g>")
            }
            start = end
        }
    }

    private func attributes(_ element: Scene.Element) -> String {
        var look = " class=\"\(element.style)\""
        if options.hasAttributes { look += ChartStyle.fallback(for: element.style) }
        if case .text(_, _, _, let anchor, let size) = element.shape {
            if anchor != .start { look += " text-anchor=\"\(anchor.rawValue)\"" }
            if size != 12 { look += " font-size=\"\(Int(size))\"" }
        }
        return look
    }

    private func write(_ element: Scene.Element, _ look: String, _ hasTooltips: Bool, _ markup: inout Markup) {
        var name = "path"
        switch element.shape {
        case .line(let x1, let y1, let x2, let y2):
            markup.add("<path\(look) d=\"")
            markup.point(UInt8(ascii: "M"), x1, y1)
            markup.point(UInt8(ascii: "L"), x2, y2)
            markup.add("\"")
        case .rect(let x, let y, let width, let height):
            name = "rect"
            markup.add("<rect\(look)")
            markup.attribute(" x=\"", x)
            markup.attribute(" y=\"", y)
            markup.attribute(" width=\"", max(0, width))
            markup.attribute(" height=\"", max(0, height))
        case .path(let data):
            markup.add("<path\(look) d=\"")
            markup.add(data)
            markup.add("\"")
        case .circle(let x, let y, let radius):
            name = "circle"
            markup.add("<circle\(look)")
            markup.attribute(" cx=\"", x)
            markup.attribute(" cy=\"", y)
            markup.attribute(" r=\"", radius)
        case .text(let text, let x, let y, _, _):
            markup.add("<text\(look)")
            markup.attribute(" x=\"", x)
            markup.attribute(" y=\"", y)
            markup.add(">")
            markup.escaped(text)
            markup.add("</text>")
            return
        case .scene: return
        }
        guard hasTooltips, let tooltip = element.tooltip else { return markup.add("/>") }
        markup.add("><title>")
        markup.escaped(tooltip)
        markup.add("</title></\(name)>")
    }
}

extension Scene.Shape {
    /// Whether both can share what a group says: texts of one anchor and size, or shapes.
    fileprivate func isLike(_ other: Scene.Shape) -> Bool {
        switch (self, other) {
        case (.text(_, _, _, let anchor, let size), .text(_, _, _, let otherAnchor, let otherSize)): anchor == otherAnchor && size == otherSize
        case (.text, _), (_, .text), (.scene, _), (_, .scene): false
        default: true
        }
    }
}
