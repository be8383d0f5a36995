import Model

extension Problem {
    /// The line by which a workflow of GitHub's marks the place: `::error file=…,line=…,col=…::message`.
    var workflowCommand: String {
        var properties: [(String, String)] = []
        if let place {
            properties = [("file", place.file), ("line", "\(place.line)"), ("col", "\(place.column)"), ("endColumn", "\(place.column + place.length)")]
        }
        properties.append(("title", "\(code.rawValue): \(code.explanation?.title ?? "")"))
        let named = properties.map { "\($0)=\($1.escaped(also: ":,"))" }.joined(separator: ",")
        return "::\(severity.rawValue) \(named)::\(([message] + notes).joined(separator: "\n").escaped())"
    }
}

extension String {
    /// Percent, line ends and what separates properties, as the runner reads them back.
    fileprivate func escaped(also separators: String = "") -> String {
        unicodeScalars.map { scalar in
            guard "%\r\n".unicodeScalars.contains(scalar) || separators.unicodeScalars.contains(scalar) else { return String(scalar) }
            let hex = String(scalar.value, radix: 16, uppercase: true)
            return "%" + (hex.count < 2 ? "0" : "") + hex
        }.joined()
    }
}
