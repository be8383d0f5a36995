/// What marks draw on: the scene, without its bookkeeping.
public struct Canvas: Sendable {
    var scene: Scene
}
