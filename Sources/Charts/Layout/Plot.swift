/// The area in which marks are drawn, with its scales.
public struct Plot: Sendable {
    let left: Double, right: Double, top: Double, bottom: Double
    /// Categories or days.
    let bands: BandScale
    /// Numbers.
    let values: LinearScale
    let options: ChartOptions
    let series: [String]
    let format: ValueFormat
    let locale: ChartLocale
    /// Whether there is room for values beside the marks.
    let showsValues: Bool
    /// Whether lines are named at their ends.
    let labelsEnds: Bool

    /// Intervals drawn upon bars: values stand beyond them.
    var intervals: [Slot: ClosedRange<Double>] = [:]

    /// A category's place for one series.
    struct Slot: Hashable, Sendable {
        var category: Datum
        var series: String?
    }

    /// The number in a class name: a series keeps its colour by its place among the chart's series.
    func colour(of name: String?) -> Int {
        name.flatMap { name in series.filter { $0 != options.mutedSeries }.firstIndex(of: name) } ?? 0
    }

    func isMuted(_ name: String?) -> Bool {
        guard let name else { return false }
        if name == options.mutedSeries { return true }
        return options.highlight.map { $0 != name && series.contains($0) } ?? false
    }

    func text(_ value: Double) -> String { format.text(value, locale) }

    /// A category as people read it.
    func text(_ datum: Datum) -> String {
        switch datum {
        case .text(let text): text
        case .day(let day): locale.day(day)
        case .number(let number): number.map { format.text($0, locale) } ?? ""
        }
    }
}
