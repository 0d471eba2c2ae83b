import ArgumentParser
import Foundation
import Operations
import Storage

/// `ardoise configure FILE`: loads outlets, menu, tables, staff, payment methods and the hotel link.
struct Configure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Load a configuration set (JSON). The till must be stopped.")

    @OptionGroup var data: DataOption
    @Argument(help: "The file to load.")
    var file: String

    func run() async throws {
        try await PlainWords.spoken {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw ValidationError("The file \(file) cannot be read.")
            }
            let set = try ConfigurationSet(json: bytes)
            let storage = try TillStorage.open(data.folder)
            Say.line("\(try await storage.load(set))")
            try await storage.database.close()
        }
    }
}
