import Charts
import Foundation

/// Times ten charts: `bench-charts bench DATA.json` prints the median milliseconds and the bytes of each, as scripts/bench-charts
/// reads them. A run is what the peers' is: from rows in memory to the bytes of an SVG.
@main
struct BenchCharts {
    static func main() throws {
        guard CommandLine.arguments.count == 3, CommandLine.arguments[1] == "bench" else {
            print("usage: bench-charts bench DATA.json")
            return
        }
        let inputs = try Input.read(CommandLine.arguments[2])
        let results = Drawings.all.compactMap { name, draw -> String? in
            guard let input = inputs[name] else { return nil }
            let (milliseconds, bytes) = measure { draw(input).svg(width: 720) }
            return "\"\(name)\": {\"ms\": \(milliseconds), \"bytes\": \(bytes)}"
        }
        print("{\(results.joined(separator: ", "))}")
    }

    private static func measure(_ draw: () -> String) -> (milliseconds: Double, bytes: Int) {
        var bytes = 0, times: [Double] = []
        for run in 0..<220 {
            let clock = ContinuousClock()
            let time = clock.measure { bytes = draw().utf8.count }
            // The first runs warm caches up.
            if run >= 20 { times.append(Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1000) }
        }
        return (times.sorted()[times.count / 2], bytes)
    }
}
