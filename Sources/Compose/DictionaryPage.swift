import Model

/// Where every number leads: its definition, its query, its files.
struct DictionaryPage {
    let site: CampaignSite

    var html: String {
        let campaign = site.campaign
        let analyses = site.chapters.flatMap(\.uses.analyses).compactMap(analysis)
        let content = site.render(
            "dictionary",
            [
                "metrics": campaign.metrics.values.map(metric) + [days].compactMap { $0 },
                "analyses": analyses.isEmpty ? nil : View(["items": analyses]),
                "tables": campaign.tables.values.map { DictionaryTable(site: site, table: $0).view },
                "json": "../metrics.json",
            ], root: "../\(site.up)")
        return PageShell(site: site, place: .dictionary, base: "../").html(
            kind: "dictionary", title: site.words.dataDictionary, description: site.words.dictionaryIntroduction,
            content: content)
    }

    private func metric(_ metric: Metric) -> View {
        let total = site.answers.values[ValueKey(campaign: site.campaign.id, metric: metric.id)]
        let slices = site.answers.values.values.filter {
            $0.key.campaign == site.campaign.id && $0.key.metric == metric.id && !$0.key.slice.isEmpty
        }.sorted { $0.key.anchor < $1.key.anchor }
        let unit = site.format.unitName(metric.unit)
        return View([
            "id": HTML.id(metric.id), "name": metric.name, "description": metric.description,
            "definition": site.words.definition(of: metric, in: site.campaign), "unit": unit.isEmpty ? nil : unit,
            "direction": site.words.name(of: metric.direction), "target": target(metric),
            "targetSource": metric.target?.source, "baseline": baseline(metric, total),
            "thresholds": thresholds(metric),
            "value": total.map(\.text), "values": self.values(slices),
            "sql": total.map(\.sql),
            "sources": sources(total?.tables ?? site.campaign.leaves(of: metric.id).map(\.table)),
        ])
    }

    /// The metric that nobody declares, where a page shows it.
    private var days: View? {
        let values = site.answers.values.values.filter { $0.key.campaign == site.campaign.id && $0.key.metric == Campaign.daysMetric }
            .sorted { $0.key.anchor < $1.key.anchor }
        guard let first = values.first else { return nil }
        let slices = values.filter { !$0.key.slice.isEmpty }
        return View([
            "id": Campaign.daysMetric, "name": first.name, "description": nil, "definition": site.words.daysDefinition, "unit": nil,
            "direction": site.words.neitherIsBetter, "target": nil, "targetSource": nil, "baseline": nil, "thresholds": nil,
            "value": values.first { $0.key.slice.isEmpty }?.text, "values": self.values(slices), "sql": nil,
            "sources": [View](),
        ])
    }

    private func target(_ metric: Metric) -> String? {
        metric.target.map { site.format.target($0, unit: metric.unit, direction: metric.direction) }
    }

    /// "2024 年同期: 7.97 亿元 (+23.5%)"
    private func baseline(_ metric: Metric, _ total: MetricValue?) -> String? {
        let name: String? =
            switch site.campaign.baseline(of: metric.id) {
            case .literal(_, let source)?: total?.baselineName ?? source
            case .period(let period, _)?: total?.baselineName ?? site.campaign.period(named: period.value)?.name
            case .campaign(let other, _)?: total?.baselineName ?? other.value
            case nil: nil
            }
        guard let name else { return nil }
        guard let value = total?.baselineText else { return name }
        let perDay = total?.comparedPerDay == true ? " (\(site.words.perDay))" : ""
        let change = metric.unit == .percent ? total?.pointsText ?? total?.changeText : total?.changeText
        return name + site.words.colon + value + perDay + (change.map { " (\($0))" } ?? "")
    }

    private func thresholds(_ metric: Metric) -> String? {
        guard !metric.thresholds.isEmpty else { return nil }
        let texts = metric.thresholds.map { threshold in
            let level = threshold.level == .warn ? site.words.warning : site.words.alert
            return "\(level) \(site.format.text(threshold.value, unit: metric.unit))"
        }
        return texts.joined(separator: ", ")
    }

    /// The slices that pages show, with the columns that any of them fills.
    private func values(_ slices: [MetricValue]) -> View? {
        guard !slices.isEmpty else { return nil }
        return View([
            "items": slices.map(value), "hasChanges": slices.contains { $0.changeText != nil },
            "hasIntervals": slices.contains { $0.intervalText != nil },
        ])
    }

    private func value(_ value: MetricValue) -> View {
        let slice = value.key.slice.map {
            "\(SliceLabel.dimension($0, site)) = \(SliceLabel.value($0, of: value, site))"
        }
        return View([
            "id": HTML.id(value.key.anchor), "slice": slice.joined(separator: ", "), "text": value.text,
            "change": value.changeText, "interval": value.intervalText, "sql": value.sql,
        ])
    }

    private func sources(_ tables: [String]) -> [View] {
        var seen = Set<String>()
        return tables.filter { site.campaign.tables[$0] != nil && seen.insert($0).inserted }.map {
            View(["name": $0, "href": "#" + HTML.url(DictionaryTable.anchor($0))])
        }
    }

    private func analysis(_ block: AnalysisBlock) -> View? {
        guard let result = site.answers.analyses[site.key(block.id)] else { return nil }
        let writer = PageWriter(site, base: "../")
        let values = result.values.map { name, value in
            View(["id": HTML.id("\(block.id).\(name)"), "name": name, "text": value.text])
        }
        let title = writer.plain(block.title)
        return View(["id": block.id, "title": title.isEmpty ? block.id : title, "values": values])
    }
}
