/// What marks draw on: the scene, without its bookkeeping.
public struct Canvas: Sendable {
    var scene: Scene
    /// Values beside marks, drawn last, so that no line runs through them.
    private var labels: [(text: String, x: Double, y: Double, anchor: Scene.Anchor, style: String)] = []

    init(scene: Scene) { self.scene = scene }

    mutating func label(_ text: String, x: Double, y: Double, anchor: Scene.Anchor, _ style: String = "label") {
        labels.append((text, x, y, anchor, style))
    }

    /// The scene with its labels on top.
    func finished() -> Scene {
        var scene = scene
        for label in labels { scene.text(label.text, x: label.x, y: label.y, anchor: label.anchor, label.style) }
        return scene
    }
}
