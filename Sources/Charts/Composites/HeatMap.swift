/// Numbers of two categories as a table of colours.
public struct HeatMap: ChartContent {
    public struct Cell: Sendable {
        public var column: String, row: String
        public var value: Double?
        public var label: String?
        /// The day that it is, in a calendar, where row and column name its weekday and week.
        var day: Int?
        /// What the others are shares of: without a colour of its own.
        var isWhole = false

        public init(column: String, row: String, value: Double?, label: String? = nil) {
            self.column = column
            self.row = row
            self.value = value
            self.label = label
        }
    }

    private let cells: [Cell]
    private let columns: [String]?
    private let rows: [String]?
    private let rowHeight: Double?

    /// - Parameter columns, rows: in this order; nil takes the cells' own.
    public init(_ cells: [Cell], columns: [String]? = nil, rows: [String]? = nil, rowHeight: Double? = nil) {
        self.cells = cells
        self.columns = columns
        self.rows = rows
        self.rowHeight = rowHeight
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        cells.map { cell in
            var mark = RectangleMark(x: .value("", cell.column), y: .value("", cell.row))
            if let day = cell.day { mark = mark.stating(.day(day), value: cell.value) }
            return cell.isWhole ? mark.foregroundStyle(.muted).label(cell.label) : mark.foregroundStyle(by: .value("", cell.value)).label(cell.label)
        }
    }

    public func prepare(_ options: inout ChartOptions) {
        options.xAxis.categories = columns
        options.yAxis.categories = rows
        if let rowHeight { options.rowHeight = rowHeight }
    }
}

extension HeatMap {
    /// Hours of the week: 24 columns, Monday to Sunday.
    /// - Parameter value: of a weekday (1 is Monday) and an hour (0 to 23).
    public static func week(_ locale: ChartLocale, value: (_ weekday: Int, _ hour: Int) -> Double?) -> HeatMap {
        let days = (1...7).map(locale.weekday), hours = (0..<24).map { locale.clock($0 * 60) }
        let cells = (1...7).flatMap { day in
            (0..<24).map { Cell(column: hours[$0], row: days[day - 1], value: value(day, $0), label: "") }
        }
        return HeatMap(cells, columns: hours, rows: days, rowHeight: 22)
    }

    /// Days as a calendar: a column for each week, named by its Monday, Monday to Sunday from above.
    /// - Parameter days: day numbers (since 1970-01-01) with their values; days between them are blank.
    public static func calendar(_ locale: ChartLocale, days: [(day: Int, value: Double?)]) -> HeatMap {
        let names = (1...7).map(locale.weekday)
        guard let first = days.map(\.day).min(), let last = days.map(\.day).max(), last - first < 5000 else { return HeatMap([]) }
        func monday(_ day: Int) -> Int { day - (DayTicks.weekday(day) - 1) }
        // Beyond a year the day alone would name two weeks.
        func name(_ monday: Int) -> String { last - first > 360 ? "\(CivilDate(monday).year) \(locale.shortDay(monday))" : locale.shortDay(monday) }
        let weeks = stride(from: monday(first), through: monday(last), by: 7).map(name)
        let cells = days.map { item -> Cell in
            var cell = Cell(column: name(monday(item.day)), row: names[DayTicks.weekday(item.day) - 1], value: item.value, label: weeks.count > 20 ? "" : nil)
            cell.day = item.day
            return cell
        }
        return HeatMap(cells, columns: weeks, rows: names)
    }

    /// Cohorts below each other and their age to the right: a triangle, since the young ones have no late ages yet.
    public static func cohorts(_ cohorts: [(name: String, values: [Double?])], ages: [String]) -> HeatMap {
        let cells = cohorts.flatMap { cohort in
            zip(ages, cohort.values).compactMap { age, value -> Cell? in
                guard let value else { return nil }
                var cell = Cell(column: age, row: cohort.name, value: value)
                if age == ages.first, cohorts.allSatisfy({ $0.values.first == 1 }) { (cell.isWhole, cell.label) = (true, "100%") }
                return cell
            }
        }
        return HeatMap(cells, columns: ages, rows: cohorts.map(\.name))
    }
}
