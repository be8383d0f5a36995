/// Everything in a campaign's texts that asks for a computed value.
public struct ContentUses: Sendable {
    public var references: [Reference] = []
    public var charts: [ChartBlock] = []
    public var tables: [TableBlock] = []
    public var scorecards: [ScorecardBlock] = []
    public var analyses: [AnalysisBlock] = []
    public var queries: [QueryBlock] = []
    public var quotations: [Quotation] = []

    public init() {}
}

extension Chapter {
    /// What this chapter asks for, in the order of the text.
    public var uses: ContentUses {
        var uses = ContentUses()
        uses.add(title)
        uses.add(summary)
        uses.add(blocks)
        return uses
    }
}

extension ContentUses {
    mutating func add(_ blocks: [Block]) {
        for block in blocks { add(block) }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .heading(_, let inlines, _), .paragraph(let inlines): add(inlines)
        case .quote(let blocks): add(blocks)
        case .list(_, _, let items): for item in items { add(item) }
        case .code, .rule, .html: break
        case .table(let header, _, let rows):
            for cell in header { add(cell) }
            for row in rows { for cell in row { add(cell) } }
        case .chart(let chart):
            charts.append(chart)
            add(chart.title + chart.subtitle + chart.note)
        case .metricTable(let table):
            tables.append(table)
            add(table.title + table.note)
        case .scorecard(let scorecard): scorecards.append(scorecard)
        case .analysis(let analysis):
            analyses.append(analysis)
            add(analysis.title)
        case .query(let query): queries.append(query)
        }
    }

    public mutating func add(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .text, .softBreak, .hardBreak, .code, .html: break
            case .emphasis(let inner), .strong(let inner), .link(let inner, _, _), .image(let inner, _, _): add(inner)
            case .reference(let reference): references.append(reference)
            case .quotation(let quotation): quotations.append(quotation)
            }
        }
    }
}

extension Campaign {
    /// The numbers that quotations name, in the order of the text.
    public var quotedNumbers: [QuotedNumber] { uses.quotations.flatMap(\.numbers) }
}

extension Campaign {
    /// What all chapters ask for, in the order of the chapters.
    public var uses: ContentUses {
        var all = ContentUses()
        all.add(summary)
        for chapter in chapters {
            let uses = chapter.uses
            all.references += uses.references
            all.charts += uses.charts
            all.tables += uses.tables
            all.scorecards += uses.scorecards
            all.analyses += uses.analyses
            all.queries += uses.queries
            all.quotations += uses.quotations
        }
        return all
    }
}
