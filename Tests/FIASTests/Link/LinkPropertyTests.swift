import TestSupport
import Testing

@testable import FIAS

/// Whatever happens in whatever order, the link keeps its promises.
@Suite struct LinkPropertyTests {
    @Test(arguments: 1...40)
    func `each request ends once, nothing is sent twice, nothing is sent when it may not be`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var world = World()
        for _ in 0..<3_000 { try world.step(&random) }
        world.settle()
        #expect(world.ended.count == world.asked, "every request ended")
        #expect(world.ended.values.allSatisfy { $0 == 1 }, "and none twice")
        #expect(world.sent.values.allSatisfy { $0 == 1 }, "nothing was sent twice")
        #expect(world.liesCount == 0, "notSent was said of what was sent, or doubt of what was not")
        #expect(world.asked > 300)
    }

    private struct World {
        var link = LinkDialogue {
            $0.requestsInFlightMax = 3
            $0.requestsWaitingMax = 4
        }
        var asked = 0
        var ended: [RequestID: Int] = [:]
        var sent: [FIASRecord: Int] = [:]
        var records: [RequestID: FIASRecord] = [:]
        var liesCount = 0

        mutating func step(_ random: inout SeededGenerator) throws {
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<8: ask(&random)
            case 8..<13: take(try link.hears(answer(&random)))
            case 13: take(try link.hears(["NS|", "NE|", "DS|", "DE|", "LC|RP1|", "GI|RN1|G#1|"].randomElement(using: &random)!))
            case 14: take(try link.hears(["LS|", "LA|", "LE|"].randomElement(using: &random)!))
            case 15: take(link.waits(Int64.random(in: 0...40_000, using: &random)))
            case 16:
                if asked > 0 { take(link.machine.cancel(RequestID.random(in: 1...RequestID(asked), using: &random), nowMs: link.nowMs)) }
            case 17: if link.machine.connectedAtMs != nil { take(link.isCutOff()) }
            default: if link.machine.stage != .alive { take(try revive()) }
            }
        }

        mutating func settle() {
            take(link.machine.shutdown(isUrgent: true, nowMs: link.nowMs))
            if link.machine.connectedAtMs != nil { take(link.isCutOff()) }
        }

        private mutating func revive() throws -> [LinkDialogue.Action] {
            if link.machine.connectedAtMs != nil { take(link.isCutOff()) }
            try link.comesAlive()
            return []
        }

        private mutating func ask(_ random: inout SeededGenerator) {
            asked += 1
            let id = RequestID(asked)
            let text = ["PR|PI1|P#\(asked)|WSA|", "PR|RN1|G#1|TA1|P#\(asked)|WSA|", "PS|RN1|TA1|P#\(asked)|", "XR|RN1|G#\(asked)|"]
            let request = (try? FIASRecord.parse(text: text.randomElement(using: &random)!)) ?? FIASRecord(.dr)
            records[id] = request
            take(link.asks(request, as: id))
        }

        private func answer(_ random: inout SeededGenerator) -> String {
            let number = max(1, asked - Int.random(in: 0..<6, using: &random))
            return ["PA|ASOK|P#\(number)|", "PL|P#\(number)|RN1|G#1|", "PA|ASOK|", "XI|G#\(number)|BI1|", "XB|G#\(number)|BA1|"]
                .randomElement(using: &random)!
        }

        private mutating func take(_ actions: [LinkDialogue.Action]) {
            for action in actions {
                switch action {
                case .send(let record):
                    sent[record, default: 0] += 1
                    if link.machine.refusal != nil { liesCount += 1 }
                case .complete(let completion):
                    ended[completion.id, default: 0] += 1
                    let wasSent = records[completion.id].map { sent[$0] != nil } ?? false
                    if case .notSent = completion.exchange { liesCount += wasSent ? 1 : 0 } else { liesCount += wasSent ? 0 : 1 }
                default: break
                }
            }
        }
    }
}
