import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import PointOfSale

/// What went wrong between here and whoever was asked.
enum HTTPTrouble: Hashable, Sendable, CaseIterable {
    case nameUnknown, unreachable, tlsFailed, timedOut, cut, tooLong, stopped

    /// What an error of the client's comes to.
    init(_ error: any Error) {
        switch error {
        case let error as NIOConnectionError:
            let named = error.connectionErrors.isEmpty && (error.dnsAError != nil || error.dnsAAAAError != nil)
            self = named ? .nameUnknown : .unreachable
        case let error as HTTPClientError where error == .tlsHandshakeTimeout: self = .tlsFailed
        case let error as HTTPClientError where error == .connectTimeout: self = .unreachable
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: self = .tlsFailed
        case is SocketAddressError: self = .nameUnknown
        case let error as IOError:
            let nobodyThere = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN, ETIMEDOUT].contains(error.errnoCode)
            self = nobodyThere ? .unreachable : .cut
        case let error as ChannelError:
            if case .connectTimeout = error { self = .unreachable } else { self = .cut }
        default: self = .cut
        }
    }
}

extension HotelLinkState.Fault {
    /// What stands between here and the hotel; nil when we stopped ourselves.
    init?(_ trouble: HTTPTrouble) {
        switch trouble {
        case .nameUnknown: self = .nameUnknown
        case .unreachable: self = .unreachable
        case .tlsFailed: self = .tlsFailed
        case .timedOut: self = .noAnswer
        case .cut, .tooLong: self = .closedByHotel
        case .stopped: return nil
        }
    }
}

extension PostingOutcome.Doubt {
    init(_ trouble: HTTPTrouble) {
        switch trouble {
        case .timedOut: self = .timedOut
        case .tooLong: self = .unknownAnswer
        case .stopped: self = .interrupted
        case .nameUnknown, .unreachable, .tlsFailed, .cut: self = .linkLost
        }
    }
}
