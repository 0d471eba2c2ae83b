import Foundation
import HTTPTypes
import Testing

@testable import Web

/// Holds `docs/openapi.yaml` and the router together. The file is written in one fixed manner, so that this needs no YAML reader.
@Suite struct DescriptionTests {
    private struct Operation: Hashable {
        let name: String
        let method: String
        let path: String
    }

    @Test func `the description names every API address of the router, and no other`() throws {
        let described = Set(try Self.operations().map(\.key))
        let routed = Set(
            Routes.all.compactMap { route in
                route.operation.map { Operation(name: $0, method: route.method.rawValue.lowercased(), path: route.path) }
            })
        #expect(described.subtracting(routed).isEmpty)
        #expect(routed.subtracting(described).isEmpty)
    }

    @Test func `each address tells its statuses`() throws {
        let operations = try Self.operations()
        for route in Routes.all where route.operation != nil {
            let statuses = try #require(operations.first { $0.key.name == route.operation }?.value, "\(route.path)")
            #expect(statuses.contains { $0.hasPrefix("2") }, "\(route.path)")
            if route.access != .anyone { #expect(statuses.contains("401"), "\(route.path)") }
            if case .may = route.access { #expect(statuses.contains("403"), "\(route.path)") }
            if route.limit != nil { #expect(statuses.contains("429"), "\(route.path)") }
            let saysAll = ["/api/v1/postings/{posting}/withdrawal", "/api/v1/postings/{posting}/acknowledgement"].contains(route.path)
            if route.method == .post || route.method == .put, !saysAll {
                #expect(statuses.contains("400") && statuses.contains("422"), "\(route.path)")
            }
            if route.path.contains("{check}") || route.path.contains("{posting}") || route.path.contains("{outlet}") {
                #expect(statuses.contains("404"), "\(route.path)")
            }
        }
        let charge = try #require(operations.first { $0.key.name == "chargeToRoom" }?.value)
        #expect(charge.isSuperset(of: ["201", "202", "400", "401", "403", "404", "409", "422", "503"]))
    }

    @Test func `every reference leads somewhere`() throws {
        let text = try Self.text()
        for match in text.matches(of: /#\/components\/(\w+)\/(\w+)/) {
            #expect(text.contains("\n    \(match.output.2):"), "\(match.output.0)")
        }
        #expect(text.hasPrefix("openapi: 3.1.0\n"))
    }

    private static func operations() throws -> [Operation: Set<String>] {
        var operations: [Operation: Set<String>] = [:]
        var (path, method) = ("", "")
        var current: Operation?
        for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("components:") { break }
            if let match = line.firstMatch(of: /^  (\/[^:]*):$/) { path = String(match.output.1) }
            if let match = line.firstMatch(of: /^    (get|post|put|delete):$/) { method = String(match.output.1) }
            if let match = line.firstMatch(of: /^      operationId: (\w+)$/) {
                let operation = Operation(name: String(match.output.1), method: method, path: path)
                operations[operation] = []
                current = operation
            }
            if let current, let match = line.firstMatch(of: /^        "(\d{3})":/) { operations[current]?.insert(String(match.output.1)) }
        }
        return operations
    }

    private static func text() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/openapi.yaml"), encoding: .utf8)
    }
}
