/// How a simulated house has set Oracle's REST interface up: who may ask, and with which of its traps it answers.
package struct OperaCloudSettings: Sendable, Equatable, Codable {
    /// How programs get a token (`ohip.md` §1).
    package enum Login: Sendable, Equatable, Codable {
        case clientCredentials(enterpriseID: String)
        case password(name: String, password: String)
    }

    /// What has been met in the field, or what the specification lets a house do (`ohip.md` §2.1, §3.1, §6). All off: as Oracle's own
    /// examples.
    package struct Traps: Sendable, Equatable, Codable {
        /// Amounts are texts.
        package var amountsAsText = false
        /// A search leaves `cashiering` and the balance out.
        package var leavesMembersOut = false
        /// A search calls the room `roomNumber`: against Oracle's schema, as in Oracle's own example.
        package var callsRoomNumber = false
        /// The yes to a charge lists nothing.
        package var listsNothing = false
        /// References come back with a blank behind them.
        package var padsReferences = false
        /// A search that finds nothing is answered with an empty list instead of 204.
        package var emptyLists = false
        /// A charge breaks behind so many lines, which stay booked, and is answered 500; nil: never.
        package var breaksBehindLines: Int?
        /// Codes that add a line of tax to what is charged under them, with their rate in whole per cent: amounts that hold their tax
        /// already are taxed twice.
        package var taxedCodes: [String: Int] = [:]

        package init() {}
    }

    package var hotelID: String
    package var appKey: String
    package var clientID: String
    package var clientSecret: String
    package var login: Login
    /// The cashiers whose numbers a charge may go under.
    package var cashiers: Set<Int>
    /// How long a token lives, in seconds.
    package var tokenSeconds = 3_600
    /// More than so many requests within a second are answered 429: the burst that Oracle's gateway lets through.
    package var requestsPerSecondMax = 100
    package var traps = Traps()

    package init(hotelID: String, appKey: String, clientID: String, clientSecret: String, login: Login, cashiers: Set<Int>) {
        self.hotelID = hotelID
        self.appKey = appKey
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.login = login
        self.cashiers = cashiers
    }

    /// What the shipped hotel knows its till by.
    package static let demo = OperaCloudSettings(
        hotelID: "REMPARTS", appKey: "0f4c1a52-6d5e-4b7a-9c1f-3e2d1b0a9f88", clientID: "remparts-till",
        clientSecret: "remparts-demo-secret",
        login: .clientCredentials(enterpriseID: "REMPARTS"), cashiers: [113])
}
