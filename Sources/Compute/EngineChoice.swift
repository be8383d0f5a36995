import Model

/// The engine of a site, and what its campaigns say of it.
struct EngineChoice {
    let kind: any EngineKind.Type
    let campaigns: [Campaign]

    /// The one engine that all campaigns name, or that the command line names for them.
    static func kind(for campaigns: [Campaign], _ settings: Compute.Settings) -> Result<any EngineKind.Type, Problems> {
        func unknown(_ name: String, at place: Place?) -> Problem {
            Problem(.unknownEngine, "no engine named '\(name)'\(suggestion(for: name, among: engines.map { $0.name }))", at: place)
        }
        if let name = settings.engine {
            return engines.first { $0.name == name }.map { .success($0) } ?? .failure(Problems(unknown(name, at: nil)))
        }
        let named = campaigns.map(\.engine)
        let strangers = named.filter { name in !engines.contains { $0.name == name.value } }
        guard strangers.isEmpty else { return .failure(Problems(strangers.map { unknown($0.value, at: $0.place) })) }
        if let other = named.first(where: { $0.value != named.first?.value }) {
            return .failure(Problems(Problem(.unknownEngine, "campaigns of one site use one engine; name it with --engine", at: other.place)))
        }
        let name = named.first?.value ?? DuckDB.name
        return engines.first { $0.name == name }.map { .success($0) } ?? .failure(Problems(unknown(name, at: nil)))
    }

    /// Settings by name; those of another engine, which the command line has put this one in place of, do not count.
    var options: [String: String] { Dictionary(typed.map { ($0.key, $0.value.value) }, uniquingKeysWith: { first, _ in first }) }

    /// Settings that the engine does not know, does not take or hears twice, and relations that it can't reach.
    var problems: [Problem] {
        let known = kind.options.map(\.name)
        var first: [String: String] = [:]
        return typed.compactMap { name, value in
            guard let option = kind.options.first(where: { $0.name == name }) else {
                return Problem(.unfitEngine, "engine \(kind.name) has no setting '\(name)'\(suggestion(for: name, among: known))", at: value.place)
            }
            guard option.fits(value.value) else { return Problem(.unfitEngine, "'\(value.value)' does not fit `\(name):`; write it like \(option.example)", at: value.place) }
            guard first.updateValue(value.value, forKey: name) ?? value.value == value.value else {
                return Problem(.unfitEngine, "campaigns of one site use one engine, and another says `\(name):` otherwise", at: value.place)
            }
            return nil
        } + (kind.readsRelations ? [] : relations)
    }

    private var typed: [(key: String, value: Located<String>)] {
        campaigns.filter { $0.engine.value == kind.name }.flatMap { $0.engineOptions.map { ($0.key, $0.value) } }
    }

    private var relations: [Problem] {
        campaigns.flatMap { $0.tables.values.compactMap(\.relation) }.map { relation in
            let able = engines.filter { $0.readsRelations }.map { $0.name }.joined(separator: " or ")
            return Problem(.unfitEngine, "engine \(kind.name) reads files; a `relation:` needs \(able)", at: relation.place)
        }
    }
}
