/// One Markdown file, one page.
public struct Chapter: Sendable {
    /// The file as the user would name it, for messages: `content/2025-618/chapters/05-conversion.md`.
    public var file: String
    public var slug: String
    public var order: Int
    /// Plain text with references.
    public var title: [Inline]
    public var summary: [Inline]
    public var draft: Bool
    public var blocks: [Block]
    /// Pictures that it shows, by their address below the campaign's pages.
    public var pictures: [String: [UInt8]]
    /// Where the title stands, for problems of the chapter as a whole.
    public var place: Place

    public init(
        file: String, slug: String, order: Int, title: [Inline], summary: [Inline] = [], draft: Bool = false,
        blocks: [Block], pictures: [String: [UInt8]] = [:], place: Place
    ) {
        self.file = file
        self.slug = slug
        self.order = order
        self.title = title
        self.summary = summary
        self.draft = draft
        self.blocks = blocks
        self.pictures = pictures
        self.place = place
    }
}
