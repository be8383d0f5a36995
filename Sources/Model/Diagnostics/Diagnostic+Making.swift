extension Diagnostic {
    /// R14: numbers that must agree.
    static let agreement: [Diagnostic: Explanation] = [
        .brokenIdentity: Explanation(
            "An identity that does not hold", "Metrics that must be equal, or in a given order, are not.", mend: "The message has both sides. Mend the metric or the data that is wrong, or widen the identity's tolerance and say why."),
        .partBeyondWhole: Explanation(
            "A part that is more than its whole", "A slice, a phase or a share exceeds what it is a part of.", mend: "Look for rows that are counted twice, or for a ratio whose parts come from different periods."),
        .risingFunnel: Explanation(
            "A funnel that rises", "A later step of a funnel counts more than the step before it.", mend: "Check the steps' order and that all count the same thing: people, sessions or orders."),
    ]

    /// R15 to R19: charts, engines, the site, versions, other programs.
    static let making: [Diagnostic: Explanation] = [
        .badChart: Explanation(
            "A chart that can't be drawn from its rows", "The rows do not have the columns that this kind of chart takes.", mend: "Documentation/charts.md shows each chart with the rows that it takes."),
        .failedEngine: Explanation(
            "The engine failed", "The program or server that runs SQL could not be reached, refused, took too long or ended in the middle.",
            mend: "The message has the engine's own words. The last site stands as it was."),
        .refusedQuery: Explanation("The engine refuses a query", "A metric's expression, an sql block or a table's file is not as the engine can take it.", mend: "The message has the engine's own words and the place in the content that the query comes from."),
        .unknownEngine: Explanation("An engine that is not there", "No engine has this name, or the campaigns of one site name different ones.", mend: "Take the suggestion, or name one for all with `--engine`."),
        .unfitEngine: Explanation(
            "Something that this engine does not have", "A setting under `engine:` is not one of the engine's, its value does not fit, campaigns of one site say it differently, or a table is a `relation:` of a warehouse and the engine reads only files.",
            mend: "Documentation/engines.md lists each engine's settings and where it takes tables from."),
        .unfitRelation: Explanation(
            "A table of the warehouse that does not fit", "The relation can't be read, or a column of it is missing, of another type than declared, or holds more decimals.",
            mend: "Mend the column in tables.yaml, or read from a view of the warehouse that has it as declared; a right that lacks is given with `GRANT SELECT`."),
        .emptyRelation: Explanation(
            "A table of the warehouse without rows", "Nothing can be said of no rows, and rules about who may see which rows hide all of them without a word.",
            mend: "Check that the relation is filled, and that the user of the build may see its rows."),
        .badTemplate: Explanation(
            "A template that can't be used", "A template is missing, breaks Mustache's rules or shows a name that nothing stands behind.", mend: "templates/README.md lists the names that each template may use."),
        .unknownTheme: Explanation("A theme that is not there", "No pair of style sheets has this name.", mend: "Put NAME.css and NAME-dark.css into assets/themes/ of the templates."),
        .addressClash: Explanation("Two pages at one address", "Two files of the site would have the same path.", mend: "Rename the campaign, chapter or block that the message names."),
        .staleCard: Explanation("A preview picture that shows something else", "The picture of links was made for other numbers.", mend: "Run `recap export --format card`."),
        .foreignOutput: Explanation("A folder that is not Recap's", "The output folder exists and was not made by Recap; it would be replaced.", mend: "Name another `--output`, or remove the folder."),
        .unwritableFile: Explanation("A file can't be written", "The disk is full, or this user may not write there.", mend: "Make room or choose another folder. What stood there before stands still."),
        .noHistory: Explanation("No history to look into", "The content lies in no git repository, its history is cut off, git is not installed, or no tag matches what `history:` of campaign.yaml names. A build goes on without the page of versions, or with the versions that are there.", mend: "Versions need a full clone: `git fetch --unshallow --tags`. A version is a tag: `git tag -a spring/v1 -m \"Why\"`."),
        .unknownRevision: Explanation("A revision that is not there", "git knows no commit, tag or branch of this name, or the campaign is not in it.", mend: "`git log` and `git tag` list what there is."),
        .movedEdition: Explanation(
            "Numbers that are not those of the locked edition", "The campaign has an `edition.lock`, and a number or the rows of a chart or table differ from what it says. Nothing else may show it: one digit of one row is as plausible as another.",
            mend: "Look at what `recap verify` lists and restore it; where the change is meant, make a new lock with `recap lock`."),
        .brokenLock: Explanation("An edition that no longer holds", "Content, data, a definition, a value or the program differs from what the edition's lock says.", mend: "Restore what changed, or make a new lock with `recap lock` and say what changed in its message."),
        .chromium: Explanation("Chromium failed", "PDF files and pictures are made by Chromium, which is missing or could not do it.", mend: "Install it (Debian: `apt install chromium`), or name its program in the variable `CHROMIUM`."),
        .publishing: Explanation("Publishing failed", "git is missing or refused.", mend: "The message has git's own words."),
        .port: Explanation("A port that is taken", "Another program listens on the port.", mend: "Choose another with `--port`."),
    ]
}
