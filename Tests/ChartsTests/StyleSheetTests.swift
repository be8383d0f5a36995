import ChartExamples
import Foundation
import Testing

@testable import Charts

/// The colours that pages get, by the style sheet itself.
struct StyleSheetTests {
    /// Custom properties of the light and of the dark paper.
    private static func sheets() throws -> [(paper: String, colours: [String: String])] {
        let roots = (ChartStyle.css + ChartStyle.darkCSS).matches(of: try Regex(#":root[^{]*\{([^}]*)\}"#)).compactMap { $0.output[1].substring }
        try #require(roots.count == 2)
        return zip(["#ffffff", "#16181d"], roots).map { paper, root in
            let pairs = root.split(separator: ";").map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
            return (paper, Dictionary(uniqueKeysWithValues: pairs.map { ($0[0].replacing("--chart-", with: ""), $0[1]) }))
        }
    }

    @Test func `marks are 3:1 on their paper, texts 4.5:1`() throws {
        for (paper, colours) in try Self.sheets() {
            for name in (1...8).map({ "series-\($0)" }) + ["muted", "muted-line", "axis", "good", "bad", "ink"] {
                #expect(try WebContrast.ratio(try #require(colours[name]), paper) >= 3, "\(name) on \(paper)")
            }
            for name in (1...8).map({ "text-\($0)" }) + ["text", "strong", "good", "bad"] {
                #expect(try WebContrast.ratio(try #require(colours[name]), paper) >= 4.5, "\(name) on \(paper)")
            }
        }
    }

    @Test func `texts upon marks are 4.5:1`() throws {
        for (_, colours) in try Self.sheets() {
            for (name, colour) in colours where name.hasPrefix("on-") && !name.hasPrefix("on-series") {
                #expect(try WebContrast.ratio(colour, try #require(colours[String(name.dropFirst(3))])) >= 4.5, "\(name)")
            }
            for index in 1...8 {
                #expect(try WebContrast.ratio(try #require(colours["on-series-\(index)"]), try #require(colours["series-\(index)"])) >= 4.5, "series \(index)")
            }
            #expect(try WebContrast.ratio(try #require(colours["strong"]), try #require(colours["muted"])) >= 4.5)
        }
    }

    @Test func `every class that a drawing uses has a look`() throws {
        let css = ChartStyle.css
        for example in ChartExample.all {
            for match in example.graphic(.en).svg(width: 720).matches(of: try Regex(#"class="([^"]+)""#)) {
                for name in (match.output[1].substring ?? "").split(separator: " ") where name != "chart" {
                    #expect(css.contains(".\(name)") || !ChartStyle.fallback(for: String(name)).isEmpty, "\(name) in \(example.name)")
                }
            }
        }
    }
}
