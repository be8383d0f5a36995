import Foundation
import Testing

@testable import Charts

/// Whatever the data, a drawing is well-formed, stays inside its box, and its labels don't run into each other.
struct NastyDataTests {
    @Test(arguments: 0..<500)
    func `a drawing of any data holds together`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let chart = Nasty.chart(&random)
        for width in [340.0, 720] {
            try Self.check(chart.graphic.scene(width: width), "seed \(seed), \(chart.kind)")
            #expect(SVGCheck(chart.graphic.svg(width: width)).problem == nil, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<5)
    func `ten thousand categories are drawn`(kind: Int) {
        let names = (0..<10_000).map { "类别 \($0)" }, numbers = names.indices.map { Double($0 * 7919 % 10_007) }
        let chart = Chart(id: "c", title: "万", locale: .zhHans) {
            for (name, number) in zip(names, numbers) {
                switch kind {
                case 0: BarMark(x: .value("", name), y: .value("", number))
                case 1: BarMark(x: .value("", number), y: .value("", name))
                case 2: LineMark(x: .value("", name), y: .value("", number))
                case 3: PointMark(x: .value("", number), y: .value("", number)).foregroundStyle(by: .value("", name))
                default: RectangleMark(x: .value("", "\(Int(number) % 100)"), y: .value("", name)).foregroundStyle(by: .value("", number))
                }
            }
        }
        let scene = chart.scene(width: 720)
        #expect(scene.textBoxes.allSatisfy { scene.contains($0) })
        #expect(SVGCheck(chart.svg(width: 720)).problem == nil)
    }

    static func check(_ scene: Scene, _ name: String) throws {
        for element in scene.elements {
            let isInside =
                switch element.shape {
                case .rect(let x, let y, let width, let height):
                    x >= -0.5 && y >= -0.5 && x + width <= scene.width + 0.5 && y + height <= scene.height + 0.5
                case .circle(let x, let y, let radius):
                    x >= -radius && y >= -radius && x <= scene.width + radius && y <= scene.height + radius
                case .line(let x1, let y1, let x2, let y2):
                    [x1, x2].allSatisfy { (-0.5...scene.width + 0.5).contains($0) } && [y1, y2].allSatisfy { (-0.5...scene.height + 0.5).contains($0) }
                case .scene(let inner, let x, let y):
                    x >= -0.5 && y >= -0.5 && x + inner.width <= scene.width + 0.5 && y + inner.height <= scene.height + 0.5
                case .path, .text: true
                }
            #expect(isInside, "\(name): \(element.shape) leaves the drawing")
        }
        let boxes = scene.textBoxes
        for (index, box) in boxes.enumerated() {
            #expect(box.left >= -0.5 && box.right <= scene.width + 0.5, "\(name): '\(box.text)' leaves the drawing sideways")
            #expect(box.top >= -0.5 && box.bottom <= scene.height + 0.5, "\(name): '\(box.text)' leaves the drawing above or below")
            for other in boxes[(index + 1)...] where box.overlaps(other) {
                Issue.record("\(name): '\(box.text)' overlaps '\(other.text)'")
            }
        }
    }
}

/// Charts of the worst data that a table may hold.
struct Nasty {
    let kind: String
    let graphic: any Graphic

    static func chart(_ random: inout SeededGenerator) -> Nasty {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: bullet(&random)
        case 1: multiples(&random)
        case 2...5: composite(&random)
        default: cartesian(&random)
        }
    }

    private static func value(_ random: inout SeededGenerator, _ family: Int) -> Double? {
        switch family {
        case 0: Double.random(in: 0...1, using: &random)
        case 1: Double.random(in: -1e9...1e9, using: &random)
        case 2: Double.random(in: 0...1e-7, using: &random)
        case 3: [nil, Double.nan, .infinity, -.infinity, 0, 1e300, 5][Int.random(in: 0..<7, using: &random)]
        case 4: 42
        case 5: 0
        default: nil
        }
    }

    private static let names = [
        "搜索", "微信", "a", "A label that goes on and on, far longer than any axis could show it", "这是一个非常非常非常长的分类名称，放不下",
        "<script>alert(1)</script>", "&amp; \"quoted\"", "👩‍👩‍👧‍👦 family", "مرحبا بالعالم", "", "Überraschung", "\u{0}control\u{7}", "line\nbreak", "W", "i",
    ]

