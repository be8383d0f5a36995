/// The campaign's ledger: 5.8 million yuan, planned and spent, with three invoices that were paid twice.
struct Finance {
    private(set) var costs = CSVTable(
        "costs",
        ["cost_id", "date", "phase_id", "class", "project", "focus", "offer", "vendor", "invoice_no", "plan", "actual"])

    private static let phases = ["preheat", "burst", "closing"]
    private static let focuses = ["new_product", "flagship", "low_price", "shared"]
    private static let offers = ["flash", "presale", "other"]
    private static let classes = ["media", "subsidy", "tech", "reserve"]
    private static let total = 5_800_000.0
    private static let classShares = [0.45, 0.30, 0.15, 0.10]

    private struct Cell {
        var kind: Int
        var project: String
        /// Of media: which channel.
        var channel: Int?
        var phase: Int
        var focus: Int
        var offer: Int
    }

    /// Billed twice: 150,000 in all.
    private static let duplicates = [(0, 6_200_000), (1, 5_300_000), (2, 3_500_000)]

    init(media: Media) {
        var random = SplitMix64(seed: 618_16)
        let cells = Finance.cells()
        let (plan, actual) = Finance.amounts(cells, media: media, random: &random)
        let planned = Spread.integers(plan.map { $0 * 100 }, groups: cells.map(\.kind))
        var spent = Spread.integers(
            actual.map { $0 * 100 }, groups: cells.map { $0.channel.map { 10 + $0 } ?? $0.kind })
        var number = 0
        func add(_ cell: Cell, plan: Int, actual: Int, invoice: String, into costs: inout CSVTable) {
            number += 1
            let start = [0, 12, 30][cell.phase]
            let length = [12, 18, 12][cell.phase]
            let day = Span.campaign[start + (number * 7) % length]
            let vendor =
                cell.channel.map { "\(Media.channels[$0])-agency" }
                ?? ["", "platform", "studio", "logistics"][cell.kind]
            costs.add(
                "K\(1000 + number)", day.text, Finance.phases[cell.phase], Finance.classes[cell.kind], cell.project,
                Finance.focuses[cell.focus], Finance.offers[cell.offer], vendor, invoice, Cents(plan), Cents(actual))
        }
        for (channel, amount) in Finance.duplicates {
            // The invoice stands among those of its channel; its amount comes out of the largest of them.
            let own = cells.indices.filter {
                cells[$0].channel == channel && cells[$0].phase == 1 && cells[$0].focus == 0 && cells[$0].offer == 0
            }
            let largest = own.max { spent[$0] < spent[$1] }
            guard let largest else { continue }
            let part = min(amount, spent[largest])
            spent[largest] -= part
            add(cells[largest], plan: 0, actual: part, invoice: "INV-D\(channel)", into: &costs)
            add(cells[largest], plan: 0, actual: amount, invoice: "INV-D\(channel)", into: &costs)
        }
        for (index, cell) in cells.enumerated() where planned[index] + spent[index] > 0 {
            add(cell, plan: planned[index], actual: spent[index], invoice: "INV-\(2000 + index)", into: &costs)
        }
    }

    private static func cells() -> [Cell] {
        var cells: [Cell] = []
        for phase in 0..<3 {
            for focus in 0..<3 {
                for offer in 0..<3 {
                    for (channel, name) in Media.channels.enumerated() {
                        cells.append(
                            Cell(kind: 0, project: name, channel: channel, phase: phase, focus: focus, offer: offer))
                    }
                    cells.append(Cell(kind: 1, project: "subsidy", phase: phase, focus: focus, offer: offer))
                }
            }
            for project in ["campaign_page", "dashboard", "risk_control", "ar_tryon"] {
                cells.append(Cell(kind: 2, project: project, phase: phase, focus: 3, offer: 2))
            }
            for project in ["price_war", "logistics_relief"] {
                cells.append(Cell(kind: 3, project: project, phase: phase, focus: 3, offer: 2))
            }
        }
        return cells
    }

    private static func amounts(
        _ cells: [Cell], media: Media, random: inout SplitMix64
    ) -> (plan: [Double], actual: [Double]) {
        let classes = Spread.Margin(group: cells.map(\.kind), totals: classShares.map { $0 * total })
        let offerGroup = cells.map { $0.kind < 2 ? $0.offer : 3 }
        let marketing = 0.75 * total
        let lowPlan = 300_000.0
        let channelShares = [0.42, 0.22, 0.15, 0.11, 0.05, 0.05]
        func weight(_ cell: Cell) -> Double {
            (cell.channel.map { channelShares[$0] } ?? 1) * [1.2, 3.2, 1][cell.phase] * random.noise(0.3)
        }
        var plan = cells.map(weight)
        Spread.fit(
            &plan,
            to: [
                classes,
                .init(group: offerGroup, totals: [0.40, 0.33, 0.27].map { $0 * marketing } + [nil]),
                .init(group: cells.map(\.focus), totals: [0.6 * total, 0.15 * total - lowPlan, lowPlan, 0.25 * total]),
                .init(group: cells.map(\.phase), totals: [0.22 * total, 0.60 * total, 0.18 * total]),
            ], rounds: 200)
        // What the platforms billed once; the doubles of the burst phase come on top of it.
        let twice = duplicates.map { Double($0.1) / 100 }.reduce(0, +)
        let closing = 1.08 * 0.18 * total
        let preheat = 0.205 * total
        var actual = cells.map(weight)
        Spread.fit(
            &actual,
            to: [
                .init(
                    group: offerGroup,
                    totals: [0.45 * marketing - twice, 0.28 * marketing, 0.27 * marketing, nil]),
                .init(
                    group: cells.map(\.focus),
                    totals: [0.45 * total - twice, 0.30 * total - 1.2 * lowPlan, 1.2 * lowPlan, 0.25 * total]),
                .init(group: cells.map(\.phase), totals: [preheat, total - preheat - closing - twice, closing]),
                .init(
                    group: cells.map { $0.channel ?? 5 + $0.kind },
                    totals: media.spend.map { Double($0.reduce(0, +)) / 100 } + [0.30, 0.15, 0.10].map { $0 * total }),
            ], rounds: 300)
        return (plan, actual)
    }
}
