import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// Discounts that take a manager's word. All others are changes of the lines (`ChecksAPI.changeLines`).
enum DiscountsAPI {
    static let approve: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        var body = try await visit.json()
        let pin = try body.text("pin", lengthMax: 20)
        var asked: [ApprovedDiscount] = []
        for var discount in try body.objects("discounts", countMax: LineChange.batchMax) {
            asked.append(
                ApprovedDiscount(
                    id: try discount.parsed("id", lengthMax: ClientKey.lengthMax * 2) { ClientKey($0) },
                    lineID: try discount.optionallyParsed("lineId", lengthMax: ClientKey.lengthMax * 2) { ClientKey($0) },
                    presetID: try discount.parsed("presetId") { DiscountPresetID(text: $0) }))
            try discount.nothingElse()
        }
        try body.nothingElse()
        let given = try await visit.till.restaurant.giveApprovedDiscounts(
            asked, of: id, pin: pin, device: visit.device, by: visit.cashier)
        visit.till.live.announce(.floor)
        return .json { $0.fields(of: given.value, visit.language) }
    }
}
