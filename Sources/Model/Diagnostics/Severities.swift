extension Diagnostic {
    /// Whether a site can be made in spite of it, so that a campaign may say how much it matters: what texts, data and numbers say, but not
    /// what can't be read or computed.
    public var isJudgement: Bool {
        switch self {
        case .unreadableClaim, .missingData, .badHeader, .unreadableRow, .uncheckedRule: false
        case .staleCard, .noHistory: true
        default: ["R12", "R13", "R14"].contains { rawValue.hasPrefix($0) }
        }
    }
}

extension Sequence where Element == Problem {
    /// The problems with the severities that the campaigns give them, without those that they turn off.
    public func weighed(by campaigns: [Campaign]) -> [Problem] {
        compactMap { problem in
            guard let place = problem.place, let campaign = campaigns.first(where: { place.file.hasPrefix($0.folder + "/") }),
                let severity = campaign.severities[problem.code]
            else { return problem }
            guard let severity else { return nil }
            var problem = problem
            problem.severity = severity
            return problem
        }
    }
}
