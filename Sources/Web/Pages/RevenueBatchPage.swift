import Hummingbird
import Operations
import PointOfSale

/// One posting of revenue: what it says, and the checks that it comes from.
enum RevenueBatchPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let row: RevenueRow
        let day: String
        let dayName: String
        let posting: String?
        let reason: String?
        let mayResend: Bool
        let facts: [Fact]
        let tenders: [TenderRow]
    }

    private struct Fact: Sendable {
        let name: String
        let value: String
    }

    private struct TenderRow: Sendable {
        let check: String
        let number: Int
        let time: String
        let amount: String
        let tip: String
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in try await page(visit, try visit.revenueBatchID) }

    /// Sends it again: the hotel has refused it.
    static let resend: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.revenueBatchID
        do {
            _ = try await visit.till.restaurant.resendRevenue(id, by: visit.cashier)
            return .seeOther("/day/revenue/\(id)")
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await page(visit, id, problem: Problem(refusal))
        }
    }

    private static func page(_ visit: Visit, _ id: RevenueBatchID, problem: Problem? = nil) async throws -> Response {
        let cashier = try visit.cashier
        let story = try await visit.till.restaurant.revenueStory(id, by: cashier)
        let property = try await visit.till.property()
        let (words, time, money) = (visit.words, TimeText(visit.language, property.calendar), MoneyText(visit.language))
        let sent = story.sent
        var facts = [
            Fact(name: words["dayOutlet"], value: sent.outletName),
            Fact(name: words["dayPeriod"], value: String(sent.batch.servicePeriod)),
            Fact(name: words["dayMethod"], value: sent.methodName.text(in: visit.language)),
            Fact(name: words["tip"], value: money.text(sent.batch.tip)),
            Fact(name: words["dayMapping"], value: words[sent.batch.isFallback ? "mappingFallback" : "mappingFound"]),
        ]
        if let posting = sent.posting {
            let parts = posting.breakdown.parts(money)
            facts += [
                Fact(name: words["hotelOutlet"], value: String(posting.outletNumber)),
                Fact(name: words["hotelMethod"], value: posting.hotelCode),
                Fact(name: words["breakdown"], value: parts.joined(separator: " · ")),
            ]
        }
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .day, path: "/day/revenue/\(id)"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, row: RevenueRow(sent, words, time),
            day: sent.batch.window.businessDate.description, dayName: TimeText.date(sent.batch.window.businessDate, visit.language),
            posting: sent.posting?.id.text, reason: sent.posting.flatMap { PostingLook($0, words).reason },
            mayResend: story.mayBeSentAgain && cashier.may(.settleDoubt), facts: facts,
            tenders: story.tenders.map {
                TenderRow(
                    check: $0.checkID.text, number: $0.checkNumber, time: time.clock($0.takenAt), amount: money.text($0.amount),
                    tip: $0.tip.isZero ? "" : money.text($0.tip))
            })
        return .html(visit.till.templates.render("revenue-batch", model), status: problem?.status ?? .ok)
    }
}

extension Visit {
    /// The batch of revenue in the path.
    var revenueBatchID: RevenueBatchID { get throws(Refusal) { try identifier("batch", orElse: .unknownRevenue) } }
}
