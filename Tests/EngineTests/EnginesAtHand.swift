import Foundation

@testable import Compute

/// The engines that tests can reach: DuckDB always; PostgreSQL and Spark where scripts/with-postgresql and scripts/with-spark
/// have started one.
enum EnginesAtHand {
    static let names = engines.map { $0.name }.filter(isAtHand)

    static let hasPostgreSQL = isAtHand(PostgreSQL.name)
    static let hasSpark = isAtHand(Spark.name)

    private static func isAtHand(_ name: String) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        switch name {
        case PostgreSQL.name: return environment["PGHOST"] != nil
        case Spark.name: return environment["RECAP_SPARK_MASTER"] != nil
        default: return true
        }
    }
}
