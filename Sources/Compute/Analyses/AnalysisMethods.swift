package import Model

/// The methods that an `analysis` block can name: one line each.
package let analysisMethods: [any AnalysisMethod] = [Funnel(), Attainment()]
