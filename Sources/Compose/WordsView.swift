import Model

/// The program's words as templates name them: `{{words.viewData}}`.
enum WordsView {
    static let fields: [String: TemplateField] = strings(of: Words.of(.en)).mapValues { _ in .text }
    /// Those of versions: `{{versionWords.before}}`.
    static let versionFields: [String: TemplateField] = strings(of: VersionWords.of(.en)).mapValues { _ in .text }

    private static let all = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, make(Words.of($0))) })
    /// The words of a language, made once.
    static func of(_ language: Language) -> View { all[language] ?? make(Words.of(language)) }
    static func make(_ words: Words) -> View { View(strings(of: words)) }
    static func make(_ words: VersionWords) -> View { View(strings(of: words)) }

    /// The words that are plain strings, by property name; sentences with gaps are not for templates.
    private static func strings(of words: some Sendable) -> [String: String] {
        var all: [String: String] = [:]
        for child in Mirror(reflecting: words).children {
            if let label = child.label, let text = child.value as? String { all[label] = text }
        }
        return all
    }
}
