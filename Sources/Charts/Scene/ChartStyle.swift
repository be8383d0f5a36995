/// The classes that charts use: a style sheet for pages, and presentation attributes for an SVG that stands alone.
///
/// Classes win over attributes, so a page's style sheet restyles everything through the custom properties.
public enum ChartStyle {
    static let count = Palette.categorical.light.count

    /// One class: the property that it colours, by name, and what else it sets.
    private struct Rule {
        var name: String
        /// `fill` or `stroke`.
        var paints: String
        /// The custom property behind `--chart-`.
        var colour: String
        /// Further attributes, which are also further declarations.
        var rest: [(String, String)] = []
    }

    private static let rules: [Rule] = {
        var rules: [Rule] = []
        for index in 1...count {
            rules.append(Rule(name: "s\(index)", paints: "fill", colour: "series-\(index)"))
            rules.append(Rule(name: "a\(index)", paints: "fill", colour: "series-\(index)"))
            rules.append(Rule(name: "t\(index)", paints: "fill", colour: "text-\(index)"))
            rules.append(Rule(name: "on-s\(index)", paints: "fill", colour: "on-series-\(index)"))
            rules.append(Rule(name: "f\(index)", paints: "fill", colour: "series-\(index)", rest: [("opacity", "0.35")]))
            rules.append(Rule(name: "l\(index)", paints: "stroke", colour: "series-\(index)", rest: [("fill", "none"), ("stroke-width", "2")]))
        }
        for index in 1...ColourScale.steps {
            for ramp in ["q", "v"] {
                rules.append(Rule(name: "\(ramp)\(index)", paints: "fill", colour: "\(ramp)-\(index)"))
                rules.append(Rule(name: "on-\(ramp)\(index)", paints: "fill", colour: "on-\(ramp)-\(index)"))
            }
        }
        let line = [("fill", "none"), ("stroke-width", "2")]
        rules += [
            Rule(name: "label", paints: "fill", colour: "text"), Rule(name: "title", paints: "fill", colour: "text"),
            Rule(name: "strong", paints: "fill", colour: "strong", rest: [("font-weight", "600")]),
            Rule(name: "strong-plain", paints: "fill", colour: "strong"), Rule(name: "on-good", paints: "fill", colour: "on-good"),
            Rule(name: "on-bad", paints: "fill", colour: "on-bad"), Rule(name: "on-ink", paints: "fill", colour: "on-ink"),
            Rule(name: "grid", paints: "stroke", colour: "grid", rest: [("fill", "none")]),
            Rule(name: "axis", paints: "stroke", colour: "axis", rest: [("fill", "none")]),
            Rule(name: "link", paints: "stroke", colour: "muted-line", rest: [("fill", "none"), ("stroke-width", "2.5")]),
            Rule(name: "target", paints: "stroke", colour: "strong", rest: [("fill", "none"), ("stroke-width", "1.5"), ("stroke-dasharray", "5 3")]),
            Rule(name: "tick", paints: "stroke", colour: "strong", rest: [("fill", "none"), ("stroke-width", "2.5")]),
            Rule(name: "error", paints: "stroke", colour: "strong", rest: [("fill", "none"), ("stroke-width", "1.2")]),
            Rule(name: "band", paints: "fill", colour: "band"), Rule(name: "track", paints: "fill", colour: "track"),
            Rule(name: "muted", paints: "fill", colour: "muted"),
            Rule(name: "muted-line", paints: "stroke", colour: "muted-line", rest: [("fill", "none"), ("stroke-width", "1.5")]),
            Rule(name: "event", paints: "stroke", colour: "muted-line", rest: [("fill", "none"), ("stroke-dasharray", "2 3")]),
            Rule(name: "good", paints: "fill", colour: "good"), Rule(name: "bad", paints: "fill", colour: "bad"),
            Rule(name: "ink", paints: "fill", colour: "ink"), Rule(name: "paper", paints: "fill", colour: "ground"),
            Rule(name: "good-line", paints: "stroke", colour: "good", rest: line), Rule(name: "bad-line", paints: "stroke", colour: "bad", rest: line),
            Rule(name: "ink-line", paints: "stroke", colour: "ink", rest: [("fill", "none"), ("stroke-width", "1.5")]),
            Rule(name: "interval", paints: "fill", colour: "series-1", rest: [("opacity", "0.18")]),
            Rule(name: "stream", paints: "fill", colour: "muted", rest: [("opacity", "0.4")]),
            Rule(name: "flow", paints: "fill", colour: "series-1", rest: [("opacity", "0.35")]),
            Rule(name: "spark", paints: "stroke", colour: "series-1", rest: [("fill", "none"), ("stroke-width", "1.5")]),
            Rule(name: "dot", paints: "fill", colour: "series-1"),
        ]
        return rules
    }()

    /// What a second class of an element sets.
    private static let modifiers: [String: [(String, String)]] = [
        "crowd": [("stroke-width", "5"), ("stroke-linecap", "round"), ("stroke-opacity", "0.6")],
        "swarm0": [("stroke-width", "7"), ("stroke-linecap", "round")], "swarm1": [("stroke-width", "5"), ("stroke-linecap", "round")],
        "swarm2": [("stroke-width", "3.6"), ("stroke-linecap", "round")], "swarm3": [("stroke-width", "2.4"), ("stroke-linecap", "round")],
        "bubble": [("fill-opacity", "0.65")],
        "reference": [("stroke-dasharray", "4 3")],
    ]

