/// p-values adjusted for having looked at many, in the order given: each then controls the share of false discoveries.
///
/// Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", JRSS B 57 (1995), 289–300.
public func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.sorted { pValues[$0] > pValues[$1] }
    var adjusted = pValues
    var smallest = 1.0
    for (place, index) in order.enumerated() {
        let rank = Double(pValues.count - place)
        smallest = min(smallest, pValues[index] * Double(pValues.count) / rank)
        adjusted[index] = smallest
    }
    return adjusted
}
