import Foundation

/// Where Spark is, and how it is set up.
enum SparkProgram {
    /// A Python that has pyspark: the one that RECAP_SPARK_PYTHON names, else the one that scripts/install-spark makes below the working directory.
    static func python() -> String? {
        let here = FileManager.default.currentDirectoryPath
        let named = ProcessInfo.processInfo.environment["RECAP_SPARK_PYTHON"]
        return [named, "\(here)/.recap/spark/bin/python"].compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private struct Argument: Encodable {
        var jobs: Int
        var conf: [String: String]
    }

    /// The driver's argument: everything not said here is as spark-defaults.conf has it.
    static func argument(_ settings: EngineSettings, scratch: String) throws -> String {
        let master = settings.options["master"] ?? ProcessInfo.processInfo.environment["RECAP_SPARK_MASTER"] ?? "local[\(settings.jobs)]"
        var conf = [
            "spark.master": master,
            // Standard SQL: an overflow or a cell that can't be cast is an error, not a null; "name" is a name.
            "spark.sql.ansi.enabled": "true", "spark.sql.ansi.doubleQuotedIdentifiers": "true",
            // A moment is what the campaign's clock shows.
            "spark.sql.timestampType": "TIMESTAMP_NTZ",
            // A query reaches the declared tables, not any file that it can name.
            "spark.sql.runSQLOnFiles": "false",
            "spark.sql.warehouse.dir": scratch, "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
        ]
        if master.hasPrefix("local") {
            conf["spark.sql.shuffle.partitions"] = String(settings.jobs)
            conf["spark.local.dir"] = scratch
        }
        if master.hasPrefix("local") || master.contains("//127.0.0.1") { conf["spark.driver.host"] = "127.0.0.1" }
        if let memory = settings.options["memory"] { conf["spark.driver.memory"] = memory.replacing(" ", with: "").replacing("B", with: "").lowercased() }
        return String(decoding: try JSONEncoder().encode(Argument(jobs: settings.jobs * 2, conf: conf)), as: UTF8.self)
    }
}
