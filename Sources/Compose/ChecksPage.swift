import Model

/// What was checked: the data's rules, the claims, the quotations.
struct ChecksPage {
    let site: CampaignSite

    var html: String {
        let words = site.words
        let results = site.answers.dataChecks.filter { $0.check.campaign == site.campaign.id }
        var uses = ContentUses()
        uses.add(site.campaign.summary)
        let all = [uses] + site.chapters.map(\.uses)
        let claims = all.flatMap(\.references).count { $0.claim != nil }
        let quotations = all.flatMap(\.quotations).count
        let failed = results.count { $0.offending > 0 }
        let content = site.render(
            "checks",
            [
                "lead": words.sentences.checksRan(results.count, failed),
                // A page with open problems can't say that its claims hold.
                "claims": claims > 0 && !site.problems.hasErrors ? words.sentences.claimsHold(claims) : nil,
                "quotations": quotations > 0 ? words.sentences.quotationsCited(quotations) : nil,
                "json": "../metrics.json",
                "checks": results.isEmpty ? nil : View(["items": tables(results)]),
                "problems": site.problems.isEmpty ? nil : View(["items": site.problems.map(view)]),
            ], root: "../\(site.up)")
        return PageShell(site: site, place: .checks, base: "../").html(
            kind: "checks", title: words.dataChecks, description: words.sentences.checksRan(results.count, failed),
            content: content)
    }

    /// One entry a table, in the order of tables.yaml; those with faults stand open.
    private func tables(_ results: [DataCheckResult]) -> [View] {
        let byTable = Dictionary(grouping: results, by: \.check.table)
        return site.campaign.tables.keys.compactMap { table in
            guard let own = byTable[table] else { return nil }
            let failed = own.count { $0.offending > 0 }
            return View([
                "table": table, "result": site.words.sentences.tableChecks(own.count, failed),
                "kind": failed == 0 ? "good" : "bad", "isOpen": failed > 0, "rules": own.map(view),
            ])
        }
    }

    private func view(_ result: DataCheckResult) -> View {
        let rows = site.format.text(Number(result.offending), unit: .count(noun: ""))
        return View([
            "rule": site.words.text(of: result.check.rule),
            "result": result.offending == 0 ? site.words.passed : site.words.sentences.offendingRows(rows),
            "kind": result.offending == 0 ? "good" : "bad",
            "examples": result.examples.isEmpty ? nil : result.examples.joined(separator: "; "),
        ])
    }

    private func view(_ problem: Problem) -> View {
        View([
            "text": problem.message, "where": problem.place.map { "\($0.file):\($0.line)" },
            "kind": problem.severity.rawValue,
        ])
    }
}
