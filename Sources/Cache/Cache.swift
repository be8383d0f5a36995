/// What was computed before, kept in a folder under the working directory; nothing at all where it has none.
///
/// Nothing rests on it: what is missing, damaged or can't be kept is computed anew.
package struct Cache: Sendable {
    let store: Store?
    /// Of the files that were read before.
    package let files: FileHashes
    /// What an entry depends on besides that which its key names: the program that made it.
    private let program: String

    /// Keeps nothing.
    package static var none: Cache { Cache(store: nil, program: "") }

    /// - Parameter program: tells one build of the program from another.
    package init(folder: String, program: String) { self.init(store: Store(folder: folder), program: program) }

    private init(store: Store?, program: String) {
        self.store = store
        self.program = program
        files = FileHashes(store: store)
    }

    package var keepsAnything: Bool { store != nil }

    /// Why something could not be kept; nil where all was.
    package var failure: String? { store?.failure }

    package func bytes(_ parts: [String]) -> [UInt8]? { store?.read(CacheKey([program] + parts)) }

    package func keep(_ bytes: [UInt8], _ parts: [String]) { store?.write(bytes, CacheKey([program] + parts)) }
}
