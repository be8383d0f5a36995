import Model

/// What pages call a slice's parts: `channel=wechat` → 渠道, 微信.
enum SliceLabel {
    static func dimension(_ entry: ValueKey.SliceEntry, _ site: CampaignSite) -> String {
        switch entry.dimension {
        case "phase": return site.words.phase
        case "period": return site.words.period
        default:
            if let grain = Dimension.Grain(rawValue: entry.dimension) { return site.words.name(of: grain) }
            return column(entry.dimension, in: site.campaign, of: nil)?.label ?? entry.dimension
        }
    }

    static func value(_ entry: ValueKey.SliceEntry, of value: MetricValue, _ site: CampaignSite) -> String {
        switch entry.dimension {
        case "phase", "period": return site.campaign.period(named: entry.value)?.name ?? entry.value
        case "day": return Day(entry.value).map { site.format.day($0) } ?? entry.value
        case "weekday": return Int(entry.value).flatMap { site.words.weekday($0) } ?? entry.value
        default: return column(entry.dimension, in: site.campaign, of: value)?.valueLabels[entry.value] ?? entry.value
        }
    }

    private static func column(_ name: String, in campaign: Campaign, of value: MetricValue?) -> Column? {
        let tables = value?.tables ?? Array(campaign.tables.keys)
        return tables.lazy.compactMap { table in
            campaign.dimension(named: name, of: table).flatMap { campaign.column(of: $0) }
        }.first
    }
}
