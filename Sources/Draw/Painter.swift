import Charts
import Model

/// Draws the charts of one campaign in its language.
struct Painter {
    let campaign: Campaign
    let locale: ChartLocale
    private let words: Words

    init(campaign: Campaign) {
        self.campaign = campaign
        locale = campaign.language == .zhHans ? .zhHans : .en
        words = Words.of(campaign.language)
    }

    func figure(for block: ChartBlock, _ rows: RowSet, _ answers: Answers) -> Result<Figure, Problem> {
        let shape = Rows(rows)
        let title = plainText(of: block.title, answers)
        switch mark(of: block, shape) {
        case .bullet:
            return .success(figure(Bullet(id: block.id, title: title, locale: locale, rows: bulletRows(of: rows))))
        case .donut:
            guard shape.dimensions == 1, shape.values.count == 1 else {
                return .failure(Problem("a donut shows one metric by one dimension", at: block.mark.place))
            }
            let parts = rows.rows.map { Donut.Part(name: $0[0].text, value: $0[shape.values[0]].number?.double) }
            let donut = Donut(id: block.id, title: title, locale: locale, format: format(of: shape), parts: parts, other: words.other)
            return .success(figure(donut))
        case let mark:
            return cartesian(block, rows, shape, mark, title: title)
        }
    }

    /// The chart that an analysis draws by itself.
    func figure(for block: AnalysisBlock, _ rows: RowSet, _ mark: ChartBlock.Mark) -> Figure {
        let shape = Rows(rows)
        let chart = Chart(id: block.id, title: block.title.plainText, locale: locale, format: format(of: shape)) {
            for row in rows.rows where shape.dimensions > 0 && !shape.values.isEmpty {
                let bar = BarMark(
                    x: .value(shape.label(shape.values[0]), row[shape.values[0]].number?.double), y: .value(shape.label(0), row[0].text)
                ).label(row[shape.values[0]].text)
                if shape.dimensions > 1 {
                    bar.foregroundStyle(by: .value(shape.label(1), row[1].text)).position(by: .value(shape.label(1), row[1].text))
                } else {
                    bar
                }
            }
        }
        return figure(chart)
    }

    /// What `auto` means: time is a line, all else bars; metrics side by side are bullets.
    private func mark(of block: ChartBlock, _ shape: Rows) -> ChartBlock.Mark {
        guard block.mark.value == .auto else { return block.mark.value }
        if case .metrics(_, let by) = block.rows, by.isEmpty { return .bullet }
        return shape.isTime ? .line : .bar
    }

    private func bulletRows(of set: RowSet) -> [Bullet.Row] {
        func index(_ form: Reference.Form) -> Int? { set.columns.firstIndex { $0.role == .value(form) } }
        return set.rows.map { row in
            let value = index(.value).map { row[$0] }, target = index(.target).map { row[$0] }
            let isMet: Bool? = value?.number.flatMap { value in
                target?.number.map { limit in set.direction == .lower ? value <= limit : limit <= value }
            }
            return Bullet.Row(
                name: row[0].text, value: value?.number?.double, valueText: value?.text ?? "", target: target?.number?.double,
                targetText: target?.text ?? "", baseline: index(.baseline).flatMap { row[$0].number?.double }, isMet: isMet)
        }
    }

    func format(of shape: Rows) -> ValueFormat { ValueFormat(kind(of: shape.unit)) }

    private func kind(of unit: Unit?) -> ValueFormat.Kind {
        switch unit {
        case .money?: .money(symbol: campaign.currency.symbol, chineseName: campaign.currency.chineseName)
        case .percent?: .percent
        case .times?: .times
        case .count(let noun)?: .count(noun: noun)
        case .seconds?: .unit(locale == .zhHans ? "秒" : "s")
        case .minutes?: .unit(locale == .zhHans ? "分钟" : "min")
        case .hours?: .unit(locale == .zhHans ? "小时" : "h")
        case .days?: .unit(locale == .zhHans ? "天" : "days")
        case .number?, nil: .number
        }
    }

    func figure(_ chart: some Drawable) -> Figure {
        Figure(wide: chart.svg(width: Draw.wide), narrow: chart.svg(width: Draw.narrow), description: chart.summary)
    }

    /// A title's words with its numbers in them, as the page shows them.
    func plainText(of inlines: [Inline], _ answers: Answers) -> String {
        inlines.map { inline in
            switch inline {
            case .reference(let reference): reference.claim?.value ?? answers.references[reference.place]?.text ?? ""
            default: [inline].plainText
            }
        }.joined()
    }
}

/// What can be drawn at a width.
protocol Drawable {
    func svg(width: Double) -> String
    var summary: String { get }
}

extension Chart: Drawable {}
extension Bullet: Drawable {}
extension Donut: Drawable {}
