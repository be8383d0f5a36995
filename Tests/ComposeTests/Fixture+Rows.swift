import Model

extension Fixture {
    private static func number(_ text: String) -> RowSet.Cell {
        RowSet.Cell(exact(text).plainText == text ? .decimal(exact(text).decimal) : .missing, text: "")
    }

    static var channelRows: RowSet {
        var rows = RowSet(
            columns: [
                RowSet.Column(id: "channel", label: "渠道", role: .dimension(isTime: false, isOrdered: false)),
                RowSet.Column(id: "gmv", label: "成交总额", role: .value(.value), unit: .money),
                RowSet.Column(id: "gmv_change", label: "变化", role: .value(.change), unit: .percent),
                RowSet.Column(id: "gmv_share", label: "占比", role: .value(.share), unit: .percent),
                RowSet.Column(id: "gmv_verdict", label: "结论", role: .value(.verdict)),
            ],
            rows: [
                [
                    RowSet.Cell(.text("wechat"), text: "微信"), number("452000000"), number("0.31"), number("0.46"),
                    RowSet.Cell(.text("met"), text: "达成"),
                ],
                [
                    RowSet.Cell(.text("<script>alert(1)</script>"), text: "<script>alert(1)</script>"),
                    number("410000000"),
                    number("-0.042"), number("0.417"), RowSet.Cell(.text("missed"), text: "未达成"),
                ],
                [
                    RowSet.Cell(.text("**x**, \"y\""), text: "**x**, \"y\""), number("121000000"),
                    RowSet.Cell(.missing, text: "—"),
                    number("0.123"), RowSet.Cell(.missing, text: ""),
                ],
            ], direction: .higher)
        rows.total = [
            RowSet.Cell(.missing, text: "合计"), number("983000000"), number("0.235"), number("1"),
            RowSet.Cell(.missing, text: ""),
        ]
        return rows
    }

    static var dailyRows: RowSet {
        var rows = RowSet(
            columns: [
                RowSet.Column(id: "day", label: "日期", role: .dimension(isTime: true, isOrdered: true)),
                RowSet.Column(id: "gmv", label: "成交总额", role: .value(.value), unit: .money),
            ],
            rows: [("2025-06-01", "96000000"), ("2025-06-02", "41200000"), ("2025-06-03", "38900000")].map {
                [RowSet.Cell(.day(day($0.0)), text: format.day(day($0.0))), number($0.1)]
            }, direction: .higher)
        rows.baseline = [exact("71000000"), nil, exact("33500000")]
        rows.baselineName = "2024 年同期"
        return rows
    }

    static var funnel: AnalysisResult {
        let steps = [("浏览", "1200000", "—"), ("加购", "153600", "12.8%"), ("支付", "90010", "58.6%")]
        let rows = RowSet(
            columns: [
                RowSet.Column(id: "step", label: "步骤", role: .dimension(isTime: false, isOrdered: true)),
                RowSet.Column(id: "users", label: "人数", role: .value(.value), unit: .count(noun: "人")),
                RowSet.Column(id: "rate", label: "通过率", role: .value(.interval)),
            ],
            rows: steps.map {
                [RowSet.Cell(.text($0.0), text: $0.0), number($0.1), RowSet.Cell(.text($0.2), text: $0.2)]
            })
        return AnalysisResult(
            values: ["view_to_cart": AnalysisValue(number: exact("0.128"), unit: .percent, text: "12.8%")], rows: rows,
            findings: [Finding("浏览到加购流失最多：每 100 人只有 12.8 人加购。"), Finding("加购后 58.6% 支付。")])
    }
}
