import Model

/// Collects problems while one campaign is read; reading goes on after each.
final class ProblemList {
    private(set) var all: [Problem] = []
    /// The numbers that were met in the texts, for the check that something stands behind each.
    var numbers: [TextNumber] = []

    func add(_ problem: Problem) { all.append(problem) }
    func add(_ code: Diagnostic, _ message: String, at place: Place? = nil) { all.append(Problem(code, message, at: place)) }
}
