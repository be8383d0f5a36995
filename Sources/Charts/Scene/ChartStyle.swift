/// The classes that charts use: a style sheet for pages, and presentation attributes for an SVG that stands alone.
///
/// Classes win over attributes, so a page's style sheet restyles everything through the custom properties.
public enum ChartStyle {
    /// Eight colours, each at least 3:1 against its background, apart for protan, deutan and tritan vision: searched by
    /// machine for the largest least distance in CAM02-UCS.
    static let light = ["#4f6a8b", "#d36f1a", "#5fa064", "#7127a3", "#8b3e5a", "#654b18", "#8575e9", "#cb7aab"]
    static let dark = ["#afe1f6", "#bf5719", "#3f986d", "#d29cfc", "#f3d376", "#aa5e8d", "#7e59d1", "#fe9caf"]

    static func series(_ index: Int) -> String { "s\(index % light.count + 1)" }

    /// Presentation attributes for a class; the light colours.
    static func fallback(for style: String) -> String {
        let name = style.split(separator: " ").first.map(String.init) ?? style
        if let index = number(of: name, after: "s") { return " fill=\"\(light[index])\"" }
        if let index = number(of: name, after: "l") { return " fill=\"none\" stroke=\"\(light[index])\" stroke-width=\"2\"" }
        if let index = number(of: name, after: "a") { return " fill=\"\(light[index])\"" }
        if let index = number(of: name, after: "t") { return " fill=\"\(light[index])\"" }
        return fixed[name] ?? ""
    }

    private static func number(of name: String, after letter: Character) -> Int? {
        guard name.first == letter, name.count == 2, let digit = name.last?.wholeNumberValue, (1...8).contains(digit) else { return nil }
        return digit - 1
    }

    private static let fixed: [String: String] = [
        "label": " fill=\"#3d4451\"", "strong": " fill=\"#16181d\" font-weight=\"600\"", "inside": " fill=\"#fff\"",
        "grid": " stroke=\"#d9dce1\" fill=\"none\"", "axis": " stroke=\"#5b6270\" fill=\"none\"",
        "target": " stroke=\"#16181d\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\" fill=\"none\"", "tick": " stroke=\"#16181d\" stroke-width=\"2.5\" fill=\"none\"",
        "band": " fill=\"#eef0f3\"", "track": " fill=\"#e4e7eb\"", "muted": " fill=\"#b3b9c4\"",
        "muted-line": " fill=\"none\" stroke=\"#8a92a0\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"",
        "error": " stroke=\"#16181d\" stroke-width=\"1.2\" fill=\"none\"", "spark": " fill=\"none\" stroke=\"#4f6a8b\" stroke-width=\"1.5\"",
        "dot": " fill=\"#4f6a8b\"",
    ]

    /// For the page: colours by the reader's system, always light on paper.
    public static let css: String = {
        func properties(_ colours: [String], _ rest: [(String, String)]) -> String {
            let all = colours.enumerated().map { ("series-\($0.offset + 1)", $0.element) } + rest
            return all.map { "--chart-\($0.0):\($0.1)" }.joined(separator: ";")
        }
        let lightRest = [("text", "#3d4451"), ("strong", "#16181d"), ("grid", "#d9dce1"), ("axis", "#5b6270"), ("band", "#eef0f3"), ("track", "#e4e7eb"), ("muted", "#b3b9c4"), ("muted-line", "#7b8494"), ("inside", "#ffffff")]
        let darkRest = [("text", "#c3c9d4"), ("strong", "#f2f4f8"), ("grid", "#343a46"), ("axis", "#8b93a3"), ("band", "#22262f"), ("track", "#2b303b"), ("muted", "#4d5565"), ("muted-line", "#8f98a8"), ("inside", "#16181d")]
        var css = ":root{\(properties(light, lightRest))}\n"
        css += "@media screen and (prefers-color-scheme:dark){:root{\(properties(dark, darkRest))}}\n"
        css += ".chart{display:block;max-width:100%;height:auto;font-family:inherit;font-variant-numeric:tabular-nums}\n"
        for index in 1...8 {
            css += ".chart .s\(index),.chart .t\(index){fill:var(--chart-series-\(index))}.chart .l\(index){stroke:var(--chart-series-\(index))}.chart .a\(index){fill:var(--chart-series-\(index))}\n"
        }
        css += """
            .chart .label{fill:var(--chart-text)}.chart .strong{fill:var(--chart-strong);font-weight:600}.chart .inside{fill:var(--chart-inside)}
            .chart .label,.chart .strong{paint-order:stroke;stroke:var(--chart-paper,var(--paper,#fff));stroke-width:3px;stroke-linejoin:round}
            .chart .grid{stroke:var(--chart-grid)}.chart .axis{stroke:var(--chart-axis)}.chart .band{fill:var(--chart-band)}
            .chart .track{fill:var(--chart-track)}.chart .muted{fill:var(--chart-muted)}.chart .muted-line{stroke:var(--chart-muted-line)}
            .chart .target,.chart .tick,.chart .error{stroke:var(--chart-strong)}.chart .spark{stroke:var(--chart-series-1)}.chart .dot{fill:var(--chart-series-1)}
            .chart rect:hover,.chart path.sector:hover{opacity:.8}
            @media (forced-colors:active){.chart text{fill:CanvasText}.chart .grid,.chart .axis,.chart .target,.chart .tick,.chart .error{stroke:CanvasText}}

            """
        return css
    }()
}
