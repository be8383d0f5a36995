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

extension Graphic {
    /// The drawing as an `svg` element.
    /// - Parameter width: in pixels; the height follows.
    public func svg(width: Double) -> String {
        SVGWriter(id: "\(id)-\(Int(width))", title: title, description: summary).svg(scene(width: width))
    }
}
