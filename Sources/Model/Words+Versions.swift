/// The words of a comparison of two versions and of a page of versions, in one language.
public struct VersionWords: Sendable {
    public static func of(_ language: Language) -> VersionWords {
        switch language {
        case .zhHans: .zhHans
        case .en: .en
        }
    }

    // A comparison
    public let changes: String
    public let nothing: String
    public let metrics: String
    /// The heading of numbers that count something else now.
    public let methods: String
    /// Why no difference is given.
    public let notComparable: String
    public let claims: String
    public let findings: String
    public let actions: String
    public let texts: String
    /// The heading of the texts that stayed while their numbers moved.
    public let stale: String
    public let before: String
    public let after: String
    public let added: String
    public let removed: String
    public let verdict: String
    public let target: String
    public let evidence: String
    public let none: String
    public let definition: String
    public let unit: String
    public let source: String
    public let period: String
    public let claimFails: String
    public let computed: String
    public let workTree: String
    /// How many metrics moved, changed their method, and verdicts that changed.
    public let summary: @Sendable (_ moved: Int, _ methods: Int, _ verdicts: Int) -> String

    // A page of versions
    public let history: String
    public let historyLead: String
    /// Content that nobody tagged yet.
    public let present: String
    public let first: String
    /// In place of `first` where older versions may be elsewhere.
    public let cut: String
    public let unreadable: String
    public let gaps: String
    public let since: @Sendable (_ version: String) -> String
}

extension VersionWords {
    static let en = VersionWords(
        changes: "What changed", nothing: "Nothing changed.", metrics: "Metrics", methods: "Changes of method",
        notComparable: "Counted in another way, so the two numbers are not compared.", claims: "Claims", findings: "Findings", actions: "Actions",
        texts: "Texts", stale: "Texts that were left as they were while their numbers moved", before: "Before", after: "After", added: "new",
        removed: "gone", verdict: "verdict", target: "target", evidence: "evidence", none: "none", definition: "definition", unit: "unit",
        source: "source", period: "period", claimFails: "does not hold", computed: "computed", workTree: "work tree",
        summary: { moved, methods, verdicts in
            let parts = [
                moved == 0 ? nil : "\(moved) \(moved == 1 ? "number" : "numbers") moved", methods == 0 ? nil : "\(methods) counted in another way",
                verdicts == 0 ? nil : "\(verdicts) with another verdict",
            ].compactMap { $0 }
            return parts.isEmpty ? "No number moved" : parts.joined(separator: ", ")
        },
        history: "Versions",
        historyLead:
            "What changed from version to version, the newest first. The numbers of each are computed anew from the data that it had; where something is counted in another way, both numbers are shown and no difference.",
        present: "Not yet a version", first: "There is no earlier version to compare it with.",
        cut: "Earlier versions are not in the copy of the repository that this site was made from.",
        unreadable: "This version can't be read any more, so it is compared with nothing.",
        gaps: "This version has errors: what can't be computed in it is missing here.", since: { "Against \($0)" })

    static let zhHans = VersionWords(
        changes: "版本对比", nothing: "没有变化。", metrics: "指标", methods: "口径变化", notComparable: "统计方法不同，前后两个数不作比较。", claims: "手写数字",
        findings: "发现", actions: "行动", texts: "正文", stale: "数字变了、文字没动的段落", before: "之前", after: "之后", added: "新增", removed: "移除",
        verdict: "结论", target: "目标", evidence: "证据等级", none: "无", definition: "定义", unit: "单位", source: "来源", period: "时段", claimFails: "不成立",
        computed: "计算值", workTree: "工作区",
        summary: { moved, methods, verdicts in
            let parts = [
                moved == 0 ? nil : "\(moved) 个数字变动", methods == 0 ? nil : "\(methods) 个口径变化", verdicts == 0 ? nil : "\(verdicts) 个结论改变",
            ].compactMap { $0 }
            return parts.isEmpty ? "数字没有变动" : parts.joined(separator: "，")
        },
        history: "版本历史", historyLead: "各版本之间的变化，最新的在前。每个版本的数字都用它当时的数据重新计算；统计方法变了的，列出前后两个数，不算差额。", present: "尚未成为版本的改动",
        first: "没有更早的版本可以比较。", cut: "生成本站所用的仓库副本里没有更早的版本。", unreadable: "这个版本已无法读取，不作比较。", gaps: "这个版本有错误，其中算不出的数字这里没有列出。",
        since: { "与 \($0) 相比" })
}
