import Model
import Statistics

/// How good alarms are: precision, recall, accuracy and F1 from four counts.
struct DetectionQuality: AnalysisMethod {
    let name = "detection"
    let parameters = [AnalysisParameter.metric("true_positives"), .metric("false_positives"), AnalysisParameter("false_negatives", .metric), AnalysisParameter("true_negatives", .metric)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "true_positives", "false_positives", "false_negatives", "true_negatives"))
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        func count(_ name: String) -> Double? { input.block.word(name).flatMap { input.total($0)?.double } }
        guard let tp = count("true_positives"), let fp = count("false_positives"), tp + fp > 0 else { return Report.nothing(input, "没有告警。", "There were no alarms.") }
        let fn = count("false_negatives"), tn = count("true_negatives")
        let found = Detection(truePositives: tp, falsePositives: fp, falseNegatives: fn ?? 0, trueNegatives: tn ?? 0)
        var report = Report(input, .estimated, count: tp + fp + (fn ?? 0) + (tn ?? 0))
        report.names("measure", "指标", "Measure")
        report.numbers("value", "数值", "Value", .percent)
        report.bounds(.percent)
        func add(_ id: String, _ chinese: String, _ english: String, _ estimate: Estimate?) {
            guard let estimate else { return }
            report.row(.name(.text(id), input.say(chinese, english)), .number(estimate.value), .low(estimate), .high(estimate))
            report.value(id, estimate, .percent)
        }
        add("precision", "查准率", "Precision", found.precision)
        if fn != nil { add("recall", "查全率", "Recall", found.recall); report.value("f1", found.f1, .number) }
        if fn != nil, tn != nil { add("accuracy", "准确率", "Accuracy", found.accuracy) }
        // One bar alone is no chart.
        if report.result.rows.rows.count > 1 { report.chart(.bar, x: "measure", y: "value", low: "low", high: "high") }
        report.note(fn == nil ? "没有漏报的记录，查全率算不出来；查准率高不等于没有漏报。" : "事件很少时，准确率会虚高：从不告警也能得高分，应看查准与查全。", fn == nil ? "Missed events were not recorded: recall is unknown, and precision says nothing of them." : "Where events are rare accuracy flatters: never alarming scores high. Look at precision and recall.")
        if let precision = found.precision {
            report.finding("precision", "每 100 次告警有 \(report.text(precision.value * 100, .number)) 次属实\(report.interval(precision, .percent))。", "Of 100 alarms \(report.text(precision.value * 100, .number)) were true\(report.interval(precision, .percent)).", evidence: .association, isGood: nil)
        }
        return report.result
    }
}
