import Charts

extension ChartExample {
    static let places: [ChartExample] = [
        ChartExample("tile-map") { words in
            let names = ["广东", "浙江", "江苏", "山东", "四川", "河南", "湖北", "福建", "上海", "北京", "湖南", "安徽", "河北", "辽宁", "重庆", "陕西", "江西", "广西", "云南", "天津", "黑龙江", "山西", "吉林", "贵州", "内蒙古", "新疆", "甘肃", "海南", "宁夏", "青海"]
            return words.chart("各省成交额", "Sales by province", words.money) {
                TileMap(names.enumerated().map { index, name in Item(name, 1.1e8 / (1 + 0.22 * Double(index))) })
            }
        },
    ]
}
