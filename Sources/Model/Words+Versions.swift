/// The words of a comparison of two versions, in one language.
public struct VersionWords: Sendable {
    public static func of(_ language: Language) -> VersionWords {
        switch language {
        case .zhHans: .zhHans
        case .en: .en
        }
    }

    public let changes: String
    public let nothing: String
    public let metrics: String
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
    public let changed: String
    public let methodChanged: String
    /// Why no difference is given.
    public let notComparable: String
    public let verdict: String
    public let target: String
    public let none: String
    public let definition: String
    public let unit: String
    public let source: String
    public let period: String
    /// How many metrics moved, changed their method, and verdicts that changed.
    public let summary: @Sendable (_ moved: Int, _ methods: Int, _ verdicts: Int) -> String
    public let claimFails: String
    public let computed: String
}

extension VersionWords {
    static let en = VersionWords(
        changes: "What changed", nothing: "Nothing changed.", metrics: "Metrics", claims: "Claims", findings: "Findings", actions: "Actions",
        texts: "Texts", stale: "Texts that were left as they were while their numbers moved", before: "Before", after: "After", added: "new",
        removed: "gone", changed: "changed", methodChanged: "change of method", notComparable: "counted in another way, so the two are not compared",
        verdict: "verdict", target: "target", none: "none", definition: "definition", unit: "unit", source: "source", period: "period",
        summary: { moved, methods, verdicts in "\(moved) moved, \(methods) counted in another way, \(verdicts) with another verdict" },
        claimFails: "does not hold", computed: "computed")

    static let zhHans = VersionWords(
        changes: "版本对比", nothing: "没有变化。", metrics: "指标", claims: "手写数字", findings: "发现", actions: "行动", texts: "正文",
        stale: "数字变了、文字没动的段落", before: "之前", after: "之后", added: "新增", removed: "移除", changed: "变化", methodChanged: "口径变化",
        notComparable: "算法不同，两个数不作比较", verdict: "结论", target: "目标", none: "无", definition: "定义", unit: "单位", source: "来源", period: "时段",
        summary: { moved, methods, verdicts in "\(moved) 个指标变动，\(methods) 个口径变化，\(verdicts) 个结论改变" }, claimFails: "不成立", computed: "计算值")
}
