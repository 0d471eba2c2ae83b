import PointOfSale
import Storage

extension CatalogueBuilder {
    /// The line to the hotel; nil when the set names no host and does not want one.
    mutating func hotelLink() -> HotelLinkSettings? {
        let entry = set.hotel
        if entry.host.isEmpty, entry.isOn == false { return nil }
        var link = HotelLinkSettings(host: entry.host, port: entry.port)
        if entry.host.isEmpty || entry.host.contains(where: \.isWhitespace) {
            complain("hotel.host", "should be a host name or an address")
        }
        if !(1...65_535).contains(entry.port) { complain("hotel.port", "should be 1 to 65535") }
        link.codePage = entry.codePage ?? link.codePage
        if !HotelLinkSettings.codePages.contains(link.codePage) {
            complain("hotel.codePage", "should be one of \(HotelLinkSettings.codePages.joined(separator: ", "))")
        }
        link.workstation = entry.workstation ?? link.workstation
        if !(1...FolioPosting.workstationCharactersMax).contains(link.workstation.count) {
            complain("hotel.workstation", "should have 1 to \(FolioPosting.workstationCharactersMax) characters")
        }
        link.roomPaymentCode = entry.roomPaymentCode ?? link.roomPaymentCode
        if !(1...PaymentMethod.hotelCodeCharactersMax).contains(link.roomPaymentCode.count) {
            complain("hotel.roomPaymentCode", "should have 1 to \(PaymentMethod.hotelCodeCharactersMax) characters")
        }
        link.matchesMax = bounded(entry.matchesMax, 1...9, "hotel.matchesMax") ?? link.matchesMax
        link.postingNumberDigits = bounded(entry.postingNumberDigits, 4...8, "hotel.postingNumberDigits") ?? link.postingNumberDigits
        link.postingsInFlightMax = bounded(entry.postingsInFlightMax, 1...16, "hotel.postingsInFlightMax") ?? link.postingsInFlightMax
        link.quietSeconds = bounded(entry.quietSeconds, 60...3600, "hotel.quietSeconds") ?? link.quietSeconds
        link.billIsComplete = entry.billIsComplete ?? link.billIsComplete
        link.balanceSettles = entry.balanceSettles ?? link.balanceSettles
        link.packageField = bounded(entry.packageField, 0...9, "hotel.packageField")
        addSettlement(to: &link)
        link.authenticationKey = entry.authenticationKey
        link.tlsCertificateFile = entry.tlsCertificateFile
        addIntegration(to: &link)
        return link
    }

    /// What the till asks of the hotel's set-up when a check is settled (`S1-07`, `S1-16`).
    private mutating func addSettlement(to link: inout HotelLinkSettings) {
        link.paymasterRooms = set.hotel.paymasterRooms ?? []
        let limit = HotelLinkSettings.paymasterRoomsMax
        if link.paymasterRooms.count > limit || link.paymasterRooms.contains(where: { RoomNumber($0)?.text != $0 }) {
            complain("hotel.paymasterRooms", "should be room numbers as the hotel writes them, at most \(limit)")
        }
        link.managerPaymentCode = set.hotel.managerPaymentCode ?? ""
        if link.managerPaymentCode.count > PaymentMethod.hotelCodeCharactersMax || link.managerPaymentCode.contains("|") {
            complain("hotel.managerPaymentCode", "should have at most \(PaymentMethod.hotelCodeCharactersMax) characters")
        }
    }

    /// Which hotel system it is, and whether its version will do when the line is in use (`S1-04`).
    private mutating func addIntegration(to link: inout HotelLinkSettings) {
        let entry = set.hotel
        link.name = entry.name ?? link.name
        check(link.name, "hotel.name")
        link.system = need(HotelSystem(rawValue: entry.system ?? "opera5"), "hotel.system", "should be opera5 or operaCloud") ?? link.system
        link.isOn = entry.isOn ?? true
        guard let version = entry.version, !version.isEmpty else { return }
        link.systemVersion = version
        do throws(Refusal) {
            try link.system.mustServe(version: version)
        } catch .hotelVersionTooOld(let needed) {
            if link.isOn { complain("hotel.version", "is too old: \(needed) or newer is needed") }
        } catch {
            complain("hotel.version", "should be a version like 5.0.05.01 or 5.0.04.02 E17")
        }
    }

    private mutating func bounded(_ number: Int?, _ range: ClosedRange<Int>, _ place: String) -> Int? {
        if let number, !range.contains(number) { complain(place, "should be \(range.lowerBound) to \(range.upperBound)") }
        return number
    }
}
