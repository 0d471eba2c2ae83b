import Foundation
import Hummingbird
import Operations
import PointOfSale

/// The configuration as one file, and the test of the line to the hotel, for programs.
enum ConfigurationAPI {
    static let export: @Sendable (Visit) async throws -> Response = { visit in
        .bytes(
            .ok, Array(try await visit.till.restaurant.exportConfiguration(by: try visit.cashier)), type: "application/json; charset=utf-8")
    }

    /// The whole file as the body; all of it or nothing.
    static let load: @Sendable (Visit) async throws -> Response = { visit in
        let json = try await visit.bytes(type: "application/json", atMost: ConfigurationSet.fileBytesMax)
        do {
            let loaded = try await visit.till.restaurant.importConfiguration(Data(json), by: try visit.cashier)
            visit.till.house.forget()
            visit.till.live.announce(.floor)
            return .json { json in
                json.field("outlets", loaded.outlets)
                json.field("tables", loaded.tables)
                json.field("items", loaded.items)
                json.field("staff", loaded.staff)
                json.field("paymentMethods", loaded.paymentMethods)
                json.texts("staffWithoutPIN", loaded.staffWithoutPIN)
            }
        } catch let rejected as ConfigurationRejected {
            throw Problem(rejected, visit.words)
        }
    }

    static let testLink: @Sendable (Visit) async throws -> Response = { visit in
        let test = try await visit.till.restaurant.testHotelLink(by: try visit.cashier)
        let box = TestBox(test, visit.words)
        return .json { json in
            json.field("isGood", test.isGood)
            json.field("phase", test.state.phase.rawValue)
            json.field("fault", test.state.fault?.rawValue)
            json.field("answeredInMs", test.answeredInMs.map { Int($0) })
            json.field("detail", [box.title, box.text, box.advice].compactMap { $0 }.joined(separator: " · "))
        }
    }
}

extension Problem {
    /// A configuration that was not loaded: every mistake with its place in the file.
    init(_ rejected: ConfigurationRejected, _ words: Words) {
        let faults = rejected.problems.prefix(Self.mistakesListedMax).map(words.text(of:)).joined(separator: "\n")
        self.init(status: .unprocessableContent, code: "CONFIGURATION_REJECTED", values: ["faults": faults], words: "setImportRejected")
    }

    /// How many mistakes of a configuration are told at once.
    private static let mistakesListedMax = 40
}
