/// Who did what, and when.
enum Plans {
    static var teams: CSVTable {
        var table = CSVTable("teams", ["team", "headcount", "duty"])
        table.add("marketing", 15, "内容、投放与活动运营")
        table.add("technology", 8, "容量、监控与发布")
        table.add("supply", 6, "备货、区域仓与履约")
        table.add("service", 10, "售前售后与投诉")
        return table
    }

    static var milestones: CSVTable {
        var table = CSVTable("milestones", ["milestone_id", "date", "kind", "name", "team"])
        let all = [
            ("2025-05-08", "test", "首轮全链路压测，支付接口成为瓶颈", "technology"),
            ("2025-05-17", "test", "线程池优化后复测通过", "technology"),
            ("2025-05-20", "launch", "预热开始：悬念海报与预售定金", "marketing"),
            ("2025-05-26", "launch", "三支头部达人开箱视频上线", "marketing"),
            ("2025-06-01", "peak", "主会场开场，全场最高单日成交", "marketing"),
            ("2025-06-01", "incident", "晚高峰支付卡顿", "technology"),
            ("2025-06-03", "peak", "追加直播专场，第二成交高点", "marketing"),
            ("2025-06-03", "incident", "Mate60 Pro 两款断货", "supply"),
            ("2025-06-06", "launch", "Mate60 Pro 到货复售", "supply"),
            ("2025-06-09", "launch", "广告预算移向晚间", "marketing"),
            ("2025-06-10", "incident", "竞品突袭降价，启动备用流量池", "marketing"),
            ("2025-06-18", "peak", "返场日", "marketing"),
            ("2025-06-18", "incident", "返场晚高峰再次卡顿", "technology"),
            ("2025-06-19", "launch", "收尾期开始：未用券提醒", "marketing"),
            ("2025-06-20", "review", "满意度问卷开始回收", "service"),
            ("2025-06-30", "review", "活动结束，进入留存观察期", "marketing"),
        ]
        for (index, entry) in all.enumerated() {
            table.add("M\(twoDigits(index + 1))", entry.0, entry.1, entry.2, entry.3)
        }
        return table
    }
}
