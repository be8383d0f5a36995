import Foundation
import Model

/// chapters/*.md: one file, one page.
struct ChapterFiles {
    let folder: String
    let edition: Language?
    let problems: ProblemList

    init(folder: String, edition: Language? = nil, _ problems: ProblemList) {
        self.folder = folder
        self.edition = edition
        self.problems = problems
    }

    /// The chapters by their order.
    ///
    /// - Parameter known: chapters by their files that have not changed since they were read without a problem.
    func read(besides known: [String: Chapter] = [:]) -> [Chapter] {
        let path = "\(folder)/chapters" + (edition.map { "/\($0.rawValue)" } ?? "")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
        // Each with a list of problems of its own, which are then told in the chapters' order.
        let read = parallelMap(names.count, jobs: ProcessInfo.processInfo.activeProcessorCount) { [folder, edition] index -> (chapter: Chapter?, problems: [Problem]) in
            let own = ProblemList()
            let chapter = ChapterFiles(folder: folder, edition: edition, own).read(names[index], among: names, in: path, besides: known)
            return (chapter, own.all)
        }
        for problem in read.flatMap(\.problems) { problems.add(problem) }
        let chapters = read.compactMap(\.chapter)
        if names.isEmpty { problems.add(.badChapterFile, "the campaign has no chapters; write one like \(path)/01-goals.md") }
        refuseRepeated(chapters)
        return chapters.sorted { ($0.order, $0.slug) < ($1.order, $1.slug) }
    }

    private func read(_ name: String, among names: [String], in path: String, besides known: [String: Chapter]) -> Chapter? {
        guard name.hasSuffix(".md") else {
            if !isFolder("\(path)/\(name)") { problems.add(.badChapterFile, "'\(path)/\(name)' is no chapter; chapters are named like 05-conversion.md") }
            return nil
        }
        return known["\(path)/\(name)"] ?? chapter(name, Surroundings(folder: path, campaign: folder, chapters: names, problems))
    }

    /// A folder beside the chapters holds their pictures.
    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private func chapter(_ name: String, _ surroundings: Surroundings) -> Chapter? {
        let file = "\(surroundings.folder)/\(name)"
        let stem = String(name.dropLast(3))
        let digits = stem.prefix { $0.isNumber }
        guard let number = Int(digits), stem.dropFirst(digits.count).first == "-", Identifier.isCampaign(String(stem.dropFirst(digits.count + 1))) else {
            problems.add(.badName, "'\(file)' is no name for a chapter; write a number, a hyphen and a slug of lower-case letters, like 05-conversion.md")
            return nil
        }
        guard let source = SourceText.read(file, problems) else { return nil }
        problems.numbers = []
        let (front, body) = FrontMatter.split(source)
        guard let front else {
            problems.add(.missingKey, "the chapter needs front matter with a title: ---, title: …, --- as its first lines", at: source.place(line: 1))
            _ = MarkdownReader(body, slug: stem, in: surroundings, problems).blocks()
            return nil
        }
        let keys = YAMLValue.parse(front, problems).flatMap { YAMLMapping($0, "a mapping of title, summary …") }
        let slug = keys?.optional("slug").flatMap(slug) ?? String(stem.dropFirst(digits.count + 1))
        let blocks = MarkdownReader(body, slug: slug, in: surroundings, problems).blocks()
        guard let keys else {
            if front.text.allSatisfy(\.isWhitespace) { problems.add(.missingKey, "the chapter needs `title:`", at: source.place(line: 1)) }
            return nil
        }
        let title = keys.required("title", of: "a chapter", at: source.place(line: 1))
        let summary = keys.optional("summary").flatMap { InlineText.read($0) } ?? []
        let order = keys.optional("order")?.integer() ?? number
        let draft = keys.optional("draft")?.bool() ?? false
        let allowed = keys.optional("allow").map(allowed) ?? []
        keys.refuseUnknownKeys(in: "a chapter's front matter")
        guard let title, let words = InlineText.read(title) else { return nil }
        var chapter = Chapter(
            file: file, slug: slug, order: order, title: words, summary: summary, draft: draft, blocks: blocks,
            pictures: surroundings.pictures, place: title.place)
        (chapter.numbers, chapter.allowed) = (problems.numbers, allowed)
        return chapter
    }

    /// Numbers that may stand without a reference, each with its reason.
    private func allowed(_ value: YAMLValue) -> [AllowedNumber] {
        guard let elements = value.elements else { return value.expected("a list of numbers {number: …, reason: …}") ?? [] }
        return elements.compactMap { element in
            guard let keys = YAMLMapping(element, "a number {number: …, reason: …}") else { return nil }
            let number = keys.required("number", of: "an allowance")?.located(), reason = keys.required("reason", of: "an allowance")?.string()
            keys.refuseUnknownKeys(in: "an allowance")
            guard let number, let reason else { return nil }
            return AllowedNumber(number: number, reason: reason)
        }
    }

    private func slug(_ value: YAMLValue) -> String? {
        guard let slug = value.located() else { return nil }
        guard Identifier.isCampaign(slug.value), !Self.taken.contains(slug.value) else {
            let why = Self.taken.contains(slug.value) ? "is the address of another page" : "is no slug; use lower-case letters, digits, - and _"
            problems.add(.badName, "'\(slug.value)' \(why)", at: slug.place)
            return nil
        }
        return slug.value
    }

    /// Addresses that every campaign's site has.
    private static let taken: Set<String> = ["data", "data-dictionary", "checks", "history", "assets", "images", "charts"]

    private func refuseRepeated(_ chapters: [Chapter]) {
        var slugs: [String: String] = [:]
        var ids: [String: Place] = [:]
        var sets: [String: Place] = [:]
        for chapter in chapters {
            if let other = slugs[chapter.slug] { problems.add(.repeatedName, "the slug '\(chapter.slug)' is also that of \(other)", at: chapter.place) }
            slugs[chapter.slug] = chapter.file
            let uses = chapter.uses
            for (id, place) in uses.charts.map({ ($0.id, $0.place) }) + uses.tables.map({ ($0.id, $0.place) }) { refuse(id, place, &ids) }
            for (id, place) in uses.analyses.map({ ($0.id, $0.place) }) + uses.queries.map({ ($0.id, $0.place) }) { refuse(id, place, &sets) }
        }
        for (id, place) in sets.sorted(by: { $0.key < $1.key }) where ids[id] != nil {
            problems.add(.repeatedName, "the id '\(id)' is also that of a chart or table", at: place)
        }
    }

    private func refuse(_ id: String, _ place: Place, _ seen: inout [String: Place]) {
        if let first = seen[id] { problems.add(.repeatedName, "the id '\(id)' stands twice; first in \(first.file):\(first.line)", at: place) }
        seen[id] = seen[id] ?? place
    }
}

/// The YAML between two lines of `---` at a chapter's beginning.
enum FrontMatter {
    static func split(_ source: SourceText) -> (front: SourceText?, body: SourceText) {
        guard source.lines.first.map({ $0 == "---" }) == true,
            let end = source.lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." })
        else { return (nil, source) }
        return (source.part(lines: 1..<end), source.part(lines: (end + 1)..<source.lines.count))
    }
}
