import Charts

extension ChartExample {
    static let shares: [ChartExample] = [
        ChartExample("donut") { words in
            words.chart("预算构成", "Budget by use", words.money) {
                Donut(
                    zip(
                        [words("广告投放", "Advertising"), words("满减补贴", "Discounts"), words("达人合作", "Creators"), words("内容制作", "Production"), words("物流补贴", "Shipping"), words("系统扩容", "Capacity"), words("客服外包", "Service"), words("其他采购", "Purchases")],
                        [4.8e7, 3.1e7, 1.6e7, 7.2e6, 5.1e6, 3.3e6, 1.2e6, 8e5]
                    ).map { Item($0, $1) })
            }
        },
    ]
}
