/// Sine and cosine without Foundation: Taylor series after reduction to an eighth of a turn, exact to 1e-12.
enum Trigonometry {
    /// - Parameter turns: 1 is a full circle.
    static func sineCosine(turns: Double) -> (sine: Double, cosine: Double) {
        let eighths = ((turns - turns.rounded(.down)) * 8)
        let octant = Int(eighths) % 8
        let rest = (eighths - Double(Int(eighths))) * .pi / 4
        // Odd octants are measured back from their end.
        let angle = octant % 2 == 0 ? rest : .pi / 4 - rest
        let (s, c) = series(angle)
        switch octant {
        case 0: return (s, c)
        case 1: return (c, s)
        case 2: return (c, -s)
        case 3: return (s, -c)
        case 4: return (-s, -c)
        case 5: return (-c, -s)
        case 6: return (-c, s)
        default: return (-s, c)
        }
    }

    private static func series(_ x: Double) -> (Double, Double) {
        let square = x * x
        var sine = x, cosine = 1.0, term = x, other = 1.0
        for n in 1...9 {
            let k = Double(2 * n)
            term *= -square / (k * (k + 1))
            other *= -square / ((k - 1) * k)
            sine += term
            cosine += other
        }
        return (sine, cosine)
    }
}
