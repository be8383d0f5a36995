public import ArgumentParser
import Foundation
public import Model

/// `recap init`: a new campaign with all fourteen chapters, ready to build.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a new campaign with all fourteen chapters and example data, ready to build.",
        discussion: """
            EXAMPLES
              recap init 2026-618
              recap init spring-sale --language en
            """)

    @Argument(help: "The campaign's id, which becomes its folder: lower-case letters, digits, - and _.")
    var name: String

    @Option(help: "The language of the pages: \(Language.allCases.map(\.rawValue).joined(separator: " or ")).")
    var language = Language.zhHans

    @Option(help: "The folder that holds the campaigns.")
    var content = "content"

    @Option(help: "The folder of templates, which holds the starter campaigns.")
    var templates = TemplatesFolder.usual

    func validate() throws {
        let fits = name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-" || $0 == "_") }
        guard !name.isEmpty, fits, name.first?.isLetter == true || name.first?.isNumber == true else {
            throw ValidationError("'\(name)' is no campaign id; use lower-case letters, digits, - and _")
        }
    }

    func run() throws {
        let console = Console(isQuiet: false, isVerbose: false)
        do {
            try copyStarter(to: "\(content)/\(name)")
        } catch let problem as Problem {
            console.report([problem])
            throw ExitStatus.failure
        }
        console.result("\(content)/\(name): fill in campaign.yaml, put your data into data/, then run: recap build --campaign \(name)")
    }

    /// All files or none: they are written beside the folder and moved into place.
    private func copyStarter(to folder: String) throws {
        let files = FileManager.default
        let starter = URL(fileURLWithPath: "\(templates)/starter/\(language.rawValue)")
        guard !files.fileExists(atPath: folder) else {
            throw Problem(.foreignOutput, "\(folder) exists already; choose another name or remove it", kind: .file)
        }
        guard let paths = files.subpaths(atPath: starter.path), !paths.isEmpty else {
            throw Problem(.unreadableFile, "no starter campaign in \(templates)/starter/\(language.rawValue); run in Recap's folder or give --templates", kind: .file)
        }
        let fresh = URL(fileURLWithPath: "\(content)/.\(name).recap-new")
        do {
            try? files.removeItem(at: fresh)
            try files.createDirectory(at: fresh, withIntermediateDirectories: true)
            for path in paths.sorted() { try copy(path, from: starter, to: fresh) }
            try files.moveItem(at: fresh, to: URL(fileURLWithPath: folder))
        } catch {
            try? files.removeItem(at: fresh)
            throw Problem(.unwritableFile, "\(folder) could not be written: \(error.localizedDescription)", kind: .file)
        }
    }

    private func copy(_ path: String, from starter: URL, to folder: URL) throws {
        let source = starter.appendingPathComponent(path), target = folder.appendingPathComponent(path)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder) else { return }
        if isFolder.boolValue {
            return try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        }
        let text = try String(contentsOf: source, encoding: .utf8)
        try Data(text.replacing("__NAME__", with: name).utf8).write(to: target)
    }
}

extension Language: ExpressibleByArgument {}
