package import NIOSSL

/// TLS at the client end. FIAS 2.20.24 §1.1: a server certificate, optionally one of the client; self-signed ones are pinned as files.
package struct LinkTLS: Sendable {
    /// Whom the client trusts.
    package enum Trust: Sendable {
        /// The authorities of the operating system; the host name is checked.
        case systemRoots
        /// The authorities in a PEM file; the host name is checked.
        case rootsFile(path: String)
        /// Exactly the certificates in a PEM file, whatever host they name: for the self-signed certificate of a hotel's interface.
        case pinnedFile(path: String)
    }

    /// The client's own certificate, for mutual authentication.
    package enum ClientCertificate: Sendable {
        /// A chain and its key, both PEM.
        case pem(chainPath: String, keyPath: String)
        /// A `.pfx` file and its passphrase.
        case pkcs12(path: String, passphrase: String)
    }

    /// Whom the client trusts.
    package var trust: Trust
    /// The client's own certificate, nil for none.
    package var clientCertificate: ClientCertificate?
    /// The name that the server's certificate must bear; nil takes the host of the link.
    package var serverName: String?

    /// TLS settings.
    package init(trust: Trust, clientCertificate: ClientCertificate? = nil, serverName: String? = nil) {
        self.trust = trust
        self.clientCertificate = clientCertificate
        self.serverName = serverName
    }

    /// Reads the files and prepares a context. Throws NIOSSL's errors when a file is missing or unreadable.
    package func context() throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        switch trust {
        case .systemRoots:
            configuration.trustRoots = .default
        case .rootsFile(let path):
            configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(path))
        case .pinnedFile(let path):
            configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(path))
            configuration.certificateVerification = .noHostnameVerification
        }
        switch clientCertificate {
        case nil:
            break
        case .pem(let chainPath, let keyPath):
            configuration.certificateChain = try NIOSSLCertificate.fromPEMFile(chainPath).map { .certificate($0) }
            configuration.privateKey = .privateKey(try NIOSSLPrivateKey(file: keyPath, format: .pem))
        case .pkcs12(let path, let passphrase):
            let bundle = try NIOSSLPKCS12Bundle(file: path, passphrase: Array(passphrase.utf8))
            configuration.certificateChain = bundle.certificateChain.map { .certificate($0) }
            configuration.privateKey = .privateKey(bundle.privateKey)
        }
        return try NIOSSLContext(configuration: configuration)
    }
}