    private static func name(_ random: inout SeededGenerator, _ index: Int) -> String {
        (names.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? "" : " \(index)")
    }

    private static func format(_ random: inout SeededGenerator) -> ValueFormat {
        let kinds: [ValueFormat.Kind] = [
            .number, .count(noun: ""), .count(noun: "单"), .money(symbol: "¥", chineseName: "元"), .percent, .times, .unit("分钟"),
        ]
        return ValueFormat(kinds[Int.random(in: 0..<kinds.count, using: &random)])
    }

    private static func locale(_ random: inout SeededGenerator) -> ChartLocale { Bool.random(using: &random) ? .zhHans : .en }

    private static func cartesian(_ random: inout SeededGenerator) -> Nasty {
        let family = Int.random(in: 0...6, using: &random), kind = Int.random(in: 0..<8, using: &random)
        let count = [0, 1, 2, 5, 14, 90, 1000].randomElement(using: &random) ?? 1
        let isTime = Bool.random(using: &random), first = Int.random(in: -1000...20_000, using: &random)
        let seriesCount = kind >= 2 || count > 100 ? 1 : [1, 2, 6].randomElement(using: &random) ?? 1
        let seriesNames = (0..<seriesCount).map { name(&random, $0) }
        let format = format(&random), locale = locale(&random)
        let lies = kind == 0 && !isTime && count <= 90 && Bool.random(using: &random)
        let stacking = [BarMark.Stacking.standard, .normalized, .unstacked].randomElement(using: &random) ?? .standard
        let isGrouped = Bool.random(using: &random)
        var marks: [any Mark] = []
        for index in 0..<count {
            let place = isTime ? PlottableValue.value("日期", day: first + index) : .value("类", name(&random, index))
            for series in seriesNames {
                let number = PlottableValue.value("值", value(&random, family)), other = PlottableValue.value("另", value(&random, family))
                switch kind {
                case 0: marks.append(bar(lies ? BarMark(x: number, y: place, stacking: stacking) : BarMark(x: place, y: number, stacking: stacking), series, seriesCount, isGrouped))
                case 1: marks.append(line(place, number, series, seriesCount, index))
                case 2: marks.append(AreaMark(x: place, y: number, stacking: stacking == .normalized ? .normalized : .standard))
                case 3: marks.append(PointMark(x: number, y: other).label(index < 20 ? series : nil).symbolSize(Double(index) / 20))
                case 4: marks.append(RectangleMark(x: .value("时", "\(index % 24)"), y: .value("日", name(&random, index / 24))).foregroundStyle(by: number))
                case 5: marks.append(BarMark(x: place, yStart: number, yEnd: other).label(series))
                case 6:
                    marks.append(BarMark(xStart: .value("始", day: first + index), xEnd: .value("终", day: first + index + 3), y: .value("事", name(&random, index % 20))).label(series))
                default: marks.append(LinkMark(xStart: number, yStart: place, xEnd: other, yEnd: place))
                }
            }
        }
        if Bool.random(using: &random), kind < 3 { marks.append(RuleMark(y: .value("", lies ? nil : value(&random, family) ?? 1)).label(name(&random, 0))) }
        if isTime, kind < 3, count > 2, Bool.random(using: &random) {
            marks.append(band(first, first + count / 2, name(&random, 1), isShaded: true))
            marks.append(band(first + count / 2 + 1, first + count - 1, name(&random, 2), isShaded: false))
        }
        let chart = Chart(id: "c", title: name(&random, 0), locale: locale, format: format) { marks }
            .chartYAxis { $0.kind = [ScaleKind.linear, .log, .squareRoot, .symlog].randomElement(using: &random) ?? .linear }
            .chartXAxis { $0.title = Bool.random(using: &random) ? "标题" : nil }
        return Nasty(kind: "\(kinds[kind]) \(count)×\(seriesCount) of family \(family)\(lies ? ", lying" : "")", graphic: chart)
    }

    private static let kinds = ["bars", "lines", "areas", "points", "cells", "ranges", "spans", "links"]

    private static func bar(_ mark: BarMark, _ series: String, _ count: Int, _ isGrouped: Bool) -> BarMark {
        guard count > 1 else { return mark }
        let coloured = mark.foregroundStyle(by: .value("列", series))
        return isGrouped ? coloured.position(by: .value("列", series)) : coloured
    }

