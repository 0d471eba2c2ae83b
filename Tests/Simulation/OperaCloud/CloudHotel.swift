import HotelGateway
import HotelSimulator
import PointOfSale

/// The small hotel behind Oracle's paths, with an account of the house.
enum CloudHotel {
    static let houseRoom = "9000"
    static let houseReservation = "900001"
    static let food = itemizer(1)
    static let wine = itemizer(3)
    private static let demo = OperaCloudSettings.demo

    static func hotel(atMs: Int64, plan: CloudPlan) -> Hotel {
        var hotel = SmallHotel.hotel(atMs: atMs, settings: HotelSettings())
        hotel.add(Room(number: houseRoom, type: "Compte", isDummy: true))
        hotel.add(
            Reservation(
                number: houseReservation, room: houseRoom, guest: Guest(title: "", name: "Restaurant", firstName: ""),
                arrival: hotel.businessDate, departure: hotel.businessDate.adding(days: 4)))
        var cloud = demo
        cloud.traps = plan.traps
        cloud.tokenSeconds = plan.tokenSeconds
        cloud.requestsPerSecondMax = 50
        hotel.operaCloud = cloud
        return hotel
    }

    static func settings(_ plan: CloudPlan) throws(OHIPSettings.Fault) -> OHIPSettings {
        guard let room = RoomNumber(houseRoom) else { preconditionFailure("9000 is a room") }
        return try OHIPSettings(
            gateway: "http://127.0.0.1:1", appKey: demo.appKey, clientID: demo.clientID, clientSecret: demo.clientSecret,
            login: .clientCredentials(enterpriseID: "REMPARTS"), hotelID: demo.hotelID, cashierID: 113,
            codes: TransactionCodeMap([.init(.sales(food)): "2010", .init(.sales(wine)): "2030", .init(.tip): "2900"]), search: plan.search,
            houseAccount: OHIPHouseAccount(room: room))
    }

    private static func itemizer(_ number: Int) -> Itemizer {
        guard let itemizer = Itemizer(number) else { preconditionFailure("1 and 3 are revenue groups") }
        return itemizer
    }
}
