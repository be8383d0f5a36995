import CPQ
import Foundation

/// One connection to a PostgreSQL server, through its own client library; closed when it goes away.
///
/// Where the server is, who asks, how the line is encrypted and with which password is libpq's affair alone: the variables
/// PGHOST, PGPORT, PGDATABASE, PGUSER, PGSSLMODE and so on, a service file, and ~/.pgpass. None of it passes through Recap.
struct PostgreSQLConnection: ~Copyable {
    private let connection: OpaquePointer

    /// - Throws: `EngineError` where the server can't be reached or refuses.
    init(timeLimit: Int) throws {
        let settings = [("fallback_application_name", "recap"), ("client_encoding", "UTF8"), ("connect_timeout", String(min(timeLimit, 30)))]
        let keywords = settings.map { strdup($0.0) }, values = settings.map { strdup($0.1) }
        defer { for text in keywords + values { free(text) } }
        let keywordList = keywords.map { UnsafePointer($0) } + [nil], valueList = values.map { UnsafePointer($0) } + [nil]
        guard let connection = PQconnectdbParams(keywordList, valueList, 0) else { throw EngineError(message: "there is no memory for a connection to PostgreSQL") }
        guard PQstatus(connection) == CONNECTION_OK else {
            let reason = Secrets.removed(from: String(cString: PQerrorMessage(connection)))
            PQfinish(connection)
            throw EngineError(
                message: "PostgreSQL can't be reached; PGHOST, PGPORT, PGDATABASE and PGUSER say where it is and who asks, ~/.pgpass or PGPASSWORD holds the password",
                notes: reason.lines)
        }
        // Notices of the server are none of the reader's business.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        self.connection = connection
    }

    deinit { PQfinish(connection) }

    /// Runs one statement; the protocol takes no second one.
    /// - Throws: `QueryError` with the server's complaint; `EngineError` where it is gone or gives no answer in time.
    func run(_ statement: String, seconds: Int) throws -> PostgreSQLAnswer {
        guard PQsendQueryParams(connection, statement, 0, nil, nil, nil, nil, 0) == 1 else { throw lost }
        return try answer(seconds: seconds)
    }

    /// Sends a file's bytes as the rows of a table: `statement` is a COPY … FROM STDIN.
    func copy(_ statement: String, from path: String, seconds: Int) throws {
        _ = try run(statement, seconds: seconds)
        guard let file = FileHandle(forReadingAtPath: path) else { throw EngineError(message: "the rows for PostgreSQL could not be read back from the temporary folder") }
        defer { try? file.close() }
        while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
            let sent = piece.withUnsafeBytes { PQputCopyData(connection, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count)) }
            guard sent == 1 else { throw lost }
        }
        guard PQputCopyEnd(connection, nil) == 1 else { throw lost }
        _ = try answer(seconds: seconds)
    }

    /// The statement's answer, the first complaint where there is one.
    private func answer(seconds: Int) throws -> PostgreSQLAnswer {
        let end = Date().addingTimeInterval(Double(seconds))
        var answer: PostgreSQLAnswer?
        var complaint: QueryError?
        while true {
            try wait(until: end, seconds)
            guard let result = PQgetResult(connection) else { break }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: answer = PostgreSQLAnswer(result)
            // Rows come next; the answer is asked for when they are sent.
            case PGRES_COPY_IN: return PostgreSQLAnswer(result)
            default: complaint = complaint ?? Self.complaint(of: result)
            }
        }
        if PQstatus(connection) != CONNECTION_OK { throw lost(because: complaint?.message) }
        if let complaint { throw complaint }
        guard let answer else { throw lost }
        return answer
    }

    /// Waits until libpq holds a whole result.
    private func wait(until end: Date, _ seconds: Int) throws {
        while PQisBusy(connection) == 1 {
            let left = end.timeIntervalSinceNow
            guard left > 0 else { throw EngineError(message: "PostgreSQL gave no answer within \(seconds) s; give it longer with --timeout") }
            var socket = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
            _ = poll(&socket, 1, Int32(min(left * 1000, 1000)) + 1)
            guard PQconsumeInput(connection) == 1 else { throw lost }
        }
    }

    private var lost: EngineError { lost(because: nil) }

    private func lost(because reason: String?) -> EngineError {
        let words = Secrets.removed(from: reason ?? String(cString: PQerrorMessage(connection)))
        return EngineError(message: "the connection to PostgreSQL was lost in the middle; run again once the server answers", notes: words.lines)
    }

    private static func complaint(of result: OpaquePointer) -> QueryError {
        func field(_ code: Int) -> String? { PQresultErrorField(result, Int32(code)).map { String(cString: $0) } }
        let state = field(Int(PQSQLState)) ?? "", primary = field(Int(PQPrimaryMessage)) ?? String(cString: PQresultErrorMessage(result))
        // query_canceled: statement_timeout has struck.
        if state == "57014" { return QueryError(message: "PostgreSQL stopped it after the time limit; give it longer with --timeout") }
        return QueryError(message: Secrets.removed(from: field(Int(PQHint)).map { "\(primary) (\($0))" } ?? primary))
    }
}

extension String {
    fileprivate var lines: [String] { split(separator: "\n").map { $0.split(separator: "\t").joined(separator: " ") } }
}

/// Codes of `PQresultErrorField` (postgres_ext.h), which are macros of characters.
private let PQSQLState = UInt8(ascii: "C"), PQPrimaryMessage = UInt8(ascii: "M"), PQHint = UInt8(ascii: "H")

/// A server or a library may repeat what it was given; a password never reaches a message.
enum Secrets {
    static func removed(from message: String, environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
        ["PGPASSWORD", "PGSSLPASSWORD"].compactMap { environment[$0] }.filter { !$0.isEmpty }
            .reduce(message) { $0.replacing($1, with: "…") }
    }
}
