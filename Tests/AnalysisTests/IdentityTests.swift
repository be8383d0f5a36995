import Testing

/// What must add up, adds up.
struct IdentityTests {
    private func close(_ a: Double, _ b: Double, _ scale: Double = 1) -> Bool { (a - b).magnitude <= 1e-9 * max(scale, a.magnitude, b.magnitude) }

    private func value(_ review: DemoReview, _ analysis: String, _ name: String) throws -> Double {
        try #require(review.result(analysis)?.values[name]?.number?.double, "\(analysis).\(name)")
    }

    @Test func `the demo review has no problem`() async throws {
        #expect(try await DemoReview.shared().problems.map { $0.rendered() } == [])
    }

    @Test func `credits add up to all conversions`() async throws {
        let result = try #require(try await DemoReview.shared().result("channel_credit"))
        for rule in ["markov", "shapley", "last", "first", "linear", "position", "decay"] { #expect(close(result.column(rule).reduce(0, +), 1), "\(rule)") }
    }

    @Test func `drivers add up to the change`() async throws {
        let review = try await DemoReview.shared(), result = try #require(review.result("gmv_drivers"))
        for column in ["effect", "shapley"] {
            let effects = result.column(column)
            #expect(close(effects.dropFirst().reduce(0, +), try value(review, "gmv_drivers", "change"), effects[0]))
        }
    }

    @Test func `rate and mix add up to the change of a ratio`() async throws {
        let review = try await DemoReview.shared(), total = try #require(review.result("cart_mix")).column("total").reduce(0, +)
        #expect(close(total, try value(review, "cart_mix", "change")))
    }

    @Test func `contributions add up to the growth`() async throws {
        let review = try await DemoReview.shared()
        for id in ["category_growth", "region_growth"] {
            #expect(close(try #require(review.result(id)).column("points").reduce(0, +), try value(review, id, "growth")))
        }
    }

    @Test func `shares add up to one`() async throws {
        let review = try await DemoReview.shared()
        for id in ["session_shares", "voice", "cost_shares"] { #expect(close(try #require(review.result(id)).column("share").reduce(0, +), 1), "\(id)") }
    }

    @Test func `price, volume and mix add up to the difference`() async throws {
        let review = try await DemoReview.shared()
        let sum = try ["price", "volume", "mix"].reduce(0) { try $0 + value(review, "why_over", $1) }
        #expect(close(sum, try value(review, "why_over", "difference"), 1e6))
    }

    @Test func `a budget shared anew stays the budget`() async throws {
        let result = try #require(try await DemoReview.shared().result("shift"))
        #expect(close(result.column("current").reduce(0, +), result.column("proposed").reduce(0, +)))
    }
}
