import ArgumentParser
import FlyingFox
import Foundation
import Model

/// `recap serve`: the site on this machine, rebuilt whenever something it is made from changes.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the site on this machine and rebuilds it as you write.",
        discussion: """
            The open page reloads by itself and keeps its place. An error shows in the page and in the terminal, and goes \
            away when it is mended; until then the last good site is shown. Only this machine can reach the server.

            EXAMPLES
              recap serve
              recap serve --campaign 2025-618 --port 9000
            """)

    @OptionGroup var shared: SharedOptions

    @Option(name: .shortAndLong, help: "The port on 127.0.0.1.")
    var port: UInt16 = 8080

    @Option(help: "The folder of templates and style sheets.")
    var templates = TemplatesFolder.usual

    func run() async throws {
        let studio = Studio(pipeline: shared.pipeline, templates: templates, console: shared.console)
        await studio.refresh()
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
        await server.appendRoute("GET /_recap/state") { await studio.state(for: $0) }
        await server.appendRoute("GET,HEAD *") { await studio.file(for: $0) }
        let serving = Task { try await server.run() }
        do {
            try await server.waitUntilListening(timeout: 5)
        } catch {
            serving.cancel()
            shared.console.report([Problem(.port, "port \(port) is taken; choose another with --port", kind: .file)])
            throw ExitStatus.failure
        }
        shared.console.result("http://127.0.0.1:\(port)/ – write, and the page follows; end with Control-C")
        let watching = Task { await studio.watch() }
        try await serving.value
        watching.cancel()
    }
}
