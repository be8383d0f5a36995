extension Diagnostic {
    /// R10: what is wrong with the files of a campaign as files.
    static let reading: [Diagnostic: Explanation] = [
        .unreadableFile: Explanation(
            "A file can't be read", "A file or folder that is needed is missing, or this user may not read it.",
            mend: "Check its name and its permissions. Paths are relative to the folder in which `recap` runs."),
        .notUTF8: Explanation(
            "A file is not UTF-8", "Text files are UTF-8, so that Chinese text means the same on every machine. The place is that of the first byte that is not.",
            mend: "Save the file as UTF-8; from GBK: `iconv -f GBK -t UTF-8 old.csv > new.csv`."),
        .badYAML: Explanation(
            "The YAML can't be read", "The file, a chapter's front matter or a block breaks the rules of YAML, or one key stands twice.",
            mend: "Look at the place and the line above it: most often a colon without a space behind it, a tab, or a quote that is not closed."),
        .unknownKey: Explanation(
            "A key that has no meaning", "A mapping has a key that Recap does not know. It is an error, because a mistyped key would else do nothing without a word.",
            mend: "Take the suggestion, or look the key up in Documentation/authoring.md."),
        .missingKey: Explanation("A key is missing", "Something can't be read without this key.", mend: "Add the key that the message names."),
        .badValue: Explanation(
            "A value that does not fit its key", "The key exists, but what stands behind it is of another kind, impossible or contradicts its neighbours.",
            mend: "The message says what is expected; Documentation/authoring.md has each key."),
        .badName: Explanation(
            "A name that can't be one", "Ids become addresses, file names and words in references. They hold lower-case letters, digits and `_` (or `-`), and some are taken.",
            mend: "Choose another id; what readers see is `name:`, `label:` or `title:`."),
        .repeatedName: Explanation(
            "A name that stands twice", "Two things have one id or one address; a reference could mean either.", mend: "Rename one of them."),
        .badChapterFile: Explanation(
            "A chapter's file that can't be one", "Chapters are named like `05-conversion.md` and begin with front matter that gives a title.",
            mend: "Rename the file, or write `---`, `title: …`, `---` as its first lines."),
        .badMarkdown: Explanation(
            "Markdown that Recap does not take", "Raw HTML, text nested too deep, characters that mean nothing, or a table's row of another length than its head.",
            mend: "Write it as Markdown. A page holds no markup from content, so that data can't become a program."),
        .badPicture: Explanation(
            "A picture that can't be shown", "Pictures lie in the campaign's folder, are of a format that browsers know, and say in words what they show.",
            mend: "Copy the picture into the campaign's folder and write `![what it shows](pictures/name.png)`."),
        .badLink: Explanation(
            "A link that leads nowhere", "A link names a chapter that is not there, or an address that would run a program or open a file of the reader's machine.",
            mend: "Link chapters by their file names: `[sales](05-conversion.md)`."),
        .unequalEditions: Explanation(
            "Two editions that differ", "A campaign in two languages has the same chapters and blocks in each, so that no reader sees less than the other.",
            mend: "Write what is missing, or take it out of the other edition."),
        .badReference: Explanation(
            "A reference that can't be read", "What stands between `{{` and `}}` is a name, slices, perhaps a form behind `|` and a claim behind ` = `.",
            mend: "For example `{{gmv}}`, `{{gmv channel=wechat}}`, `{{gmv | change}}`, `{{gmv = 9.83 亿元}}`. To show braces write `\\{{`."),
        .quotationWithoutSource: Explanation(
            "A quotation without its source", "A number from outside names where it comes from; readers find it as a footnote.",
            mend: "Write `[50 million]{source=\"platform's weekly report, 2025-06-20\"}`."),
        .badBlock: Explanation(
            "A block that can't be read", "A fenced block of Recap is empty or lacks the rows, columns or metrics that it is made of.",
            mend: "Documentation/authoring.md has each block with an example."),
        .badExpression: Explanation(
            "An expression that can't be read", "A measure or a condition over a table's columns can't be understood.",
            mend: "A measure is like `sum(amount)`, `count(*)` or `count_distinct(user_id)`; a condition is SQL over the table's columns, like `status = 'paid'`."),
        .badFormula: Explanation(
            "A formula that can't be read", "A formula is made of metrics, numbers, `+ - * /` and parentheses.", mend: "For example `formula: (gmv - refunds) / orders`."),
        .badQuotation: Explanation(
            "A quoted number that can't be named",
            "An attribute of a quotation besides `source` names a number in it: `[占全天 28.6%]{source=\"…\" peak_share=\"28.6%\"}`. Its value must stand in the quotation and be one number.",
            mend: "Copy the number with its unit and its words (`破 2.3 亿元`, `5000+`) from the quotation."),
        .noCampaign: Explanation(
            "There is no campaign", "No folder under the content folder holds a `campaign.yaml`.", mend: "Make one with `recap init NAME`, or name another folder with `--content`."),
    ]
}
