/// A line the size of a word: the shape of a series, without axes. What it shows stands beside it in words, so it is
/// hidden from screen readers.
public enum Sparkline {
    /// - Returns: an `svg` element, or nil where fewer than two values are known.
    public static func svg(_ values: [Double?], width: Double, height: Double) -> String? {
        let known = values.compactMap { $0 }.filter(\.isFinite)
        guard known.count > 1, let low = known.min(), let high = known.max() else { return nil }
        let x = LinearScale(low: 0, high: Double(values.count - 1), from: 3, to: width - 3)
        let y = LinearScale(low: low, high: high, from: height - 3, to: 3)
        var path = PathBuilder(), isOpen = false, last: (x: Double, y: Double)?
        for (index, value) in values.enumerated() {
            guard let value, value.isFinite else { isOpen = false; continue }
            let point = (x: x(Double(index)), y: y(value))
            if isOpen { path.line(point.x, point.y) } else { path.move(point.x, point.y) }
            isOpen = true
            last = point
        }
        var markup = Markup()
        markup.attribute("<svg class=\"chart sparkline\" aria-hidden=\"true\" preserveAspectRatio=\"xMinYMid\" width=\"", width)
        markup.attribute(" height=\"", height)
        markup.add(" viewBox=\"0 0 ")
        markup.number(width)
        markup.add(" ")
        markup.attribute("", height)
        markup.add("><path class=\"spark\" d=\"")
        markup.add(path.data)
        markup.add("\"/>")
        if let last {
            markup.attribute("<circle class=\"dot\" cx=\"", last.x)
            markup.attribute(" cy=\"", last.y)
            markup.add(" r=\"2.5\"/>")
        }
        markup.add("</svg>")
        return markup.text
    }
}
