public import Charts

/// A chart with example data: shown in the gallery, drawn in the documentation, compared by the tests.
public struct ChartExample: Sendable {
    /// For file names: `line`, `bar-grouped`.
    public let name: String
    private let make: @Sendable (Words) -> any Graphic

    init(_ name: String, _ make: @escaping @Sendable (Words) -> any Graphic) {
        self.name = name
        self.make = make
    }

    public func graphic(_ locale: ChartLocale) -> any Graphic { make(Words(locale: locale, id: "\(name)-\(locale == .zhHans ? "zh" : "en")")) }

    /// All of them, kind by kind.
    public static let all: [ChartExample] = lines + areas + bars + shares + steps + comparisons + distributions + tables + flows + places + plans + relations
}

/// The example's language, and the beginning of its chart.
struct Words: Sendable {
    let locale: ChartLocale
    let id: String

    func callAsFunction(_ chinese: String, _ english: String) -> String { locale == .zhHans ? chinese : english }

    var money: ValueFormat { ValueFormat(.money(symbol: "¥", chineseName: "元")) }
    var orders: ValueFormat { ValueFormat(.count(noun: self("单", ""))) }
    var percent: ValueFormat { ValueFormat(.percent) }

    func chart(_ chinese: String, _ english: String, _ format: ValueFormat, @ChartBuilder _ content: () -> [any ChartContent]) -> Chart {
        Chart(id: id, title: self(chinese, english), locale: locale, format: format, content)
    }

    var channels: [String] { [self("搜索", "Search"), self("直播", "Live"), self("短视频", "Short video"), self("会员触达", "Owned")] }
    var categories: [String] {
        [self("服装", "Apparel"), self("美妆", "Beauty"), self("家电", "Appliances"), self("数码", "Electronics"), self("食品", "Food"), self("母婴", "Baby care")]
    }
}

/// Numbers between 0 and 1 that are the same in every run.
struct Noise {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// Marsaglia's xorshift64.
    mutating func next() -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Double(state >> 11) / Double(1 << 53)
    }

    /// About normal: the sum of twelve uniform numbers, less six.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + next() } }
}

/// 20 May 2025, as days since 1970-01-01.
let may20 = 20_228

/// A campaign's day: two peaks upon a quiet level, with some noise.
func sales(_ day: Int, level: Double, _ noise: inout Noise) -> Double {
    let peaks = [(day: 12, height: 5.0), (day: 29, height: 7.5)]
    let lift = peaks.reduce(0) { sum, peak in sum + peak.height / (1 + Double((day - peak.day) * (day - peak.day)) / 3) }
    return level * (1 + lift) * (0.9 + 0.2 * noise.next())
}
