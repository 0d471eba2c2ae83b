package import PointOfSale

/// How the hotel's interface is reached and what was agreed with the hotel when it was set up. The defaults are OPERA's usual ones.
package struct HotelLinkSettings: Hashable, Sendable, Codable {
    /// What the back office calls the device.
    package var name = nameDefault
    /// Which hotel system it is, and its version as the hotel says it; empty when nobody said (`S1-04`).
    package var system = HotelSystem.opera5
    package var systemVersion = ""
    /// Whether the line is in use: switched off, no charge goes out and no guest is found.
    package var isOn = true
    package var host: String
    package var port: Int
    /// The name of the code page that names and texts are written in, one of `codePages`.
    package var codePage = "windows1252"
    /// The till's name towards the hotel when no till asks (`FIAS 2.20.24 §7`, WS).
    package var workstation = "ARDOISE"
    /// The payment method sent with inquiries (`FIAS 2.20.24 §6.1`, PM).
    package var roomPaymentCode = "ROOM"
    /// How many guests one search may bring, 1 to 9 (`FIAS 2.20.24 §6.1`, MX).
    package var matchesMax = 9
    /// Digits of a posting number, 4 to 8 (`FIAS 2.20.24 §10.7`).
    package var postingNumberDigits = 8
    /// How many postings may be on the wire at once, 1 to 16.
    package var postingsInFlightMax = 8
    /// The key shared with the hotel's interface, where it asks for one (`FIAS 2.20.24 §3.4`). Stored sealed: whoever writes it seals it.
    package var authenticationKey: String?
    /// How long the link must have been alive, undisturbed, before a charge that is missing on the bill counts as not booked, s,
    /// 60 to 3600.
    package var quietSeconds = 60
    /// Whether the hotel says that every charge to a stay shows on that stay's bill: no routing to a company or a travel agent, not
    /// even of single transaction codes. Without that, a charge that is missing on the bill is left to a person.
    package var billIsComplete = false
    /// Whether a balance that grew by exactly the amount, or not at all, settles a doubt. Only where nobody but this till and a person who
    /// can be asked posts to the folios of guests.
    package var balanceSettles = false
    /// A PEM file with the hotel's certificate: TLS is used when it is given (`FIAS 2.20.24 §1.1`).
    package var tlsCertificateFile: String?

    /// The rooms that are internal accounts of the hotel, with no guest in them (`S1-07`).
    package var paymasterRooms: [String] = []
    /// The payment method of a room charge that a manager lets pass a credit limit (`FIAS 2.20.24 §10.6`); empty where the flag that goes
    /// with it is enough (`S1-16`).
    package var managerPaymentCode = ""

    /// Which site-defined field of a guest, A0 to A9, says what the stay includes; nil where the hotel sends none (`FIAS 2.20.24 §5.1`).
    package var packageField: Int?

    /// What the device is called unless somebody says otherwise.
    package static let nameDefault = "PMS"
    /// The port that OPERA's interface mostly listens on.
    package static let portDefault = 5010
    /// The most internal accounts.
    package static let paymasterRoomsMax = 200
    /// The code pages that are known.
    package static let codePages = ["windows1252", "cp850", "utf8", "windows1251", "ascii"]

    /// Settings for this address.
    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}

extension SQLTransaction {
    /// How the hotel is reached; nil when no hotel is configured.
    package func hotelLink() throws -> HotelLinkSettings? {
        try first("select * from hotel_link where property_id = (select id from property)").map { row in
            var link = HotelLinkSettings(host: try row.text("host"), port: try row.int("port"))
            link.codePage = try row.text("code_page")
            link.workstation = try row.text("workstation")
            link.roomPaymentCode = try row.text("room_payment_code")
            link.matchesMax = try row.int("matches_max")
            link.postingNumberDigits = try row.int("posting_number_digits")
            link.postingsInFlightMax = try row.int("postings_in_flight_max")
            link.authenticationKey = try row.optionalText("authentication_key")
            link.tlsCertificateFile = try row.optionalText("tls_certificate_file")
            link.name = try row.text("name")
            link.system = try row.state("system")
            link.systemVersion = try row.text("system_version")
            link.isOn = try row.bool("is_on")
            link.quietSeconds = try row.int("quiet_seconds")
            link.billIsComplete = try row.int("bill_is_complete") == 1
            link.balanceSettles = try row.int("balance_settles") == 1
            link.paymasterRooms = try row.read("paymaster_rooms", as: "a list of texts", Self.list)
            link.managerPaymentCode = try row.text("manager_payment_code")
            link.packageField = try row.optionalInt("package_field")
            return link
        }
    }

    /// Sets how the hotel is reached; nil when there is no hotel any more.
    package func setHotelLink(_ link: HotelLinkSettings?) throws {
        try execute("delete from hotel_link where property_id = (select id from property)")
        guard let link else { return }
        try execute(
            """
            insert into hotel_link (property_id, host, port, code_page, workstation, room_payment_code, matches_max,
                posting_number_digits, postings_in_flight_max, authentication_key, tls_certificate_file, quiet_seconds, bill_is_complete,
                balance_settles, name, system, system_version, is_on, paymaster_rooms,
                manager_payment_code, package_field)
            values ((select id from property), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            """,
            link.host, link.port, link.codePage, link.workstation, link.roomPaymentCode, link.matchesMax, link.postingNumberDigits,
            link.postingsInFlightMax, link.authenticationKey, link.tlsCertificateFile, link.quietSeconds,
            link.billIsComplete ? 1 : 0, link.balanceSettles ? 1 : 0, link.name, link.system.rawValue, link.systemVersion, link.isOn,
            try Self.listText(link.paymasterRooms), link.managerPaymentCode, link.packageField)
    }
}
