/// From what a mark says of its colour to the classes that the style sheet knows.
struct ColourScale: Sendable {
    /// Series that have a colour, in the order of their first appearance.
    let series: [String]
    /// Their numbers; empty where there are so few that comparing them is faster.
    private let numbers: [String: Int]
    private let options: ChartOptions
    private let low: Double
    private let high: Double

    static let steps = 9

    init(marks: MarkList, options: ChartOptions) {
        self.options = options
        series = marks.series.filter { $0 != options.mutedSeries && options.roles[$0] == nil }
        numbers = series.count > 16 ? Dictionary(series.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }) : [:]
        let values = marks.all.compactMap { mark -> Double? in
            guard let colour = mark.attributes.colour, colour.datum.isNumber else { return nil }
            return colour.datum.number
        }
        low = values.min() ?? 0
        high = values.max() ?? 0
    }

    var hasRamp: Bool { low < high }
    var ends: (low: Double, high: Double) {
        guard case .diverging(let middle) = options.ramp else { return (low, high) }
        let reach = max(high - middle, middle - low)
        return (middle - reach, middle + reach)
    }

    /// The mark's own meaning, or its series'.
    private func role(of attributes: MarkAttributes) -> MarkRole? { attributes.role ?? attributes.series.flatMap { options.roles[$0] } }

    func isMuted(_ attributes: MarkAttributes) -> Bool {
        let role = role(of: attributes)
        if role == .muted { return true }
        guard role == nil, let name = attributes.series else { return false }
        if name == options.mutedSeries { return true }
        return options.highlight.map { $0 != name && series.contains($0) } ?? false
    }

    /// The class of a filled shape.
    func fill(_ attributes: MarkAttributes) -> String {
        if isMuted(attributes) { return "muted" }
        if let step = step(of: attributes) { return rampClass(step) }
        return named(attributes, series: "s", good: "good", bad: "bad", strong: "ink")
    }

    /// The class of a line.
    func stroke(_ attributes: MarkAttributes) -> String {
        // Dashes tell last year's line from this one's in greyscale too; the others of a highlight stay plain.
        isMuted(attributes) ? attributes.series == options.mutedSeries && attributes.series != nil ? "muted-line reference" : "muted-line" : named(attributes, series: "l", good: "good-line", bad: "bad-line", strong: "ink-line")
    }

    /// The class of an area, which lets the grid through.
    func area(_ attributes: MarkAttributes) -> String {
        isMuted(attributes) ? "muted" : named(attributes, series: "a", good: "good", bad: "bad", strong: "ink")
    }

    /// The class of a text in the mark's own colour.
    func text(_ attributes: MarkAttributes) -> String {
        isMuted(attributes) || role(of: attributes) != nil ? "label" : named(attributes, series: "t", good: "label", bad: "label", strong: "label")
    }

    /// The class of a text that lies upon the mark.
    func textInside(_ attributes: MarkAttributes) -> String {
        if isMuted(attributes) { return "strong-plain" }
        return "on-" + fill(attributes)
    }

    private func named(_ attributes: MarkAttributes, series letter: String, good: String, bad: String, strong: String) -> String {
        switch role(of: attributes) {
        case .good: good
        case .bad: bad
        case .strong: strong
        case .step(let index, let count):
            "v\(1 + (count < 2 ? Self.steps / 2 : Int((Double(index) / Double(count - 1) * Double(Self.steps - 1)).rounded())))"
        case .series(let index): "\(letter)\(index % ChartStyle.count + 1)"
        case .accent: "\(letter)1"
        case .muted, nil: "\(letter)\(number(of: attributes.series) % ChartStyle.count + 1)"
        }
    }

    /// A series keeps its colour by its place among the chart's series.
    private func number(of name: String?) -> Int { name.flatMap { numbers.isEmpty ? series.firstIndex(of: $0) : numbers[$0] } ?? 0 }

    /// The step of a ramp, from 0, that a number falls into; nil where the colour is none.
    private func step(of attributes: MarkAttributes) -> Int? {
        guard attributes.role == nil, let colour = attributes.colour, colour.datum.isNumber else { return nil }
        guard let value = colour.datum.number else { return nil }
        let (low, high) = ends
        guard high > low else { return Self.steps / 2 }
        return min(Self.steps - 1, max(0, Int((value - low) / (high - low) * Double(Self.steps))))
    }

    func rampClass(_ step: Int) -> String { (options.ramp == .sequential ? "q" : "v") + String(step + 1) }
}
