import Model

/// Collects problems while one campaign is read; reading goes on after each.
final class ProblemList {
    private(set) var all: [Problem] = []

    func add(_ problem: Problem) { all.append(problem) }
    func add(_ code: Diagnostic, _ message: String, at place: Place? = nil) { all.append(Problem(code, message, at: place)) }
}
