// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules: Swift 6 mode, warnings are errors.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioFoundation: Target.Dependency = .product(name: "NIOFoundationCompat", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let histogram: Target.Dependency = .product(name: "Histogram", package: "hdrhistogram-swift")

let package = Package(
    name: "ardoise",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "ardoise", targets: ["Ardoise"])
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    ],
    targets: [
        .target(name: "PointOfSale", swiftSettings: house),
        .target(
            name: "Storage", dependencies: ["PointOfSale", grdb, logging],
            resources: [.embedInCode("Migrations")], swiftSettings: house),
        .target(name: "Printing", dependencies: ["PointOfSale", nioCore, nioPosix, nioHTTP1, httpClient], swiftSettings: house),
        .target(name: "FIAS", dependencies: [nioCore, nioPosix, nioSSL, crypto, cryptoExtras, lifecycle, logging], swiftSettings: house),
        .target(
            name: "Operations", dependencies: ["PointOfSale", "Storage", "Printing", crypto, cryptoExtras, logging], swiftSettings: house),
        .target(
            name: "HotelGateway",
            dependencies: ["PointOfSale", "Storage", "FIAS", httpClient, lifecycle, logging, nioCore, nioHTTP1, nioPosix, nioSSL],
            swiftSettings: house),
        .target(
            name: "HotelSimulator",
            dependencies: ["FIAS", hummingbird, mustache, lifecycle, logging, httpTypes, nioCore, nioPosix, nioSSL],
            resources: [.embedInCode("Resources")], swiftSettings: house),
        .target(
            name: "Web",
            dependencies: [
                "PointOfSale", "Storage", "Operations", hummingbird, mustache, lifecycle, logging, httpTypes, nioCore, crypto,
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Public")], swiftSettings: house),
        .executableTarget(
            name: "Ardoise",
            dependencies: [
                "PointOfSale", "Storage", "Operations", "FIAS", "HotelGateway", "HotelSimulator", "Web",
                hummingbird, lifecycle, unixSignals, logging, arguments, httpClient, nioCore, nioPosix, nioHTTP1, nioFoundation,
            ],
            resources: [.embedInCode("Demo")], swiftSettings: house),
        .executableTarget(
            name: "bench",
            dependencies: [
                "PointOfSale", "Storage", "Printing", "Operations", "FIAS", "HotelGateway", "HotelSimulator", "Web", "TestSupport",
                hummingbird, httpClient, httpTypes, histogram, grdb, grdbSQLite, logging, lifecycle, nioCore, nioPosix,
            ],
            path: "Benchmarks", swiftSettings: house),

        .executableTarget(
            name: "torture", dependencies: ["Simulation", "SimulatedDisk", "DiskTrials", arguments], path: "Torture", swiftSettings: house),
        .target(name: "SimulatedDisk", dependencies: [grdbSQLite], path: "Tests/SimulatedDisk", swiftSettings: house),
        .target(
            name: "DiskTrials",
            dependencies: ["PointOfSale", "Storage", "Operations", "HotelGateway", "SimulatedDisk", "TestSupport", logging],
            path: "Tests/DiskTrials", swiftSettings: house),
        .target(
            name: "Simulation",
            dependencies: [
                "PointOfSale", "Storage", "Operations", "FIAS", "HotelGateway", "HotelSimulator", "SimulatedDisk", "TestSupport", grdb,
                logging, nioCore, nioEmbedded,
            ],
            path: "Tests/Simulation", swiftSettings: house),

        .target(
            name: "TestSupport",
            dependencies: [
                "PointOfSale", "Storage", "Operations", "FIAS", "HotelGateway", "HotelSimulator", "Web", logging, httpClient, nioCore,
                nioPosix,
            ],
            path: "Tests/TestSupport", swiftSettings: house),
        .target(name: "PaperPrinter", dependencies: [nioCore, nioPosix], path: "Tests/PaperPrinter", swiftSettings: house),
        .executableTarget(name: "paper-pictures", dependencies: ["PaperPrinter"], path: "Tests/PaperPictures", swiftSettings: house),
        .testTarget(
            name: "PrintingTests", dependencies: ["Printing", "PointOfSale", "PaperPrinter", "TestSupport", nioCore, nioPosix],
            exclude: ["Golden"], swiftSettings: house),
        .testTarget(name: "PointOfSaleTests", dependencies: ["PointOfSale", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "PointOfSale", "TestSupport", "SimulatedDisk", grdb], swiftSettings: house),
        .testTarget(
            name: "FIASTests",
            dependencies: [
                "FIAS", "TestSupport", nioCore, nioPosix, nioEmbedded, nioSSL, lifecycle, logging,
                .product(name: "NIOTestUtils", package: "swift-nio"),
            ],
            exclude: ["Fixtures"], swiftSettings: house),
        .testTarget(
            name: "OperationsTests", dependencies: ["Operations", "Storage", "Printing", "PointOfSale", "TestSupport", logging],
            swiftSettings: house),
        .testTarget(
            name: "HotelGatewayTests",
            dependencies: [
                "HotelGateway", "HotelSimulator", "Operations", "Storage", "PointOfSale", "FIAS", "TestSupport", httpClient, lifecycle,
                logging, nioCore, nioPosix,
            ],
            exclude: ["RoomRaccoon/Fixtures"], swiftSettings: house),
        .testTarget(
            name: "HotelSimulatorTests",
            dependencies: [
                "HotelSimulator", "FIAS", hummingbird, .product(name: "HummingbirdTesting", package: "hummingbird"), nioCore,
                nioPosix, httpTypes, lifecycle, logging,
            ],
            swiftSettings: house),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Operations", "Storage", "PointOfSale", "TestSupport", hummingbird,
                .product(name: "HummingbirdTesting", package: "hummingbird"), httpTypes, nioCore, nioPosix, lifecycle, logging,
            ],
            swiftSettings: house),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Ardoise", "TestSupport", "HotelSimulator", "Operations", "Storage", "PointOfSale", "PaperPrinter", httpClient, nioCore,
                nioHTTP1, nioPosix, lifecycle, logging,
            ],
            swiftSettings: house),
        .testTarget(
            name: "SimulationTests", dependencies: ["Simulation", "SimulatedDisk", "PointOfSale", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "ReliabilityTests",
            dependencies: [
                "Ardoise", "TestSupport", "SimulatedDisk", "DiskTrials", "HotelSimulator", "HotelGateway", "FIAS", "Operations", "Storage",
                "PointOfSale", httpClient, lifecycle, logging, nioCore, nioPosix, nioHTTP1,
            ],
            swiftSettings: house),
        .testTarget(name: "TidyTests", dependencies: [crypto], exclude: ["migrations.sha256"], swiftSettings: house),
    ]
)
