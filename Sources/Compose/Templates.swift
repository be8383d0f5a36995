import Foundation
public import Model

/// The site's templates and assets, read and checked: what a user changes to restyle the site.
public struct Templates: Sendable {
    private let templates: [String: Template]
    /// Files that go into `assets/` as they are, by path.
    let assets: [(path: String, bytes: [UInt8])]

    /// Templates by name without the ending; `folder` is what messages call their folder.
    public init(
        texts: [String: String], assets: [String: [UInt8]], folder: String = "templates"
    ) throws(Problems) {
        var problems: [Problem] = []
        let file = { (name: String) in "\(folder)/\(name).mustache" }
        for name in TemplateContract.entries.keys.sorted() where texts[name] == nil {
            problems.append(Problem(.badTemplate, "template '\(file(name))' is missing", kind: .file))
        }
        for asset in Templates.requiredAssets where assets[asset] == nil {
            problems.append(Problem(.badTemplate, "'\(folder)/assets/\(asset)' is missing", kind: .file))
        }
        var tags: [String: [TemplateTag]] = [:]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            let found = TemplateScanner(text, file: file(name))
            tags[name] = found.tags
            problems += found.problems
        }
        if problems.isEmpty { problems = TemplateCheck.problems(in: tags) }
        if !problems.isEmpty { throw Problems(problems.sorted()) }
        templates = texts.mapValues(Template.init)
        self.assets = assets.map { (path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
    }

    static let requiredAssets = ["recap.css", "dark.css", "recap.js", "favicon.svg"]

    /// Themes that are named and not there.
    func problems(ofThemes names: [Located<String>?]) -> [Problem] {
        let themes = assets.compactMap { $0.path.hasPrefix("themes/") && $0.path.hasSuffix(".css") ? String($0.path.dropFirst(7).dropLast(4)) : nil }
        let whole = themes.filter { themes.contains("\($0)-dark") }
        return names.compactMap { $0 }.filter { !whole.contains($0.value) }.map {
            Problem(.unknownTheme, "there is no theme '\($0.value)'\(suggestion(for: $0.value, among: whole)); a theme is a pair of style sheets in assets/themes/ of the templates, NAME.css and NAME-dark.css", at: $0.place)
        }
    }

    /// The template filled with a view. The contract was checked when the templates were read.
    func render(_ name: String, _ view: View) -> String {
        assert(TemplateContract.entries[name].map(view.keeps) ?? false, "the view of '\(name)' breaks its contract")
        return templates[name]?.filled(with: view, partials: templates) ?? ""
    }
}

extension Templates {
    /// Reads `*.mustache` and `assets/` of a folder.
    public static func load(folder: String) throws(Problems) -> Templates {
        var texts: [String: String] = [:]
        var assets: [String: [UInt8]] = [:]
        var problems: [Problem] = []
        let files = FileManager.default
        guard let names = try? files.contentsOfDirectory(atPath: folder) else {
            throw Problems(Problem(.badTemplate, "cannot read the templates' folder '\(folder)'", kind: .file))
        }
        for name in names.sorted() where name.hasSuffix(".mustache") {
            guard let data = files.contents(atPath: "\(folder)/\(name)"),
                let text = String(validating: data, as: UTF8.self)
            else {
                problems.append(Problem(.badTemplate, "'\(folder)/\(name)' cannot be read as UTF-8 text", kind: .file))
                continue
            }
            texts[String(name.dropLast(".mustache".count))] = text
        }
        for path in (try? files.subpathsOfDirectory(atPath: "\(folder)/assets"))?.sorted() ?? [] {
            var isFolder: ObjCBool = false
            let full = "\(folder)/assets/\(path)"
            guard files.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue,
                !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
                let data = files.contents(atPath: full)
            else { continue }
            assets[path] = Array(data)
        }
        if !problems.isEmpty { throw Problems(problems) }
        return try Templates(texts: texts, assets: assets, folder: folder)
    }
}
