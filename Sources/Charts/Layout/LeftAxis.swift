/// The axis beside the plot: its labels and its lines across the plot.
struct LeftAxis {
    private let names: [(datum: Datum, lines: [String])]
    private let numbers: NumberAxis?
    private let domain: [Datum]
    private let padding: Double
    private let isHidden: Bool

    init(bands domain: [Datum], padding: Double, options: AxisOptions, locale: ChartLocale, room: Double, lines: Int) {
        self.domain = domain
        self.padding = padding
        numbers = nil
        isHidden = options.isHidden == true
        names = isHidden ? [] : domain.map { datum in
            let name =
                switch datum {
                case .text(let text): text
                case .day(let day): locale.day(day)
                case .moment(let moment): locale.moment(moment)
                case .number(let number): number.map { Digits.trimmed(Digits.text($0, decimals: 2)) } ?? ""
                }
            return (datum, TextMeasure.wrapped(name, size: 12, width: room, rows: lines) ?? [TextMeasure.fitted(name, size: 12, width: room)])
        }
    }

    init(_ axis: NumberAxis, options: AxisOptions) {
        domain = []
        padding = 0
        names = []
        isHidden = options.isHidden == true
        numbers = axis
    }

    /// Numbers without labels.
    var isBare: Bool { isHidden && numbers != nil }

    var width: Double {
        if isHidden { return 0 }
        if let numbers { return numbers.widest + 10 }
        return (names.flatMap(\.lines).map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 10
    }

    func scale(top: Double, bottom: Double) -> PositionScale {
        if let numbers { return .continuous(numbers.placed(from: bottom, to: top)) }
        return .bands(BandScale(domain, from: top, to: bottom, padding: padding))
    }

    func drawGrid(_ scale: PositionScale, left: Double, right: Double, _ scene: inout Scene) {
        guard !isHidden, let numbers, case .continuous(let placed) = scale else { return }
        for tick in numbers.ticks {
            guard let y = placed.position(of: tick.value) else { continue }
            scene.add(.line(x1: left, y1: y, x2: right, y2: y), tick.value == 0 ? "axis" : "grid")
        }
    }

    func draw(_ scale: PositionScale, left: Double, _ scene: inout Scene) {
        guard !isHidden else { return }
        if let numbers, case .continuous(let placed) = scale {
            var edge = Double.infinity
            for tick in numbers.ticks {
                // Better none than half a number.
                guard let y = placed.position(of: tick.value), y + 6 < edge, TextMeasure.width(tick.text, size: 12) <= left - 8 else { continue }
                scene.text(tick.text, x: left - 8, y: y + 4, anchor: .end)
                edge = y - 8
            }
        }
        for name in names {
            guard let centre = scale.center(of: name.datum) else { continue }
            let first = centre + 4 - Double(name.lines.count - 1) * 7
            for (row, line) in name.lines.enumerated() { scene.text(line, x: left - 8, y: first + Double(row) * 14, anchor: .end) }
        }
    }
}
