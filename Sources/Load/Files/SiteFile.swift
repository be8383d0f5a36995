import Foundation
import Model

/// content/site.yaml: what holds for all campaigns.
struct SiteFile {
    let folder: String
    let problems: ProblemList

    init(folder: String, _ problems: ProblemList) {
        self.folder = folder
        self.problems = problems
    }

    /// A site may do without the file.
    func read() -> SiteSettings {
        let file = "\(folder)/site.yaml"
        guard FileManager.default.fileExists(atPath: file), let source = SourceText.read(file, problems),
            let keys = YAMLValue.parse(source, problems).flatMap({ YAMLMapping($0, "a mapping of title, base_url, robots, theme") })
        else { return SiteSettings() }
        let settings = SiteSettings(
            title: keys.optional("title")?.string(), baseURL: keys.optional("base_url").flatMap(address),
            robots: keys.optional("robots")?.word("setting for robots", among: ["all": "all", "noindex": "noindex"])?.value,
            theme: keys.optional("theme")?.located())
        keys.refuseUnknownKeys(in: "site.yaml")
        return settings
    }

    private func address(_ value: YAMLValue) -> String? {
        guard let text = value.string() else { return nil }
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host?.isEmpty == false, url.query == nil, url.fragment == nil else {
            problems.add(.badValue, "'\(text)' is no address of a site; write one like https://example.com/reviews/", at: value.textPlace)
            return nil
        }
        return text.hasSuffix("/") ? text : text + "/"
    }
}
