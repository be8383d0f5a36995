/// Where things come from and where they go: flows between stages, as wide as they are large.
public struct Sankey: ChartContent {
    public struct Flow: Sendable {
        public var from: String, to: String
        public var value: Double?

        public init(from: String, to: String, value: Double?) {
            self.from = from
            self.to = to
            self.value = value
        }
    }

    private let flows: [Flow]

    /// - Parameter flows: a flow that leads back to where it came from is left out, since widths would no longer add up.
    public init(_ flows: [Flow]) { self.flows = flows }

    public func marks(in context: ChartContext) -> [any Mark] {
        flows.map { SankeyMark(from: .value("", $0.from), to: .value("", $0.to), value: .value("", $0.value)) }
    }
}
