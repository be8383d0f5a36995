/// What a chart shows, in words, from its data: what, over what range, the largest, the smallest, the trend.
struct Description {
    let chart: Chart

    private struct Point {
        var series: String?
        var place: Datum
        var value: Double
        var format: ValueFormat
    }

    private var locale: ChartLocale { chart.locale }

    var text: String {
        let points = self.points
        guard let largest = points.max(by: { $0.value < $1.value }), let smallest = points.min(by: { $0.value < $1.value }) else {
            // Tasks in time have no numbers: what their marks say.
            let words = chart.marks.all.compactMap(\.attributes.tooltip).prefix(12)
            return words.isEmpty ? locale.missing : locale.sentence([chart.title] + words)
        }
        let isTime = points[0].place.isTime && points.allSatisfy(\.place.isTime)
        var sentences = [scope(points, isTime), extreme(largest, isLargest: true)]
        if largest.value != smallest.value { sentences.append(extreme(smallest, isLargest: false)) }
        if isTime, chart.series.count <= 1, points.count > 2, let first = points.min(by: isEarlier), let last = points.max(by: isEarlier) {
            sentences.append(trend(from: first, to: last))
        }
        return locale.sentence(sentences)
    }

    private func isEarlier(_ a: Point, _ b: Point) -> Bool { (a.place.number ?? 0) < (b.place.number ?? 0) }

    /// The values that the chart is about; rules, intervals and phases stand beside them.
    private var points: [Point] {
        chart.marks.all.compactMap { mark in
            guard let statement = mark.statement, let value = statement.value, value.isFinite else { return nil }
            let axis = statement.isHorizontal ? chart.options.xAxis : chart.options.yAxis
            return Point(series: statement.series, place: statement.place, value: value, format: axis.format ?? chart.format)
        }
    }

    private func scope(_ points: [Point], _ isTime: Bool) -> String {
        let what = chart.series.isEmpty ? chart.title : locale == .zhHans ? "\(chart.title)，\(locale.list(chart.series))" : "\(chart.title), \(locale.list(chart.series))"
        let moments = isTime ? points.compactMap(\.place.number) : []
        guard let first = moments.min(), let last = moments.max() else {
            // Points of a scatter plot have no names to count.
            let count = points[0].place.isText ? Set(points.map(\.place)).count : points.count
            let number = Digits.text(Double(count), decimals: 0), isNamed = points[0].place.isText
            let noun = isNamed ? (count == 1 ? "category" : "categories") : count == 1 ? "point" : "points"
            return locale == .zhHans ? "\(what)，共 \(number) \(isNamed ? "项" : "点")" : "\(what), \(number) \(noun)"
        }
        return locale == .zhHans ? "\(what)，\(locale.day(Int(first)))至\(locale.day(Int(last)))" : "\(what), \(locale.day(Int(first))) to \(locale.day(Int(last)))"
    }

    private func extreme(_ point: Point, isLargest: Bool) -> String {
        let place: String =
            switch point.place {
            case .text(let text): text
            case .day(let day): locale.day(day)
            case .moment(let moment): locale.moment(moment)
            case .number: ""
            }
        let whole = [place, point.series ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        let word = locale == .zhHans ? (isLargest ? "最高" : "最低") : (isLargest ? "highest" : "lowest")
        let value = point.format.text(point.value, locale)
        if whole.isEmpty { return "\(word) \(value)" }
        return locale == .zhHans ? "\(word)为\(whole)：\(value)" : "\(word) \(whole): \(value)"
    }

    private func trend(from first: Point, to last: Point) -> String {
        let values = "\(first.format.text(first.value, locale)) \(locale == .zhHans ? "变为" : "to") \(last.format.text(last.value, locale))"
        return locale == .zhHans ? "从 \(values)" : "from \(values)"
    }
}
