import Model

/// How pages call a dimension and its values.
struct DimensionLabels {
    let campaign: Campaign
    let name: String
    let dimension: Dimension?
    let column: Column?
    let format: NumberFormat
    let words: Words

    init(campaign: Campaign, name: String, metrics: [String], format: NumberFormat, words: Words) {
        self.campaign = campaign
        self.name = name
        self.format = format
        self.words = words
        let tables = metrics.flatMap { campaign.leaves(of: $0) }.map(\.table)
        dimension = tables.lazy.compactMap { campaign.dimension(named: name, of: $0) }.first
        column = dimension.flatMap { campaign.column(of: $0) }
    }

    var label: String {
        switch dimension?.kind {
        case .grain(let grain)?: words.name(of: grain)
        case .phase?: words.phase
        case .column?, nil: column?.label ?? name
        }
    }

    /// Days and hours go along a time axis; a column of dates does, too.
    var isTime: Bool {
        switch dimension?.kind {
        case .grain(let grain)?: grain == .day || grain == .week || grain == .month
        default: column?.type == .date
        }
    }

    /// Whether its values have an order of their own, which charts and tables keep.
    var isOrdered: Bool {
        switch dimension?.kind {
        case .grain?, .phase?: true
        case .column?, nil: isTime || column?.ordered == true || column?.type.isNumeric == true
        }
    }

    /// The place of a value in the dimension's own order; nil where it goes by size or alphabet.
    func rank(of value: Scalar) -> Int? {
        if case .phase? = dimension?.kind { return campaign.phases.firstIndex { $0.id == value.text } }
        return column?.ordered == true ? column?.values.firstIndex(of: value.text) : nil
    }

    func text(of value: Scalar) -> String {
        switch (dimension?.kind, value) {
        case (_, .missing): return words.noValue
        case (.phase?, _): return campaign.phases.first { $0.id == value.text }?.name ?? value.text
        case (.grain(.weekday)?, _): return Int(value.text).flatMap { words.weekday($0) } ?? value.text
        case (.grain(.month)?, .day(let day)):
            let parts = day.parts
            return campaign.language == .zhHans ? "\(parts.year)年\(parts.month)月" : String(format.dayLong(day).drop { $0 != " " }.dropFirst())
        case (_, .day(let day)): return format.day(day)
        default: return column?.valueLabels[value.text] ?? value.text
        }
    }
}

/// Turns a day of the campaign's period into the day that lies as far into the baseline's.
struct BaselineShift {
    private let days: Int

    init(campaign: Campaign, other: MetricUse, campaigns: [String: Campaign]) {
        if other.campaign != campaign.id, let owner = campaigns[other.campaign] {
            days = owner.period.start - campaign.period.start
        } else if let name = other.slice.first(where: { $0.dimension == "period" })?.value,
            let period = campaign.period(named: name)
        {
            days = period.start - campaign.period.start
        } else {
            days = 0
        }
    }

    func key(_ value: Scalar, of dimension: String) -> Scalar {
        if case .day(let day) = value { .day(day + days) } else { value }
    }
}
