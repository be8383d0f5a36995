/// A rate of events per unit of exposure with its exact interval.
///
/// F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), 437–442.
public func poissonRate(events: Double, exposure: Double, level: Double = 0.95) -> Estimate? {
    guard events >= 0, exposure > 0, events.isFinite, exposure.isFinite, level > 0, level < 1 else { return nil }
    let tail = (1 - level) / 2
    let low = events == 0 ? 0 : Gamma.quantile(tail, shape: events)
    return Estimate(value: events / exposure, low: low / exposure, high: Gamma.quantile(1 - tail, shape: events + 1) / exposure, count: events)
}
