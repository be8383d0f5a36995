import ChartExamples
import Charts
import Foundation

/// Writes one page with every example chart, in both languages and for both widths.
///
/// `chart-gallery FOLDER` writes `index.html` and its style sheet. The drawings of the documentation come from the tests.
@main
struct ChartGallery {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            print("usage: chart-gallery FOLDER")
            return
        }
        try writePage(to: CommandLine.arguments[1])
    }

    private static func writePage(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let page = GalleryPage(examples: ChartExample.all).html
        try Data(page.utf8).write(to: URL(filePath: folder).appending(path: "index.html"))
        try Data(GalleryPage.styleSheet.utf8).write(to: URL(filePath: folder).appending(path: "gallery.css"))
        print("\(ChartExample.all.count) charts in \(folder)/index.html")
    }
}
