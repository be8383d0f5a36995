import Compose
import Export
import FlyingFox
import Foundation
import Model

/// The site as it is being written: what the server shows, and what is wrong right now.
actor Studio {
    private var pipeline: Pipeline
    private let histories: Histories
    private let folder: String
    /// As they were read last; nil where they have to be read.
    private var templates: Templates?
    private let console: Console
    private var plan: SitePlan?
    private var checked: Pipeline.Checked?
    private var problems: [Problem] = []
    /// Files that changed since the last good build.
    private var pending: Set<String> = []
    /// Grows with each change of what is shown.
    private var version = 0
    /// The last version that had more than words of chapters changed, so that a page has to be loaded anew.
    private var whole = 0
    private var waiting: [UUID: CheckedContinuation<Void, Never>] = [:]

    init(pipeline: Pipeline, templates: String, console: Console) {
        self.pipeline = pipeline
        self.pipeline.isServing = true
        histories = Histories(of: pipeline)
        folder = templates
        self.console = console
    }

    /// Rebuilds when files change, until the task is cancelled.
    func watch() async {
        var watch = FileWatch([pipeline.content, folder])
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(20))
            let changes = watch.changes()
            if !changes.isEmpty { await refresh(changes) }
        }
    }

    /// Makes the site anew; where something is wrong the last good one stays.
    func refresh(_ changes: [String] = []) async {
        let start = ContinuousClock.now
        // What changed while something was wrong counts until it is mended.
        pending.formUnion(changes)
        if changes.contains(where: { $0.hasPrefix(folder + "/") }) { templates = nil }
        var fresh = await pipeline.check(reusing: checked, changed: pending.sorted())
        if !fresh.problems.hasErrors { fresh = await histories.added(to: fresh) }
        var found = fresh.problems
        if !found.hasErrors {
            do {
                let templates = try self.templates ?? Templates.load(folder: folder)
                self.templates = templates
                plan = try pipeline.plan(fresh, templates: templates)
                checked = fresh
                pending = []
            } catch let error as Problems {
                found += error.all
            } catch {
                found.append(Problem(.unwritableFile, "the site could not be made: \(error)", kind: .file))
            }
        }
        problems = found.filter { $0.severity == .error }
        version += 1
        if !fresh.isOfOldNumbers { whole = version }
        for waiter in waiting.values { waiter.resume() }
        waiting = [:]
        console.report(found)
        let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        if problems.isEmpty { console.result("built in \(Int(milliseconds)) ms") }
    }

    /// Answers when the page's version is no longer the last one, or after a while, so that no connection is held for ever.
    func state(for request: HTTPRequest) async -> HTTPResponse {
        let known = request.query.first { $0.name == "have" }.flatMap { Int($0.value) } ?? -1
        if known == version {
            let id = UUID()
            let timer = Task {
                try? await Task.sleep(for: .seconds(20))
                self.wake(id)
            }
            await withCheckedContinuation { waiting[id] = $0 }
            timer.cancel()
        }
        let report: [String: Any] = ["version": version, "whole": whole, "problems": problems.map { $0.rendered() }]
        let body = (try? JSONSerialization.data(withJSONObject: report)) ?? Data("{}".utf8)
        return HTTPResponse(statusCode: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"], body: body)
    }

    private func wake(_ id: UUID) { waiting.removeValue(forKey: id)?.resume() }

    /// One file of the site, made now. Who asks for another host was led here by somebody else's page.
    func file(for request: HTTPRequest) -> HTTPResponse {
        let host = request.headers[.host]?.split(separator: ":").first.map(String.init) ?? "127.0.0.1"
        guard ["127.0.0.1", "localhost"].contains(host) else { return response("refused.txt", Array("not from there".utf8), status: .forbidden) }
        // The target as it was asked for: whether it ends with a slash decides where a page's links lead.
        var path = String(request.target.path(percentEncoded: false).drop { $0 == "/" })
        if path == "_recap/live.js" { return response("live.js", Array(LivePage.script.utf8)) }
        if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
        guard let plan else { return response("index.html", Array(LivePage.waiting.utf8)) }
        if let bytes = plan.bytes(path) { return response(path, path.hasSuffix(".html") ? LivePage.live(bytes, version: version) : bytes) }
        if plan.bytes(path + "/index.html") != nil {
            return HTTPResponse(statusCode: .movedPermanently, headers: [.location: "/\(path)/"], body: Data())
        }
        return response("404.html", LivePage.live(plan.bytes("404.html") ?? [], version: version), status: .notFound)
    }

    private func response(_ path: String, _ bytes: [UInt8], status: HTTPStatusCode = .ok) -> HTTPResponse {
        HTTPResponse(statusCode: status, headers: [.contentType: MediaType.of(path), .cacheControl: "no-store"], body: Data(bytes))
    }
}
