extension Sales {
    /// What a year's cells must add up to, the main week and the other days apart, so that shares hold in both.
    struct Year {
        var gmvByDay: [Double]
        var ordersByDay: [Double]
        /// By block (0 main week, 1 other days), in yuan and orders.
        var categoryGMV: [[Double]]
        var areaOrders: [[Double]]
        var areaGMV: [[Double]]

        static func block(_ day: Int) -> Int { Span.isWeek(day) ? 0 : 1 }

        static func sums(_ days: [Double]) -> [Double] {
            var sums = [0.0, 0.0]
            for (day, value) in days.enumerated() { sums[block(day)] += value }
            return sums
        }

        /// Scales the days of one block to its total.
        static func scaled(_ millions: [Double], week: Double, rest: Double) -> [Double] {
            let sums = sums(millions)
            return millions.enumerated().map { day, value in value / sums[block(day)] * (block(day) == 0 ? week : rest)
            }
        }

        static func current(_ millions: [Double]) -> Year {
            var days = scaled(millions, week: 983_126_400, rest: 1_127_000_000)
            // The first day has 142,000 orders of 1,669 yuan; the other days of the week give way.
            let first = Span.weekStart
            let surplus = days[first] - 142_000 * 1669
            days[first] -= surplus
            days[first + 4] += surplus
            let gmv = sums(days)
            let value = 1669.0
            let orders = days.map { $0 / value }
            let areaOrders = gmv.map { total in orderShares.map { $0 * total / value } }
            let areaGMV = areaOrders.map { zip($0, orderValues).map(*) }
            return Year(
                gmvByDay: days, ordersByDay: orders,
                categoryGMV: gmv.map { total in categoryShares.map { $0 * total } },
                areaOrders: areaOrders,
                areaGMV: zip(areaGMV, gmv).map { areas, total in areas.map { $0 / areas.reduce(0, +) * total } })
        }

        /// Last year, by the growth that the deck states: 23.5 % in the main week, 148 % for the smart home.
        static func previous(_ millions: [Double], of current: Year) -> Year {
            let now = sums(current.gmvByDay)
            let days = scaled(millions, week: now[0] / 1.2351, rest: now[1] / 1.2242)
            let gmv = sums(days)
            let value = 1652.0
            let categories = zip(current.categoryGMV, gmv).map { categories, total in
                let smartHome = categories[3] / 2.481
                let fixed = [nil, 0.175, 0.132, nil, 0.069, 0.044]
                let known = fixed.compactMap { $0 }.reduce(0, +) * total + smartHome
                return fixed.enumerated().map { index, share in
                    share.map { $0 * total } ?? (index == 3 ? smartHome : total - known)
                }
            }
            let areaOrders = zip(current.areaOrders, gmv).map { areas, total in
                let inland: Set = [3, 4, 5]
                let inlandOrders = inland.sorted().map { areas[$0] / 1.372 }.reduce(0, +)
                let others = areas.indices.filter { !inland.contains($0) }.map { areas[$0] }.reduce(0, +)
                let rest = total / value - inlandOrders
                return areas.indices.map { inland.contains($0) ? areas[$0] / 1.372 : areas[$0] / others * rest }
            }
            let values = [1712.0, 1788, 1671, 1502, 1489, 1463, 1478]
            let areaGMV = zip(areaOrders, gmv).map { areas, total in
                let own = zip(areas, values).map(*)
                return own.map { $0 / own.reduce(0, +) * total }
            }
            return Year(
                gmvByDay: days, ordersByDay: days.map { $0 / value }, categoryGMV: categories, areaOrders: areaOrders,
                areaGMV: areaGMV)
        }
    }
}
