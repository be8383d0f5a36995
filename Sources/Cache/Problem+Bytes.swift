package import Model

extension ByteWriter {
    package mutating func write(_ problems: [Problem]) {
        write(problems.count)
        for problem in problems {
            write(problem.code.rawValue)
            write(problem.severity.rawValue)
            write(UInt8(Problem.Kind.all.firstIndex(of: problem.kind) ?? 0))
            write(problem.message)
            write(problem.notes)
            guard let place = problem.place else { write(0 as UInt8); continue }
            write(1 as UInt8)
            write(place.file)
            write(place.line)
            write(place.column)
            write(place.length)
            write(place.text)
        }
    }
}

extension ByteReader {
    package mutating func problems() throws(Damaged) -> [Problem] {
        var problems: [Problem] = []
        for _ in 0..<(try count()) {
            guard let code = Diagnostic(rawValue: try text()), let severity = Problem.Severity(rawValue: try text()) else { throw Damaged() }
            let kind = Int(try byte())
            guard Problem.Kind.all.indices.contains(kind) else { throw Damaged() }
            let message = try text(), notes = try texts()
            var problem = Problem(code, message, severity: severity, kind: Problem.Kind.all[kind], notes: notes)
            if try byte() == 1 { problem.place = Place(file: try text(), line: try integer(), column: try integer(), length: try integer(), text: try text()) }
            problems.append(problem)
        }
        return problems
    }
}

extension Problem.Kind {
    fileprivate static let all: [Problem.Kind] = [.content, .engine, .file]
}
