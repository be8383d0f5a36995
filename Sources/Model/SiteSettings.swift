/// What `content/site.yaml` says of the site as a whole; all of it may be absent.
public struct SiteSettings: Sendable {
    /// The front page's title.
    public var title: String?
    /// Where the site will stand, ending with `/`: addresses that others quote need it (canonical ones, sitemap, preview cards).
    public var baseURL: String?
    /// For search engines: `noindex`, or `all`.
    public var robots: String?
    /// A style sheet of `templates/assets/themes/`, for campaigns that name none.
    public var theme: Located<String>?

    public init(title: String? = nil, baseURL: String? = nil, robots: String? = nil, theme: Located<String>? = nil) {
        (self.title, self.baseURL, self.robots, self.theme) = (title, baseURL, robots, theme)
    }
}
