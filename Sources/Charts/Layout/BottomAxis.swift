/// The axis below the plot: its labels, its lines across the plot, its title.
struct BottomAxis {
    private let labels: CategoryLabels?
    private let numbers: NumberAxis?
    private let title: String
    let scale: PositionScale

    init(bands domain: [Datum], padding: Double, from: Double, to: Double, options: AxisOptions, locale: ChartLocale, room: ClosedRange<Double>) {
        let bands = BandScale(domain, from: from, to: to, padding: padding)
        scale = .bands(bands)
        labels = options.isHidden == true ? nil : CategoryLabels(domain: domain, bands: bands, locale: locale, room: room)
        numbers = nil
        title = options.title ?? ""
    }

    init(_ axis: NumberAxis, from: Double, to: Double, options: AxisOptions) {
        scale = .continuous(axis.placed(from: from, to: to))
        labels = nil
        numbers = options.isHidden == true ? nil : axis
        title = [options.title ?? "", options.hidesUnit ? "" : axis.unit].filter { !$0.isEmpty }.joined(separator: options.title == nil ? "" : " · ")
    }

    /// Of the ticks' numbers, where they are shown.
    var divisor: Double? { numbers?.divisor }

    private var showsTitle: Bool { !title.isEmpty && (labels != nil || numbers != nil) }

    var height: Double { (labels?.height ?? (numbers == nil ? 4 : 22)) + (showsTitle ? 18 : 0) }

    /// Lines across the plot, behind the marks.
    func drawGrid(top: Double, bottom: Double, _ scene: inout Scene) {
        guard let numbers, case .continuous(let placed) = scale else { return }
        for tick in numbers.ticks {
            guard let x = placed.position(of: tick.value) else { continue }
            scene.add(.line(x1: x, y1: top, x2: x, y2: bottom), tick.value == 0 && !numbers.isTime ? "axis" : "grid")
        }
    }

    func draw(at bottom: Double, width: Double, _ scene: inout Scene) {
        labels?.draw(at: bottom, &scene)
        if let numbers, case .continuous(let placed) = scale {
            var edge = -Double.infinity
            for tick in numbers.ticks {
                guard let x = placed.position(of: tick.value) else { continue }
                let half = TextMeasure.width(tick.text, size: 12) / 2
                let centre = min(max(x, half), width - half)
                guard centre - half > edge else { continue }
                scene.text(tick.text, x: centre, y: bottom + 17, anchor: .middle)
                edge = centre + half + 6
            }
        }
        if showsTitle {
            let fitted = TextMeasure.fitted(title, size: 12, width: width)
            scene.text(fitted, x: scale.range.upperBound, y: bottom + height - 3, anchor: .end, "title")
        }
    }
}
