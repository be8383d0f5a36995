/// The known name nearest to a mistyped one, for "did you mean …?"; nil where none is near enough.
///
/// Near is a Damerau–Levenshtein distance (optimal string alignment) of at most a third of the word, at least 1.
public func nearestName(to typed: String, among names: some Sequence<String>) -> String? {
    let limit = max(1, typed.count / 3)
    return names
        .map { (name: $0, distance: editDistance(typed.lowercased(), $0.lowercased())) }
        .filter { $0.distance <= limit }
        .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
        .name
}

/// "; did you mean 'x'?" or, where nothing is near and the list is short, "; known: a, b, c".
public func suggestion(for typed: String, among names: some Sequence<String>) -> String {
    if let near = nearestName(to: typed, among: names) { return "; did you mean '\(near)'?" }
    let known = names.sorted()
    guard !known.isEmpty, known.count <= 40 else { return "" }
    return "; known: " + known.joined(separator: ", ")
}

private func editDistance(_ left: String, _ right: String) -> Int {
    let a = Array(left), b = Array(right)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var rows = [Array(0...b.count)]
    for i in 1...a.count {
        var row = [i] + Array(repeating: 0, count: b.count)
        for j in 1...b.count {
            let cost = a[i - 1] == b[j - 1] ? 0 : 1
            row[j] = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], rows[i - 2][j - 2] + 1)
            }
        }
        rows.append(row)
    }
    return rows[a.count][b.count]
}
