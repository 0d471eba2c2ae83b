import CryptoExtras
import NIOCore
import NIOPosix
import NIOSSL
enum FIASModule { static let x = SocketAddress.self }
