/// Many numbers under one name: what a box, a violin or a swarm shows.
public struct Sample: Sendable {
    public var name: String
    public var values: [Double]

    public init(_ name: String, _ values: [Double]) {
        self.name = name
        self.values = values
    }
}
