import PointOfSale
import TestSupport
import Testing

@testable import HotelGateway

/// What a posting becomes in the hotel's transaction codes.
@Suite struct OHIPChargeTests {
    private func charge(_ posting: FolioPosting, codes: TransactionCodeMap = OHIPSample.codes) throws -> OHIPCharge {
        try OHIPCharge(posting, number: 42, settings: OHIPSample.settings(codes: codes))
    }

    private func texts(_ charge: OHIPCharge) -> [String] { charge.lines.map { "\($0.transactionCode) \($0.amount.minorUnits)" } }

    @Test func `sales, discounts, service and tip are lines of their own that come to the total`() throws {
        let posting = OHIPSample.posting()
        let charge = try charge(posting)
        #expect(texts(charge) == ["2010 2800", "2020 1200", "2015 -400", "2910 150", "2900 250"])
        #expect(charge.lines.map(\.amount).total(.eur) == posting.breakdown.total)
        #expect(charge.checkNumber == "A1007" && charge.reference == "A1007.42")
    }

    @Test func `what takes a charge back has every line with the other sign, and no covers`() throws {
        let back = try charge(OHIPSample.posting().reversal(id: Sample.id(2), at: Sample.evening))
        #expect(texts(back) == ["2010 -2800", "2020 -1200", "2015 400", "2910 -150", "2900 -250"])
        #expect(!back.json.text.contains("covers"))
    }

    @Test func `the body is what Oracle's schema knows, amounts to the cent, covers once`() throws {
        let charge = try charge(OHIPSample.posting([1: 5], discounts: [:], tip: 100_000, service: 0))
        #expect(
            charge.json.text == #"{"criteria":{"cashierId":113,"charges":["#
                + #"{"applyRoutingInstructions":true,"autoPosting":false,"checkNumber":"A1007","covers":"2","#
                + #""postingQuantity":1,"postingReference":"A1007.42","postingRemark":"A1007 T12","#
                + #""price":{"amount":0.05,"currencyCode":"EUR"},"transactionCode":"2010","usePackageAllowance":false},"#
                + #"{"applyRoutingInstructions":true,"autoPosting":false,"checkNumber":"A1007","#
                + #""postingQuantity":1,"postingReference":"A1007.42","postingRemark":"A1007 T12","#
                + #""price":{"amount":1000.00,"currencyCode":"EUR"},"transactionCode":"2900","usePackageAllowance":false}],"#
                + #""hotelId":"REMPARTS","postIt":false}}"#)
    }

    @Test func `the most specific code wins: outlet and period, outlet, period, any`() throws {
        let food = TransactionCodeMap.Part.sales(Itemizer(1)!)
        let map = TransactionCodeMap([
            .init(food): "any", .init(food, servicePeriod: 4): "night", .init(food, outlet: 2): "bar",
            .init(food, outlet: 2, servicePeriod: 4): "bar at night",
        ])
        for (outlet, period, code) in [(2, 4, "bar at night"), (2, 1, "bar"), (1, 4, "night"), (1, 1, "any")] {
            let posting = OHIPSample.posting([1: 100], discounts: [:], tip: 0, service: 0, outlet: outlet, period: period)
            #expect(try charge(posting, codes: map).lines[0].transactionCode == code)
        }
    }

    @Test func `a discount without a code goes under that of what it is taken off; anything else without one is not sent`() throws {
        let map = TransactionCodeMap([.init(.sales(Itemizer(1)!)): "10", .init(.tip): " "])
        #expect(texts(try charge(OHIPSample.posting([1: 500], tip: 0, service: 0), codes: map)) == ["10 500", "10 -400"])
        #expect(throws: OHIPCharge.Gap.codeMissing(.tip)) {
            try charge(OHIPSample.posting([1: 500], discounts: [:], tip: 1, service: 0), codes: map)
        }
        #expect(throws: OHIPCharge.Gap.noGuest) { try charge(Sample.revenue()) }
        #expect(throws: OHIPCharge.Gap.nothingToCharge) { try charge(OHIPSample.posting([:], discounts: [:], tip: 0, service: 0)) }
    }

    private func booked(_ lines: [(String, Int)]) -> [OHIPBooking] {
        lines.compactMap { code, cents in
            OHIPBooking(
                JSONReader.read(
                    Array(#"{"transactionCode":"\#(code)","postedAmount":{"amount":"\#(Sample.euros(cents).decimalText)"}}"#.utf8))!,
                currency: .eur)
        }
    }

    @Test func `all, some or nothing of a charge is on the hotel's books`() throws {
        let charge = try charge(OHIPSample.posting([1: 2800, 2: 1200], discounts: [:], tip: 250, service: 0))
        #expect(charge.standing(in: []) == .nothing)
        #expect(charge.standing(in: booked([("2020", 1200), ("2010", 2800), ("2900", 250)])) == .whole)
        #expect(charge.standing(in: booked([("2010", 2800)])) == .part(Sample.euros(2800)))
        #expect(charge.standing(in: booked([("2010", 2800), ("2020", 1200)])) == .part(Sample.euros(4000)))
        #expect(
            charge.standing(in: booked([("2010", 2800), ("2020", 1200), ("2900", 250), ("7000", 99)])) == .whole,
            "tax that the hotel adds by itself is none of ours")
        #expect(
            charge.standing(in: booked([("2010", 2545), ("7000", 255), ("2020", 1200), ("2900", 250)])) == .whole,
            "a line may be split into net and tax")
        #expect(charge.standing(in: booked([("2010", 2800), ("2010", 1200), ("2020", 1)])) == .part(Sample.euros(4001)))
    }

    @Test func `settings that cannot be used name their fault, and none of them shows a secret`() throws {
        func fault(_ gateway: String = "https://gw.example", key: String = OHIPSample.appKey, hotel: String = "H", enterprise: String = "E")
            -> OHIPSettings.Fault?
        {
            do throws(OHIPSettings.Fault) {
                _ = try OHIPSettings(
                    gateway: gateway, appKey: key, clientID: "c", clientSecret: "s", login: .clientCredentials(enterpriseID: enterprise),
                    hotelID: hotel, cashierID: 1, codes: OHIPSample.codes)
                return nil
            } catch {
                return error
            }
        }
        #expect(fault() == nil && fault("https://gw.example/") == nil && fault(key: OHIPSample.appKey.uppercased()) == nil)
        #expect(fault("http://gw.example") == .addressNotSecure && fault("gw.example") == .addressUnreadable)
        #expect(fault("https://gw.example/rsv") == .addressUnreadable && fault("https://me:x@gw.example") == .addressUnreadable)
        #expect(fault(key: "0f4c1a52-6d5e-1b7a-9c1f-3e2d1b0a9f88") == .appKeyUnreadable && fault(key: "") == .appKeyUnreadable)
        #expect(fault(hotel: "A/B") == .hotelIDUnreadable && fault(enterprise: "abc") == .enterpriseUnreadable)
        let settings = try OHIPSample.settings(login: .password(name: "robot-name", password: "robot-password"))
        for text in ["\(settings)", String(reflecting: settings), "\(Mirror(reflecting: settings).children.map { "\($0)" })"] {
            for secret in settings.secrets { #expect(!text.contains(secret)) }
        }
    }
}
