extension Words {
    static let en = Words(
        other: "Other", thisCampaign: "This campaign", total: "Total", noValue: "(none)", value: "Value", change: "Change", points: "Change in points",
        share: "Share", target: "Target", attainment: "Attainment", verdict: "Verdict", interval: "95% interval",
        baseline: "Baseline", name: "Name", rank: "Rank",
        met: "met", missed: "missed", undecided: "undecided",
        undecidedWhy: "the interval contains the target: the data cannot tell",
        funnelStep: "Step", funnelRate: "Rate from the step before",
        weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        grains: Grains(hour: "Hour", day: "Date", week: "Week", month: "Month", weekday: "Weekday"),
        phase: "Phase", period: "Period", perDay: "per day", perDayNote: " (per day)", allTime: "all time",
        skipToContent: "Skip to content", campaigns: "Campaign reviews", overview: "Overview", contents: "Contents",
        chapters: "Chapters", previous: "Previous", next: "Next", keyFigures: "Key figures", moreKeyFigures: "More key figures",
        whatWasMissed: "What was missed", topFindings: "What matters most", notFound: "This page does not exist", notFoundWhy: "The address may have changed since it was copied; the reviews below are all there are.",
        onThisPage: "On this page",
        dataDictionary: "Data dictionary", dataChecks: "Data notes", dataScope: "What the numbers rest on", days: "Days", remark: "Remark",
        withoutValue: "Metrics without a value", checksHeading: "What was checked", generatedBy: "Made with Recap",
        warning: "Warning", alert: "Alert",
        search: "Search", searchHint: "Search this review (press /)", results: "Results", nothing: "Nothing found", noIndex: "The search index could not be read", close: "Close", sort: "Sort by this column", copy: "Copy link", copied: "Link copied",
        themeAuto: "Theme: system", themeLight: "Theme: light", themeDark: "Theme: dark", metric: "Metric", finding: "Finding", chapterWord: "Chapter",
        downloadSVG: "Download SVG",
        viewData: "View data", downloadCSV: "Download CSV", source: "Source", note: "Note", unit: "Unit", colon: ": ",
        comma: ", ",
        footnotes: "Footnotes", backToText: "Back to the text", findings: "Findings", analyses: "Analyses",
        definition: "Definition",
        gap: "missing",
        daysDefinition: "Days of the period, both ends included",
        dictionaryIntroduction:
            "How each number of this site is defined, the query behind it, and the files it comes from. Numbers in the text lead here.",
        direction: "Direction", higherIsBetter: "higher is better", lowerIsBetter: "lower is better",
        neitherIsBetter: "neither is better",
        sql: "SQL", sources: "Data sources", file: "File", rows: "Rows", checksum: "SHA-256 checksum", relation: "Table of the warehouse", slices: "Slices",
        metrics: "Metrics", tables: "Tables", columns: "Columns", type: "Type", sample: "Sample",
        syntheticData: "Synthetic data", thresholds: "Thresholds",
        check: "Check", result: "Result", passed: "passed", claims: "Claims", quotations: "Quotations",
        references: "References", allMetricsJSON: "All values (JSON)",
        notSet: "not set", observed: "Observed", estimated: "Estimated", modelled: "Modelled",
        sentences: Sentences(
            against: { "vs. \($0)" },
            span: { "\($0) – \($1)" },
            targetIs: { "Target \($0)" },
            firstRows: { "The first \($0) of \($1) rows; the CSV file has all of them." },
            attained: { "\($0) of target" },
            metOf: { "\($0) of \($1) \($1 == 1 ? "target" : "targets") met" },
            rowCount: { $0 == "1" ? "1 row" : "\($0) rows" },
            sampled: { "a sample of \($0); sums and counts are scaled up" },
            dayCount: { $0 == 1 ? "1 day" : "\($0) days" },
            chapter: { "Chapter \($0)" },
            footnote: { "Footnote \($0)" },
            measure: { function, argument, table in
                let column = argument ?? "rows"
                return switch function {
                case .sum: "Sum of \(column) in \(table)"
                case .count:
                    argument == nil ? "Number of rows of \(table)" : "Number of rows of \(table) with \(column)"
                case .avg: "Mean of \(column) in \(table)"
                case .min: "Smallest \(column) in \(table)"
                case .max: "Largest \(column) in \(table)"
                case .median: "Median of \(column) in \(table)"
                case .countDistinct: "Number of different \(column) in \(table)"
                }
            },
            onlyWhere: { ", where \($0)" },
            ratio: { "\($0) ÷ \($1)" },
            formula: { $0 },
            rollup: { take, metric, dimension in
                let word =
                    switch take {
                    case .max: "Largest"
                    case .min: "Smallest"
                    case .mean: "Mean"
                    case .median: "Median"
                    case .first: "First"
                    case .last: "Last"
                    }
                return "\(word) \(metric) by \(dimension)"
            },
            shows: { "same as \($0)" },
            checksRan: { ran, failed in
                if ran == 0 { return "No rules of the data are declared." }
                let checks = ran == 1 ? "1 rule of the data was checked" : "\(ran) rules of the data were checked"
                return failed == 0
                    ? "\(checks); \(ran == 1 ? "it holds" : "all hold")." : "\(checks); \(failed) found something."
            },
            tableChecks: { "\($0) \($0 == 1 ? "rule" : "rules"), \($1 == 0 ? ($0 == 1 ? "it holds" : "all hold") : "\($1) found something")" },
            claimsHold: {
                $0 == 1 ? "1 claim in the text agrees with the data." : "\($0) claims in the text agree with the data."
            },
            quotationsCited: {
                $0 == 1
                    ? "1 quotation from outside, with its source."
                    : "\($0) quotations from outside, each with its source."
            },
            dataUntil: { "The newest row is of \($0)." },
            relationsHold: { held, all in
                held == all
                    ? "\(all) \(all == 1 ? "relation" : "relations") between quoted numbers \(all == 1 ? "was" : "were") checked; all hold."
                    : "\(all) relations between quoted numbers were checked; \(all - held) do not hold as they are typed."
            },
            ruleUnique: { "\($0) is unique" },
            rulePresent: { "\($0) is never empty" },
            ruleAllowed: { "\($0) is one of the values declared" },
            ruleAtLeast: { "\($0) is at least \($1)" },
            ruleAtMost: { "\($0) is at most \($1)" },
            ruleExists: { "\($0) exists in \($1)" },
            ruleCondition: { "\($0)" },
            ruleFresh: { "\($0) reaches \($1)" },
            ruleCovers: { "\($0) covers each day of “\($1)”" },
            ruleSum: { $2.isEmpty ? "the sum of \($0) equals that of \($1)" : "the sum of \($0) equals that of \($1) for each \($2)" },
            ruleDistinct: "no row stands twice",
            ruleNear: { "\($0) lies within \($1) times the middle half’s width of it" },
            offendingRows: { $0 == "1" ? "1 row breaks it" : "\($0) rows break it" },
            highest: { "highest: \($0), \($1)" },
            lowest: { "lowest: \($0), \($1)" },
            fromTo: { "from \($1) (\($0)) to \($3) (\($2))" },
            seriesOf: { "series: " + $0.joined(separator: ", ") },
            largestLoss: { from, to, lost, rate in
                "Most are lost between \(from) and \(to): \(lost) do not go on (rate \(rate))."
            },
            sampleOf: { "n = \($0)" },
            missedTarget: { name, value, target in "\(name) missed its target: \(value) against \(target)." },
            list: { items in
                guard let last = items.last, items.count > 1 else { return items.first ?? "" }
                return items.dropLast().joined(separator: ", ") + " and " + last
            }
        )
    )
}
