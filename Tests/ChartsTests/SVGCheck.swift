import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An SVG as an XML parser reads it.
struct SVGCheck {
    /// What is wrong with it; nil where nothing is.
    let problem: String?

    init(_ svg: String) {
        let parser = XMLParser(data: Data(svg.utf8))
        let reader = Reader()
        parser.delegate = reader
        problem = parser.parse() ? reader.problem : "not well-formed: \(parser.parserError.map { "\($0)" } ?? "")"
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var problem: String?
        private static let numeric: Set = ["x", "y", "width", "height", "cx", "cy", "r", "d", "viewBox", "points", "transform"]

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
        ) {
            for (key, value) in attributes where Self.numeric.contains(key) {
                if value.lowercased().contains("nan") || value.lowercased().contains("inf") { problem = "\(name) \(key)=\(value)" }
                if value.firstMatch(of: /\.\d{3,}/) != nil { problem = "needless digits: \(name) \(key)=\(value)" }
            }
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
