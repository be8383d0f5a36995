/// What may serve as a name.
enum Identifier {
    /// Of tables, metrics, phases, blocks: begins with a lower-case letter.
    static func isName(_ text: String) -> Bool { text.first.map { $0.isASCII && $0.isLowercase } == true && isCampaign(text) }

    /// Of campaigns: may begin with a digit.
    static func isCampaign(_ text: String) -> Bool {
        guard let first = text.first, first != "-", first != "_" else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_" || $0 == "-") }
    }

    /// What can be named inside an expression or before a dot in a reference: no hyphen.
    static func isWord(_ text: String) -> Bool { isName(text) && !text.contains("-") }
}
