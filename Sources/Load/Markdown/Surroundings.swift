import Foundation
import Model

/// What a chapter's text may lead to beside itself: the other chapters by their files' names, and pictures of the
/// campaign's folder, which become part of the site.
final class Surroundings {
    /// The folder in which the text's file lies; addresses are relative to it.
    let folder: String
    /// The campaign's folder, which no picture may lie outside of.
    private let campaign: String
    private let chapters: Set<String>
    private let problems: ProblemList
    /// Pictures by their address below the campaign's pages.
    private(set) var pictures: [String: [UInt8]] = [:]

    init(folder: String, campaign: String, chapters: [String], _ problems: ProblemList) {
        self.folder = folder
        self.campaign = campaign
        self.chapters = Set(chapters)
        self.problems = problems
    }

    /// Notes a link to a chapter that is not there.
    func checkLink(_ address: String, at place: @autoclosure () -> Place) {
        guard let path = address.split(separator: "#", omittingEmptySubsequences: false).first, path.hasSuffix(".md"), !path.contains(":") else { return }
        let name = String(path.split(separator: "/").last ?? path)
        if !chapters.contains(name) {
            problems.add(.badLink, "there is no chapter '\(name)'\(suggestion(for: name, among: chapters))", at: place())
        }
    }

    private static let formats = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"]

    /// The picture's address below the campaign's pages; nil where it can't be had, which has then been noted.
    func picture(_ address: String, at place: Place) -> String? {
        func refuse(_ why: String) -> String? {
            problems.add(.badPicture, why, at: place)
            return nil
        }
        if address.contains(":") || address.hasPrefix("/") {
            return refuse("a page loads nothing from elsewhere; put the picture into the campaign's folder and name it from there")
        }
        let name = address.removingPercentEncoding ?? address
        guard Self.formats.contains(name.split(separator: ".").last?.lowercased() ?? "") else {
            return refuse("'\(name)' is no picture; known: \(Self.formats.joined(separator: ", "))")
        }
        let home = URL(fileURLWithPath: campaign).resolvingSymlinksInPath().standardizedFileURL.path + "/"
        let file = URL(fileURLWithPath: folder).appendingPathComponent(name).resolvingSymlinksInPath().standardizedFileURL.path
        guard file.hasPrefix(home) else { return refuse("'\(name)' lies outside the campaign's folder") }
        let site = "images/" + file.dropFirst(home.count)
        if pictures[site] == nil {
            guard let data = FileManager.default.contents(atPath: file) else { return refuse("there is no file '\(name)' here") }
            pictures[site] = Array(data)
        }
        return site
    }
}
