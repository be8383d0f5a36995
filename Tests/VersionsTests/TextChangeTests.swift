import Model
import Testing

@testable import Versions

/// Claims, findings, actions, texts.
struct TextChangeTests {
    @Test func `a claim that no longer holds is shown with both numbers`() throws {
        let claim = try #require(difference(Little(), Little(sales: Number(111), isWrong: true))?.claims.first)
        #expect(claim.about == "sales" && claim.chapter == "goals")
        #expect(claim.before?.holds == true && claim.after == ClaimChange.State(typed: "$101", computed: "$111.00", holds: false))
    }

    @Test func `findings come, go and change`() throws {
        let first = Finding("Two were late", effect: Finding.Effect(value: -10), evidence: .association), second = Finding("Three were late")
        #expect(difference(Little(), Little(finding: first))?.findings.first?.before == nil)
        #expect(difference(Little(finding: first), Little())?.findings.first?.after == nil)
        let change = try #require(difference(Little(finding: first), Little(finding: second))?.findings.first)
        #expect(change.id == "plan.finding" && change.before?.effect == -10 && change.after?.text == "Three were late")
    }

    @Test func `an action is followed by its name`() throws {
        let old = Little(actions: [("A1", "Ann"), ("A2", "Bo")]), new = Little(actions: [("A3", "Cy"), ("A1", "Dan")])
        let changes = try #require(difference(old, new)?.actions)
        #expect(changes.map(\.id) == ["plan.A1", "plan.A2", "plan.A3"])
        #expect(changes[0].fields == [ActionChange.Field(name: "Owner", before: "Ann", after: "Dan")])
        #expect(changes[1].isRemoved && changes[2].isAdded)
    }

    @Test func `texts are compared by pieces, and spaces do not matter`() throws {
        let new = Little(text: "Sales came to\n{{sales}} of a   target.\n\nAll the rest.\n\n- one\n- two\n")
        let pieces = try #require(difference(Little(), new)?.chapters.first?.pieces)
        #expect(pieces.map { "\($0.kind.rawValue) \($0.text)" } == ["removed The rest.", "added All the rest.", "added - one", "added - two"])
    }

    @Test func `a text is cut where people edit it`() {
        let text = """
            ---
            title: A
            summary: B
            ---
            # Head
            One
            two

            > said
            > more

            | a | b |
            | - | - |

            1. first
               goes on
            2. second

            ~~~sql q
            select 1

            from t
            ~~~
            ---
            Last
            """
        let passages = Passage.all(of: "f", text: text, references: [])
        #expect(
            passages.map(\.text) == [
                "title: A", "summary: B", "# Head", "One two", "> said > more", "| a | b |", "| - | - |", "1. first goes on", "2. second", "select 1", "from t", "--- Last",
            ])
        #expect(passages[3].lines == 6...7 && passages[7].lines == 15...16)
    }

    @Test func `a text that stayed while its number moved is stale`() throws {
        let diff = try #require(difference(Little(), Little(sales: Number(111))))
        let stale = try #require(diff.stale.first)
        #expect(diff.stale.count == 1 && stale.passage.lines == 1...1)
        #expect(stale.moved.map(\.before.text) == ["$101.00, missed"] && stale.moved.map(\.after.text) == ["$111.00, missed"])
    }

    @Test func `an edited text is not stale, and a turned verdict makes one`() throws {
        let edited = Little(sales: Number(111), text: "Sales reached {{sales}} of a target.\n\nThe rest.\n")
        #expect(difference(Little(), edited)?.stale.isEmpty == true)
        #expect(difference(Little(), Little(target: 100, verdict: .met))?.stale.first?.moved.first?.after.text == "$101.00, met")
    }

    @Test func `a change of method never reads as movement`() throws {
        let diff = try #require(difference(Little(), Little(filter: "paid", conversion: Number(0.06))))
        let text = diff.report(in: .en).text
        #expect(text.contains("! Conversion [conversion]: 12.0% | 6.0%") && text.contains("Changes of method"))
        #expect(!text.contains("pp") && !text.contains("50.0%"))
    }
}
