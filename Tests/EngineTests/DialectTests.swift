import Testing

@testable import Compute

/// What a dialect changes, and what it leaves alone.
struct DialectTests {
    @Test(arguments: [
        ("a / b", "a  * 1e0::double precision / b"),
        ("'a / b' || \"c / d\" -- e / f", "'a / b' || \"c / d\" -- e / f"),
        ("AVG( x + 1 )", "avg(CAST(x + 1 AS DOUBLE PRECISION))"),
        ("avg(distinct x)", "avg(distinct x)"),
        ("sum(avg)", "sum(avg)"),
        ("avg(sqrt(a, b))", "avg(CAST(sqrt(a, b) AS DOUBLE PRECISION))"),
        ("date_diff('day', f(a, b), c)", "(CAST(c AS DATE) - CAST(f(a, b) AS DATE))"),
        ("date_diff('week', a, b)", "date_diff('week', a, b)"),
        ("cast(x as double)", "cast(x AS DOUBLE PRECISION)"),
        ("cast(x AS\n double precision)", "cast(x AS DOUBLE PRECISION)"),
        ("order by a, f(b, c) desc limit 3", "ORDER BY a NULLS LAST, f(b, c) desc NULLS LAST limit 3"),
        ("over (partition by a order by b rows between 1 preceding and current row)", "over (partition by a ORDER BY b NULLS LAST rows between 1 preceding and current row)"),
        ("order by a nulls first", "ORDER BY a nulls first "),
        ("within group (order by a)", "within group (order by a)"),
    ])
    func `PostgreSQL's`(portable: String, own: String) { #expect(PostgreSQL.dialect.written(portable) == own) }

    @Test(arguments: [
        ("cast(x as varchar)", "cast(x AS STRING)"), ("cast(x as varchar(3))", "cast(x AS VARCHAR(3))"), (#"'a\b'"#, #"'a\\b'"#),
        ("extract(ISODOW from d)", "extract(DAYOFWEEK_ISO from d)"), ("date_diff('day', a, b)", "datediff(b, a)"),
    ])
    func `Spark's`(portable: String, own: String) { #expect(Spark.dialect.written(portable) == own) }

    @Test(arguments: [
        "select reflect('java.lang.System', 'getenv', 'PGPASSWORD')", "select \"reflect\"('java.lang.Runtime', 'x')", "select java_method('a', 'b')",
        "select transform(a) using 'cat' from t", "select try_reflect /* so */ ('a', 'b')",
    ])
    func `a query on Spark runs nothing but itself`(sql: String) { #expect(SparkGuard.refusal(of: sql) != nil) }

    @Test(arguments: ["select a from t join u using (k)", "select 'reflect' as word", "select transform(a, x -> x + 1) from t"])
    func `what is harmless passes`(sql: String) { #expect(SparkGuard.refusal(of: sql) == nil) }

    @Test(arguments: ["select 'it''s', \"a\"\"b\", 1.5e3 -- end\n/* more */ from t", "'open", "/* open", "a//b::c<>d"])
    func `pieces add up to the text`(sql: String) { #expect(SQLToken.tokens(of: sql).map(\.text).joined() == sql) }
}
