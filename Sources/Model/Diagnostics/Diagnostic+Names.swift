extension Diagnostic {
    /// R11: names that lead nowhere, and definitions that do not hold together.
    static let names: [Diagnostic: Explanation] = [
        .unknownMetric: Explanation(
            "A metric that is not there", "No metric of this name is defined in metrics.yaml.", mend: "Take the suggestion, or define the metric."),
        .unknownTable: Explanation("A table that is not there", "No table of this name is declared in tables.yaml.", mend: "Take the suggestion, or declare the table."),
        .unknownColumn: Explanation(
            "A column that is not there", "The table, and the tables that its foreign keys lead to, have no column of this name, or several have one.",
            mend: "Take the suggestion; where several tables have the column write `table.column`; a column of another table needs a foreign key to it."),
        .unknownPeriod: Explanation(
            "A period that is not there", "Neither a phase nor a period of campaign.yaml has this name.", mend: "Take the suggestion, or declare the period under `periods:`."),
        .unknownCampaign: Explanation(
            "A campaign that is not there", "No folder beside this one holds a campaign of this name.", mend: "Take the suggestion, or name a folder under the content folder."),
        .unknownResult: Explanation(
            "A result that is not there", "No analysis or sql block has this name, or it gives no result or column of this name.",
            mend: "Take the suggestion; each method's page in Documentation/analyses lists its results."),
        .unknownValue: Explanation(
            "A slice without rows", "No row of the data has this value in this column; a number for it would be a number about nothing.",
            mend: "Take the suggestion; values are written as the data has them, not as pages label them."),
        .unknownMethod: Explanation(
            "A method that is not there", "No method of analysis has this name, or the method has no such parameter.", mend: "Documentation/analyses/README.md lists all methods."),
        .badParameter: Explanation(
            "A parameter that does not fit", "A method of analysis needs something else here than what was written.", mend: "The method's page in Documentation/analyses says what it takes."),
        .circularMetric: Explanation(
            "Metrics that rest on each other", "A metric is computed from itself, by way of others.", mend: "Break the circle: at least one of them must be a measure over a table."),
        .missingDefinition: Explanation(
            "A form that the metric does not have", "A target, a baseline, an interval, points or a share was asked of a metric that has none.",
            mend: "Give the metric what is asked for in metrics.yaml, or show another form."),
        .incomparableBaseline: Explanation(
            "A baseline that can't be compared", "A total over 42 days says nothing against a total over 7, and a table without dates has no other period.",
            mend: "Say `compare: per_day` or `compare: total` in the baseline."),
        .metricWithoutRows: Explanation(
            "A metric without rows of its own", "A metric with `shows:` names a number that is computed elsewhere; it can't be sliced or calculated with.",
            mend: "Name the number itself."),
        .otherUnit: Explanation(
            "A metric that shows another unit", "A metric with `shows:` says one unit, and the number has another.", mend: "Give the metric the number's unit."),
        .badKey: Explanation(
            "A foreign key that leads nowhere", "A foreign key names a table whose primary key is missing or has another number of columns.",
            mend: "Give the other table a `primary_key:` of as many columns."),
        .unknownQuotedNumber: Explanation(
            "A relation between numbers that nobody quotes", "claims.yaml names a number that no quotation of the campaign's chapters has, and no metric or period either.",
            mend: "Mend the name, or name the number where it is quoted: `[text]{source=\"…\" name=\"number\"}`."),
        .badResult: Explanation(
            "A query that gives no single number", "A reference to an sql block needs exactly one row.", mend: "Let the query return one row, or show it as a table."),
    ]
}
