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
            Journeys.paths(seed: 618_16), Journeys.events(seed: 618_17), Journeys.reach(seed: 618_18),
            Trials.values(seed: 618_19), Trials.prices(catalogue: catalogue, seed: 618_20), Trials.audiences(seed: 618_21), Trials.canaries(seed: 618_22),
            Echo.interactions(visitors: traffic.campaignPageVisitors, seed: 618_23), Echo.cascade(seed: 618_24), Echo.reposts(seed: 618_25), Echo.searchResults(seed: 618_26),
            Service.queue(seed: 618_27), Service.latency(seed: 618_28), Service.reconciliations(seed: 618_29),
            Service.monitors, Service.agreements, Service.duty, Service.flows, Service.varianceLines, Loyalty.table(seed: 618_30),
        ]
    }
}
