/// Writes numbers as the pages of one campaign do: in 万 and 亿 in Chinese, in millions (M) and billions (B) in English.
///
/// No formatter of the platform is used: its words differ between systems, and pages must be the same bytes anywhere.
public struct NumberFormat: Sendable {
    public var language: Language
    public var currency: Currency

    public init(language: Language, currency: Currency) {
        self.language = language
        self.currency = currency
    }

    /// What stands for a missing value.
    public static let missing = "—"

    /// The number with its unit: `9.83 亿元`, `12.8%`, `$1.47M`. `decimals` overrules the unit's own rule.
    public func text(_ number: Number?, unit: Unit, decimals: Int? = nil) -> String {
        guard let number else { return NumberFormat.missing }
        let written = write(number, unit: unit, decimals: decimals)
        return dress(written, unit: unit)
    }

    /// A relative change, given as a fraction: `+23.5%`, `−3.1%`, `0.0%`.
    public func change(_ number: Number?) -> String {
        guard let number else { return NumberFormat.missing }
        return signed(number) + "%"
    }

    /// The difference of two rates, given as a fraction: `+3.2 个百分点`, `+3.2 pp`.
    public func points(_ number: Number?) -> String {
        guard let number else { return NumberFormat.missing }
        return signed(number) + (language == .zhHans ? " 个百分点" : " pp")
    }

    /// `86.0%–87.9%`; a narrow one with as many more decimals as its ends need to differ, `47.99%–48.01%`.
    public func interval(_ interval: Interval, unit: Unit) -> String {
        let usual = write(interval.low, unit: unit, decimals: nil)
        guard interval.low != interval.high, isSame(interval, unit: unit, decimals: nil) else {
            return range(interval.low, interval.high, unit: unit, trimmed: false)
        }
        let more = (usual.decimals + 1)...(usual.decimals + NumberFormat.mostDecimalsMore)
        let decimals = more.first { !isSame(interval, unit: unit, decimals: $0) }
        return range(interval.low, interval.high, unit: unit, decimals: decimals, trimmed: false)
    }

    /// Ends that lie still closer are one number.
    private static let mostDecimalsMore = 6

    /// Whether both ends read the same.
    private func isSame(_ interval: Interval, unit: Unit, decimals: Int?) -> Bool {
        text(interval.low, unit: unit, decimals: decimals) == text(interval.high, unit: unit, decimals: decimals)
    }

    /// `≥ 9 亿元`, `≤ 2 秒`, `20%–30%`; a bare value where neither more nor less is better.
    public func target(_ target: Target, unit: Unit, direction: Direction) -> String {
        if let high = target.high { return range(target.low, high, unit: unit, trimmed: true) }
        let value = plain(target.low, unit: unit)
        return switch direction {
        case .higher: "≥ \(value)"
        case .lower: "≤ \(value)"
        case .none: value
        }
    }

    /// The unit without a scale, for the words beside a chart: `元`, `$`, `%`, `单`; empty where there is nothing to say.
    public func unitName(_ unit: Unit) -> String { unitLabel(unit, scale: .one) }

    /// `6月1日`, `Jun 1`
    public func day(_ day: Day) -> String {
        let parts = day.parts
        return switch language {
        case .zhHans: "\(parts.month)月\(parts.day)日"
        case .en: "\(NumberFormat.monthNames[parts.month - 1].prefix(3)) \(parts.day)"
        }
    }

