import ArgumentParser
import AsyncHTTPClient
import Hummingbird

@main
struct Ardoise: AsyncParsableCommand {
    func run() async throws {
        _ = Router()
        _ = HTTPClient.shared
    }
}
