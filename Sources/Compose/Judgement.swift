import Model

/// Whether a change is good news: what colours it.
enum Judgement {
    /// The classes `good`, `bad` and `level`.
    static func kind(_ change: Number?, direction: Direction) -> String {
        guard let change, !change.isZero, direction != .none else { return "level" }
        return (change.double > 0) == (direction == .higher) ? "good" : "bad"
    }

    /// The sign's shape, so that colour is never alone.
    static func arrow(_ change: Number?) -> String {
        guard let change, !change.isZero else { return "" }
        return change.double > 0 ? "▲" : "▼"
    }
}
