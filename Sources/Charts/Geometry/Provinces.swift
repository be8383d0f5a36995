/// China's provinces as tiles of equal size, near where they lie: seven columns, eight rows.
enum Provinces {
    struct Tile: Sendable {
        let chinese: String, english: String
        /// GB/T 2260's letters; Shanxi SX, Shaanxi SN.
        let code: String
        let column: Int, row: Int
    }

    static let columns = 7, rows = 8

    static let tiles: [Tile] = [
        ("黑龙江", "Heilongjiang", "HL", 6, 0), ("内蒙古", "Inner Mongolia", "NM", 4, 1), ("吉林", "Jilin", "JL", 6, 1), ("新疆", "Xinjiang", "XJ", 0, 2),
        ("甘肃", "Gansu", "GS", 1, 2), ("宁夏", "Ningxia", "NX", 2, 2), ("山西", "Shanxi", "SX", 3, 2), ("河北", "Hebei", "HE", 4, 2), ("北京", "Beijing", "BJ", 5, 2),
        ("辽宁", "Liaoning", "LN", 6, 2), ("青海", "Qinghai", "QH", 1, 3), ("陕西", "Shaanxi", "SN", 2, 3), ("河南", "Henan", "HA", 3, 3), ("山东", "Shandong", "SD", 4, 3),
        ("天津", "Tianjin", "TJ", 5, 3), ("西藏", "Tibet", "XZ", 0, 4), ("四川", "Sichuan", "SC", 1, 4), ("重庆", "Chongqing", "CQ", 2, 4), ("湖北", "Hubei", "HB", 3, 4),
        ("安徽", "Anhui", "AH", 4, 4), ("江苏", "Jiangsu", "JS", 5, 4), ("上海", "Shanghai", "SH", 6, 4), ("云南", "Yunnan", "YN", 1, 5), ("贵州", "Guizhou", "GZ", 2, 5),
        ("湖南", "Hunan", "HN", 3, 5), ("江西", "Jiangxi", "JX", 4, 5), ("浙江", "Zhejiang", "ZJ", 5, 5), ("广西", "Guangxi", "GX", 2, 6), ("广东", "Guangdong", "GD", 3, 6),
        ("福建", "Fujian", "FJ", 4, 6), ("台湾", "Taiwan", "TW", 6, 6), ("海南", "Hainan", "HI", 2, 7), ("澳门", "Macao", "MO", 3, 7), ("香港", "Hong Kong", "HK", 4, 7),
    ].map { Tile(chinese: $0, english: $1, code: $2, column: $3, row: $4) }

    /// - Parameter name: 广东, 广东省, 广西壮族自治区, Guangdong.
    static func tile(named name: String) -> Tile? {
        tiles.first { name.hasPrefix($0.chinese) || name.lowercased() == $0.english.lowercased() }
    }
}
