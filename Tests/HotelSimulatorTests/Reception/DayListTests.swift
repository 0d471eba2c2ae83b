import Foundation
import HTTPTypes
import Testing

@testable import HotelSimulator

@Suite struct DayListTests {
    private static let header = DayList.columns.joined(separator: ",") + "\r\n"

    @Test func `the list has one line for each line on a bill of that day, by transaction number`() async throws {
        var hotel = SmallHotel.make()
        var charge = SmallHotel.dinner()
        charge.details.clearText = "A1007.42"
        let numbers = try hotel.book(charge, atMs: SmallHotel.nowMs).transactionNumbers
        try hotel.postByHand(-500, text: "Geste, \"maison\"", on: .account("40010"), atMs: SmallHotel.nowMs)
        try await Desk.open(hotel) { (desk: Desk) async throws in
            let answer = try await desk.get("/api/ledger.csv?date=2026-11-22")
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"TEST-2026-11-22.csv\"")
            let dinner = [(2010, "28.00", "Groupe 1"), (2020, "12.00", "Groupe 2"), (2801, "2.50", "Taxe 1")]
            let rows = zip(numbers, dinner).map { number, line in
                "2026-11-22,201500,204,20401,Mme Garibaldi,\(number),\(line.0),\(line.1),\(line.2) · Brasserie · 1007,A1007.42,1007\r\n"
            }
            let byHand =
                "2026-11-22,210000,40010,0,Corsaire Voyages,\((numbers.max() ?? 0) + 1),2000,-5.00,\"Geste, \"\"maison\"\"\",,\r\n"
            #expect(answer.body == Self.header + rows.joined() + byHand)
            #expect(try await desk.get("/api/ledger.csv").body == answer.body)
            #expect(try await desk.get("/api/ledger.csv?date=2026-11-20").body == Self.header)
        }
    }

    @Test(arguments: ["2026-02-30", "heute", ""]) func `a date that does not exist is refused`(date: String) async throws {
        try await Desk.open { (desk: Desk) async throws in
            let answer = try await desk.get("/api/ledger.csv?date=\(date)")
            #expect(answer.status == 400)
            #expect(answer.body.contains("urn:ardoise:hotel:malformedDate\""))
        }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+33 2", "'+33 2"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("a=b", "a=b"), ("", ""),
        ("=1,2", "\"'=1,2\""), ("a\r\nb", "\"a\r\nb\""),
    ])
    func `no cell of text begins like a formula`(text: String, cell: String) {
        #expect(DayList.cell(text) == cell)
    }

    @Test func `a transferred line is listed once, under the bill that it is on`() throws {
        var hotel = SmallHotel.make()
        let line = try hotel.book(SmallHotel.dinner(), atMs: SmallHotel.nowMs).lines[0]
        try hotel.transferLine(line.transactionNumber, from: .reservation("20401"), to: .account("40010"), atMs: 0)
        let list = DayList(businessDate: SmallHotel.today, hotel: hotel).csv
        #expect(list.components(separatedBy: ",\(line.transactionNumber),").count == 2)
        #expect(list.contains("40010,0,Corsaire Voyages,\(line.transactionNumber),"))
    }

    @Test func `reception has a link to today's list`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            #expect(try await desk.get("/interface").body.contains("href=\"/api/ledger.csv?date=2026-11-22\""))
        }
    }
}
