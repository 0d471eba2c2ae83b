import ArgumentParser
import Operations
import Storage

/// `ardoise set-pin NUMBER`: gives a member of staff a PIN, read from standard input so that it stays out of the shell's history.
struct SetPIN: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-pin", abstract: "Give a member of staff a PIN, read from standard input. The till must be stopped.")

    @OptionGroup var data: DataOption
    @Argument(help: "The staff number.")
    var number: Int

    func run() async throws {
        try await PlainWords.spoken {
            Say.line("The PIN, four to six digits:")
            guard let pin = PIN(readLine(strippingNewline: true) ?? "") else {
                throw ValidationError("A PIN has four to six digits.")
            }
            let storage = try TillStorage.open(data.folder)
            try await storage.pepper.setPIN(pin, ofStaffNumber: number, in: storage.database, at: SystemClock.now())
            try await storage.database.close()
            Say.line("Number \(number) can sign in with it.")
        }
    }
}
