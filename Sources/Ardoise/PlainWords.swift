import ArgumentParser
import Glibc
import HotelSimulator
import NIOCore
import Operations
import Storage

/// Faults that whoever starts the program can mend, said in words instead of a stack trace.
enum PlainWords {
    /// Runs `work`; what it throws comes out as something a person can act on.
    static func spoken<T>(_ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch let fault as StorageFault {
            throw ValidationError("The database cannot be used: \(fault).")
        } catch let error as HotelFileError {
            throw ValidationError("The hotel file cannot be used: \(error)")
        } catch let error as ConfigurationRejected {
            throw ValidationError("\(error)")
        } catch let error as PINRefused {
            throw ValidationError("\(error)")
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ValidationError("The port is in use. Stop the other program, or choose another port with --port.")
        } catch let error as IOError where error.errnoCode == EACCES {
            throw ValidationError("This port may not be opened by this account. Choose one above 1024 with --port.")
        } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL {
            throw ValidationError("This machine does not have that address. Choose another with --host.")
        }
    }
}