    /// `2025年6月1日`, `1 June 2025`
    public func dayLong(_ day: Day) -> String {
        let parts = day.parts
        return switch language {
        case .zhHans: "\(parts.year)年\(parts.month)月\(parts.day)日"
        case .en: "\(parts.day) \(NumberFormat.monthNames[parts.month - 1]) \(parts.year)"
        }
    }

    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension NumberFormat {
    /// Digits already rounded, and the scale they were divided by.
    struct Written {
        var digits: String
        var isNegative: Bool
        var scale: Scale

        /// With a minus sign, where negative.
        var withMinus: String { (isNegative ? "−" : "") + digits }

        var decimals: Int { digits.split(separator: ".").dropFirst().first?.count ?? 0 }
    }

    /// The first step whose rounded figure still lies below the step's limit: 99,996 is thus 10 万, not 9.9996 万.
    func step(
        for size: PlainDecimal, in steps: [NumberStep], decimals: Int? = nil
    ) -> (step: NumberStep, mantissa: PlainDecimal, places: Int)? {
        for step in steps {
            let places = decimals ?? step.places(for: size)
            let mantissa = size.scaled(by: -step.scale.exponent).rounded(decimals: places)
            if step.holds(mantissa, of: size) { return (step, mantissa, places) }
        }
        return nil
    }

    func write(_ number: Number, unit: Unit, decimals: Int?, trimmed: Bool = false) -> Written {
        let value = PlainDecimal(number).scaled(by: unit == .percent ? 2 : 0)
        // The last step of each unit holds everything.
        guard let (step, mantissa, places) = step(for: value.magnitude, in: steps(of: unit), decimals: decimals) else {
            return Written(digits: value.text(decimals: 0, trimmed: true), isNegative: value.isNegative, scale: .one)
        }
        let isFixed = (decimals != nil || step.isFixed) && !trimmed
        return Written(
            digits: mantissa.text(decimals: places, trimmed: !isFixed),
            isNegative: value.isNegative && !mantissa.isZero, scale: step.scale)
    }

    /// The digits with currency, scale and unit around them.
    func dress(_ written: Written, unit: Unit) -> String {
        let sign = written.isNegative ? "−" : ""
        if unit == .percent { return sign + written.digits + "%" }
        if language == .en {
            let number = written.digits + written.scale.word
            return sign + (unit == .money ? currency.symbol : "") + number + englishSuffix(unit, digits: written.digits)
        }
        let suffix = written.scale.word + chineseSuffix(unit)
        return sign + written.digits + (suffix.isEmpty ? "" : " " + suffix)
    }

    /// As targets are written: no zeros that say nothing (`4%`, not `4.0%`).
    private func plain(_ number: Number, unit: Unit) -> String {
        dress(write(number, unit: unit, decimals: nil, trimmed: true), unit: unit)
    }

    private func range(_ low: Number, _ high: Number, unit: Unit, decimals: Int? = nil, trimmed: Bool) -> String {
        let first = write(low, unit: unit, decimals: decimals, trimmed: trimmed)
        let last = write(high, unit: unit, decimals: decimals, trimmed: trimmed)
        // A unit that follows the number is said once, 9–10 亿元; percent signs and currency symbols stand twice.
        let once = unit != .percent && !(language == .en && unit == .money) && first.scale == last.scale
        return (once ? first.withMinus : dress(first, unit: unit)) + "–" + dress(last, unit: unit)
    }

    /// A percentage with its sign; a change too small for two decimals is none.
    private func signed(_ number: Number) -> String {
        let value = PlainDecimal(number).scaled(by: 2)
        let steps = steps(of: .percent).filter { !$0.isFine }
        guard !value.rounded(decimals: 2).isZero, let (_, mantissa, places) = step(for: value.magnitude, in: steps)
        else { return "0.0" }
        return (value.isNegative ? "−" : "+") + mantissa.text(decimals: places, trimmed: false)
    }

    func chineseSuffix(_ unit: Unit) -> String {
        switch unit {
        case .money: currency.chineseName
        case .percent: "%"
        case .times: "倍"
        case .count(let noun): noun
        case .seconds: "秒"
        case .minutes: "分钟"
        case .hours: "小时"
        case .days: "天"
        case .number: ""
        }
    }

    private func englishSuffix(_ unit: Unit, digits: String) -> String {
        switch unit {
        case .money, .number: ""
        case .percent: "%"
        case .times: "×"
        case .count(let noun): noun.isEmpty ? "" : " " + noun
        case .seconds: " s"
        case .minutes: " min"
        case .hours: " h"
        case .days: digits == "1" ? " day" : " days"
        }
    }
}
