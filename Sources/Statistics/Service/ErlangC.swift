/// Waiting in a queue with several agents and patient callers.
///
/// A. K. Erlang 1917; as in any text on call centres, for instance N. Gans, G. Koole and A. Mandelbaum, MSOM 5 (2003), 79–141.
public struct ErlangC: Sendable {
    /// The probability of having to wait.
    public let waitProbability: Double
    /// Mean wait of all, in the time unit of the rates.
    public let meanWait: Double
    /// Share of time that agents are busy.
    public let occupancy: Double

    /// - Parameters: arrivals a time unit, mean handling time, agents. nil where agents can't keep up: then the queue grows without end.
    public init?(arrivals: Double, handling: Double, agents: Int) {
        let load = arrivals * handling
        guard arrivals > 0, handling > 0, handling.isFinite, load > 0, load < 10_000, Double(agents) > load else { return nil }
        // Erlang B by its recursion, which never overflows.
        var blocking = 1.0
        for agent in 1...agents where blocking > 0 { blocking = Self.next(blocking, load, agent) }
        self.init(load: load, handling: handling, agents: agents, blocking: blocking)
    }

    private init(load: Double, handling: Double, agents: Int, blocking: Double) {
        occupancy = load / Double(agents)
        waitProbability = blocking / (1 - occupancy * (1 - blocking))
        meanWait = waitProbability * handling / (Double(agents) - load)
    }

    private static func next(_ blocking: Double, _ load: Double, _ agent: Int) -> Double { load * blocking / (Double(agent) + load * blocking) }

    /// The fewest agents with whom the mean wait is at most `wait`; nil beyond a million.
    public static func agents(arrivals: Double, handling: Double, wait: Double) -> Int? {
        let load = arrivals * handling
        guard arrivals > 0, handling > 0, handling.isFinite, load > 0, load < 10_000, wait > 0 else { return nil }
        var blocking = 1.0
        for agents in 1...1_000_000 {
            blocking = next(blocking, load, agents)
            guard Double(agents) > load else { continue }
            if ErlangC(load: load, handling: handling, agents: agents, blocking: blocking).meanWait <= wait { return agents }
        }
        return nil
    }
}
