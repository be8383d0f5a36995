// swift-tools-version: 6.2
import PackageDescription

// The pipeline is load → plan → compute → check → draw → compose → write. Each stage is a target that takes
// values of `Model` and returns one; no stage imports another. `recap` joins them.
// An import is internal unless a file says that its own declarations show it.
let settings: [SwiftSetting] = [.enableUpcomingFeature("InternalImportsByDefault")]

let package = Package(
    name: "recap",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "recap", targets: ["recap"]),
        .library(name: "Charts", targets: ["Charts"]),
        .library(name: "Statistics", targets: ["Statistics"]),
    ],
    dependencies: [
        // The command line: parsing, help, exit statuses and shell completions as users of Swift tools know them.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // YAML with the line and column of every node, which each diagnostic needs.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Dictionaries that keep the order of the author's files.
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        // A small HTTP server without dependencies of its own, for `recap serve` on loopback.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        // The DuckDB program runs as a child process, with its pipes and its end looked after.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        // SHA-256 of the data files, shown beside each number's source, and of what is kept between runs.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        // PostgreSQL's own client: its protocol with TLS, every way to sign in, and ~/.pgpass.
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(name: "Charts", exclude: ["README.md"], swiftSettings: settings),
        // Charts with example data: for the gallery, the documentation and the tests.
        .target(name: "ChartExamples", dependencies: ["Charts"], swiftSettings: settings),
        .executableTarget(name: "chart-gallery", dependencies: ["ChartExamples", "Charts"], swiftSettings: settings),
        // Times charts against those of other libraries; `make bench` runs it.
        .executableTarget(name: "bench-charts", dependencies: ["Charts"], swiftSettings: settings),
        .target(name: "Statistics", swiftSettings: settings),
        .target(name: "Model", dependencies: [.product(name: "OrderedCollections", package: "swift-collections")], swiftSettings: settings),
        // What was computed before, kept between runs; a file's hash by what the file system says of it.
        .target(name: "Cache", dependencies: ["Model", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: settings),
        .target(name: "Load", dependencies: ["Model", "CCMark", "Yams", .product(name: "OrderedCollections", package: "swift-collections")], swiftSettings: settings),
        .target(name: "Plan", dependencies: ["Model", .product(name: "OrderedCollections", package: "swift-collections")], swiftSettings: settings),
        .target(
            name: "Compute",
            dependencies: [
                "Model", "Cache", "Statistics", "CPQ", .product(name: "OrderedCollections", package: "swift-collections"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: settings),
        .target(name: "Check", dependencies: ["Model"], swiftSettings: settings),
        .target(name: "Draw", dependencies: ["Model", "Charts"], swiftSettings: settings),
        .target(name: "Compose", dependencies: ["Model"], swiftSettings: settings),
        // The system call by which two folders change places; Swift's Glibc module does not show it.
        .target(name: "CExchange"),
        .target(name: "Export", dependencies: ["Model", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: settings),
        // Compares two versions of a campaign; what git has to do with it is the program's.
        .target(name: "Versions", dependencies: ["Model"], swiftSettings: settings),
        .target(name: "Write", dependencies: ["Model", "CExchange"], swiftSettings: settings),
        // Makes the tables of content/2025-618: seeded, so that the same program writes the same bytes.
        .executableTarget(name: "recap-demo-data"),
        .executableTarget(
            name: "recap",
            dependencies: [
                "Model", "Cache", "Load", "Plan", "Compute", "Check", "Draw", "Compose", "Export", "Versions", "Write", "Charts",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Subprocess", package: "swift-subprocess"), .product(name: "FlyingFox", package: "FlyingFox"),
            ],
            swiftSettings: settings),
        .testTarget(name: "SiteTests", dependencies: ["recap", "Cache", "Model"], exclude: ["Fixtures"]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts", "ChartExamples"], exclude: ["Fixtures"]),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], exclude: ["Fixtures"]),
        .testTarget(name: "ModelTests", dependencies: ["Model"]),
        .testTarget(name: "VersionsTests", dependencies: ["Versions", "Model", .product(name: "OrderedCollections", package: "swift-collections")]),
        .testTarget(name: "LoadTests", dependencies: ["Load", "Model"], exclude: ["Fixtures"]),
        .testTarget(name: "CacheTests", dependencies: ["Cache", "Model"]),
        .testTarget(name: "ComputeTests", dependencies: ["Compute", "Plan", "Cache", "Model", .product(name: "OrderedCollections", package: "swift-collections")]),
        // One suite for every engine; PostgreSQL and Spark take part where `make test-engines` has started them.
        .testTarget(name: "EngineTests", dependencies: ["Load", "Plan", "Compute", "Cache", "Model"], exclude: ["Fixtures"]),
        .testTarget(
            name: "AnalysisTests", dependencies: ["Load", "Plan", "Compute", "Draw", "Model", .product(name: "OrderedCollections", package: "swift-collections")],
            exclude: ["Fixtures"]),
        .testTarget(name: "ComposeTests", dependencies: ["Compose", "Model"], exclude: ["Golden", "Mustache"]),
    ],
    swiftLanguageModes: [.v6]
)
