/// Numbers of China's provinces as tiles of equal size: a small province with much is as visible as a large one with little.
public struct TileMap: ChartContent {
    private let values: [String: Item]

    /// - Parameter items: by province: 广东, 广东省 or Guangdong. What is no province is left out; see `unknownNames`.
    public init(_ items: [Item]) {
        values = Dictionary(items.compactMap { item in Provinces.tile(named: item.name).map { ($0.chinese, item) } }, uniquingKeysWith: { first, _ in first })
    }

    /// Names that are no province.
    public static func unknownNames(_ names: [String]) -> [String] { names.filter { Provinces.tile(named: $0) == nil } }

    public func marks(in context: ChartContext) -> [any Mark] {
        Provinces.tiles.map { tile in
            let item = values[tile.chinese], name = context.locale == .zhHans ? tile.chinese : tile.english
            let text = item.map { $0.label ?? context.text($0.value) } ?? context.locale.missing
            return RectangleMark(x: .value("", "\(tile.column)"), y: .value("", "\(tile.row)"))
                .foregroundStyle(by: .value("", item?.value))
                .tooltip("\(name): \(text)").named(name, short: tile.code, value: item?.value)
        }
    }

    public func prepare(_ options: inout ChartOptions) {
        options.xAxis.isHidden = true
        options.yAxis.isHidden = true
        options.xAxis.categories = (0..<Provinces.columns).map(String.init)
        options.yAxis.categories = (0..<Provinces.rows).map(String.init)
        options.rowHeight = 48
    }
}
