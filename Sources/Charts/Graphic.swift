/// What can be drawn at a width: a chart, or several together.
public protocol Graphic: Sendable {
    /// Unique in the page; ids inside of the drawing begin with it.
    var id: String { get }
    var title: String { get }
    /// What it shows, in words, written from its data.
    var summary: String { get }
    /// Everything in its place, before it is SVG.
    func scene(width: Double) -> Scene
}

/// What a drawing carries with it.
public struct SVGOptions: Sendable {
    /// Colours and widths as attributes, for a place without the style sheet of `ChartStyle`: a file of its own.
    public var hasAttributes: Bool
    /// Whether title and description are those of the drawing at this width, on the same page.
    public var describedAt: Double?
    /// A `title` in each mark, which browsers show where the pointer rests.
    public var hasTooltips: Bool
    /// A ground of the paper's colour, for a place whose own is unknown.
    public var hasGround: Bool

    public init(hasAttributes: Bool = true, hasTooltips: Bool = true, hasGround: Bool = false, describedAt: Double? = nil) {
        (self.hasAttributes, self.hasTooltips, self.hasGround, self.describedAt) = (hasAttributes, hasTooltips, hasGround, describedAt)
    }

    /// For a page that links the style sheet.
    public static let page = SVGOptions(hasAttributes: false)
    /// For a phone, where no pointer rests, on a page that has the drawing at another width too.
    public static func phone(besides width: Double) -> SVGOptions { SVGOptions(hasAttributes: false, hasTooltips: false, describedAt: width) }
    /// For a file that is opened or embedded by itself.
    public static let file = SVGOptions(hasTooltips: false, hasGround: true)
}

extension Graphic {
    /// The drawing as an `svg` element.
    /// - Parameter width: in pixels; the height follows.
    public func svg(width: Double, _ options: SVGOptions = SVGOptions()) -> String {
        SVGWriter(id: "\(id)-\(Int(options.describedAt ?? width))", title: title, description: summary, options: options).svg(scene(width: width))
    }
}
