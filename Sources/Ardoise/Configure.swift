import ArgumentParser
import Foundation
import Operations
import Storage

/// `ardoise configure FILE`: loads outlets, menu, tables, staff, payment methods and the hotel link.
struct Configure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Load a configuration set (JSON; menu and staff also as CSV). The till must be stopped.")

    @OptionGroup var data: DataOption
    @Argument(help: "The set to load.")
    var file: String
    @Option(help: "A CSV file with the articles, in place of those of the set.")
    var menu: String?
    @Option(help: "A CSV file with the staff, in place of those of the set.")
    var staff: String?

    func run() async throws {
        try await PlainWords.spoken {
            var set = try ConfigurationSet(json: try Self.contents(of: file))
            if let menu { try set.replaceItems(csv: try Self.contents(of: menu)) }
            if let staff { try set.replaceStaff(csv: try Self.contents(of: staff)) }
            let storage = try TillStorage.open(data.folder)
            Say.line("\(try await storage.load(set))")
            try await storage.database.close()
        }
    }

    private static func contents(of path: String) throws -> Data {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ValidationError("The file \(path) cannot be read.")
        }
        return bytes
    }
}
