/// What stands in a chart's braces: a mark, or a composite that is made of marks.
public protocol ChartContent: Sendable {
    func marks(in context: ChartContext) -> [any Mark]
    /// Adds its marks to those before it.
    func collect(into marks: inout [any Mark], _ context: ChartContext)
    /// What it wishes of the whole chart: hidden axes, a height. Modifiers of the chart come later and win.
    func prepare(_ options: inout ChartOptions)
}

extension ChartContent {
    public func collect(into marks: inout [any Mark], _ context: ChartContext) { marks += self.marks(in: context) }
    public func prepare(_ options: inout ChartOptions) {}
}

/// How the chart around a content writes words and numbers.
public struct ChartContext: Sendable {
    public let locale: ChartLocale
    public let format: ValueFormat

    /// A value as people read it.
    func text(_ value: Double?) -> String { value.map { format.text($0, locale) } ?? locale.missing }
    func share(_ value: Double) -> String { ValueFormat(.percent).text(value, locale) }
}

/// Collects a chart's content; takes `if` and `for`.
@resultBuilder
public enum ChartBuilder {
    public static func buildExpression(_ content: some ChartContent) -> [any ChartContent] { [content] }
    public static func buildExpression(_ marks: [any Mark]) -> [any ChartContent] { marks }
    public static func buildExpression(_ content: [any ChartContent]) -> [any ChartContent] { content }
    public static func buildExpression(_ marks: [some Mark]) -> [any ChartContent] { marks }
    public static func buildBlock() -> [any ChartContent] { [] }
    public static func buildPartialBlock(first: [any ChartContent]) -> [any ChartContent] { first }
    public static func buildPartialBlock(accumulated: [any ChartContent], next: [any ChartContent]) -> [any ChartContent] { accumulated + next }
    public static func buildOptional(_ part: [any ChartContent]?) -> [any ChartContent] { part ?? [] }
    public static func buildEither(first part: [any ChartContent]) -> [any ChartContent] { part }
    public static func buildEither(second part: [any ChartContent]) -> [any ChartContent] { part }
    public static func buildArray(_ parts: [[any ChartContent]]) -> [any ChartContent] {
        var all: [any ChartContent] = []
        all.reserveCapacity(parts.count)
        for part in parts { all += part }
        return all
    }
}
