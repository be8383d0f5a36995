import Model
import OrderedCollections

/// campaign.yaml: title, period, phases, language, currency, zone, engine, baseline.
struct CampaignFile {
    let folder: String
    let id: String
    let problems: ProblemList

    init(folder: String, id: String, _ problems: ProblemList) {
        self.folder = folder
        self.id = id
        self.problems = problems
    }

    struct Reading {
        var campaign: Campaign
        /// Whether all that is required could be read. Where not, stand-ins let the other files be checked all the same.
        var isWhole: Bool
    }

    /// nil where the file is no mapping; that has been noted, as is all else.
    ///
    /// - Parameter edition: the language of a translation; nil for the campaign's own.
    func read(edition: Language?) -> Reading? {
        let file = "\(folder)/campaign.yaml"
        guard let source = SourceText.read(file, problems) else { return nil }
        guard let root = YAMLValue.parse(source, problems) else {
            if source.text.allSatisfy(\.isWhitespace) { problems.add(.badValue, "campaign.yaml is empty", at: source.place(line: 1)) }
            return nil
        }
        let own = root.pairs?.first { $0.key.scalar == "language" }?.value.scalar.flatMap(Language.init(rawValue:))
        guard let keys = YAMLMapping(root.localized(edition ?? own ?? .en), "a mapping") else { return nil }
        var reading = campaign(from: keys)
        if let edition { reading.campaign.language = edition }
        return reading
    }

    private func campaign(from keys: YAMLMapping) -> Reading {
        let title = keys.required("title", of: "a campaign")?.string()
        let language = keys.required("language", of: "a campaign")?.word("language", Language.self)?.value
        let currency = keys.required("currency", of: "a campaign")?.word("currency that Recap knows", among: Currency.known)?.value
        let zone = keys.required("time_zone", of: "a campaign").flatMap(timeZone)
        let period = keys.required("period", of: "a campaign").flatMap { span($0, id: Campaign.ownPeriod, name: title ?? id) }
        let phases = keys.optional("phases").map { self.phases($0, in: period) } ?? []
        let periods = keys.optional("periods").map { self.periods($0, phases) } ?? [:]
        let translations = keys.optional("translations").map { self.translations($0, besides: language) } ?? []
        let theme = keys.optional("theme")?.located()
        let engine = keys.optional("engine").flatMap(self.engine)
        problems.numbers = []
        let summary = keys.optional("summary").flatMap { InlineText.read($0) } ?? []
        let numbers = problems.numbers
        let baseline = keys.optional("baseline").flatMap { BaselineReader.read($0, unit: nil) }
        let subtitle = keys.optional("subtitle")?.string(), notice = keys.optional("notice")?.string()
        let severities = keys.optional("severity").map { SeverityReader(problems).read($0) } ?? [:]
        let identities = keys.optional("identities").map { IdentityReader(problems).read($0) } ?? []
        let history = keys.optional("history").flatMap { HistoryReader(campaign: id, problems).read($0) }
        keys.refuseUnknownKeys(in: "campaign.yaml")
        let standIn = Period(id: Campaign.ownPeriod, name: id, start: Day(number: 0), end: Day(number: 0))
        var campaign = Campaign(
            id: id, folder: folder, title: title ?? id, subtitle: subtitle, summary: summary, notice: notice,
            language: language ?? .en, currency: currency ?? Currency(code: "XXX", symbol: "¤", chineseName: ""), timeZone: zone ?? "UTC", period: period ?? standIn,
            phases: phases, periods: periods, baseline: baseline, engine: engine?.name ?? Located("duckdb", at: keys.place))
        campaign.engineOptions = engine?.options ?? [:]
        (campaign.translations, campaign.theme, campaign.severities, campaign.numbers) = (translations, theme, severities, numbers)
        (campaign.identities, campaign.history) = (identities, history)
        return Reading(campaign: campaign, isWhole: title != nil && language != nil && currency != nil && zone != nil && period != nil)
    }

    private func translations(_ value: YAMLValue, besides own: Language?) -> [Language] {
        guard let elements = value.elements else { return value.expected("a list of languages") ?? [] }
        var languages: [Language] = []
        for element in elements {
            guard let language = element.word("language", Language.self) else { continue }
            if language.value == own || languages.contains(language.value) {
                problems.add(.badValue, "the campaign is in \(language.value.rawValue) already", at: language.place)
            } else {
                languages.append(language.value)
            }
        }
        return languages
    }

