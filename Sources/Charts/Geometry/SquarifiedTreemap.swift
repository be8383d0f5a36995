/// Rectangles of given areas, as square as may be, that fill a rectangle (Bruls, Huizing and van Wijk, "Squarified Treemaps",
/// 2000), aiming at the golden ratio as d3-hierarchy's `treemapSquarify` does.
enum SquarifiedTreemap {
    struct Rect: Sendable {
        var x0: Double, y0: Double, x1: Double, y1: Double
    }

    private static let ratio = (1 + 5.0.squareRoot()) / 2

    /// - Parameter values: in descending order for the best shapes; what is not above zero gets no area.
    /// - Returns: a rectangle for each value.
    static func squarify(_ values: [Double], x0: Double, y0: Double, x1: Double, y1: Double) -> [Rect] {
        let sizes = values.map { $0.isFinite && $0 > 0 ? $0 : 0 }
        var rest = Rect(x0: x0, y0: y0, x1: x1, y1: y1), value = sizes.reduce(0, +)
        var cells: [Rect] = [], start = 0
        while start < sizes.count {
            let end = endOfRow(sizes, from: start, in: rest, value)
            let row = sizes[start..<end], sum = row.reduce(0, +), share = value > 0 ? min(1, sum / value) : 1
            var line = rest
            if rest.x1 - rest.x0 < rest.y1 - rest.y0 {
                line.y1 = rest.y0 + (rest.y1 - rest.y0) * share
                rest.y0 = line.y1
                cells += split(row, sum, from: line.x0, to: line.x1).map { Rect(x0: $0, y0: line.y0, x1: $1, y1: line.y1) }
            } else {
                line.x1 = rest.x0 + (rest.x1 - rest.x0) * share
                rest.x0 = line.x1
                cells += split(row, sum, from: line.y0, to: line.y1).map { Rect(x0: line.x0, y0: $0, x1: line.x1, y1: $1) }
            }
            value -= sum
            start = end
        }
        return cells
    }

    /// A row takes values as long as its worst shape gets better by it.
    private static func endOfRow(_ sizes: [Double], from start: Int, in rest: Rect, _ value: Double) -> Int {
        let width = rest.x1 - rest.x0, height = rest.y1 - rest.y0
        guard let first = sizes[start...].firstIndex(where: { $0 > 0 }), width > 0, height > 0 else { return sizes.count }
        let alpha = max(height / width, width / height) / (value * ratio)
        var sum = sizes[first], least = sum, most = sum, end = first + 1
        func worst() -> Double { max(most / (sum * sum * alpha), sum * sum * alpha / least) }
        var best = worst()
        while end < sizes.count {
            let before = (sum, least, most)
            (sum, least, most) = (sum + sizes[end], min(least, sizes[end]), max(most, sizes[end]))
            let next = worst()
            if next > best || next.isNaN {
                (sum, least, most) = before
                break
            }
            best = next
            end += 1
        }
        return end
    }

    private static func split(_ row: ArraySlice<Double>, _ sum: Double, from: Double, to: Double) -> [(Double, Double)] {
        var edge = from
        return row.map { size in
            let start = edge
            edge += sum > 0 ? (to - from) * size / sum : 0
            return (start, edge)
        }
    }
}
