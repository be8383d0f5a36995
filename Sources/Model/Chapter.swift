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
    /// The numbers that its texts state without a reference.
    public var numbers: [TextNumber] = []
    /// Numbers that may stand so, with the reason.
    public var allowed: [AllowedNumber] = []
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

/// A number of a chapter's text that may stand without a reference: `allow: [{number: 24 小时, reason: …}]`.
public struct AllowedNumber: Sendable {
    public var number: Located<String>
    public var reason: String

    public init(number: Located<String>, reason: String) {
        self.number = number
        self.reason = reason
    }
}
