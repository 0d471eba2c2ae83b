import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

@testable import HotelSimulator

/// Reception of the small hotel, visited without a network.
struct Desk {
    let hotel: SimulatedHotel
    let client: any TestClientProtocol

    static func open(_ model: Hotel = SmallHotel.make(), _ body: @escaping @Sendable (Desk) async throws -> Void) async throws {
        let hotel = SimulatedHotel(model, now: { SmallHotel.nowMs })
        let application = Application(router: ReceptionRouter.make(hotel: hotel, isLoopback: true))
        try await application.test(.router) { client in try await body(Desk(hotel: hotel, client: client)) }
    }

    func get(_ path: String, language: String = "fr", headers: HTTPFields = [:]) async throws -> (
        status: Int, body: String, headers: HTTPFields
    ) {
        var headers = headers
        headers[.acceptLanguage] = language
        let answer = try await client.execute(uri: path, method: .get, headers: headers)
        return (answer.status.code, String(buffer: answer.body), answer.headers)
    }

    func post(
        _ path: String, _ body: String = "", headers: HTTPFields = [:]
    ) async throws -> (status: Int, body: String, headers: HTTPFields) {
        try await send(.post, path, body, headers)
    }

    func put(_ path: String, _ body: String) async throws -> Int { try await send(.put, path, body, [:]).status }

    func delete(_ path: String) async throws -> Int { try await send(.delete, path, "", [:]).status }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String, _ headers: HTTPFields
    ) async throws -> (status: Int, body: String, headers: HTTPFields) {
        let answer = try await client.execute(uri: path, method: method, headers: headers, body: ByteBuffer(string: body))
        return (answer.status.code, String(buffer: answer.body), answer.headers)
    }

    func json(_ path: String) async throws -> Any {
        try JSONSerialization.jsonObject(with: Data(try await get(path).body.utf8))
    }
}
