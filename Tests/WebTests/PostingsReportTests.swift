import HTTPTypes
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

/// What was sent to the hotel, filtered, as a page and as a file for a spreadsheet.
@Suite struct PostingsReportTests {
    private static let petrov = GuestAccount(roomNumber: RoomNumber("118")!, reservationNumber: "11801", name: "Petrov, Dimitri")
    private static let all: KeyValuePairs<String, String> = ["from": "2026-11-22", "to": "2026-11-22"]

    /// Three charges to two guests, the last of them in doubt.
    private func web() async throws -> WebHouse {
        let web = try await WebHouse.open()
        _ = try await web.house.booked(1)
        _ = try await web.house.booked(2, to: Self.petrov)
        _ = try await web.house.doubted(3)
        return web
    }

    @Test func `managers read all of it, waiters none`() async throws {
        let web = try await web()
        try await web.visit { browser in
            let page = try await browser.get("/day/postings", token: web.token(web.cashier(.manager)))
            #expect(page.status == .ok)
            #expect(page.text.ranges(of: "data-posting=").count == 3)
            #expect(page.text.contains("Petrov") && page.text.contains("Garibaldi"))
            for path in ["/day/postings", "/day/postings.csv"] {
                let refused = try await browser.post(path, form: Self.all, token: web.token(web.cashier(.waiter)))
                #expect(refused.status == .forbidden, "\(path)")
            }
        }
    }

    @Test(arguments: [
        (["state": "inDoubt"], 1), (["state": "accepted"], 2), (["room": "118"], 1), (["guest": "petr"], 1), (["guest": "garibaldi"], 2),
        (["kind": "revenue"], 0), (["kind": "charge"], 3), (["cashier": "Anna"], 3), (["cashier": "Karim"], 0), (["room": "0118"], 0),
    ])
    func `each filter leaves what it says, on the page and in the file`(filter: [String: String], count: Int) async throws {
        let web = try await web()
        let manager = web.token(web.cashier(.manager))
        let fields = KeyValuePairs(dictionaryLiteral: ("from", "2026-11-22"), ("to", "2026-11-22"), filter.first!)
        try await web.visit { browser in
            let page = try await browser.post("/day/postings", form: fields, token: manager)
            #expect(page.text.ranges(of: "data-posting=").count == count)
            let file = try await browser.post("/day/postings.csv", form: fields, token: manager)
            #expect(file.text.split(separator: "\r\n").count - 1 == count)
        }
    }

    @Test func `dates that are none, too many or the wrong way round are refused in words`() async throws {
        let web = try await web()
        let manager = web.token(web.cashier(.manager))
        try await web.visit { browser in
            for (from, to) in [("2026-10-01", "2026-11-22"), ("2026-11-23", "2026-11-22")] {
                let page = try await browser.post("/day/postings", form: ["from": from, "to": to], token: manager)
                #expect(page.status == .unprocessableContent && page.text.contains("id=\"problem\""), "\(from)–\(to)")
            }
            for from in ["", "2026-02-30", "hier"] {
                let page = try await browser.post("/day/postings", form: ["from": from, "to": "2026-11-22"], token: manager)
                #expect(page.status.code >= 400 && page.status.code < 500, "\(from)")
            }
            let odd = try await browser.post("/day/postings", form: ["from": "2026-11-22", "to": "2026-11-22", "sql": "1"], token: manager)
            #expect(odd.status == .badRequest)
        }
    }

    @Test func `the file is safe in a spreadsheet, whatever a guest or a cashier is called`() async throws {
        let web = try await WebHouse.open()
        let names = ["=HYPERLINK(\"x\")", "+33 6", "-2+3", "@SUM(A1)", "Le \"Fur\", Ewen", "=\u{301}1"]
        for (index, name) in names.enumerated() {
            let guest = GuestAccount(roomNumber: RoomNumber("30\(index)")!, reservationNumber: "30\(index)", name: name)
            _ = try await web.house.booked(index + 1, to: guest)
        }
        try await web.house.database.write { tx in _ = try tx.execute("update folio_posting set cashier_name = '=1+1'") }
        try await web.visit { browser in
            let file = try await browser.post("/day/postings.csv", form: Self.all, token: web.token(web.cashier(.manager)))
            #expect(file.status == .ok && file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"ardoise-2026-11-22-2026-11-22.csv\"")
            #expect(file.text.hasPrefix("\u{FEFF}date,time,kind,check,"))
            for cell in [
                "\"'=HYPERLINK(\"\"x\"\")\"", ",'+33 6,", ",'-2+3,", ",'@SUM(A1),", "\"Le \"\"Fur\"\", Ewen\"", ",'=\u{301}1,", ",'=1+1,",
            ] {
                #expect(file.text.contains(cell), "\(cell)")
            }
            for row in file.text.split(separator: "\r\n").dropFirst() {
                #expect(!row.contains(",=") && !row.contains(",@") && !row.contains(",\"=") && !row.contains(",+"), "\(row)")
            }
        }
    }

    @Test func `so is the day report, whatever an outlet or a way of paying is called`() async throws {
        let web = try await WebHouse.open()
        try await web.house.database.write { tx in
            _ = try tx.execute("update outlet set name = '=cmd|A1' where number = 1")
            _ = try tx.execute("update payment_method set name_fr = '@Espèces, \"comptant\"' where code = 'CASH'")
        }
        _ = try await web.house.paid("CASH", key: 1, tip: 100)
        try await web.visit { browser in
            let manager = web.token(web.cashier(.manager))
            let file = try await browser.get("/day/report.csv", token: manager)
            #expect(file.status == .ok && file.headers[.contentDisposition]?.contains("ardoise") == true)
            #expect(file.text.contains(",'=cmd|A1,") && file.text.contains(",\"'@Espèces, \"\"comptant\"\"\","))
            let rows = file.text.split(separator: "\r\n")
            #expect(rows.allSatisfy { !$0.contains(",=") && !$0.contains(",@") })
            #expect(rows.contains { $0.hasPrefix("2026-11-22,total,") })
            let waiter = try await browser.get("/day/report.csv", token: web.token(web.cashier(.waiter)))
            #expect(waiter.status == .forbidden)
        }
    }
}
