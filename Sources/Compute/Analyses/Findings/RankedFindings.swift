import Model

/// What all analyses found, ranked by effect in money and by certainty: what worked, what did not, what the data can't tell.
struct RankedFindings: AnalysisMethod {
    let name = "findings"
    let parameters = [AnalysisParameter("top", .whole(1...200)), AnalysisParameter("show", .choice(["all", "gains", "losses", "undecided"]))]
    let readsOthers = true

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds { AnalysisNeeds() }

    private struct Entry {
        let id: String
        let chapter: Chapter
        let finding: Finding
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let all = input.others.filter { $0.id != input.block.id }.flatMap { other in other.result.findings.map { Entry(id: "\(other.id).\($0.id)", chapter: other.chapter, finding: $0) } }
        let show = input.block.word("show") ?? "all", top = Int(input.block.number("top") ?? 20)
        let ranked = all.filter { $0.finding.effect != nil }.sorted { $0.finding.score != $1.finding.score ? $0.finding.score > $1.finding.score : abs($0.finding.effect?.value ?? 0) != abs($1.finding.effect?.value ?? 0) ? abs($0.finding.effect?.value ?? 0) > abs($1.finding.effect?.value ?? 0) : $0.id < $1.id }
        let isUndecided = { (entry: Entry) in entry.finding.effect.map { $0.low != nil && !$0.isCertain } ?? false }
        let kept = ranked.filter { entry in
            switch show {
            case "gains": (entry.finding.effect?.value ?? 0) > 0 && !isUndecided(entry)
            case "losses": (entry.finding.effect?.value ?? 0) < 0 && !isUndecided(entry)
            case "undecided": isUndecided(entry)
            default: true
            }
        }
        var report = Report(input, .estimated, count: Double(all.count))
        report.names("finding", "发现", "Finding")
        report.numbers("effect", "影响金额", "Effect in money", .money)
        report.bounds(.money)
        report.texts("evidence", "证据", "Evidence")
        report.texts("certainty", "把握", "Certainty")
        report.texts("chapter", "章", "Chapter")
        report.texts("id", "编号", "Id")
        for entry in kept.prefix(top) {
            let effect = entry.finding.effect
            report.row(
                .name(.text(entry.id), entry.finding.text), .number(effect?.value), .number(effect?.low), .number(effect?.high), .text(word(entry.finding.evidence, input)),
                .text(isUndecided(entry) ? input.say("区间含零", "contains zero") : effect?.low == nil ? input.say("无区间", "no interval") : input.say("符号确定", "sign is certain")), .text(entry.chapter.title.plainText), .text(entry.id))
            report.result.rows.links.append("\(entry.chapter.slug)#\(entry.id.prefix { $0 != "." })")
        }
        report.value("count", Double(all.count), .count(noun: ""))
        report.value("with_money", Double(ranked.count), .count(noun: ""))
        report.value("undecided", Double(ranked.count(where: isUndecided)), .count(noun: ""))
        for evidence in Finding.Evidence.allCases { report.value("evidence_\(evidence.rawValue.lowercased())", Double(all.count { $0.finding.evidence == evidence }), .count(noun: "")) }
        report.note(
            "按“区间离零最近的一端 × 证据权重”排序（A 随机实验 1，B 准实验 0.7，C 相关 0.4，D 说法 0.1），区间含零的排在最后。影响金额各按所在分析的口径，彼此可能重叠，不能相加。",
            "Ranked by the interval's end nearest to zero × the weight of the evidence (A experiment 1, B quasi-experiment 0.7, C association 0.4, D statement 0.1); those whose interval holds zero come last. The amounts may overlap: don't add them up.")
        return report.result
    }

    private func word(_ evidence: Finding.Evidence?, _ input: AnalysisInput) -> String {
        switch evidence {
        case .experiment?: input.say("A 随机实验", "A experiment")
        case .quasi?: input.say("B 准实验", "B quasi-experiment")
        case .association?: input.say("C 相关", "C association")
        case .statement?, nil: input.say("D 说法", "D statement")
        }
    }
}
