import Model

/// Problems in the Static Analysis Results Interchange Format 2.1.0 (OASIS), which code hosts show beside the lines.
struct SARIFLog: Encodable {
    let version = "2.1.0"
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let runs: [Run]

    private enum CodingKeys: String, CodingKey { case version, runs, schema = "$schema" }

    init(_ problems: [Problem]) {
        let codes = Diagnostic.allCases.filter { code in problems.contains { $0.code == code } }
        let rules = codes.map { code in
            Rule(
                id: code.rawValue, name: "\(code)", shortDescription: Text(text: code.explanation?.title ?? code.rawValue),
                help: Text(text: code.explanation.map { "\($0.meaning) \($0.remedy)" } ?? ""))
        }
        runs = [Run(tool: Tool(driver: Driver(name: "Recap", version: Recap.version, rules: rules)), results: problems.map(Result.init))]
    }

    struct Run: Encodable {
        let tool: Tool
        let results: [Result]
        /// A column is one character as Unicode counts code points.
        let columnKind = "unicodeCodePoints"
    }

    struct Tool: Encodable { let driver: Driver }

    struct Driver: Encodable {
        let name: String, version: String
        let rules: [Rule]
    }

    struct Rule: Encodable {
        let id: String, name: String
        let shortDescription: Text, help: Text
    }

    struct Text: Encodable { let text: String }

    struct Result: Encodable {
        let ruleId: String, level: String
        let message: Text
        let locations: [Location]

        init(_ problem: Problem) {
            ruleId = problem.code.rawValue
            level = problem.severity.rawValue
            message = Text(text: ([problem.message] + problem.notes).joined(separator: "\n"))
            locations = problem.place.map { [Location(physicalLocation: PhysicalLocation($0))] } ?? []
        }
    }

    struct Location: Encodable { let physicalLocation: PhysicalLocation }

    struct PhysicalLocation: Encodable {
        let artifactLocation: Artifact
        let region: Region

        init(_ place: Place) {
            artifactLocation = Artifact(uri: place.file.addingPercentEncoding())
            region = Region(startLine: place.line, startColumn: place.codePointColumn(place.column), endColumn: place.codePointColumn(place.column + place.length))
        }
    }

    struct Artifact: Encodable { let uri: String }

    struct Region: Encodable { let startLine: Int, startColumn: Int, endColumn: Int }
}

extension Place {
    /// A column counted in code points: a character as a person sees it may be several.
    fileprivate func codePointColumn(_ column: Int) -> Int {
        let before = text.prefix(max(0, column - 1))
        return before.unicodeScalars.count + max(0, column - 1 - before.count) + 1
    }
}

extension String {
    /// As a URI reference: what is no letter, digit or `-._~/` is percent-encoded.
    fileprivate func addingPercentEncoding() -> String {
        utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(Character(scalar)) || "-._~/".unicodeScalars.contains(scalar))
            return isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
