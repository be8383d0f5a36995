import Model

/// What every page's head needs: its policy, its address and card where the site has an address, the script's words.
struct PageHead {
    let settings: SiteSettings
    let language: Language
    /// The page's folder below the site's root, ending with `/` or empty.
    let path: String
    /// The preview picture below the site's root.
    var picture: String?
    /// The same page in each language of the campaign, itself included; empty where there is one only.
    var editions: [(language: Language, path: String)] = []

    /// Nothing from elsewhere, and nothing that stands in the page itself: what slipped into a page could not run.
    static let policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

    var fields: View.Fields {
        [
            "policy": PageHead.policy, "robots": settings.robots, "address": address, "scriptWords": scriptWords, "chapter": nil,
            "theme": nil, "running": nil, "index": nil, "navigation": nil, "notice": nil,
        ]
    }

    private var address: View? {
        settings.baseURL.map { base in
            View([
                "url": base + HTML.url(path), "picture": picture.map { base + HTML.url($0) },
                "editions": editions.map { View(["language": $0.language.rawValue, "url": base + HTML.url($0.path)]) },
            ])
        }
    }

    private var scriptWords: String { PageHead.scriptWords[language] ?? PageHead.text(of: Words.of(language)) }

    /// By language, made once.
    private static let scriptWords = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text(of: Words.of($0))) })

    private static func text(of words: Words) -> String {
        let all = [
            "search": words.search, "searchHint": words.searchHint, "results": words.results, "nothing": words.nothing, "noIndex": words.noIndex,
            "close": words.close, "sort": words.sort, "copy": words.copy, "copied": words.copied, "colon": words.colon, "auto": words.themeAuto,
            "light": words.themeLight, "dark": words.themeDark, "c": words.chapterWord, "m": words.metric, "f": words.finding,
        ]
        return JSON.object(all.mapValues { .string($0) as JSON }).text
    }
}