    /// The colours of one paper by the names of their custom properties.
    private struct Sheet {
        var paper: String
        var ink: String
        var series: [String]
        var sequential: Ramp, diverging: Ramp
        var good: String, bad: String
        var rest: [(String, String)]

        var properties: [(String, String)] {
            var all = series.enumerated().flatMap { index, colour in
                [
                    ("series-\(index + 1)", colour), ("text-\(index + 1)", Contrast.readable(colour, on: paper, towards: ink)),
                    ("on-series-\(index + 1)", Contrast.text(on: colour)),
                ]
            }
            for (name, ramp) in [("q", sequential), ("v", diverging)] {
                for (index, step) in ramp.steps.enumerated() { all += [("\(name)-\(index + 1)", step), ("on-\(name)-\(index + 1)", ramp.textOn(index))] }
            }
            all += [("good", good), ("on-good", Contrast.text(on: good)), ("bad", bad), ("on-bad", Contrast.text(on: bad))]
            return all + [("ground", paper), ("ink", ink), ("on-ink", Contrast.text(on: ink))] + rest
        }
    }

    private static let light = Sheet(
        paper: "#ffffff", ink: "#3d4451", series: Palette.categorical.light, sequential: Palette.sequential.light, diverging: Palette.diverging.light,
        good: Palette.good.light, bad: Palette.bad.light,
        rest: [
            ("text", "#3d4451"), ("strong", "#16181d"), ("grid", "#d9dce1"), ("axis", "#5b6270"), ("band", "#eef0f3"), ("track", "#e4e7eb"),
            ("muted", "#8d94a2"), ("muted-line", "#7b8494"),
        ]
    ).properties
    private static let dark = Sheet(
        paper: "#16181d", ink: "#c3c9d4", series: Palette.categorical.dark, sequential: Palette.sequential.dark, diverging: Palette.diverging.dark,
        good: Palette.good.dark, bad: Palette.bad.dark,
        rest: [
            ("text", "#c3c9d4"), ("strong", "#f2f4f8"), ("grid", "#343a46"), ("axis", "#8b93a3"), ("band", "#22262f"), ("track", "#2b303b"),
            ("muted", "#667082"), ("muted-line", "#8f98a8"),
        ]
    ).properties

    private static let attributes: [String: [(String, String)]] = {
        let values = Dictionary(light, uniquingKeysWith: { first, _ in first })
        let own = Dictionary(rules.map { ($0.name, [($0.paints, values[$0.colour] ?? "")] + $0.rest) }, uniquingKeysWith: { first, _ in first })
        return own.merging(modifiers) { first, _ in first }
    }()

    private static let fallbacks = attributes.mapValues(written)

    private static func written(_ attributes: [(String, String)]) -> String { attributes.map { " \($0.0)=\"\($0.1)\"" }.joined() }

    /// Presentation attributes for an element's classes; the light colours.
    static func fallback(for style: String) -> String {
        guard style.contains(" ") else { return fallbacks[style] ?? "" }
        // An element may bear an attribute once only: the later class wins.
        var all: [(String, String)] = []
        for name in style.split(separator: " ") {
            for attribute in attributes[String(name)] ?? [] {
                all.removeAll { $0.0 == attribute.0 }
                all.append(attribute)
            }
        }
        return written(all)
    }

    /// The colours on a dark ground: for a style sheet of its own, linked with the medium for which a page is dark.
    public static let darkCSS = ":root{\(properties(dark))}\n"

    private static func properties(_ colours: [(String, String)]) -> String { colours.map { "--chart-\($0.0):\(short($0.1))" }.joined(separator: ";") }

    /// `#ffffff` as `#fff`.
    private static func short(_ colour: String) -> String {
        let digits = Array(colour)
        guard digits.count == 7, digits[1] == digits[2], digits[3] == digits[4], digits[5] == digits[6] else { return colour }
        return "#\(digits[1])\(digits[3])\(digits[5])"
    }

    /// For the page, in light colours.
    public static let css: String = {
        func selector(_ names: [String]) -> String { ".chart " + (names.count == 1 ? ".\(names[0])" : ":is(\(names.map { ".\($0)" }.joined(separator: ",")))") }
        var css = ":root{\(properties(light))}\n"
        css += ".chart{display:block;max-width:100%;height:auto;font-family:inherit;font-size:12px;text-autospace:no-autospace;font-variant-numeric:tabular-nums}\n"
        let shared = Dictionary(grouping: rules) { "\($0.paints):var(--chart-\($0.colour))" }
        for declaration in shared.keys.sorted() {
            css += selector((shared[declaration] ?? []).map(\.name)) + "{\(declaration)}\n"
        }
        // What else a class sets; second classes come last, since they win.
        for looks in [rules.map { ($0.name, $0.rest) }, modifiers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }] {
            for property in Dictionary(grouping: looks.flatMap { look in look.1.map { (name: look.0, text: "\($0.0):\($0.1)") } }, by: \.text).sorted(by: { $0.key < $1.key }) {
                css += selector(property.value.map(\.name)) + "{\(property.key)}\n"
            }
        }
        css += """
            .chart .label,.chart .strong,.chart .title{paint-order:stroke;stroke:var(--chart-paper,var(--paper,#fff));stroke-width:3px;stroke-linejoin:round}
            .chart :has(>title):not(svg):hover{opacity:.8}
            @media (forced-colors:active){.chart text{fill:CanvasText}.chart .grid,.chart .axis,.chart .target,.chart .tick,.chart .error{stroke:CanvasText}}

            """
        return css
    }()
}
