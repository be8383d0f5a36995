/// What stands around a number and tells whether it states something.
enum NumberContext {
    static let currencies = ["US$", "HK$", "NT$", "S$", "A$", "C$", "RMB ", "USD ", "EUR ", "CNY ", "RMB", "$", "£", "€", "¥", "￥"]

    /// A number that names something rather than states it: a span by which a measure is defined, an offer, a convention.
    static func isDefinition(_ unit: String, isMoney: Bool, before: String, after: String) -> Bool {
        if unit.contains("-") || before.contains(base) { return true }
        if unit.contains(span), after.prefixMatch(of: spanBehind) != nil || before.contains(spanBefore) { return true }
        if unit.contains(longSpan), before.contains(longSpanBefore) { return true }
        if isPercentage(unit), after.prefixMatch(of: convention) != nil || before.contains(rankBefore) { return true }
        let isAmount = isMoney || ["元", "块", "dollar", "%", "％"].contains(where: unit.contains)
        return isAmount && (after.prefixMatch(of: offerBehind) != nil || before.contains(offerBefore))
    }

    /// Whether what stands before a number makes it one of a series: 第 3, Top 10, chapter 4, 12 of May 12.
    static func isOrdinal(_ before: String) -> Bool {
        // Such words end so; a pattern costs more than the look.
        guard let last = before.last, last.isWhitespace || "第pP.-本§图表双".contains(last) else { return false }
        return before.contains(ordinalBefore)
    }

    private static func isPercentage(_ unit: String) -> Bool { unit.contains("%") || unit.contains("％") || unit.contains("percent") }

    nonisolated(unsafe) private static let ordinalBefore = /(第\s*|[Tt]op[\s-]?|TOP\s?|No\.\s?|[Vv]ersion\s|版本\s?|§\s?|(?i:chapter|section|figure|table|phase|day|week|step|q|number|suite|room|page|level|tier|option|variant|group|round|wave|part|stage|line|floor|batch|rule|gen|zone|gate|cohort|table)\s|[A-Za-z]-|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s|图\s?|表\s?|双\s?)$/
    /// 周三, 星期五, 其一, 十一 of 双十一.
    nonisolated(unsafe) static let ordinalWordBefore = /(周|星期|礼拜|其|之|初|老|双|同|某|逐|每|任|唯|万|统|单|划|归|专)$/
    nonisolated(unsafe) static let dateBehind =
        /\s*(年|月(?!活)|日(?!均|活|内|后|前|留存|复购)|号|点(?!击)|时(?!段|长|间)|世纪|折|st\b|nd\b|rd\b|th\b|\s(January|February|March|April|May|June|July|August|September|October|November|December)\b|\s?(am|pm)\b)/

