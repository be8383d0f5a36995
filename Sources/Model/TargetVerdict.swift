extension Target {
    /// Value ÷ target; target ÷ value where lower is better; nothing where a range is to be kept.
    public func attainment(of number: Number, _ direction: Direction) -> Number? {
        switch direction {
        case .higher: number / low
        case .lower: (high ?? low) / number
        case .none: nil
        }
    }

    /// Met, missed, or undecided where the interval contains the limit.
    public func verdict(on number: Number, _ direction: Direction, interval: Interval?) -> Verdict? {
        switch direction {
        case .higher:
            if let interval, interval.low < low, low < interval.high { return .undecided }
            return number < low ? .missed : .met
        case .lower:
            let limit = high ?? low
            if let interval, interval.low < limit, limit < interval.high { return .undecided }
            return limit < number ? .missed : .met
        case .none:
            guard let high else { return nil }
            return number < low || high < number ? .missed : .met
        }
    }
}
