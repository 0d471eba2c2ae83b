/// A field of the configuration that can be wrong, each with its own words for what would be right.
package enum SettingField: String, Hashable, Sendable, CaseIterable {
    case name
    case code
    case number
    case hotelCode
    case position
    case host
    case port
    case codePage
    case workstation
    case postingNumberDigits
    case postingsInFlight
    case matches
    case quietSeconds
    case itemizer
    case time
    case seats
    case place
    case pin
    case outlet
    case floorPlan
    case paymentMethods
    case serverAddress
    case certificateFile
    case authenticationKey
    case paymasterRooms
    case apiKey
    case hotelID
    case serviceAddress
    case roomRaccoonGroup
    case integrationName
}
