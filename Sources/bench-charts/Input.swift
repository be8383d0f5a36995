import Foundation

/// The benchmark's data, as Tests/bench-charts/data.py describes them.
struct Input: Decodable {
    struct Row: Decodable {
        var day: String?, series: String?, category: String?, step: String?, kind: String?, weekday: String?, part: String?, group: String?
        var metric: String?, cohort: String?
        var value: Double?, x: Double?, y: Double?, target: Double?, share: Double?
        var hour: Int?, month: Int?
    }

    var title: String
    var x: String?, y: String?
    var rows: [Row]

    static func read(_ file: String) throws -> [String: Input] {
        try JSONDecoder().decode([String: Input].self, from: Data(contentsOf: URL(filePath: file)))
    }
}
