/// A language that Recap writes.
public enum Language: String, Hashable, Sendable, CaseIterable {
    case zhHans = "zh-Hans"
    case en

    /// What its own readers call it.
    public var ownName: String {
        switch self {
        case .zhHans: "简体中文"
        case .en: "English"
        }
    }
}

/// A currency by its ISO 4217 code, with what pages print for it.
public struct Currency: Hashable, Sendable {
    public var code: String
    /// Before the amount on English pages: `$`, `£`.
    public var symbol: String
    /// After the amount on Chinese pages: `元`, `美元`.
    public var chineseName: String

    public init(code: String, symbol: String, chineseName: String) {
        self.code = code
        self.symbol = symbol
        self.chineseName = chineseName
    }

    public static let known: [String: Currency] = Dictionary(
        uniqueKeysWithValues: [
            Currency(code: "CNY", symbol: "¥", chineseName: "元"),
            Currency(code: "USD", symbol: "$", chineseName: "美元"),
            Currency(code: "EUR", symbol: "€", chineseName: "欧元"),
            Currency(code: "GBP", symbol: "£", chineseName: "英镑"),
            Currency(code: "JPY", symbol: "¥", chineseName: "日元"),
            Currency(code: "HKD", symbol: "HK$", chineseName: "港元"),
        ].map { ($0.code, $0) })
}
