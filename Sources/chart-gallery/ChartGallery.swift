import ChartExamples
import Charts
import Foundation

/// Writes one page with every example chart, in both languages and for both widths.
///
/// `chart-gallery FOLDER` writes `index.html`; `chart-gallery --svg FOLDER` the drawings that the documentation shows and
/// the tests compare; `chart-gallery bench DATA.json` times ten charts.
@main
struct ChartGallery {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.dropFirst().first) {
        case ("--svg"?, let folder?): try writeDrawings(to: folder)
        case (let folder?, nil): try writePage(to: folder)
        default: print("usage: chart-gallery [--svg] FOLDER")
        }
    }

    private static func writeDrawings(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for example in ChartExample.all {
            let text = example.graphic(.zhHans).svg(width: 720) + "\n"
            try Data(text.utf8).write(to: URL(filePath: folder).appending(path: "\(example.name).svg"))
        }
    }

    private static func writePage(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let page = GalleryPage(examples: ChartExample.all).html
        try Data(page.utf8).write(to: URL(filePath: folder).appending(path: "index.html"))
        print("\(ChartExample.all.count) charts in \(folder)/index.html")
    }
}
