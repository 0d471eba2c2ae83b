import FIAS
import HotelGateway
import Operations
import Storage

extension LinkConfiguration {
    /// The FIAS end of what the house configured.
    ///
    /// The key is opened here and nowhere else. One that cannot be opened is left out, and the hotel then says that we are not authentic.
    init(_ settings: HotelLinkSettings, pepper: PINPepper, postingTimeoutMs: Int?) {
        self.init(host: settings.host, port: settings.port)
        codePage = CodePage(rawValue: settings.codePage) ?? .windows1252
        authenticationKey = settings.authenticationKey.flatMap(pepper.open)
        tls = settings.tlsCertificateFile.map { LinkTLS(trust: .pinnedFile(path: $0)) }
        if let field = settings.packageField { ask(for: .siteDefined(field), in: .pl) }
        if let postingTimeoutMs { self.postingTimeoutMs = postingTimeoutMs }
        version = String(Version.current.prefix(10))
    }
}

extension FIASSettings {
    /// What the connector needs of what the house configured.
    init(_ settings: HotelLinkSettings) {
        self.init(
            workstation: settings.workstation, roomPaymentCode: settings.roomPaymentCode, matchesMax: settings.matchesMax,
            postingNumberDigits: settings.postingNumberDigits,
            packageField: settings.packageField)
    }
}
