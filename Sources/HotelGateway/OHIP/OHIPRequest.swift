import PointOfSale

/// One call of Oracle's REST interface: what is asked, without who asks.
struct OHIPRequest: Hashable, Sendable {
    enum Method: String, Sendable { case get = "GET", post = "POST" }

    let method: Method
    let path: String
    var query: [Parameter] = []
    var body: JSONValue?

    /// A parameter of the query. What may stand several times is repeated, never listed with commas (`ohip.md` §2.1).
    struct Parameter: Hashable, Sendable {
        let name: String
        let value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Path and query as they stand on the wire.
    var target: String {
        guard !query.isEmpty else { return path }
        return path + "?" + query.map { $0.name + "=" + Self.escaped($0.value) }.joined(separator: "&")
    }

    /// Everything but letters, digits and `-._~` in percents (RFC 3986 §2.3).
    static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: return String(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                return digits.count == 1 ? "%0" + digits : "%" + digits
            }
        }.joined()
    }
}

extension OHIPRequest {
    /// The most reservations of one page.
    static let searchLimit = 20
    /// The most postings of one page: more is an error, whatever the schema says (`ohip.md` §6).
    static let postingsLimit = 50
    /// The longest span of postings, days (`csh.json`, `getFinancialPostings`).
    static let postingsDaysMax = 30
    /// What fills the members that a till needs.
    private static let instructions = ["Reservation", "Indicators", "RevenuesAndBalances"]

    /// Guests in house: `getHotelReservations`, or `searchHotelReservations` of 26.2, which keeps names out of addresses.
    static func search(_ inquiry: GuestInquiry, offset: Int, settings: OHIPSettings) -> OHIPRequest {
        let path = "/rsv/v1/hotels/\(settings.hotelID)/reservations"
        let wanted =
            switch inquiry {
            case .room(let room): Parameter("roomId", room.text)
            case .name(let name): Parameter("surname", name)
            }
        switch settings.search {
        case .get:
            let query = [
                Parameter("searchType", "InHouse"), wanted, Parameter("limit", String(searchLimit)), Parameter("offset", String(offset)),
            ]
            return OHIPRequest(
                method: .get, path: path, query: query + instructions.map { Parameter("fetchInstructions", $0) })
        case .post:
            return OHIPRequest(
                method: .post, path: path + "/searches",
                body: .object([
                    .init(name: "searchType", value: .string("InHouse")), .init(name: wanted.name, value: .string(wanted.value)),
                    .init(name: "limit", value: .number(String(searchLimit))), .init(name: "offset", value: .number(String(offset))),
                    .init(name: "fetchInstructions", value: .array(instructions.map(JSONValue.string))),
                ]))
        }
    }

    /// One reservation: `getReservation`.
    static func reservation(_ number: String, hotelID: String) -> OHIPRequest {
        OHIPRequest(
            method: .get, path: "/rsv/v1/hotels/\(hotelID)/reservations/\(escaped(number))",
            query: [Parameter("fetchInstructions", "Reservation")])
    }

    /// Balance and authorised amount of each window: `getPaymentMethods`.
    static func paymentMethods(ofReservation number: String, hotelID: String) -> OHIPRequest {
        OHIPRequest(
            method: .get, path: "/rsv/v1/hotels/\(hotelID)/reservations/\(escaped(number))/paymentMethods",
            query: [Parameter("includeAmounts", "true")])
    }

    /// A charge: `postBillingCharges`, or `postChargesAndPayments` for what is paid at once.
    static func charge(_ charge: OHIPCharge, to reservation: String, hotelID: String) -> OHIPRequest {
        let call = charge.payment == nil ? "charges" : "chargesAndPayments"
        return OHIPRequest(
            method: .post, path: "/csh/v1/hotels/\(hotelID)/reservations/\(escaped(reservation))/\(call)", body: charge.json)
    }

    /// What the hotel would make of an amount under a code, without booking it: `calculatePosting`.
    static func simulation(ofCode code: String, amount: Money, hotelID: String) -> OHIPRequest {
        OHIPRequest(
            method: .get, path: "/fof/config/v1/hotels/\(hotelID)/transactionCodes/\(escaped(code))/chargeSimulations",
            query: [Parameter("postingAmount", amount.decimalText)])
    }

    /// What was posted between two dates: `getFinancialPostings`.
    static func postings(_ wanted: [Parameter], from first: BusinessDate, to last: BusinessDate, offset: Int, hotelID: String)
        -> OHIPRequest
    {
        OHIPRequest(
            method: .get, path: "/csh/v1/hotels/\(hotelID)/financialPostings",
            query: [Parameter("startDate", first.description), Parameter("endDate", last.description)] + wanted + [
                Parameter("limit", String(postingsLimit)), Parameter("offset", String(offset)),
            ])
    }

    /// The hotel's day: `getBusinessDate`.
    static func businessDate(hotelID: String) -> OHIPRequest {
        OHIPRequest(method: .get, path: "/bof/v1/hotels/\(hotelID)/businessDate")
    }

    /// The codes that may be posted by hand: `getTransactionCodes` of cashiering.
    static func transactionCodes(hotelID: String) -> OHIPRequest {
        OHIPRequest(
            method: .get, path: "/csh/v1/hotels/\(hotelID)/transactionCodes", query: [Parameter("manualPostAllowed", "true")])
    }
}
