package import Model

/// The methods that an `analysis` block can name: one line each, in the order of the chapters.
package let analysisMethods: [any AnalysisMethod] = [
    // Goals and the way there
    Attainment(), Pace(), Peaks(), NextTargets(),
    // Where money is made and lost
    Funnel(), EventFunnel(), PageFlow(), Drivers(), MixEffect(), Contribution(),
    // What caused what
    Experiment(), MeanExperiment(), SampleSizes(), DifferenceInDifferencesMethod(), CounterfactualMethod(),
    // Customers
    Attribution(), Retention(), ActivityRetention(), Repurchase(), RFM(), CustomerLifetime(), UnitEconomics(), ChurnByStep(),
    // Products
    ParetoMethod(), StockCover(), Stockouts(), Association(), Elasticity(), Bunching(),
    // Advertising
    AdPerformance(), ResponseCurves(), BudgetMethod(), ThresholdAlerts(), DuplicateBilling(), Scaling(), Frequency(),
    // Social media
    Engagement(), Viral(), AttentionDecay(), Shares(), Sentiment(), TargetIndex(),
    // Feedback
    Satisfaction(), SatisfactionDrivers(), ResolutionTime(), Queue(), Representativeness(), Benchmarks(),
    // Systems
    Percentiles(), ServiceLevels(), Incidents(), Capacity(), Anomalies(), ControlChart(), DetectionQuality(),
    // Money
    PlanActual(), Variance(), MarginBridge(),
    // What comes next
    Forecast(), ForecastAccuracy(), RankedFindings(), ActionPlan(),
]
