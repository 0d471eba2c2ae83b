/// What each target may import, from the picture in ARCHITECTURE.md. Modules that are not listed are forbidden.
enum Layers {
    private static let standard: Set = ["Foundation", "FoundationEssentials", "Synchronization"]
    private static let system: Set = ["Glibc", "Darwin", "Dispatch"]
    private static let network: Set = ["NIOCore", "NIOPosix", "NIOSSL", "NIOConcurrencyHelpers", "NIOFoundationCompat", "NIOHTTP1"]
    private static let cryptography: Set = ["Crypto", "CryptoExtras", "_CryptoExtras"]
    private static let server: Set = ["Hummingbird", "HummingbirdCore", "HTTPTypes", "Mustache", "ServiceLifecycle", "UnixSignals"]

    static let product: Set = [
        "PointOfSale", "Storage", "Printing", "Operations", "FIAS", "HotelGateway", "HotelSimulator", "Web", "Ardoise",
    ]

    static let allowed: [String: Set<String>] = [
        "PointOfSale": standard,
        "Storage": standard.union(system).union(["PointOfSale", "GRDB", "GRDBSQLite", "Logging"]),
        "Printing": standard.union(network).union(["PointOfSale", "AsyncHTTPClient"]),
        "Operations": standard.union(cryptography).union(["PointOfSale", "Storage", "Printing", "Logging"]),
        "FIAS": standard.union(system).union(network).union(cryptography).union(["Logging", "ServiceLifecycle"]),
        "HotelGateway": standard.union(network).union(["PointOfSale", "Storage", "FIAS", "AsyncHTTPClient", "Logging", "ServiceLifecycle"]),
        "HotelSimulator": standard.union(network).union(server).union(["FIAS", "Logging"]),
        "Web": standard.union(network).union(server).union(cryptography).union(["PointOfSale", "Storage", "Operations", "Logging"]),
        "Ardoise": standard.union(system).union(network).union(server).union(product)
            .union(["ArgumentParser", "AsyncHTTPClient", "Logging"]),
    ]
}

extension Rule {
    static let imports: [Rule] = [layering, mainIsImportedByTestsOnly]

    static let layering = Rule(
        name: "a target imports only what the architecture allows it",
        why: "The dependencies point one way (ARCHITECTURE.md), so that each part can be understood, tested and replaced alone.",
        remedy: "Move the code to the layer that may know both, or pass in a value; a new arrow needs a page in docs/decisions/ first.",
        broken: [
            snippet("Sources/PointOfSale/Check/Check.swift", "import Storage"),
            snippet("Sources/PointOfSale/Check/Check.swift", "package import GRDB"),
            snippet("Sources/Operations/Restaurant.swift", "import HotelGateway"),
            snippet("Sources/Operations/Restaurant.swift", "import FIAS"),
            snippet("Sources/Operations/Restaurant.swift", "import Hummingbird"),
            snippet("Sources/HotelGateway/PostingDispatcher.swift", "internal import Operations"),
            snippet("Sources/HotelGateway/PostingDispatcher.swift", "import struct Web.Sessions"),
            snippet("Sources/HotelSimulator/Hotel.swift", "@preconcurrency import PointOfSale"),
            snippet("Sources/FIAS/Record.swift", "import PointOfSale"),
            snippet("Sources/Web/Router.swift", "import FIAS"),
            snippet("Sources/Kitchen/Oven.swift", "import Foundation"),
        ],
        kept: [
            snippet("Sources/Storage/Database.swift", "import GRDB\npackage import PointOfSale\n// import Web"),
            snippet("Sources/Ardoise/Serve.swift", "import HotelGateway\nimport Web"),
            snippet("Tests/OperationsTests/ChargeToRoomTests.swift", "import HotelGateway\n@testable import Operations"),
        ],
        findings: { file in
            guard file.isProduct else { return [] }
            guard let allowed = Layers.allowed[file.target] else {
                return [Finding(line: 1, what: "the target `\(file.target)` is not in `Layers.allowed`")]
            }
            return file.importedModules.filter { !allowed.contains($0.name) }
                .map { Finding(line: $0.line, what: "`\(file.target)` imports `\($0.name)`") }
        })

    static let mainIsImportedByTestsOnly = Rule(
        name: "nothing but a test imports the main program",
        why: "Ardoise is the composition root: it knows everybody, nobody knows it.",
        remedy: "Move what is shared out of Sources/Ardoise.",
        broken: [
            snippet("Sources/Web/Router.swift", "import Ardoise"),
            snippet("Benchmarks/Main.swift", "import Ardoise"),
        ],
        kept: [snippet("Tests/EndToEndTests/RoomChargeTests.swift", "@testable import Ardoise")],
        findings: { file in
            file.importedModules.filter { $0.name == "Ardoise" && !file.isTest }
                .map { Finding(line: $0.line, what: "`\(file.target)` imports `Ardoise`") }
        })
}

extension SourceFile {
    /// `import X`, `package import X`, `@testable import X`, `import struct X.Y`: always X.
    fileprivate var importedModules: [(line: Int, name: String)] {
        code.enumerated().compactMap { index, line in
            guard line.contains("import"), let match = line.firstMatch(of: importLine) else { return nil }
            return (index + 1, String(match.1))
        }
    }
}

private var importLine: Regex<(Substring, Substring)> {
    #/
    ^\s*(?: @\w+ (?:\([^)]*\))? \s+ )*
    (?: (?:package|internal|private|fileprivate|pub[l]ic) \s+ )?
    import \s+
    (?: (?:struct|class|enum|protocol|func|let|var|typealias|actor) \s+ )?
    (\w+)
    /#
}
