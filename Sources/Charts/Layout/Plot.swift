/// The area in which marks are drawn, with its scales.
public struct Plot: Sendable {
    let x: PositionScale
    let y: PositionScale
    let options: ChartOptions
    let colours: ColourScale
    let xFormat: ValueFormat
    let yFormat: ValueFormat
    /// Of the numbers that colour marks.
    var colourFormat: ValueFormat
    let locale: ChartLocale
    /// Whether there is room for values beside bars.
    let showsValues: Bool
    /// Whether lines are named at their ends.
    let labelsEnds: Bool
    /// How the labels of values are written; nil writes each by itself.
    var labels: LabelScale?
    /// Intervals drawn upon bars: values stand beyond them.
    var intervals: [Slot: ClosedRange<Double>] = [:]

    var left: Double { x.range.lowerBound }
    var right: Double { x.range.upperBound }
    var top: Double { y.range.lowerBound }
    var bottom: Double { y.range.upperBound }

    /// A category's place for one of the marks side by side.
    struct Slot: Hashable, Sendable {
        var category: Datum
        var position: String?
    }

    /// A value as people read it, on the horizontal axis.
    func xText(_ datum: Datum) -> String { text(datum, xFormat) }
    func yText(_ datum: Datum) -> String { text(datum, yFormat) }

    private func text(_ datum: Datum, _ format: ValueFormat) -> String {
        switch datum {
        case .text(let text): text
        case .day(let day): locale.day(day)
        case .moment(let moment): locale.moment(moment)
        case .number(let number): number.map { format.text($0, locale) } ?? locale.missing
        }
    }

    /// A mark's label: its own words, or its number as all labels of the chart are written.
    func label(_ attributes: MarkAttributes, _ value: Double?, _ format: ValueFormat) -> String {
        if let own = attributes.label { return own }
        guard let number = attributes.labelValue ?? value, number.isFinite else { return "" }
        let text = labels?.text(number) ?? format.text(number, locale)
        return attributes.signsLabel && number > 0 ? "+" + text : text
    }

    /// What a mark says where the pointer rests: its own words, or series, place and value.
    func tooltip(_ attributes: MarkAttributes, _ place: Datum, _ value: String) -> String {
        if let own = attributes.tooltip { return own }
        let name = place.isText || place.isTime ? text(place, xFormat) : xText(place)
        let what = [name, attributes.series].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
        return what.isEmpty ? value : "\(what): \(value)"
    }
}
