import Model
import Statistics

/// How far forecasts were off what was sold, thing by thing: absolute error and bias.
struct ForecastAccuracy: AnalysisMethod {
    let name = "forecast_accuracy"
    let parameters = [AnalysisParameter.source, .column("actual"), .column("forecast"), .column("by"), .optionalColumn("item")]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign), item = source.has("item") ? source["item"] : source["by"]
        let items = source.select("\(source["by"]) AS part, \(item) AS item, sum(\(source["actual"])) AS actual, sum(\(source["forecast"])) AS forecast", group: "1, 2")
        return AnalysisNeeds(queries: [
            "SELECT part, sum(actual) AS actual, sum(forecast) AS forecast, sum(abs(actual - forecast)) AS error, count(*) AS items FROM (\(items)) AS items GROUP BY part ORDER BY part"
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows().filter { $0.amount("actual") > 0 }, unit = input.source.definition(of: "actual")?.unit ?? .number
        let actual = rows.sum { $0.amount("actual") }
        guard actual > 0 else { return Report.nothing(input, "没有实际值。", "Nothing was sold.") }
        var report = Report(input, .observed, count: rows.sum { $0.amount("items") })
        report.names("part", ofRole: "by")
        report.numbers("accuracy", "准确率", "Accuracy", .percent)
        report.numbers("bias", "偏差", "Bias", .percent)
        report.numbers("actual", "实际", "Actual", unit)
        report.numbers("forecast", "预测", "Forecast", unit)
        let sorted = rows.sorted { $0.amount("error") / $0.amount("actual") > $1.amount("error") / $1.amount("actual") }
        for row in sorted {
            let error = row.amount("error") / row.amount("actual")
            report.row(.name(row["part"], input.label(row["part"], of: "by")), .number(1 - error), .number(row.amount("forecast") / row.amount("actual") - 1), .number(row.amount("actual")), .number(row.amount("forecast")))
            report.value("\(row.text("part").identifier)_accuracy", 1 - error, .percent)
        }
        let error = rows.sum { $0.amount("error") } / actual, bias = rows.sum { $0.amount("forecast") } / actual - 1
        report.value("accuracy", 1 - error, .percent)
        report.value("wape", error, .percent)
        report.value("bias", bias, .percent)
        report.chart(.bar, x: "part", y: "accuracy")
        report.note("准确率 = 1 − 绝对误差之和 ÷ 实际之和（WAPE），偏差为正表示预测过多。", "Accuracy is 1 − sum of absolute errors ÷ sum of actual values (WAPE); a positive bias means too much was forecast.")
        if let worst = sorted.first {
            let name = input.label(worst["part"], of: "by"), own = 1 - worst.amount("error") / worst.amount("actual")
            report.finding(
                "worst", "预测准确率 \(report.text(1 - error, .percent))，总体偏差 \(report.change(bias))；最差的是\(name)（\(report.text(own, .percent))）。",
                "Forecast accuracy \(report.text(1 - error, .percent)), bias \(report.change(bias)); the worst is \(name) (\(report.text(own, .percent))).", evidence: .association)
        }
        return report.result
    }
}
