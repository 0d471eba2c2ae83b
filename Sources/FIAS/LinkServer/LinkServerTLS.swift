package import NIOSSL

/// TLS at the hotel's end. FIAS 2.20.24 §1.1.
package struct LinkServerTLS: Sendable {
    /// The server's certificate chain, a PEM file.
    package var chainPath: String
    /// Its key, a PEM file.
    package var keyPath: String
    /// The authorities, or the very certificates, of the clients that may connect; nil lets every client in.
    package var clientTrustPath: String?

    /// TLS settings.
    package init(chainPath: String, keyPath: String, clientTrustPath: String? = nil) {
        self.chainPath = chainPath
        self.keyPath = keyPath
        self.clientTrustPath = clientTrustPath
    }

    /// Reads the files and prepares a context. Throws NIOSSL's errors when a file is missing or unreadable.
    package func context() throws -> NIOSSLContext {
        let chain = try NIOSSLCertificate.fromPEMFile(chainPath).map { NIOSSLCertificateSource.certificate($0) }
        let key = NIOSSLPrivateKeySource.privateKey(try NIOSSLPrivateKey(file: keyPath, format: .pem))
        var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: key)
        configuration.minimumTLSVersion = .tlsv12
        if let clientTrustPath {
            configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(clientTrustPath))
            configuration.certificateVerification = .noHostnameVerification
        }
        return try NIOSSLContext(configuration: configuration)
    }
}
