import ArgumentParser
import Storage

/// `ardoise backup --to FILE`: a consistent copy of the database. The pepper is not in it; keep that file apart.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Copy the database of a stopped till to one file, checked.")

    @OptionGroup var data: DataOption
    @Option(help: "The file to write; it must not exist yet.")
    var to: String

    func run() async throws {
        try await PlainWords.spoken {
            let storage = try TillStorage.open(data.folder)
            try await storage.database.backup(to: to)
            try await storage.database.close()
            Say.line("Copied to \(to).")
        }
    }
}
