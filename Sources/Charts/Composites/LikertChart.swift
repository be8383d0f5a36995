/// Answers from worst to best as shares, set against each other: the bad ones to the left of zero, the good ones to the
/// right, a middle one half and half (Heiberger and Robbins 2014).
public struct LikertChart: ChartContent {
    public struct Row: Sendable {
        public var name: String
        /// Counts or shares of each answer, from worst to best.
        public var values: [Double?]

        public init(_ name: String, values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    private let rows: [Row]
    private let answers: [String]

    /// - Parameter answers: their names, from worst to best.
    public init(_ rows: [Row], answers: [String]) {
        self.rows = rows
        self.answers = answers
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        rows.flatMap { row -> [any Mark] in
            let values = answers.indices.map { index in row.values.indices.contains(index) ? max(0, row.values[index].flatMap { $0.isFinite ? $0 : nil } ?? 0) : 0 }
            guard let largest = values.max(), largest > 0 else { return [] }
            let total = values.reduce(0) { $0 + $1 / largest }
            let shares = values.map { $0 / largest / total }
            let half = answers.count / 2
            let below = shares.prefix(half).reduce(0, +) + (answers.count % 2 == 1 ? shares[half] / 2 : 0)
            var from = -below
            return zip(answers, shares).map { answer, share in
                let bar = BarMark(xStart: .value("", from), xEnd: .value("", from + share), y: .value("", row.name))
                from += share
                return bar.foregroundStyle(by: .value("", answer)).label(value: share, on: .inside).tooltip("\(row.name) · \(answer): \(context.share(share))")
            }
        }
    }

    public func prepare(_ options: inout ChartOptions) {
        for (index, answer) in answers.enumerated() { options.roles[answer] = .step(answers.count - 1 - index, of: answers.count) }
        options.xAxis.isHidden = true
        options.xAxis.format = ValueFormat(.percent)
    }
}