    /// A name, or a name with settings: `{name: duckdb, memory: 4GB}`.
    private func engine(_ value: YAMLValue) -> (name: Located<String>, options: OrderedDictionary<String, Located<String>>)? {
        guard value.scalar == nil else { return value.located().map { ($0, [:]) } }
        guard let keys = YAMLMapping(value, "an engine, or {name: duckdb, memory: 4GB}") else { return nil }
        guard let name = keys.required("name", of: "an engine")?.located() else { return nil }
        let options = keys.rest.compactMap { key, value in value.located().map { (key.value, $0) } }
        return (name, OrderedDictionary(options, uniquingKeysWith: { first, _ in first }))
    }

    private func timeZone(_ value: YAMLValue) -> String? {
        guard let name = value.string() else { return nil }
        let fits = name == "UTC" || name.contains("/") && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/_+-".contains($0)) }
        if !fits { problems.add(.badValue, "'\(name)' is no time zone; write its IANA name, like Asia/Shanghai", at: value.textPlace) }
        return fits ? name : nil
    }

    private func span(_ value: YAMLValue, id: String, name: String) -> Period? {
        guard let keys = YAMLMapping(value, "a span {start: …, end: …}") else { return nil }
        let span = dates(keys, id: id, name: name)
        keys.refuseUnknownKeys(in: "a period")
        return span
    }

    private func dates(_ keys: YAMLMapping, id: String, name: String) -> Period? {
        let start = keys.required("start", of: "a period")?.day()
        let end = keys.required("end", of: "a period")
        guard let end, let last = end.day(), let start else { return nil }
        guard start <= last else {
            problems.add(.badValue, "the period ends on \(last), before it starts on \(start)", at: end.place)
            return nil
        }
        return Period(id: id, name: name, start: start, end: last)
    }

    private func phases(_ value: YAMLValue, in period: Period?) -> [Period] {
        guard let elements = value.elements else { return value.expected("a list of phases") ?? [] }
        var phases: [Period] = []
        for element in elements {
            guard let keys = YAMLMapping(element, "a phase {id: …, name: …, start: …, end: …}") else { continue }
            let id = keys.required("id", of: "a phase")
            let name = keys.required("name", of: "a phase")?.string()
            let startPlace = keys.optional("start")?.place ?? keys.place
            let span = id?.scalar.flatMap { dates(keys, id: $0, name: name ?? $0) }
            keys.refuseUnknownKeys(in: "a phase")
            guard let id, let span else { continue }
            checkName(id, taken: phases.map(\.id))
            if let period, !(period.contains(span.start) && period.contains(span.end)) {
                problems.add(.badValue, "the phase '\(span.id)' lies outside the campaign's period \(period.start) to \(period.end)", at: startPlace)
            }
            if let last = phases.last, span.start <= last.end {
                problems.add(.badValue, "the phase '\(span.id)' starts before '\(last.id)' ends; phases are in order and do not overlap", at: startPlace)
            }
            phases.append(span)
        }
        return phases
    }

    private func periods(_ value: YAMLValue, _ phases: [Period]) -> OrderedDictionary<String, Period> {
        guard let pairs = value.pairs else { return value.expected("a mapping of periods") ?? [:] }
        var periods: OrderedDictionary<String, Period> = [:]
        for (key, value) in pairs {
            checkName(key, taken: phases.map(\.id) + periods.keys)
            guard let id = key.scalar, let keys = YAMLMapping(value, "a period {name: …, start: …, end: …}") else { continue }
            let name = keys.required("name", of: "a period")?.string()
            periods[id] = dates(keys, id: id, name: name ?? id)
            keys.refuseUnknownKeys(in: "a period")
        }
        return periods
    }

    private func checkName(_ value: YAMLValue, taken: [String]) {
        guard let name = value.located() else { return }
        if !Identifier.isName(name.value) {
            problems.add(.badName, "'\(name.value)' is no id; use lower-case letters, digits, - and _, beginning with a letter", at: name.place)
        } else if [Campaign.ownPeriod, Campaign.allTime].contains(name.value) {
            problems.add(.badName, "'\(name.value)' is taken: it means \(name.value == Campaign.allTime ? "rows of any date" : "the campaign's own period")", at: name.place)
        } else if taken.contains(name.value) {
            problems.add(.repeatedName, "the id '\(name.value)' stands twice", at: name.place)
        }
    }
}
