import Logging

/// What all connections of one server share.
struct ServerLinkContext: Sendable {
    let configuration: LinkServerConfiguration
    let authentication: LinkAuthentication?
    let clock: LinkClock
    let logger: Logger
    let observer: (@Sendable (LinkServerConnection.ID, LinkEvent) -> Void)?

    func observe(_ id: LinkServerConnection.ID, _ event: LinkEvent) { observer?(id, event) }

    var configurationAnswer: LinkConfigurationAnswer {
        LinkConfigurationAnswer(
            roomPaymentMethods: configuration.roomPaymentMethods, hotelID: configuration.hotelID, hotelVersion: configuration.hotelVersion)
    }
}
