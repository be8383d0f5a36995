extension Sales {
    /// The cells of one year: day × area × category × channel.
    struct Cells {
        struct Cell {
            var day: Int
            var area: Int
            var category: Int
            var channel: Int
        }

        var all: [Cell] = []

        init(days: Int) {
            for day in 0..<days {
                for area in Sales.areas.indices {
                    for category in Sales.categories.indices {
                        for channel in Sales.channels.indices {
                            all.append(Cell(day: day, area: area, category: category, channel: channel))
                        }
                    }
                }
            }
        }

        func weights(_ days: [Double], random: inout SplitMix64) -> [Double] {
            all.map { cell in
                days[cell.day] * Sales.orderShares[cell.area] * Sales.categoryShares[cell.category]
                    * Sales.channelShares[cell.channel] * random.noise(0.45)
            }
        }

        func byDay(_ totals: [Double]) -> Spread.Margin { Spread.Margin(group: all.map(\.day), totals: totals) }

        func byBlock(_ key: KeyPath<Cell, Int>, _ totals: [[Double]]) -> Spread.Margin {
            let width = totals[0].count
            return Spread.Margin(
                group: all.map { Year.block($0.day) * width + $0[keyPath: key] }, totals: totals.flatMap { $0 })
        }
    }
}
