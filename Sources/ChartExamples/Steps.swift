import Charts

extension ChartExample {
    static let steps: [ChartExample] = [
        ChartExample("funnel") { words in
            words.chart("转化漏斗", "Funnel", ValueFormat(.count(noun: words("人", "")))) {
                Funnel([
                    Item(words("浏览商品", "Viewed a product"), 4_820_000), Item(words("加入购物车", "Added to cart"), 617_000), Item(words("提交订单", "Placed an order"), 412_000),
                    Item(words("支付成功", "Paid"), 361_600),
                ])
            }
        },
        ChartExample("waterfall") { words in
            words.chart("成交额变化的来源", "What drove the change in sales", words.money) {
                Waterfall([
                    .init(words("去年", "Last year"), 7.4e8, isTotal: true), .init(words("访客", "Visitors"), 1.32e8), .init(words("转化率", "Conversion"), 0.96e8),
                    .init(words("客单价", "Basket"), -0.48e8), .init(words("本次", "This year"), 9.2e8, isTotal: true),
                ])
            }
        },
        ChartExample("waterfall-cost") { words in
            words.chart("贡献毛利桥", "Contribution margin", words.money) {
                Waterfall([
                    .init(words("成交净额", "Net sales"), 8.1e8, isTotal: true), .init(words("商品成本", "Cost of goods"), -4.9e8), .init(words("促销折让", "Discounts"), -0.9e8),
                    .init(words("广告费用", "Advertising"), -0.48e8), .init(words("履约物流", "Fulfilment"), -0.61e8), .init(words("平台佣金", "Commission"), -0.4e8), .init(words("退货损失", "Returns"), -0.22e8),
                    .init(words("贡献毛利", "Contribution"), 0.59e8, isTotal: true),
                ])
            }
        },
    ]
}
