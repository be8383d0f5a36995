import Foundation

/// Where templates are when nobody says: beside the content, or where `make install` put them.
enum TemplatesFolder {
    static var usual: String {
        let files = FileManager.default
        if files.fileExists(atPath: "templates") { return "templates" }
        let installed = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("share/recap/templates").path
        return installed.flatMap { files.fileExists(atPath: $0) ? $0 : nil } ?? "templates"
    }
}
