import ChartExamples
import Charts

/// The gallery: each example in Chinese and in English, wide and narrow. Light or dark by the reader's system; prints light.
struct GalleryPage {
    let examples: [ChartExample]

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="zh-Hans">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Recap · 图表 Charts</title>
        <link rel="stylesheet" href="gallery.css">
        </head>
        <body>
        <h1>图表 Charts</h1>
        \(examples.map(section).joined(separator: "\n"))
        </body>
        </html>

        """
    }

    static let styleSheet = """
        :root{--paper:#fff;--chart-paper:#fff;color-scheme:light dark}
        @media screen and (prefers-color-scheme:dark){:root{--paper:#16181d;--chart-paper:#16181d}}
        body{margin:0 auto;padding:24px;max-width:1200px;background:var(--paper);color:var(--chart-strong);font:16px/1.5 "Noto Sans CJK SC","PingFang SC",sans-serif}
        section{margin:0 0 56px;break-inside:avoid}
        h2{font-size:18px;line-height:1.3;margin:0 0 12px}
        code{font-size:13px;font-weight:400;margin-left:8px}
        .pair{display:grid;grid-template-columns:minmax(0,720px) minmax(0,340px);gap:40px;align-items:start}
        .pair .en{margin-top:32px}
        @media (max-width:1100px){.pair{display:block}.wide{display:none}}
        @media print{.narrow{display:none}.pair{display:block}}

        \(ChartStyle.css)
        @media screen and (prefers-color-scheme:dark){\(ChartStyle.darkCSS)}
        """

    private func section(_ example: ChartExample) -> String {
        let drawings = [(ChartLocale.zhHans, "zh-Hans"), (.en, "en")].map { locale, tag -> String in
            let graphic = example.graphic(locale)
            return """
                <div lang="\(tag)"><h2>\(graphic.title)<code>\(example.name)</code></h2>
                <div class="pair"><div class="wide">\(graphic.svg(width: 720))</div><div class="narrow">\(graphic.svg(width: 340))</div></div></div>
                """
        }
        return "<section>\n\(drawings.joined(separator: "\n"))\n</section>"
    }
}
