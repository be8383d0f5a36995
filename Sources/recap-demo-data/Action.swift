/// What is to be done next: each action rests on a finding of a chapter and says which metric will show that it worked.
struct Action {
    var chapter: String
    var finding: String
    /// The computed finding that says so: analysis and finding.
    var evidence: String
    var title: String
    var team: String
    var start: String
    var due: String
    var days: Int
    /// Yuan.
    var cost: Int
    var impact: Int
    var confidence: String
    var status: String
    var metric: String
    var goal: String
}

extension Action {
    static var table: CSVTable {
        var table = CSVTable(
            "actions",
            [
                "action_id", "chapter", "finding", "evidence", "title", "team", "starts_on", "due_on", "effort_days", "cost",
                "impact",
                "confidence", "status", "metric", "goal",
            ])
        for (index, action) in all.enumerated() {
            table.add(
                "A\(twoDigits(index + 1))", action.chapter, action.finding, action.evidence, action.title, action.team, action.start,
                action.due, action.days, Cents(action.cost * 100), Cents(action.impact * 100), action.confidence,
                action.status, action.metric, action.goal)
        }
        return table
    }

    private static let all = [
        Action(
            chapter: "05", finding: "爆款断货造成销量流失", evidence: "stockout_loss.lost",
            title: "按款建立销量预测与安全库存，爆款设补货触发线",
            team: "supply", start: "2025-07-07", due: "2025-09-30", days: 60, cost: 320_000, impact: 9_600_000,
            confidence: "0.60",
            status: "in_progress", metric: "爆款断货流失率", goal: "5% 以下"),
        Action(
            chapter: "07", finding: "没有一个平台达到立项的投产比", evidence: "platforms.range",
            title: "按边际回报重分广告预算，三四线白领包停投",
            team: "marketing", start: "2025-07-01", due: "2025-07-31", days: 12, cost: 40_000, impact: 1_900_000,
            confidence: "0.70",
            status: "done", metric: "广告投产比", goal: "4.2 以上"),
        Action(
            chapter: "12", finding: "三张发票重复计费", evidence: "duplicates.duplicates",
            title: "统一监测码，发票号与金额自动查重",
            team: "marketing", start: "2025-07-01", due: "2025-08-15", days: 15, cost: 60_000, impact: 150_000,
            confidence: "0.90",
            status: "in_progress", metric: "重复计费金额", goal: "0 元"),
        Action(
            chapter: "09", finding: "物流时效是最低的分项", evidence: "complaint_types.concentration",
            title: "三四线城市前置仓试点，轨迹按小时更新",
            team: "supply", start: "2025-07-14", due: "2025-10-31", days: 80, cost: 900_000, impact: 4_200_000,
            confidence: "0.50",
            status: "not_started", metric: "物流时效评分", goal: "4.0 分"),
        Action(
            chapter: "09", finding: "领券流程被抱怨", evidence: "satisfaction_scores.worst",
            title: "领券改为一步到账",
            team: "technology", start: "2025-07-07", due: "2025-08-08", days: 18, cost: 70_000, impact: 2_300_000,
            confidence: "0.60",
            status: "in_progress", metric: "领券抱怨占比", goal: "15% 以下"),
        Action(
            chapter: "03", finding: "新用户三十日留存未达标", evidence: "retention_by_source.gap",
            title: "展示广告停投，预算移向 App 与自然流量承接",
            team: "marketing", start: "2025-07-01", due: "2025-08-31", days: 20, cost: 90_000, impact: 2_800_000,
            confidence: "0.55",
            status: "in_progress", metric: "新用户三十日留存率", goal: "25%"),
        Action(
            chapter: "11", finding: "两次支付卡顿超过恢复目标", evidence: "outages.loss",
            title: "连接池与热点分片自动扩容，演练加入支付链路",
            team: "technology", start: "2025-07-03", due: "2025-09-15", days: 45, cost: 260_000, impact: 1_100_000,
            confidence: "0.75",
            status: "in_progress", metric: "支付恢复时长", goal: "30 秒以内"),
        Action(
            chapter: "06", finding: "限时抢购退货越过预警线", evidence: "return_alerts.alarms",
            title: "抢购页补足规格与尺寸说明，限购同人多件",
            team: "marketing", start: "2025-07-10", due: "2025-08-20", days: 16, cost: 50_000, impact: 1_600_000,
            confidence: "0.60",
            status: "not_started", metric: "限时抢购退货率", goal: "5% 以下"),
        Action(
            chapter: "13", finding: "高峰客服等待过长", evidence: "waiting.peak",
            title: "扩充智能客服，晚高峰按到达量排班",
            team: "service", start: "2025-07-07", due: "2025-09-01", days: 30, cost: 180_000, impact: 900_000,
            confidence: "0.65",
            status: "in_progress", metric: "高峰客服等待", goal: "3 分钟"),
        Action(
            chapter: "05", finding: "长尾商品在组合中被激活", evidence: "bought_together.top",
            title: "组合推荐做成常设位，每周换二十款",
            team: "marketing", start: "2025-07-15", due: "2025-09-30", days: 25, cost: 110_000, impact: 2_100_000,
            confidence: "0.50",
            status: "not_started", metric: "关联购买率", goal: "30%"),
        Action(
            chapter: "04", finding: "增强现实试穿提升转化", evidence: "order_tests.ar_tryon_lift",
            title: "试穿扩到全部穿戴与眼镜",
            team: "technology", start: "2025-08-01", due: "2025-10-15", days: 70, cost: 420_000, impact: 3_700_000,
            confidence: "0.70",
            status: "not_started", metric: "试穿页转化率", goal: "6%"),
        Action(
            chapter: "12", finding: "收尾期超支", evidence: "plan_against_actual.over",
            title: "临时加投须先批后花，超出三成自动冻结",
            team: "marketing", start: "2025-07-01", due: "2025-07-20", days: 6, cost: 10_000, impact: 90_000,
            confidence: "0.90",
            status: "done", metric: "收尾期预算偏差", goal: "0% 以内"),
    ]
}
