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
        let content = writer.render(
            "overview",
            [
                "title": campaign.title, "subtitle": campaign.subtitle, "period": site.periodText,
                "summary": summary.isEmpty ? nil : summary,
                "scorecard": items.isEmpty ? nil : writer.scorecard(items), "verdicts": verdicts,
                "findings": findings(writer), "chapters": chapters, "footnotes": writer.footnotesHTML(),
                "json": "metrics.json",
            ])
        return PageShell(site: site, place: .overview, base: "").html(
            kind: "overview", title: campaign.title, description: writer.plain(campaign.summary), content: content)
    }

    private var verdicts: View? {
        let counts = VerdictCounts(site: site)
        guard counts.total > 0 else { return nil }
        let views = [Verdict.met, .missed, .undecided].map { verdict in
            View([
                "name": site.words.name(of: verdict), "count": String(counts.count(verdict)), "kind": verdict.rawValue,
            ])
        }
        return View(["sentence": counts.sentence, "counts": views])
    }

    /// The first finding of each analysis, in the order of the chapters; at most six.
    private func findings(_ writer: PageWriter) -> View? {
        var items: [View] = []
        for chapter in site.chapters {
            for block in chapter.uses.analyses {
                guard let finding = site.answers.analyses[site.key(block.id)]?.findings.first else { continue }
                items.append(
                    View([
                        "text": finding.text, "href": "\(chapter.slug)/index.html#\(HTML.url(HTML.id(block.id)))",
                        "chapter": writer.plain(chapter.title),
                    ]))
            }
        }
        return items.isEmpty ? nil : View(["items": Array(items.prefix(6))])
    }
}
