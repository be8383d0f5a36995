/// The systems by the hour, incidents, drills, alerts and load tests.
enum Operations {
    static func hourly(sales: Sales, seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable(
            "ops_metrics",
            [
                "ts_hour", "nodes", "cpu_peak", "requests", "failed", "page_loads", "load_ms", "cache_hits",
                "cache_misses",
                "db_queries", "pay_attempts", "pay_success", "peak_orders_s",
            ])
        let quiet = Span.spring.map { _ in 9200.0 }
        for (isCampaign, days, orders) in [
            (false, Span.spring, quiet), (true, Span.campaign, sales.ordersByDay.map(Double.init)),
        ] {
            for (index, day) in days.enumerated() {
                for hour in 0..<24 {
                    var share = hours[hour] / 100 * random.noise(0.12)
                    if isCampaign && index == Span.weekStart && (10...11).contains(hour) { share = 0.143 }
                    let load = orders[index] * share
                    let nodes = min(200, isCampaign ? 40 + Int(load / 120) : 36)
                    let cpu = min(0.692, 0.24 + load / 20_400 * 0.44 * random.noise(0.1))
                    let requests = Int(load * 620 * random.noise(0.05)) + 20_000
                    let loads = Int(load * 46 * random.noise(0.05)) + 2_000
                    let misses = Int(Double(requests) * (isCampaign ? 0.01 : 0.062) * random.noise(0.1))
                    let attempts = Int(load / (isCampaign ? 0.996 : 0.982)) + 3
                    let success = Int(
                        (Double(attempts) * (isCampaign ? 0.9967 : 0.982) * random.noise(0.001)).rounded())
                    let isStalled = isCampaign && ((index == 12 && hour == 20) || (index == 29 && hour == 20))
                    let paid = min(attempts, isStalled ? success * 96 / 100 : success)
                    table.add(
                        day.at(hour), nodes, "0.\(threeDigits(Int(cpu * 1000)))", requests,
                        Int(Double(requests) * (isStalled ? 0.021 : 0.0004)),
                        loads,
                        Int(
                            Double(loads) * (isCampaign ? 1310 + 520 * load / (load + 6000) : 3200) * random.noise(0.1)),
                        requests - misses, misses,
                        Int(Double(requests) * (isCampaign ? 0.21 : 0.84) * random.noise(0.05)), attempts, paid,
                        Int(load / 3600 * 46 * random.noise(0.2)) + 1)
                }
            }
        }
        return table
    }

    private static func threeDigits(_ number: Int) -> String { number < 100 ? "0\(twoDigits(number))" : "\(number)" }

    private static let hours = [
        2.6, 1.3, 0.7, 0.5, 0.4, 0.6, 1.2, 2.2, 3.6, 5.2, 6.4, 5.6, 4.9, 4.6, 4.7, 4.8, 4.7, 4.6, 5.1, 6.6, 8.9, 9.4,
        7.2, 4.2,
    ]

    static func incidents(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable(
            "incidents",
            [
                "incident_id", "kind", "service", "severity", "started_at", "restore_s", "ack_min", "failover_ms",
                "data_loss_s", "traffic_share", "is_true_positive", "lost_orders", "cause",
            ])
        table.add(
            "I01", "incident", "payment", "P1", Day(2025, 6, 1).at(20, 5), 480, Tenths(1.0), "", 0, "", "", 212,
            "数据库连接池耗尽")
        table.add(
            "I02", "incident", "payment", "P2", Day(2025, 6, 18).at(20, 2), 360, Tenths(1.0), "", 0, "", "", 96,
            "热点分片写入")
        table.add("I03", "failover", "payment", "P2", Day(2025, 6, 2).at(21, 14), "", "", 186, 0, "", "", 0, "支付渠道接口异常")
        table.add("I04", "failover", "payment", "P3", Day(2025, 6, 8).at(10, 40), "", "", 172, 0, "", "", 0, "支付渠道超时")
        table.add("I05", "failover", "payment", "P3", Day(2025, 6, 18).at(20, 31), "", "", 191, 0, "", "", 0, "支付渠道限流")
        for (index, seconds) in [27, 28, 24, 26, 22, 25, 21].enumerated() {
            table.add(
                "D0\(index + 1)", "drill", "database", "P3", Day(2025, index + 1, 15).at(3), seconds, "", "", 0, "", "",
                0, "主从切换演练")
        }
        for (index, day) in [2, 5, 9, 12, 16, 24].enumerated() {
            table.add(
                "V0\(index + 1)", "release", "web", "P4", Day(2025, 6, day).at(4), "", "", "", 0, "0.05", "", 0,
                "灰度发布首批")
        }
        for (isCampaign, days, count, minutes, good) in [
            (false, Span.spring, 100, 15.0, 79), (true, Span.campaign, 150, 2.0, 138),
        ] {
            let draws = (0..<count).map { _ in random.noise(0.9) + 0.05 }
            let scale = minutes * Double(count) / draws.reduce(0, +)
            for index in 0..<count {
                let day = days[random.integer(0...days.count - 1)]
                table.add(
                    "A\(isCampaign ? 500 + index : 100 + index)", "alert",
                    ["web", "order", "payment", "database"][random.integer(0...3)],
                    ["P1", "P2", "P3"][random.pick([1, 3, 5])], day.at(random.integer(0...23), random.integer(0...59)),
                    "",
                    Tenths(draws[index] * scale), "", 0, "", index < good, 0, "自动告警")
            }
        }
        return table
    }

    /// Payment before and after the thread pool was tuned, and the order path.
    static var loadTests: CSVTable {
        var table = CSVTable(
            "load_tests", ["test_id", "tested_on", "service", "stage", "concurrency", "tps", "p95_ms", "failed_share"])
        let all = [
            ("payment", "before", "2025-05-08", 100_000, 640, 210, "0.0004"),
            ("payment", "before", "2025-05-08", 300_000, 800, 930, "0.0120"),
            ("payment", "before", "2025-05-08", 600_000, 760, 2840, "0.0870"),
            ("payment", "after", "2025-05-17", 300_000, 2100, 180, "0.0001"),
            ("payment", "after", "2025-05-17", 600_000, 3120, 260, "0.0003"),
            ("payment", "after", "2025-05-17", 1_000_000, 3500, 480, "0.0018"),
            ("order", "after", "2025-05-18", 600_000, 4300, 190, "0.0002"),
            ("order", "after", "2025-05-18", 1_000_000, 5240, 390, "0.0011"),
        ]
        for (index, entry) in all.enumerated() {
            table.add("L0\(index + 1)", entry.2, entry.0, entry.1, entry.3, entry.4, entry.5, entry.6)
        }
        return table
    }
}
