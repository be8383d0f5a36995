import Foundation
import Testing

/// The same content gives the same bytes, wherever and however it is built.
struct ReproducibleTests {
    @Test func `threads, time zone, language and folder leave no trace`() throws {
        let site = try Site(), other = try Site()
        defer { site.remove(); other.remove() }
        #expect(try site.recap("build", "--jobs", "1").status == 0)
        let first = try site.files(below: "public")
        #expect(first.count > 15)
        for environment in [["TZ": "America/New_York"], ["LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"], ["TZ": "Asia/Tokyo", "LC_ALL": "C"]] {
            #expect(try other.recap("build", "--jobs", "4", environment: environment).status == 0)
            #expect(try other.files(below: "public") == first)
        }
        #expect(try other.recap("build", "--content", other.folder.path + "/content/", "--output", "elsewhere/site").status == 0)
        #expect(try other.files(below: "elsewhere/site") == first)
    }

    @Test func `no page names this machine`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.recap("build")
        for (path, data) in try site.files(below: "public") {
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains(site.folder.path), "\(path)")
            #expect(!text.contains(NSUserName() + "/"), "\(path)")
        }
    }
}
