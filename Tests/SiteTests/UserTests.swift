import Foundation
import Testing

/// What a new user does, and sees.
struct UserTests {
    @Test func `a number changed in a CSV changes everywhere`() throws {
        let site = try Site()
        defer { site.remove() }
        #expect(try site.recap("build").status == 0)
        try site.replace("40.40", with: "50.40", in: "content/little/data/sales.csv")
        try site.replace("{{sales = $101}}", with: "{{sales = $111}}", in: "content/little/chapters/01-goals.md")
        try site.replace("{{best.total = 60.60}}", with: "{{best.total = 70.60}}", in: "content/little/chapters/02-sales.md")
        #expect(try site.recap("build").errors == "")
        for page in ["little/index.html", "little/goals/index.html", "little/sales/index.html", "little/metrics.json", "little/data-dictionary/index.html"] {
            let text = try site.read("public/\(page)")
            #expect(text.contains("111"), "\(page)")
            #expect(!text.contains("101.00") && !text.contains("$101"), "\(page)")
        }
        #expect(try site.read("public/little/data/by-day.csv").contains("50.4"))
    }

    @Test func `files with the line ends of Windows make the same site`() throws {
        let site = try Site(), other = try Site()
        defer { site.remove(); other.remove() }
        let endings: Set<String> = ["yaml", "md", "csv"]
        for path in FileManager.default.subpaths(atPath: other.folder.path) ?? [] where endings.contains((path as NSString).pathExtension) {
            try other.write(try other.read(path).replacing("\n", with: "\r\n"), to: path)
        }
        let run = try other.recap("build")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try site.recap("build").status == 0)
        for page in FileManager.default.subpaths(atPath: site.folder.appendingPathComponent("public").path) ?? [] where page.hasSuffix("index.html") && !page.contains("data-dictionary") {
            // The data's checksum differs, and with it the dictionary alone.
            #expect(try other.read("public/\(page)").replacing("\r\n", with: "\n") == site.read("public/\(page)"), "\(page)")
        }
    }

    @Test func `a wrong claim is shown with its place`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.replace("{{sales = $101}}", with: "{{sales = $110}}", in: "content/little/chapters/01-goals.md")
        let run = try site.recap("check")
        #expect(run.status == 1)
        #expect(
            run.errors == """
                content/little/chapters/01-goals.md:6:44: error: '$110' is claimed, but the data says $101.00 [R1201]
                    6 | Sales came to {{sales}}, that is {{sales = $110}} or {{sales | change}} against {{sales | baseline}}; the target was
                      |                                            ^^^^
                        computed: 101
                recap: 1 error

                """)
    }

    @Test func `a lenient build shows a gap and still tells`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.replace("{{sales}}", with: "{{salse}}", in: "content/little/chapters/01-goals.md")
        let run = try site.recap("build", "--lenient")
        #expect(run.status == 1)
        #expect(run.errors.contains("no metric named 'salse'; did you mean 'sales'?"))
        #expect(try site.read("public/little/goals/index.html").contains("class=\"gap\""))
    }

    @Test func `text from data never becomes markup`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.recap("build")
        let page = try site.read("public/little/sales/index.html")
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!page.contains("<script>"))
        #expect(page.contains("**Shop** &amp;"))
    }

    @Test func `a picture beside the chapters and a link between them lead somewhere`() throws {
        let site = try Site()
        defer { site.remove() }
        let folder = site.folder.appendingPathComponent("content/little/chapters/pictures")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try site.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "content/little/chapters/pictures/plan.svg")
        try site.replace("# By day", with: "# By day\n\n![The plan](pictures/plan.svg) as in [the goals](01-goals.md#x)", in: "content/little/chapters/02-sales.md")
        #expect(try site.recap("build").status == 0)
        let page = try site.read("public/little/sales/index.html")
        #expect(page.contains("<img src=\"../images/chapters/pictures/plan.svg\" alt=\"The plan\">"))
        #expect(page.contains("<a href=\"../goals/index.html#x\">the goals</a>"))
        #expect(try site.read("public/little/images/chapters/pictures/plan.svg").hasPrefix("<svg"))
    }

    @Test func `another campaign's days are aligned with this one's`() throws {
        let site = try Site()
        defer { site.remove() }
        try site.recap("build")
        let rows = try site.read("public/little/data/by-day.csv").split(separator: "\n").map(String.init)
        // The campaign before sold on its first and on its third day.
        #expect(rows.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).last ?? "" } == ["50", "", ""])
    }

    @Test(arguments: ["zh-Hans", "en"])
    func `a new campaign has fourteen chapters and builds at once`(language: String) throws {
        let site = try Site()
        defer { site.remove() }
        #expect(try site.recap("init", "my-sale", "--language", language).status == 0)
        let run = try site.recap("build", "--campaign", "my-sale", "--output", "new")
        #expect(run.errors == "")
        #expect(run.status == 0)
        let pages = try FileManager.default.contentsOfDirectory(atPath: site.folder.appendingPathComponent("new/my-sale").path)
        #expect(pages.filter { !$0.contains(".") }.count >= 14 + 3)
        #expect(try site.recap("init", "my-sale").status == 74)
    }

    @Test func `wrong usage has a status of its own, and help has examples`() throws {
        let site = try Site()
        defer { site.remove() }
        #expect(try site.recap("build", "--nonsense").status == 64)
        #expect(try site.recap("init", "Not A Name").status == 64)
        #expect(try site.recap("build", "--data", "elsewhere").status == 64)
        for command in [["--help"], ["build", "--help"], ["check", "--help"], ["init", "--help"]] {
            let (process, output, _) = site.process(command)
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).contains("EXAMPLES"))
        }
    }

    @Test func `data elsewhere is read only where the command line grants it`() throws {
        let site = try Site()
        defer { site.remove() }
        let data = site.folder.appendingPathComponent("content/little/data"), elsewhere = site.folder.appendingPathComponent("elsewhere")
        try FileManager.default.moveItem(at: data, to: elsewhere)
        try FileManager.default.createSymbolicLink(at: data, withDestinationURL: site.folder)
        #expect(try site.recap("build", "--campaign", "little").status == 1)
        try FileManager.default.removeItem(at: data)
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: data.appendingPathComponent("sales.csv"), withDestinationURL: elsewhere.appendingPathComponent("sales.csv"))
        let granted = try site.recap("build", "--campaign", "little", "--data", elsewhere.path)
        #expect(granted.errors == "")
        let refused = try site.recap("build", "--campaign", "little")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("'sales.csv' lies outside content/little/data; data elsewhere is granted on the command line: --data DIR"))
    }
}
