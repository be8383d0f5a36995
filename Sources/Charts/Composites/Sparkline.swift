/// A line the size of a word: the shape of a series, without axes. What it shows stands beside it in words, so it is
/// hidden from screen readers.
public enum Sparkline {
    /// - Returns: an `svg` element, or nil where fewer than two values are known.
    public static func svg(_ values: [Double?], width: Double, height: Double) -> String? {
        let known = values.compactMap { $0 }.filter(\.isFinite)
        guard known.count > 1, let low = known.min(), let high = known.max() else { return nil }
        let x = LinearScale(low: 0, high: Double(values.count - 1), from: 3, to: width - 3)
        let y = LinearScale(low: low, high: high, from: height - 3, to: 3)
        var path = PathBuilder(), isOpen = false, last: (Double, Double)?
        for (index, value) in values.enumerated() {
            guard let value, value.isFinite else { isOpen = false; continue }
            let point = (x(Double(index)), y(value))
            if isOpen { path.line(point.0, point.1) } else { path.move(point.0, point.1) }
            isOpen = true
            last = point
        }
        var text = "<svg class=\"chart sparkline\" aria-hidden=\"true\" preserveAspectRatio=\"xMinYMid\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(SVGWriter.number(width)) \(SVGWriter.number(height))\" width=\"\(SVGWriter.number(width))\" height=\"\(SVGWriter.number(height))\">"
        text += "<path class=\"spark\"\(ChartStyle.fallback(for: "spark")) d=\"\(path.data)\"/>"
        if let last { text += "<circle class=\"dot\"\(ChartStyle.fallback(for: "dot")) cx=\"\(SVGWriter.number(last.0))\" cy=\"\(SVGWriter.number(last.1))\" r=\"2.5\"/>" }
        return text + "</svg>"
    }
}
