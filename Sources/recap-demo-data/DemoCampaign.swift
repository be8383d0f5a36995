/// The whole demo: each part has its own seed, so that a change in one leaves the others' bytes alone.
struct DemoCampaign {
    func tables() -> [CSVTable] {
        let sales = Sales(seed: 618_01)
        let catalogue = Catalogue(seed: 618_02)
        let products = ProductSales(sales: sales, catalogue: catalogue, seed: 618_03)
        let inventory = Inventory(products: products, catalogue: catalogue, sales: sales, seed: 618_04)
        let funnel = Funnel(sales: sales, seed: 618_05)
        let traffic = Traffic(funnel: funnel, seed: 618_06)
        let media = Media(seed: 618_07)
        let people = People(sales: sales, catalogue: catalogue, seed: 618_08)
        return [
            sales.daily, sales.hourly, catalogue.table, products.table, catalogue.bundles,
            inventory.table, inventory.value,
            Promotions.sales(sales: sales, funnel: funnel, seed: 618_09), Promotions.coupons, Promotions.experiments,
            funnel.table, traffic.daily, traffic.hourly,
            media.plans, media.table, media.messages, Social(seed: 618_10).table, Social.creators,
            people.users, people.orders, people.items, people.cohorts,
            Feedback.surveys(seed: 618_11), Feedback.tickets(seed: 618_12),
            Operations.hourly(sales: sales, seed: 618_13), Operations.incidents(seed: 618_14), Operations.loadTests,
            Finance(media: media).costs, Action.table, Plans.teams, Plans.milestones,
            Reference.channels, Reference.regions, Reference.benchmarks(seed: 618_15),
        ]
    }
}
