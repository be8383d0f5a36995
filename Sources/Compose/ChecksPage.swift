import Model

/// What the numbers rest on, and what was checked: the data's rules, the claims, the quotations and what they are to each other.
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
                "scope": DataScope(site: site).view,
                "relations": relations,
                "json": "../metrics.json",
                "checks": results.isEmpty ? nil : View(["items": tables(results)]),
                "problems": site.problems.isEmpty ? nil : View(["items": site.problems.map(view)]),
            ], root: "../\(site.up)")
        return PageShell(site: site, place: .checks, base: "../").html(
            kind: "checks", title: words.dataChecks, description: words.sentences.checksRan(results.count, failed),
            content: content)
    }

    /// What quoted numbers are to each other, with the arithmetic; what the text explains comes with its reason.
    private var relations: View? {
        let outcomes = RelationOutcome.all(of: site.campaign, site.answers)
        guard !outcomes.isEmpty else { return nil }
        let items = outcomes.map { outcome in
            let sign = outcome.relation.comparison?.relation.sign(holds: outcome.holds == true) ?? ""
            return View([
                "text": outcome.relation.comparison == nil ? outcome.relation.names.first?.value ?? "" : "\(outcome.left) \(sign) \(outcome.right)",
                "kind": outcome.holds == true ? "good" : "bad",
                "why": outcome.holds == true ? outcome.relation.why : outcome.relation.explanation ?? outcome.relation.why,
            ])
        }
        return View(["lead": site.words.sentences.relationsHold(outcomes.count { $0.holds == true }, outcomes.count), "items": items])
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
