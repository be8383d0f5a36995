import Model
import Statistics

/// Puts a method's numbers into words, rows and a chart.
struct Report {
    let input: AnalysisInput
    var result: AnalysisResult
    private var units: [Unit?] = []

    init(_ input: AnalysisInput, _ nature: AnalysisResult.Nature, count: Double? = nil) {
        self.input = input
        result = AnalysisResult(rows: RowSet(columns: [], rows: []))
        result.nature = nature
        result.count = count.flatMap { Number($0.rounded(significant: 12)) }
    }

    /// A report that says why there is nothing to say.
    static func nothing(_ input: AnalysisInput, _ chinese: String, _ english: String) -> AnalysisResult {
        var report = Report(input, .observed)
        report.note(chinese, english)
        return report.result
    }

    // MARK: Values

    mutating func value(_ id: String, _ number: Double?, _ unit: Unit, _ estimate: Estimate? = nil) {
        let own = Self.number(number)
        var interval: Interval?
        if let estimate, let low = Self.number(estimate.low), let high = Self.number(estimate.high), let count = Self.number(estimate.count) {
            interval = Interval(low: low, high: high, count: count)
        }
        result.values[id] = AnalysisValue(number: own, unit: unit, text: text(own, unit), interval: interval)
        if let interval {
            for (name, bound) in [("low", interval.low), ("high", interval.high)] {
                result.values["\(id)_\(name)"] = AnalysisValue(number: bound, unit: unit, text: text(bound, unit))
            }
        }
    }

    mutating func value(_ id: String, _ estimate: Estimate?, _ unit: Unit) { value(id, estimate?.value, unit, estimate) }

    mutating func words(_ id: String, _ text: String) { result.values[id] = AnalysisValue(number: nil, unit: .number, text: text) }

    // MARK: Words

    func text(_ number: Number?, _ unit: Unit) -> String { input.format.text(number, unit: unit) }
    func text(_ number: Double?, _ unit: Unit) -> String { text(Self.number(number), unit) }
    /// `+23.5%`
    func change(_ number: Double?) -> String { input.format.change(Self.number(number)) }
    /// `+3.2 个百分点`
    func points(_ number: Double?) -> String { input.format.points(Self.number(number)) }
    /// `（95% 区间 1.2%–3.4%）`
    func interval(_ estimate: Estimate, _ unit: Unit) -> String {
        guard let low = Self.number(estimate.low), let high = Self.number(estimate.high) else { return "" }
        let words = input.format.interval(Interval(low: low, high: high, count: Number(0)), unit: unit)
        return input.say("（95% 区间 \(words)）", " (95% interval \(words))")
    }

    mutating func note(_ chinese: String, _ english: String) { result.notes.append(input.say(chinese, english)) }

    mutating func finding(
        _ id: String, _ chinese: String, _ english: String, effect: Finding.Effect? = nil, evidence: Finding.Evidence? = nil, isGood: Bool? = nil
    ) {
        result.findings.append(Finding(input.say(chinese, english), id: id, effect: effect, evidence: evidence, isGood: isGood))
    }

    /// An effect in money: an estimate times what one unit of it is worth.
    static func effect(_ estimate: Estimate, worth: Double?) -> Finding.Effect? {
        guard let worth else { return nil }
        let ends = [estimate.low * worth, estimate.high * worth].sorted()
        guard (estimate.value * worth).isFinite, ends.allSatisfy(\.isFinite) else { return nil }
        return Finding.Effect(value: estimate.value * worth, low: ends[0], high: ends[1])
    }

    // MARK: Rows

    enum Entry {
        /// A value as the data has it, and what pages call it.
        case name(Scalar, String)
        case text(String)
        case number(Double?)
        case exact(Number?)
        case day(Day)
    }

    mutating func names(_ id: String, _ chinese: String, _ english: String, isTime: Bool = false) {
        add(RowSet.Column(id: id, label: input.say(chinese, english), role: .dimension(isTime: isTime, isOrdered: true)))
    }

    /// The column of names that a role gives.
    mutating func names(_ id: String, ofRole role: String, isTime: Bool = false) {
        let label = input.label(ofRole: role)
        names(id, label, label, isTime: isTime)
    }

    mutating func numbers(_ id: String, _ chinese: String, _ english: String, _ unit: Unit, decimals: Int? = nil) {
        add(RowSet.Column(id: id, label: input.say(chinese, english), role: .value(.value), unit: unit, decimals: decimals))
    }

    mutating func texts(_ id: String, _ chinese: String, _ english: String) {
        add(RowSet.Column(id: id, label: input.say(chinese, english), role: .value(.name)))
    }

    /// Two columns, `low` and `high`.
    mutating func bounds(_ unit: Unit, _ prefix: String = "") {
        numbers(prefix + "low", "区间下限", "Interval from", unit)
        numbers(prefix + "high", "区间上限", "Interval to", unit)
    }

    private mutating func add(_ column: RowSet.Column) { result.rows.columns.append(column) }

    mutating func row(_ entries: Entry...) { row(entries) }

    mutating func row(_ entries: [Entry]) {
        result.rows.rows.append(
            zip(entries, result.rows.columns).map { entry, column in
                switch entry {
                case .name(let scalar, let text): RowSet.Cell(scalar, text: text)
                case .text(let text): RowSet.Cell(.text(text), text: text)
                case .number(let number): cell(Self.number(number), column)
                case .exact(let number): cell(number, column)
                case .day(let day): RowSet.Cell(.day(day), text: input.format.day(day))
                }
            })
    }

    private func cell(_ number: Number?, _ column: RowSet.Column) -> RowSet.Cell {
        RowSet.Cell(number.map { .init($0) } ?? .missing, text: input.format.text(number, unit: column.unit ?? .number, decimals: column.decimals))
    }

    /// Keeps the rows so far as a part, and begins a new table.
    mutating func part(_ id: String) {
        result.parts[id] = result.rows
        result.rows = RowSet(columns: [], rows: [])
    }

    // MARK: Chart

    mutating func chart(
        _ mark: ChartBlock.Mark, x: String, y: String? = nil, series: String? = nil, low: String? = nil, high: String? = nil, size: String? = nil,
        label: String? = nil, end: String? = nil, _ adjust: (inout ChartBlock) -> Void = { _ in }
    ) {
        let place = input.block.place
        var chart = ChartBlock(id: input.block.id, mark: Located(mark, at: place), rows: .analysis(Located(input.block.id, at: place)), title: input.block.title, place: place)
        let encodings: [ChartBlock.Encoding: String?] = [.x: x, .y: y, .low: low, .high: high, .size: size, .label: label, .end: end]
        for (encoding, name) in encodings { chart.encodings[encoding] = name.map { Located($0, at: place) } }
        chart.series = series.map { Located($0, at: place) }
        adjust(&chart)
        result.chart = chart
    }

    /// Several columns of numbers over one of times, as lines or areas: the rows are drawn as they stand.
    mutating func lines(_ x: String, _ columns: [String], mark: ChartBlock.Mark = .line, _ adjust: (inout ChartBlock) -> Void = { _ in }) {
        chart(mark, x: x) { chart in
            chart.series = nil
            chart.values = columns
            adjust(&chart)
        }
    }

    /// Twelve digits: the last ones of a double differ between machines.
    static func number(_ value: Double?) -> Number? { value.flatMap { Number($0.rounded(significant: 12)) } }
}

extension Report.Entry {
    static func low(_ estimate: Estimate?) -> Self { .number(estimate?.low) }
    static func high(_ estimate: Estimate?) -> Self { .number(estimate?.high) }
}
