import Foundation
import Model
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A Chromium that prints and takes pictures without a window: the one that `CHROMIUM` names, or the first on the PATH.
struct Chromium {
    private let program: String

    init() throws {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let names = ["chromium", "chromium-browser", "google-chrome", "chrome"]
        let found = folders.flatMap { folder in names.map { "\(folder)/\($0)" } } + ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"]
        guard let program = ([environment["CHROMIUM"]].compactMap { $0 } + found).first(where: FileManager.default.isExecutableFile) else {
            throw Problem(.chromium, "no Chromium found; install it (Debian: apt install chromium), or name its program in the variable CHROMIUM", kind: .file)
        }
        self.program = program
    }

    /// Prints a file as PDF, with bookmarks from its headings and tags for screen readers.
    func print(_ page: URL, to file: URL) async throws {
        try await run(["--print-to-pdf=\(file.path)", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", page.absoluteString], writes: file)
    }

    /// A picture of a page, in pixels.
    func picture(of page: URL, width: Int, height: Int, to file: URL) async throws {
        try await run(["--screenshot=\(file.path)", "--window-size=\(width),\(height)", "--hide-scrollbars", "--force-device-scale-factor=1", page.absoluteString], writes: file)
    }

    private func run(_ arguments: [String], writes file: URL) async throws {
        let profile = FileManager.default.temporaryDirectory.appendingPathComponent("recap-chromium-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: profile) }
        var all = ["--headless", "--disable-gpu", "--disable-extensions", "--user-data-dir=\(profile.path)", "--virtual-time-budget=10000"]
        // As root its sandbox refuses to start; what it opens is our own file, and its policy lets nothing in.
        if getuid() == 0 { all.append("--no-sandbox") }
        let result = try await Subprocess.run(.path(FilePath(program)), arguments: Arguments(all + arguments), output: .discarded, error: .string(limit: 100_000))
        guard result.terminationStatus.isSuccess, FileManager.default.fileExists(atPath: file.path) else {
            let words = result.standardError.split(separator: "\n").suffix(3).map(String.init)
            throw Problem(.chromium, "Chromium could not make \(file.lastPathComponent)", kind: .file, notes: words)
        }
    }
}