    /// 万, million, k and the like; `余` and `多` may stand on either side.
    nonisolated(unsafe) static let unit =
        /\s*(?:[余多]\s*)?(?:(?:万亿|亿|千万|百万|万|萬|千(?![万克米])|(?:K|k|w|W|M|B)(?![A-Za-z0-9])|(?:\s?(?:thousand|million|billion)\b))\s*(?:[余多]\s*)?)?(?:个?百分点|个?基点|%|％|倍|元|美元|人民币|人次|人(?![工均])|单|次|件|名|位|家|台|条|篇|笔|场|支|款|户|份|张|套|块|通|成(?![交本功为员立果长就绩都品套熟分型效片年家名千批了不形])|个(?!性|人|体|别|案|月|百分点|基点)|秒|分钟|分(?![钟之析享销发类组布别期仓批段层配拣流])|小时|天|个月|毫秒|pp\b|pct\b|bps?\b|basis points?\b|percent(?:age points?)?\b|points?\b|x\b|×|times\b|stars?\b|dollars?\b|yuan\b|[KMGT]B\b|TPS\b|QPS\b|ms\b|s\b|sec(?:onds?)?\b|min(?:utes?)?\b|h(?:ours?)?\b|-(?:second|minute|hour|day|week|month|year)s?\b|days?\b|weeks?\b|months?\b|people\b|visits?\b)|\s*(?:[余多]\s*)?(?:万亿|亿|千万|百万|万|萬)(?!一|能)|\s?(?:thousand|million|billion)\b(?:\s(?:people|[a-z]{3,}s)\b)?|(?:K|M|B|w|W)(?![A-Za-z0-9])/
    /// Any counted noun of English, perhaps with an adjective: 14 servers, 40 loyal customers.
    nonisolated(unsafe) static let plural = /(\s[a-z]{3,})??\s([a-z]{3,}s)\b(?!')/
    /// What stands between a number and a noun that it does not count.
    static let noAdjectives: Set<String> = [
        "and", "the", "was", "were", "had", "has", "for", "per", "but", "nor", "not", "are", "who", "that", "which", "when", "while", "with", "from", "into", "than", "then", "after",
        "before", "because", "across", "among", "about", "against", "brought", "came", "saw", "gave", "made", "took", "lists", "shows", "explains", "covers", "users", "its", "his", "their", "our",
        "off", "back", "out", "only", "also", "all", "both", "each", "every", "some", "most", "many",
    ]
    /// Names that a number follows also where they begin a sentence.
    static let products: Set<String> = ["Windows", "Android", "Chrome", "Firefox", "Safari", "Galaxy", "Pixel", "Mate", "Error", "Rule", "Type", "Class", "Series", "Formula", "Studio", "Model"]
    /// What ends in s and is none.
    static let noPlurals: Set<String> = [
        "was", "has", "this", "its", "his", "plus", "less", "minus", "versus", "thus", "yes", "does", "goes", "gets", "makes", "says", "takes", "comes", "means", "shows", "remains",
        "across", "always", "perhaps", "sometimes", "besides", "towards", "whereas", "unless", "runs", "stays", "marks", "needs", "holds", "covers", "explains", "lists", "gives", "sees", "sits",
    ]
    static func isDateMark(_ character: Character) -> Bool { "-/:：".contains(character) }

    nonisolated(unsafe) static let ratioBehind = /\s?[:：]\s?(\d+(?:\.\d+)?)(?!\.?\d|[:：])/
    nonisolated(unsafe) static let partOfDateBehind = /[-\/:：]\d{1,2}(?![\d.]*\s*[%％万亿])/
    nonisolated(unsafe) static let endOfDateBehind = /[:：]\d{1,2}\b|[-\/]\d{1,2}([-\/]\d|\b)/
    nonisolated(unsafe) static let shareBehind = /\s*[%％万亿]/
    nonisolated(unsafe) static let shareUnit = /[%％]|百分点|基点|percent|points/
    nonisolated(unsafe) private static let span = /天|小时|分钟|秒|个月|days?|hours?|minutes?|seconds?|weeks?|months?|year|[^a-z](?:s|h|min|ms)\b/
    nonisolated(unsafe) private static let longSpan = /天|days?|weeks?|months?|years?/
    nonisolated(unsafe) private static let spanBehind =
        /\s*(内|之内|以内|后|之后|前|以前|留存|复购|无理由|滚动|窗口|期|客服|服务|在线|轮班|制|倒计时|里|短?视频|点击|曝光|归因|转化|有效|免费|a day|a week|retention|window|after|before|later|earlier|ago|running|moving|rolling|average|without|of (?:inactivity|silence))/
    nonisolated(unsafe) private static let spanBefore = /(前|首|近|过去|最近|每|满|未来|随后|之后|此后|头|×|x|(?i:first|last|past|within|every|each|next|per|after|previous|following|the)\s)\s*$/
    nonisolated(unsafe) private static let longSpanBefore = /(后|(?i:\b(?:of|for|in|over)\s))\s*$/
    /// 最慢的一成, 前两成: a part by rank, not a share that was measured.
    nonisolated(unsafe) static let quantileBefore = /(?:最[^，。；]{1,3}的|前|后)$/
    /// per 1,000 orders, 每万人: what a rate is counted by.
    nonisolated(unsafe) private static let base = /(?i:\bper)\s$|每\s?$/
    nonisolated(unsafe) private static let convention = /\s*(的?置信|的?区间|的?把握|的?显著|(?:of\s)?(?:confidence|significance|interval|credible|level|CI\b))/
    nonisolated(unsafe) private static let rankBefore = /(前|后|(?i:top|bottom|first|last|upper|lower)\s)\s*$/
    /// 满 300 元减 50 元, 定金 100 元可抵, 9.9 元包邮; 20% off, $20 back.
    nonisolated(unsafe) private static let offerBehind = /\s*(减|可抵|抵扣|包邮|起送|免邮|免息|优惠券|红包|满减|off\b|back\b|cashback\b|discount codes?\b|vouchers?\b|coupons?\b|gift cards?\b)/
    nonisolated(unsafe) private static let offerBefore = /(满|每满|立减|减|抵|(?i:free (?:shipping|delivery) (?:over|above|on orders over)|spend|save up to|orders over|get)\s[$£€]?)\s*$/

    nonisolated(unsafe) static let chineseShare =
        /(?:百|千|万)分之\s?(?:[一二三四五六七八九十][一二三四五六七八九十百零点]*|\d+(?:\.\d+)?)|[二三四五六七八九十]分之[一二两三四五六七八九]|(?:[一二两三四五六七八九](?:[、到至][一二三四五六七八九])?)成(?:[多半余])?(?![交本功为员立果长就绩都品套熟分型效片年家名千批了不形])/
    nonisolated(unsafe) static let englishShare =
        /(?i:(?:one|two|three|four|five|seven|nine)[\s-](?:quarter|third|fifth|eighth|tenth)s?)(?=\sof\b)|(?i:(?:one|two|three|four|nine)\s(?:in|out of)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+))(?:\s[a-z]{3,}s\b)?/
}
