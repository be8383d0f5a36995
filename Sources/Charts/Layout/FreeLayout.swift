/// A drawing without axes: one kind of marks has the whole room, below the legend.
struct FreeLayout {
    private let chart: Chart
    private let width: Double
    private let group: MarkGroup
    private let height: Double

    /// nil where the marks lie on axes.
    init?(chart: Chart, width: Double) {
        for group in chart.marks.groups {
            guard let height = group.freeHeight(width, chart.options) else { continue }
            (self.chart, self.width, self.group, self.height) = (chart, width, group, height)
            return
        }
        return nil
    }

    func scene() -> Scene {
        guard group.extents(chart.options).hasValues else { return .empty(width: width, chart.locale) }
        let colours = ColourScale(marks: chart.marks, options: chart.options)
        let legend = Legend(chart: chart, names: chart.options.showsLegend ? chart.series : [], colours: colours, width: width)
        var canvas = Canvas(scene: Scene(width: width, height: legend.height + height))
        legend.draw(&canvas.scene)
        let plot = Plot(
            x: .continuous(ContinuousScale(kind: .linear, low: 0, high: 1, from: 0, to: width)),
            y: .continuous(ContinuousScale(kind: .linear, low: 0, high: 1, from: legend.height, to: legend.height + height)),
            options: chart.options, colours: colours, xFormat: chart.format, yFormat: chart.format, colourFormat: chart.format,
            locale: chart.locale, showsValues: chart.options.showsValues ?? true, labelsEnds: false)
        group.draw(plot, &canvas)
        return canvas.finished()
    }
}

extension Scene {
    /// What stands where there is nothing to draw.
    static func empty(width: Double, _ locale: ChartLocale) -> Scene {
        var scene = Scene(width: width, height: 80)
        scene.text(locale.missing, x: width / 2, y: 44, anchor: .middle)
        return scene
    }
}