    private static func line(_ x: PlottableValue, _ y: PlottableValue, _ series: String, _ count: Int, _ index: Int) -> LineMark {
        let mark = LineMark(x: x, y: y, interpolation: [.linear, .monotone, .step][abs(series.count) % 3]).label(index == 3 ? "峰值" : nil)
        return count > 1 ? mark.foregroundStyle(by: .value("列", series)) : mark
    }

    private static func band(_ first: Int, _ last: Int, _ name: String, isShaded: Bool) -> BandMark {
        BandMark(xStart: .value("", day: first), xEnd: .value("", day: last), label: name, isShaded: isShaded)
    }

    /// One of the composites, of any names and numbers.
    private static func composite(_ random: inout SeededGenerator) -> Nasty {
        let family = Int.random(in: 0...6, using: &random), count = [0, 1, 2, 3, 7, 40].randomElement(using: &random) ?? 1
        let kind = Int.random(in: 0..<20, using: &random)
        let names = (0..<count).map { name(&random, $0) }, numbers = names.map { _ in value(&random, family) }, others = names.map { _ in value(&random, family) }
        let items = zip(names, numbers).enumerated().map { Item($1.0, $1.1, group: kind % 2 == 0 ? nil : "组 \($0 % 3)") }
        let rows = zip(names, zip(numbers, others)).map { Dumbbell.Row($0, $1.0, $1.1) }
        let samples = names.prefix(6).map { name in Sample(name, (0..<30).compactMap { _ in value(&random, family) }) }
        let content: [any ChartContent] =
            switch kind {
            case 0, 1: [Donut(items)]
            case 2: [Funnel(items)]
            case 3: [Waterfall(items.map { .init($0.name, $0.value, isTotal: $0.name.isEmpty) })]
            case 4: [Pareto(items)]
            case 5: [Dumbbell(rows, names: (name(&random, 0), name(&random, 1)))]
            case 6: [Slope(rows, names: (name(&random, 0), name(&random, 1)))]
            case 7: [PopulationPyramid(rows.map { .init($0.name, left: $0.first, right: $0.second) }, names: ("女", "男"))]
            case 8: [LikertChart(names.map { .init($0, values: numbers) }, answers: Array(names.prefix(5)))]
            case 9: items.map { RadarMark(axis: .value("", $0.name), value: .value("", $0.value)) }
            case 10, 11: [Treemap(items)]
            case 12: [Sankey(zip(names, zip(names.reversed(), numbers)).map { .init(from: $0, to: $1.0, value: $1.1) })]
            case 13: [TileMap(items + [Item("广东", numbers.first ?? nil)])]
            case 14: [HeatMap.week(.zhHans) { _, _ in numbers.first ?? nil }]
            case 15: [HeatMap.calendar(.en, days: numbers.enumerated().map { ($0 * 3, $1) })]
            case 16: [Histogram(numbers.compactMap { $0 })]
            case 17: [BoxPlot(Array(samples))]
            case 18: [ViolinPlot(Array(samples))]
            default: [Beeswarm(Array(samples))]
            }
        let locale = locale(&random)
        let chart = Chart(id: "c", title: name(&random, 0), locale: locale, format: format(&random)) { content }
        return Nasty(kind: "composite \(kind) of \(count), family \(family)", graphic: chart)
    }

    private static func multiples(_ random: inout SeededGenerator) -> Nasty {
        let panels = (0..<Int.random(in: 0...7, using: &random)).compactMap { _ in cartesian(&random).graphic as? Chart }
        return Nasty(kind: "multiples of \(panels.count)", graphic: SmallMultiples(id: "m", title: "多", locale: .zhHans, panels: panels))
    }

    private static func bullet(_ random: inout SeededGenerator) -> Nasty {
        let family = Int.random(in: 0...6, using: &random), count = [0, 1, 9].randomElement(using: &random) ?? 1
        let rows = (0..<count).map { index in
            Bullet.Row(
                name: name(&random, index), value: value(&random, family), valueText: name(&random, index), target: value(&random, family),
                targetText: "9 亿元", baseline: value(&random, family), isMet: index % 2 == 0)
        }
        let bullet = Bullet(id: "b", title: "目标", locale: locale(&random), rows: rows)
        return Nasty(kind: "bullet \(count) of family \(family)", graphic: bullet)
    }
}
