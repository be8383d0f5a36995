import ChartExamples
import Charts
import Foundation
import Testing

/// Every example's drawing is committed: a change shows as a diff. `RECAP_UPDATE_GOLDEN=1` writes them anew.
struct ExamplesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Documentation/charts")

    @Test(arguments: ChartExample.all)
    func `an example is drawn as it was committed`(example: ChartExample) throws {
        let svg = example.graphic(.zhHans).svg(width: 720) + "\n", file = Self.folder.appending(path: "\(example.name).svg")
        if ProcessInfo.processInfo.environment["RECAP_UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(svg.utf8).write(to: file)
        }
        #expect(svg == (try String(contentsOf: file, encoding: .utf8)), "\(example.name) differs from Documentation/charts/\(example.name).svg")
    }

    @Test func `every committed drawing is an example`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".svg") }
        #expect(Set(files) == Set(ChartExample.all.map { "\($0.name).svg" }))
    }

    @Test(arguments: ChartExample.all)
    func `an example is well-formed, and its labels stand apart`(example: ChartExample) throws {
        for locale in [ChartLocale.zhHans, .en] {
            let graphic = example.graphic(locale)
            #expect(!graphic.summary.isEmpty)
            for width in [340.0, 720] {
                try NastyDataTests.check(graphic.scene(width: width), "\(example.name) \(locale) \(width)")
                let svg = graphic.svg(width: width)
                #expect(SVGCheck(svg).problem == nil)
                #expect(!svg.contains("NaN") && !svg.contains("inf"))
                // A tenth of a pixel is the finest that any screen shows.
                #expect(try Regex(#" (d|x|y|width|height|cx|cy|r|viewBox)="[^"]*\.[0-9][0-9]"#).firstMatch(in: svg) == nil)
            }
        }
    }

    @Test func `all charts stand in one page without a clash of ids`() throws {
        let page = ChartExample.all.flatMap { example in [ChartLocale.zhHans, .en].flatMap { locale in [340.0, 720].map { example.graphic(locale).svg(width: $0) } } }.joined()
        let ids = page.matches(of: try Regex(#" id="([^"]+)""#)).map { String($0.output[1].substring ?? "") }
        #expect(ids.count >= 2 * 4 * ChartExample.all.count)
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: [("line-series", 12_288), ("bar", 5_120), ("bar-lying", 5_120), ("bar-grouped", 5_120)])
    func `a chart is small`(name: String, most: Int) throws {
        let example = try #require(ChartExample.all.first { $0.name == name })
        for locale in [ChartLocale.zhHans, .en] {
            #expect(example.graphic(locale).svg(width: 720).utf8.count <= most)
        }
    }
}
