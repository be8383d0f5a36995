/// Tasks as bars along time, with milestones and incidents.
public struct Gantt: ChartContent {
    public struct Task: Sendable {
        public var name: String
        /// Days and parts of days since 1970-01-01; a whole day ends where the next begins.
        public var start: Double, end: Double
        /// Colours the bar: a team, a state.
        public var group: String?
        public var label: String?

        public init(_ name: String, start: Double, end: Double, group: String? = nil, label: String? = nil) {
            self.name = name
            (self.start, self.end) = (start, end)
            self.group = group
            self.label = label
        }
    }

    /// Something at one moment, in a row of its own or across all rows.
    public struct Event: Sendable {
        public var name: String
        public var moment: Double
        /// The task in whose row it stands; nil draws a line through all.
        public var task: String?
        public var isIncident: Bool

        public init(_ name: String, moment: Double, task: String? = nil, isIncident: Bool = false) {
            self.name = name
            self.moment = moment
            self.task = task
            self.isIncident = isIncident
        }
    }

    private let tasks: [Task]
    private let events: [Event]

    public init(_ tasks: [Task], events: [Event] = []) {
        self.tasks = tasks
        self.events = events
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        tasks.map { task -> any Mark in
            if task.end <= task.start {
                let point = PointMark(x: .value("", moment: task.start), y: .value("", task.name), symbol: .diamond)
                    .tooltip("\(task.name): \(context.locale.moment(task.start))")
                return task.group.map { point.foregroundStyle(by: .value("", $0)) } ?? point.foregroundStyle(.strong)
            }
            let words = "\(task.name): \(context.locale.moment(task.start)) – \(context.locale.lastMoment(task.end))"
            let bar = BarMark(xStart: .value("", moment: task.start), xEnd: .value("", moment: task.end), y: .value("", task.name))
                .label(task.label ?? "").tooltip(words)
            return task.group.map { bar.foregroundStyle(by: .value("", $0)) } ?? bar
        }
            + events.map { event -> any Mark in
                let moment = PlottableValue.value("", moment: event.moment), role: MarkRole = event.isIncident ? .bad : .strong
                guard let task = event.task else { return RuleMark(x: moment).foregroundStyle(role).label(event.name) }
                return PointMark(x: moment, y: .value("", task), symbol: .diamond).foregroundStyle(role).label(event.name, on: .above)
                    .tooltip("\(event.name): \(context.locale.moment(event.moment))")
            }
    }

    public func prepare(_ options: inout ChartOptions) {
        options.rowHeight = events.contains { $0.task != nil } ? 36 : 26
        options.barThickness = 12
    }
}
