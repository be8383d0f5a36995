import Foundation
import Model

/// A running Spark driver: questions in, answers out, many at a time.
actor SparkSession {
    private let program: LineProgram
    private let timeLimit: Int
    private var count = 0
    private var waiting: [Int: CheckedContinuation<Answer, any Error>] = [:]
    /// Answers that came before anybody waited for them.
    private var arrived: [Int: Answer] = [:]
    /// Why no answer comes any more.
    private var failure: EngineError?
    private var isHung = false

    init(program: LineProgram, timeLimit: Int) {
        self.program = program
        self.timeLimit = timeLimit
    }

    /// What the driver says to a question.
    struct Answer: Decodable, Sendable {
        var id: Int
        var columns: [[String]]?
        var rows: [[String?]]?
        var error: String?
    }

    /// A statement, or a view that is to be made of data files.
    struct Question: Encodable, Sendable {
        var id = 0
        var session = ""
        var sql: String?
        var view: View?
    }

    struct View: Encodable, Sendable {
        var name: String
        /// `csv`, `json` or `parquet`.
        var format: String
        var paths: [String]
        var options: [String: String]
        /// All read as text; nil where the files have types of their own.
        var columns: [String]?
    }

    /// Waits until Spark has started, which takes its time.
    func start() async throws {
        Task { await listen() }
        _ = try await answer(to: 0)
    }

    /// Answers in the questions' order. All are sent before the first answer is awaited.
    /// - Throws: `EngineError` where the driver ended or hung.
    func run(_ questions: [Question], in session: String) async throws -> [Result<Answer, QueryError>] {
        guard !questions.isEmpty else { return [] }
        let ids = count + 1...count + questions.count
        count += questions.count
        let encoder = JSONEncoder()
        let lines = try zip(ids, questions).map { id, question in
            var question = question
            (question.id, question.session) = (id, session)
            return String(decoding: try encoder.encode(question), as: UTF8.self) + "\n"
        }
        // Where it fails, the driver has ended, and the wait for the answer says so.
        _ = try? await program.writer.write(lines.joined())
        var results: [Result<Answer, QueryError>] = []
        for id in ids {
            let answer = try await answer(to: id)
            results.append(answer.error.map { .failure(QueryError(message: Self.firstSentence(of: $0))) } ?? .success(answer))
        }
        return results
    }

    private func answer(to id: Int) async throws -> Answer {
        if let answer = arrived.removeValue(forKey: id) { return answer }
        if let failure { throw failure }
        let watch = Task { [timeLimit] in
            try await Task.sleep(for: .seconds(timeLimit))
            self.giveUp()
        }
        defer { watch.cancel() }
        return try await withCheckedThrowingContinuation { waiting[id] = $0 }
    }

    /// Hands each answer to who waits for it, to the driver's end.
    private func listen() async {
        for await chunk in program.output.chunks {
            for line in chunk where !line.isEmpty {
                guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line.utf8)) else { continue }
                if let reader = waiting.removeValue(forKey: answer.id) { reader.resume(returning: answer) } else { arrived[answer.id] = answer }
            }
        }
        let failure = await ended()
        self.failure = failure
        for reader in waiting.values { reader.resume(throwing: failure) }
        waiting = [:]
    }

    /// `[UNRESOLVED_COLUMN] A column … SQLSTATE: 42703` without what stands around it for programmers; of several the last, which
    /// is the cause of the others.
    private static func firstSentence(of message: String) -> String {
        let coded = message.matches(of: /\[[A-Z_]+(\.[A-Z_]+)?\] .*/).last.map { String($0.output.0) }
        let line = coded ?? message.split(separator: "\n").first.map(String.init) ?? message
        return line.range(of: " SQLSTATE:").map { String(line[..<$0.lowerBound]) } ?? line
    }

    private func ended() async -> EngineError {
        if isHung { return EngineError(message: "Spark gave no answer within \(timeLimit) s and was stopped; give it longer with --timeout") }
        var lines: [String] = []
        for await chunk in program.errors.chunks { lines += chunk.filter { !$0.isEmpty } }
        return EngineError(message: "Spark ended unexpectedly", notes: Array(lines.suffix(5)))
    }

    private func giveUp() {
        isHung = true
        program.kill()
    }
}
