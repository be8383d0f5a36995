extension Chart {
    /// What the chart shows, in words, from its data: what, over what range, the largest, the trend.
    public var summary: String {
        let points = marks.compactMap { mark -> (series: String?, position: Datum, value: Double)? in
            let value: Double? =
                switch mark {
                case let bar as BarMark: bar.value.datum.number
                case let line as LineMark: line.y.datum.number
                case let area as AreaMark: area.y.datum.number
                case let point as PointMark: point.y.datum.number
                default: nil
                }
            guard let value, let position = mark.position else { return nil }
            return (mark.series, position, value)
        }
        guard let largest = points.max(by: { $0.value < $1.value }), let smallest = points.min(by: { $0.value < $1.value }) else {
            return locale.missing
        }
        let isTime = domain.allSatisfy { if case .day = $0 { true } else { false } }
        var sentences = [scope(isTime)]
        sentences.append(extreme(largest, isLargest: true))
        if largest.value != smallest.value { sentences.append(extreme(smallest, isLargest: false)) }
        if isTime, series.count <= 1, let first = points.first, let last = points.last, points.count > 2 {
            sentences.append(trend(from: first.value, to: last.value))
        }
        return sentences.joined(separator: locale == .zhHans ? "；" : "; ") + (locale == .zhHans ? "。" : ".")
    }

    private func scope(_ isTime: Bool) -> String {
        let names = series
        let what = names.isEmpty ? title : locale == .zhHans ? "\(title)，\(names.joined(separator: "、"))" : "\(title), \(names.joined(separator: ", "))"
        guard isTime, case .day(let first)? = domain.first, case .day(let last)? = domain.last else {
            return locale == .zhHans ? "\(what)，共 \(domain.count) 项" : "\(what), \(domain.count) categories"
        }
        return locale == .zhHans ? "\(what)，\(locale.day(first))至\(locale.day(last))" : "\(what), \(locale.day(first)) to \(locale.day(last))"
    }

    private func extreme(_ point: (series: String?, position: Datum, value: Double), isLargest: Bool) -> String {
        let place: String =
            switch point.position {
            case .text(let text): text
            case .day(let day): locale.day(day)
            case .number: ""
            }
        let whole = [place, point.series].compactMap { $0 }.joined(separator: " ")
        let word = locale == .zhHans ? (isLargest ? "最高" : "最低") : (isLargest ? "highest" : "lowest")
        return locale == .zhHans ? "\(word)为\(whole)：\(format.text(point.value, locale))" : "\(word) \(whole): \(format.text(point.value, locale))"
    }

    private func trend(from first: Double, to last: Double) -> String {
        let values = "\(format.text(first, locale)) \(locale == .zhHans ? "变为" : "to") \(format.text(last, locale))"
        return locale == .zhHans ? "从 \(values)" : "from \(values)"
    }
}
