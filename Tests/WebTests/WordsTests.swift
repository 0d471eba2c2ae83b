import Foundation
import Operations
import PointOfSale
import TestSupport
import Testing

@testable import Web

@Suite struct WordsTests {
    @Test func `every phrase is there in both languages with the same blanks`() {
        for (key, phrase) in Words.phrases {
            #expect(!phrase.fr.isEmpty && !phrase.en.isEmpty, "\(key)")
            #expect(Self.blanks(phrase.fr) == Self.blanks(phrase.en), "\(key)")
        }
        #expect(Words.phrases.count > 200)
    }

    @Test func `every phrase that a template or a source file names is there`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "Sources/Web")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var named: Set<String> = []
        for case let file as URL in files {
            guard ["swift", "mustache", "js"].contains(file.pathExtension) else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for pattern in [
                #"words\["([A-Za-z.0-9_]+)"\]"#, #"words\("([A-Za-z.0-9_]+)""#, #"self\["([A-Za-z.0-9_]+)"\]"#,
                #"\{\{words\.([A-Za-z]+)\}\}"#,
            ] {
                let expression = try Regex<(Substring, Substring)>(pattern)
                for match in text.matches(of: expression) { named.insert(String(match.output.1)) }
            }
        }
        #expect(named.count > 100)
        for key in named.sorted() { #expect(Words.phrases[key] != nil, "\(key)") }
    }

    @Test func `every state, outcome, role and link phase has words`() {
        var keys: [String] = []
        keys += PostingState.allCases.flatMap { ["state.\($0.rawValue)", "result.\($0.rawValue)", "resultText.\($0.rawValue)"] }
        keys += PostingRefusal.allCases.map { "outcome.\($0.rawValue)" }
        keys += PostingOutcome.Doubt.allCases.map { "outcome.\($0.rawValue)" }
        keys += [PostingOutcome.NotSent.linkDown, .nightAudit, .resyncing, .busy, .inquiryUnanswered].map { "outcome.\($0.rawValue)" }
        keys += [PostingOutcome.TryAgain.nightAudit, .retry].map { "outcome.\($0.rawValue)" }
        keys += PostingEvidence.Code.allCases.map { "evidence.\($0.rawValue)" }
        keys += PostingStory.Decision.Kind.allCases.map { "decision.\($0.rawValue)" }
        keys += ChargeProgress.allCases.map { "progress.\($0.rawValue)" }
        keys += HotelLinkState.Fault.allCases.map { "linkFault.\($0.rawValue)" }
        keys += HotelDesk.Hold.allCases.map { "hold.\($0.rawValue)" }
        keys += HotelDesk.Attention.Kind.allCases.flatMap { ["attention.\($0.rawValue)", "attentionText.\($0.rawValue)"] }
        keys += ReconciliationDifference.Kind.allCases.flatMap { ["difference.\($0.rawValue)", "step.\($0.rawValue)"] }
        keys += ReconciliationRun.Source.allCases.map { "source.\($0.rawValue)" }
        keys += HotelLedgerFault.Reason.allCases.map { "ledger.\($0.rawValue)" }
        keys += HotelUnavailable.allCases.map { "refusal.hotel.\($0.rawValue)" }
        keys += HotelLinkState.Fault.allCases.flatMap { ["helpFault.\($0.rawValue)", "helpStep.\($0.rawValue).1"] }
        keys += SettingField.allCases.flatMap { ["setting.invalid.\($0.rawValue)", "setting.field.\($0.rawValue)"] }
        keys += PaymentMethod.Kind.allCases.map { "setKind.\($0.rawValue)" }
        keys += SettingsSection.all.flatMap { [$0.title, "\($0.title)Lead"] }
        keys += SettingsSection.Group.allCases.map { "setGroup.\($0.rawValue)" }
        keys += Permission.allCases.map { "permission.\($0.rawValue)" }
        keys += [HotelLinkState.Phase.alive, .connecting, .down, .nightAudit, .resyncing].flatMap {
            ["link.\($0.rawValue)", "linkAdvice.\($0.rawValue)"]
        }
        for key in keys { #expect(Words.phrases[key] != nil, "\(key)") }
    }

    @Test(arguments: Language.allCases) func `every refusal is said in words, without a blank left open`(_ language: Language) {
        let words = Words[language]
        for refusal in Self.refusals {
            let text = words.text(of: refusal)
            #expect(text.count > 8 && !text.contains("{") && !text.contains("refusal."), "\(refusal)")
        }
        #expect(Set(Self.refusals.map(\.code)).count == Self.refusals.count)
    }

    @Test func `amounts and waits stand in the words`() {
        #expect(Words[.fr].text(of: .amountAboveRemaining(Sample.euros(120_480))) == "Il ne reste que 1\u{202F}204,80\u{00A0}€ à payer.")
        #expect(Words[.en].text(of: .signInSlowed(waitMs: 29_001)) == "Too many wrong PINs. Try again in 30 s.")
    }

    @Test(arguments: Language.allCases) func `every problem of the edge has a title and words`(_ language: Language) {
        let problems: [Problem] = [
            .malformedForm, .keyMissing, .notFound, .crossSite, .timedOut, .overloaded, .storageFull, .fault, .fieldIsUnknown("a"),
            .fieldIsMissing("a"), .fieldHasWrongType("a"), .fieldIsOutOfRange("a"), .amountUnreadable("a"), .tooLarge(bytesMax: 1024),
            .malformedJSON(JSONFault(reason: "", offset: 3)), .methodNotAllowed(allow: "GET"), .unsupportedMediaType(wanted: "text/plain"),
            .tooManyRequests(retryAfterSeconds: 3), Problem(.checkClosed),
        ]
        for problem in problems {
            #expect(!problem.title(Words[language]).isEmpty)
            let detail = problem.detail(Words[language])
            #expect(!detail.isEmpty && !detail.contains("{"), "\(problem.code)")
        }
    }

    /// One of each: the switch that makes the words has no default, so the compiler counts them for us.
    static let refusals: [Refusal] =
        [
            .notSignedIn, .notPermitted(.configure), .wrongPIN(waitMs: 0), .signInSlowed(waitMs: 1), .unknownOutlet, .unknownTable,
            .unknownCheck,
            .unknownMenuItem, .unknownLine, .unknownPaymentMethod, .unknownPosting, .coversOutOfRange(9), .quantityOutOfRange(9),
            .noteTooLong(9),
            .tooManyLines(9), .batchTooLarge(9), .voidAboveQuantity, .menuItemOffMenu, .checkClosed, .checkEmpty, .checkHasPayments,
            .nothingToPay, .amountLeftToPay(Sample.euros(1)),
            .amountNotPositive, .amountAboveRemaining(Sample.euros(1)), .tipNegative, .tipTooLarge(Sample.euros(1)),
            .cashTooLittle(Sample.euros(1)), .changeNotGiven, .paymentMethodOff, .paymentMethodOfOtherKind, .keyReused, .searchEmpty,
            .searchTooLong(9), .nameTooShort(9), .searchByNameUnsupported, .guestInvalid, .guestNotFound, .guestNoPosting,
            .roomChargeWhileDown,
            .postingNotQueued, .postingNotInDoubt, .noteMissing, .unknownReconciliation, .reconciliationUnderWay, .businessDateInFuture,
            .hotelShowsNoBills, .unknownSetting, .settingInUse, .paymentCodeFixed, .gatewayMissing, .gatewayKeyMissing,
            .gatewayNotHere, .gatewayForgot, .workstationNotAllowed, .unknownGatewayKey, .unknownRelayed,
            .hotelVersionUnreadable, .hotelVersionTooOld("OPERA 5.0.04.01 E24"), .servicePeriodsUnusable,
            .servicePeriodsOverlap(minute: 240), .servicePeriodsGap(minute: 240), .closingInsidePeriod(minute: 300), .administratorMissing,
            .pinTooEasy, .pinTaken, .settingInvalid(.name), .settingTaken(.code),
            .dayNotOver, .checksStillOpen(2), .unknownRevenue, .revenueNotRefused, .periodTooLong(31),
            .tipNotTaken, .paymentMethodNotOnThisTill, .guestNotPaymaster, .guestIsPaymaster, .checkSplitByAmount,
            .linesPaidAlready, .amountNotOfLines(Sample.euros(1)), .splitOutOfRange(9), .seatOutOfRange(9), .splitLeaves(Sample.euros(1)),
            .creditExceeded, .approvalUsed, .approvalExpired, .approvalForAnother, .unknownApproval, .unknownTillConfiguration,
            .reasonMissing, .checkNotClosed, .checkVoided, .checkIsRefund, .checkHasRefunds, .voidTooLate,
            .guestLeft(RoomNumber("204")!), .nothingToRefund, .linesRefundedAlready, .refundToOtherStay,
            .refundAboveCharge(Sample.euros(1)), .refundTipTooLarge(Sample.euros(1)), .refundUnderWay,
        ] + HotelUnavailable.allCases.map { .hotelUnavailable($0) }

    private static func blanks(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{(\w+)\}/).map { String($0.output.1) })
    }
}
