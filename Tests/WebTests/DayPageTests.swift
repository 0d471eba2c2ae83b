import HTTPTypes
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct DayPageTests {
    /// A house with revenue in cash, sent, and a room charge that the hotel accepted.
    private func web() async throws -> WebHouse {
        let web = try await WebHouse.open()
        try await web.house.transmitsReceipts()
        try await web.house.keepBooks()
        _ = try await web.house.paid("CASH", key: 1, tip: 250)
        _ = try await web.house.booked(2)
        web.house.clock.advance(ms: RevenueWindow.lengthMs)
        try await web.house.keepBooks()
        return web
    }

    @Test func `S1-13: the day's page says what was paid and that the hotel knows every cent of it`() async throws {
        let web = try await web()
        let report = try await web.house.restaurant.dayReport(by: web.house.helene)
        #expect(report.difference.isZero)
        try await web.visit { browser in
            let manager = web.token(web.cashier(.manager))
            let page = try await browser.get("/day", token: manager)
            #expect(page.status == .ok)
            #expect(page.text.contains("id=\"balance\">✓ 0") && page.text.contains("data-row=\"rooms\""))
            #expect(page.text.contains(MoneyText(.fr).text(report.total)))
            let file = try await browser.get("/day/report.csv", token: manager)
            #expect(file.text.contains("difference,") && file.text.hasPrefix("\u{FEFF}date,section,name,count,amount,tip,tax\r\n"))
            let waiter = try await browser.get("/day", token: web.token(web.cashier(.waiter)))
            #expect(waiter.status == .forbidden)
        }
    }

    @Test func `S1-05: revenue sent is listed window by window, down to its checks`() async throws {
        let web = try await web()
        let batch = try #require(try await web.house.revenue().first?.batch)
        try await web.visit { browser in
            let manager = web.token(web.cashier(.manager))
            let list = try await browser.get("/day/revenue", token: manager)
            #expect(list.text.contains("data-batch=\"\(batch.id)\""))
            let one = try await browser.get("/day/revenue/\(batch.id)", token: manager)
            #expect(one.status == .ok && one.text.contains("/receipt") && !one.text.contains("id=\"resend\""))
            let nothing = try await browser.get("/day/revenue/\(Identifier<RevenueBatch>.make(at: web.house.clock.now))", token: manager)
            #expect(nothing.status == .notFound)
        }
    }

    @Test func `a spreadsheet takes no name for a formula`() {
        var file = CSVText()
        file.add([.words("=1+1"), .words("@SUM"), .words("Le \"Fur\", Ewen"), .money(Sample.euros(-1205)), .number(-3)])
        #expect(file.text == "'=1+1,'@SUM,\"Le \"\"Fur\"\", Ewen\",-12.05,-3\r\n")
        for sign in ["+", "-", "\t", "=\u{301}", "-\u{200D}"] {
            var row = CSVText()
            row.add([.words(sign + "1")])
            #expect(row.text == "'\(sign)1\r\n")
        }
        for line in ["\r\n=1", "\n=1"] {
            var row = CSVText()
            row.add([.words(line)])
            #expect(row.text == "\"'\(line)\"\r\n")
        }
    }
}
