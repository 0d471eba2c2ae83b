import PointOfSale
import Storage

extension ConfigurationSet {
    /// The RoomRaccoon integration (`S2-03`). Its key is in no file: the one in force stays.
    package struct RoomRaccoonEntry: Codable, Sendable, Hashable {
        /// True when left out.
        package var isOn: Bool?
        /// `RoomRaccoon` when left out.
        package var name: String?
        /// Whether it talks to the built-in simulated hotel; true when left out.
        package var isTest: Bool?
        package var hotelID: String?
        /// Whether guests sign; false when left out.
        package var signature: Bool?
        /// `no`, `yes` or `mandatory`; no when left out.
        package var printSignature: String?
        /// RoomRaccoon's own when left out.
        package var serviceAddress: String?
        /// RoomRaccoon's revenue group for each itemizer, as `{"1": 101}`.
        package var revenueGroups: [String: Int]?
        package var tipGroup: Int?
    }
}

extension ConfigurationSet.RoomRaccoonEntry {
    init(_ link: RoomRaccoonLink) {
        let groups = Dictionary(uniqueKeysWithValues: link.revenueGroups.map { (String($0.key.number), $0.value) })
        self.init(
            isOn: link.isOn, name: link.name, isTest: link.isTest, hotelID: link.hotelID, signature: link.signature.isAsked,
            printSignature: link.signature.printing.rawValue, serviceAddress: link.serviceAddress, revenueGroups: groups,
            tipGroup: link.tipGroup)
    }
}

extension CatalogueBuilder {
    /// The RoomRaccoon integration, without a key; nil when the set does not name it.
    mutating func roomRaccoon() -> RoomRaccoonLink? {
        guard let entry = set.roomRaccoon else { return nil }
        var link = RoomRaccoonLink()
        link.isOn = entry.isOn ?? link.isOn
        link.name = entry.name ?? link.name
        link.isTest = entry.isTest ?? link.isTest
        link.hotelID = entry.hotelID ?? ""
        link.serviceAddress = entry.serviceAddress ?? link.serviceAddress
        link.tipGroup = entry.tipGroup
        let printing = need(
            SignaturePolicy.Printing(rawValue: entry.printSignature ?? "no"), "roomRaccoon.printSignature", "should be no, yes or mandatory"
        )
        link.signature = SignaturePolicy(isAsked: entry.signature ?? false, printing: printing ?? .no)
        for (number, group) in entry.revenueGroups ?? [:] {
            guard let itemizer = Int(number).flatMap({ Itemizer($0) }) else {
                complain("roomRaccoon.revenueGroups", "\(number) is not an itemizer, 1 to 9")
                continue
            }
            link.revenueGroups[itemizer] = group
        }
        do throws(Refusal) {
            try link.check()
        } catch {
            let field = if case .settingInvalid(let field) = error { field.rawValue } else { error.caseName }
            complain("roomRaccoon.\(field)", "cannot be used")
        }
        return link
    }
}
