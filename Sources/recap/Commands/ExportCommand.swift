import ArgumentParser
import Export
import Foundation
import Model

/// `recap export`: a review to send along: one file, a PDF, its tables, its values.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes reviews as one HTML file, as PDF, as CSV tables or as JSON.",
        discussion: """
            Nothing is written where the content has errors.

              html   one file per campaign with everything in it; opens offline
              pdf    the same, printed by Chromium: A4, bookmarks, tags for screen readers
              csv    the rows behind each chart and table, a folder per campaign
              json   every value with its definition, query and sources
              card   the preview picture that chat programs show of a link: content/CAMPAIGN/card.png

            EXAMPLES
              recap export --format html
              recap export --campaign 2025-618 --format pdf --output /tmp
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case html, pdf, csv, json, card

        /// Whether what it writes shows the site's pages.
        var hasPages: Bool { self == .html || self == .pdf }
    }

    @OptionGroup var shared: SharedOptions

    @Option(name: .shortAndLong, help: "html, pdf, csv, json or card.")
    var format: Format

    @Option(name: .shortAndLong, help: "The folder to write to.")
    var output = "export"

    @Option(help: "The folder of templates and style sheets.")
    var templates = TemplatesFolder.usual

    func run() async throws {
        let pipeline = shared.pipeline, console = shared.console
        var checked = await pipeline.check()
        if !checked.problems.hasErrors, format.hasPages { checked = await Histories(of: pipeline).added(to: checked) }
        console.report(checked.problems)
        if let status = ExitStatus.status(for: checked.problems) { throw status }
        do {
            let site = try pipeline.compose(checked, templates: templates)
            for campaign in checked.shown {
                for file in try await export(campaign, site, checked) { console.result(file) }
            }
        } catch let error as Problems {
            console.report(error.all.sorted())
            throw ExitStatus.status(for: error.all) ?? ExitStatus.failure
        } catch let error as Problem {
            console.report([error])
            throw ExitStatus.failure
        } catch {
            console.report([Problem(.unwritableFile, "\(output) could not be written: \(error.localizedDescription)", kind: .file)])
            throw ExitStatus.failure
        }
    }

    /// The files written.
    private func export(_ campaign: Campaign, _ site: Output, _ checked: Pipeline.Checked) async throws -> [String] {
        let name = campaign.id.replacing("/", with: "-"), folder = URL(fileURLWithPath: output)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        switch format {
        case .html:
            try write(try SingleFile(campaign, from: site).html(), to: "\(output)/\(name).html")
            return ["\(output)/\(name).html"]
        case .pdf:
            let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("recap-\(UUID().uuidString).html")
            defer { try? FileManager.default.removeItem(at: scratch) }
            try write(try SingleFile(campaign, from: site, hasDownloads: false).html(), to: scratch.path)
            try await Chromium().print(scratch, to: folder.appendingPathComponent("\(name).pdf"))
            return ["\(output)/\(name).pdf"]
        case .csv:
            let prefix = "\(campaign.id)/data/"
            let files = site.files.filter { $0.key.hasPrefix(prefix) }
            try FileManager.default.createDirectory(atPath: "\(output)/\(name)", withIntermediateDirectories: true)
            for (path, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent("\(name)/\(path.dropFirst(prefix.count))")) }
            return ["\(output)/\(name): \(files.count) tables"]
        case .json:
            try Data(site.files["\(campaign.id)/metrics.json"] ?? []).write(to: folder.appendingPathComponent("\(name).json"))
            return ["\(output)/\(name).json"]
        case .card:
            let card = site.files["\(campaign.id)/card.svg"].map { String(decoding: $0, as: UTF8.self) } ?? ""
            let file = "\(campaign.folder)/\(campaign.cardFile)"
            try await renderCard(card, to: file)
            return [file]
        }
    }

    /// The drawing as PNG; it carries the drawing's text, so that a build can tell whether it is up to date.
    private func renderCard(_ card: String, to file: String) async throws {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("recap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let page = scratch.appendingPathComponent("card.svg"), picture = scratch.appendingPathComponent("card.png")
        try write(card, to: page.path)
        try await Chromium().picture(of: page, width: 1200, height: 630, to: picture)
        let png = PNGText.adding(card, under: "recap-card", to: Array(try Data(contentsOf: picture)))
        try Data(png).write(to: URL(fileURLWithPath: file))
    }

    private func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
}
