import Foundation
import Testing

/// A content folder in a place of its own, and the program run on it as a user would.
struct Site {
    let folder: URL

    /// The package's own folder, where templates and the engine are.
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let fixtures = package.appendingPathComponent("Tests/SiteTests/Fixtures")
    /// The program that was built with the tests.
    static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("recap")

    struct Run {
        var status: Int32
        var output: String
        var errors: String
    }

    /// A copy of the good content.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("recap-site-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Site.fixtures.appendingPathComponent("good/content"), to: folder.appendingPathComponent("content"))
        try FileManager.default.copyItem(at: Site.package.appendingPathComponent("templates"), to: folder.appendingPathComponent("templates"))
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: folder.appendingPathComponent(path)) }

    func read(_ path: String) throws -> String { try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) }

    func replace(_ old: String, with new: String, in path: String) throws {
        let text = try read(path)
        #expect(text.contains(old), "\(path) holds '\(old)'")
        try write(text.replacing(old, with: new), to: path)
    }

    /// Where the tests' engine is: below the package, and whatever the PATH has.
    static var enginePath: String {
        "\(package.path)/.recap/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    }

    func process(_ arguments: [String], environment: [String: String] = [:]) -> (process: Process, output: Pipe, errors: Pipe) {
        let process = Process(), output = Pipe(), errors = Pipe()
        process.executableURL = Site.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": Site.enginePath, "NO_COLOR": "1"].merging(environment) { _, new in new }
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        return (process, output, errors)
    }

    @discardableResult
    func recap(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
        let (process, output, errors) = process(arguments, environment: environment)
        try process.run()
        // What is printed is short: it fits the pipes.
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            output: String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self),
            errors: String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
    }

    /// Every file below a folder with its bytes.
    func files(below path: String) throws -> [String: Data] {
        let root = folder.appendingPathComponent(path)
        let names = FileManager.default.subpaths(atPath: root.path) ?? []
        var files: [String: Data] = [:]
        for name in names {
            let file = root.appendingPathComponent(name)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            files[name] = try Data(contentsOf: file)
        }
        return files
    }
}
