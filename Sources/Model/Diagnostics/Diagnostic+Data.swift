extension Diagnostic {
    /// R13: data that break the rules of tables.yaml.
    static let data: [Diagnostic: Explanation] = [
        .missingData: Explanation(
            "A data file that is not there", "tables.yaml names a file that the campaign's data folder does not hold, or one outside of it.",
            mend: "Put the file there, or mend `file:`. Data elsewhere is granted on the command line: `--data DIR`."),
        .badHeader: Explanation(
            "A header that does not fit", "The first line of a CSV file names its columns, each once.", mend: "Mend the header, or the columns in tables.yaml."),
        .unreadableRow: Explanation(
            "A row that can't be read", "A line of a data file has another number of cells than the header, or a cell is not of its column's type.",
            mend: "Mend the cell, or give the column another `type:` in tables.yaml."),
        .repeatedKey: Explanation(
            "A key that stands twice", "Several rows have one primary key; whatever is summed over them is counted more than once.",
            mend: "Remove the repeated rows, or widen `primary_key:`."),
        .emptyCell: Explanation("An empty cell that must not be", "A cell of a required column or of a key is empty.", mend: "Fill the cell, or take `required: true` off the column."),
        .forbiddenValue: Explanation("A value that is not allowed", "A cell holds a value that `values:` does not list.", mend: "Mend the cell, or list the value."),
        .outOfBounds: Explanation("A number out of bounds", "A cell lies below `min:` or above `max:` of its column.", mend: "Mend the cell, or the bound."),
        .danglingKey: Explanation(
            "A key that leads nowhere", "A foreign key names a row that the other table does not have; joined metrics would lose these rows.",
            mend: "Add the missing row to the other table, or mend the key."),
        .brokenCondition: Explanation(
            "Rows that break a condition", "Rows do not meet a condition of `checks:` in tables.yaml.", mend: "Mend the rows the message names, or the condition."),
        .staleData: Explanation(
            "Data that ends too early", "The newest row of a table is older than its `fresh_to:` demands.", mend: "Bring the data up to date; the report must not speak of days it has not seen."),
        .uncoveredDays: Explanation(
            "Days without rows", "A table that must cover each day of the campaign has days without any row.", mend: "Bring the missing days, or say in `covers:` which days the table covers."),
        .unequalSums: Explanation(
            "Two tables that disagree", "A sum over one table differs from the sum over another that tells of the same.", mend: "Find the rows that one of them lacks; the message has both sums and their difference."),
        .duplicateRows: Explanation(
            "Rows that are equal throughout", "Rows without a key stand more than once, the same in every column: most often a file exported or loaded twice.",
            mend: "Remove the copies; where equal rows are meant, say `duplicates: allowed` at the table."),
        .outliers: Explanation(
            "Values far from all others", "A few cells lie so far from the others of their column that a slip of the keyboard is likely.",
            mend: "Look at the rows that the message names. Where they are right, raise the column's `outliers:`, which says how many times the middle half's width a value may lie beyond it."),
        .uncheckedRule: Explanation("A rule that could not be checked", "The engine refused the query of a rule.", mend: "Mend what the message says, most often the SQL of a condition."),
    ]
}
