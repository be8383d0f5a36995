import Foundation
import Testing

@testable import Compose
@testable import Model

/// The whole fixture site against `Golden/`; `RECAP_UPDATE_GOLDEN=1` writes it anew.
@Suite struct GoldenTests {
    private static var folder: URL { URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden") }

    @Test func theSiteIsAsExpected() throws {
        let output = try Fixture.site()
        let pages = output.files.filter { !$0.key.hasPrefix("assets/") }
        if ProcessInfo.processInfo.environment["RECAP_UPDATE_GOLDEN"] == "1" { try GoldenTests.write(pages) }
        let written = try FileManager.default.subpathsOfDirectory(
            atPath: GoldenTests.folder.path(percentEncoded: false)
        )
        .filter { $0.contains(".") }
        #expect(Set(written) == Set(pages.keys))
        for (path, bytes) in pages {
            let expected = try? String(contentsOf: GoldenTests.folder.appending(path: path), encoding: .utf8)
            let actual = String(decoding: bytes, as: UTF8.self)
            #expect(GoldenTests.firstDifference(actual, expected ?? "") == nil, "\(path) differs")
        }
    }

    @Test func theSameValuesGiveTheSameBytes() throws {
        #expect(try Fixture.site().files == Fixture.site().files)
    }

    private static func write(_ pages: some Sequence<(key: String, value: [UInt8])>) throws {
        try? FileManager.default.removeItem(at: folder)
        for (path, bytes) in pages {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    private static func firstDifference(_ actual: String, _ expected: String) -> String? {
        let lines = (actual.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
        for index in 0..<max(lines.0.count, lines.1.count) {
            let pair = (index < lines.0.count ? lines.0[index] : "", index < lines.1.count ? lines.1[index] : "")
            if pair.0 != pair.1 { return "line \(index + 1): '\(pair.0)' instead of '\(pair.1)'" }
        }
        return nil
    }
}
