import Model

/// The campaign's first page: the verdict, the key figures, what was found, the way to the chapters.
struct OverviewPage {
    let site: CampaignSite

    var html: String {
        let campaign = site.campaign
        var writer = PageWriter(site, base: "")
        let summary = writer.html(campaign.summary)
        let chapters = site.chapters.map { chapter in
            let text = writer.html(chapter.summary)
            return View([
                "number": String(chapter.order), "title": writer.plain(chapter.title),
                "href": "\(chapter.slug)/index.html",
                "summary": text.isEmpty ? nil : text,
            ])
        }
        let items = KeyFigures(site: site).items
        let lead = items.prefix(OverviewPage.leadCount), rest = items.dropFirst(OverviewPage.leadCount)
        let content = writer.render(
            "overview",
            [
                "title": campaign.title, "subtitle": campaign.subtitle, "period": site.periodText,
                "summary": summary.isEmpty ? nil : summary,
                "lead": lead.isEmpty ? nil : writer.scorecard(Array(lead)),
                "scorecard": rest.isEmpty ? nil : writer.scorecard(Array(rest)), "verdicts": verdicts,
                "missed": missed, "findings": findings(writer), "chapters": chapters, "footnotes": writer.footnotesHTML(),
                "json": "metrics.json",
            ])
        return PageShell(site: site, place: .overview, base: "").html(
            kind: "overview", title: campaign.title, description: writer.plain(campaign.summary), content: content)
    }

    /// As many key figures as stand side by side at the head of the page; the others follow below the findings.
    private static let leadCount = 4

    private var verdicts: View? {
        let counts = VerdictCounts(site: site)
        guard counts.total > 0 else { return nil }
        let views = [Verdict.met, .missed, .undecided].filter { counts.count($0) > 0 }.map { verdict in
            View([
                "name": site.words.name(of: verdict), "count": String(counts.count(verdict)), "kind": verdict.rawValue,
            ])
        }
        return View(["sentence": counts.sentence, "counts": views])
    }

    /// The metrics that did not reach their target, the farthest from it first.
    private var missed: View? {
        let items = site.campaign.metrics.keys.compactMap { site.answers.values[ValueKey(campaign: site.campaign.id, metric: $0)] }
            .filter { $0.verdict == .missed }.enumerated()
            .sorted { (attained($0.element), $0.offset) < (attained($1.element), $1.offset) }.map(\.element)
        guard !items.isEmpty else { return nil }
        let views = items.map { value in
            View([
                "name": value.name, "href": "data-dictionary/index.html#\(HTML.url(HTML.id(value.key.anchor)))", "value": value.text,
                "target": value.targetText.map(site.words.sentences.targetIs),
            ])
        }
        return View(["items": views])
    }

    private func attained(_ value: MetricValue) -> Double { value.attainment?.double ?? .infinity }

    /// The weightiest finding of each analysis, by effect and certainty; those without an effect in money follow in the order of the
    /// chapters. At most five.
    private func findings(_ writer: PageWriter) -> View? {
        var found: [(score: Double, view: View)] = []
        for chapter in site.chapters {
            for block in chapter.uses.analyses {
                let findings = site.answers.analyses[site.key(block.id)]?.findings ?? []
                guard let finding = findings.max(by: { $0.score < $1.score }) else { continue }
                let view = View([
                    "text": finding.text, "href": "\(chapter.slug)/index.html#\(HTML.url(HTML.id(block.id)))",
                    "chapter": writer.plain(chapter.title),
                ])
                found.append((finding.score, view))
            }
        }
        let best = found.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.prefix(5)
        return best.isEmpty ? nil : View(["items": best.map(\.element.view)])
    }
}
