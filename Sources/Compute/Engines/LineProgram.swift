import Subprocess
#if canImport(System)
import System
#else
import SystemPackage
#endif

/// A program that runs beside this one: lines in, lines out, for as long as somebody has use for it.
struct LineProgram: Sendable {
    let writer: StandardInputWriter
    let output: LineStream
    let errors: LineStream
    /// Ends it at once, with all that it started.
    let kill: @Sendable () -> Void

    /// Starts a program, lends it to `body` and ends it.
    /// - Throws: `EngineError` where it can't be started; whatever `body` throws.
    static func run<Result: Sendable>(
        _ program: String, _ arguments: [String], _ body: @Sendable @escaping (LineProgram) async throws -> Result
    ) async throws -> Result {
        _ = BrokenPipe.isIgnored
        // A group of its own, so that a launcher and the program it launches end together.
        var platform = PlatformOptions()
        platform.processGroupID = 0
        do {
            return try await Subprocess.run(
                .path(FilePath(program)), arguments: Arguments(arguments), platformOptions: platform, input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                // It fails only where the program has ended by itself.
                let kill: @Sendable () -> Void = { try? execution.send(signal: .kill, toProcessGroup: true) }
                let output = LineStream(), errors = LineStream()
                return try await withThrowingTaskGroup(of: Void.self) { pumps in
                    pumps.addTask { await output.pump(execution.standardOutput) }
                    pumps.addTask { await errors.pump(execution.standardError) }
                    do {
                        let result = try await body(LineProgram(writer: execution.standardInputWriter, output: output, errors: errors, kill: kill))
                        try await execution.standardInputWriter.finish()
                        try await pumps.waitForAll()
                        return result
                    } catch {
                        kill()
                        throw error
                    }
                }
            }.closureResult
        } catch let error as SubprocessError {
            throw EngineError(message: "the engine \(program) could not be run: \(error)")
        }
    }
}
