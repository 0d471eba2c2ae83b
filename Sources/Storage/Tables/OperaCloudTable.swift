import Foundation
package import PointOfSale

/// The line to an OPERA Cloud house over Oracle's REST interface, as it is configured.
package struct OperaCloudLink: Hashable, Sendable {
    /// How this hotel's environment lets programs in (`ohip.md` §1).
    package enum Login: String, Hashable, Sendable, CaseIterable {
        /// OCIM: the client alone, named with the hotel group's enterprise id.
        case clientCredentials
        /// SSD: an integration user with a password.
        case password
    }

    /// Which of Oracle's two searches finds guests (`ohip.md` §2.1).
    package enum Search: String, Hashable, Sendable, CaseIterable { case get, post }

    /// Whether this line is the one to the hotel; the one over FIAS rests then.
    package var isOn = true
    /// The hotel's version, as its *About* box says it (`S1-04`).
    package var systemVersion = ""
    /// Scheme, host and port; no path.
    package var gateway = ""
    /// Sealed; empty while there is none. So are the other two secrets.
    package var appKey = ""
    package var clientID = ""
    package var clientSecret = ""
    package var login = Login.clientCredentials
    package var enterpriseID = ""
    package var userName = ""
    package var userPassword = ""
    package var hotelID = ""
    package var cashierID: Int?
    package var externalSystem = ""
    package var search = Search.get
    /// Whether what the guest's card is authorised for counts as the credit limit of the stay.
    package var authorisedIsLimit = true
    /// Whether a package, such as breakfast, may absorb a charge.
    package var usesPackages = false
    /// How long an answer may take, s.
    package var answerSeconds = 60
    /// The pseudo room of the account that revenue goes to which no room pays (`S1-05`); nil where there is none.
    package var houseAccountRoom: RoomNumber?
    /// The hotel's way of paying for each hotel code of ours.
    package var housePayments: [String: String] = [:]

    /// The longest gateway address.
    package static let addressCharactersMax = 255
    /// The longest key, name or password.
    package static let secretCharactersMax = 400
    /// The longest hotel code.
    package static let hotelIDCharactersMax = 20
    /// The longest code of an external system.
    package static let externalSystemCharactersMax = 40
    /// The numbers of cashiers.
    package static let cashiers = 1...999_999_999
    /// How long an answer may be waited for, s.
    package static let answersSeconds = 1...90
    /// The longest of the hotel's ways of paying (`csh.json`, `cashieringPaymentMethodType`).
    package static let housePaymentCharactersMax = 20

    /// A line that is added and not yet filled in.
    package init() {}
}

extension SQLTransaction {
    /// The line to OPERA Cloud; nil until somebody adds it.
    package func operaCloudLink() throws -> OperaCloudLink? {
        try first("select * from opera_cloud_link where property_id = (select id from property)").map { row in
            var link = OperaCloudLink()
            link.isOn = try row.bool("is_on")
            link.systemVersion = try row.text("system_version")
            link.gateway = try row.text("gateway")
            link.appKey = try row.text("app_key")
            link.clientID = try row.text("client_id")
            link.clientSecret = try row.text("client_secret")
            link.login = try row.state("login")
            link.enterpriseID = try row.text("enterprise_id")
            link.userName = try row.text("user_name")
            link.userPassword = try row.text("user_password")
            link.hotelID = try row.text("hotel_id")
            link.cashierID = try row.optionalInt("cashier_id")
            link.externalSystem = try row.text("external_system")
            link.search = try row.state("search")
            link.authorisedIsLimit = try row.bool("authorised_is_limit")
            link.usesPackages = try row.bool("uses_packages")
            link.answerSeconds = try row.int("answer_seconds")
            link.houseAccountRoom = try row.optionalText("house_account_room").flatMap { RoomNumber($0) }
            link.housePayments = try row.read("house_payments", as: "an object of texts") {
                try? JSONDecoder().decode([String: String].self, from: Data($0.utf8))
            }
            return link
        }
    }

    /// Sets the line to OPERA Cloud.
    package func setOperaCloudLink(_ link: OperaCloudLink) throws {
        try execute("delete from opera_cloud_link where property_id = (select id from property)")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try execute(
            """
            insert into opera_cloud_link (property_id, is_on, system_version, gateway, app_key, client_id, client_secret, login,
                enterprise_id, user_name, user_password, hotel_id, cashier_id, external_system, search, authorised_is_limit, uses_packages,
                answer_seconds, house_account_room, house_payments)
            values ((select id from property), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            """,
            link.isOn, link.systemVersion, link.gateway, link.appKey, link.clientID, link.clientSecret, link.login.rawValue,
            link.enterpriseID, link.userName, link.userPassword, link.hotelID, link.cashierID, link.externalSystem, link.search.rawValue,
            link.authorisedIsLimit, link.usesPackages, link.answerSeconds, link.houseAccountRoom?.text,
            String(decoding: try encoder.encode(link.housePayments), as: UTF8.self))
    }
}
