import PointOfSale

/// Reads the bills of the guests that were charged on a day: a few at a time, not for ever.
struct BillReader {
    /// How many bills are asked for at once: the till's own charges go first through the same line.
    static let atOnceMax = 4
    /// The most guests read in one comparison.
    static let guestsMax = 1000
    /// After this no further bill is begun, ms. A request to the till may take 70 s, and the last bill its own time-out.
    static let beginningMsMax: Int64 = 30_000

    let hotel: any HotelConnector
    let now: @Sendable () -> Timestamp
    let progress: @Sendable (_ read: Int, _ of: Int) -> Void

    /// What was read.
    struct Bills: Sendable {
        var lines: [(guest: GuestChoice, line: FolioLine)] = []
        /// Why a guest's bill could not be read, as a stable word.
        var unread: [GuestChoice: String] = [:]
        /// Whether the hotel has no such question at all.
        var isOffered = true
    }

    /// Reads the bills of these guests.
    func read(_ guests: [GuestChoice]) async -> Bills {
        let began = now()
        var bills = Bills()
        for guest in guests.dropFirst(Self.guestsMax) { bills.unread[guest] = Unread.outOfTime.rawValue }
        var waiting = guests.prefix(Self.guestsMax)[...]
        let all = waiting.count
        var read = 0
        progress(read, all)
        await withTaskGroup(of: (GuestChoice, Reading).self) { group in
            for guest in waiting.prefix(Self.atOnceMax) { group.addTask { (guest, await self.read(guest)) } }
            waiting = waiting.dropFirst(Self.atOnceMax)
            while let (guest, reading) = await group.next() {
                read += 1
                progress(read, all)
                bills.add(reading, of: guest)
                guard bills.isOffered, now().ms(since: began) < Self.beginningMsMax, let next = waiting.popFirst() else { continue }
                group.addTask { (next, await self.read(next)) }
            }
        }
        for guest in waiting { bills.unread[guest] = Unread.outOfTime.rawValue }
        return bills
    }

    /// Why a bill was not read, where the hotel did not fail.
    enum Unread: String {
        case outOfTime
        case guestGone
        case billRefused
    }

    fileprivate enum Reading: Sendable {
        case lines([FolioLine])
        case unread(String)
        case notOffered
    }

    private func read(_ guest: GuestChoice) async -> Reading {
        switch await hotel.readAccount(of: guest).folio {
        case .lines(let lines): return .lines(lines)
        case .notOffered: return .notOffered
        // Said of one posting that was asked for, never of a guest's bill.
        case .part: return .unread(Unread.billRefused.rawValue)
        case .unavailable(let reason): return .unread(reason.rawValue)
        case .refused:
            guard let guests = try? await hotel.findGuests(.room(guest.roomNumber)) else { return .unread(Unread.billRefused.rawValue) }
            return .unread((guests.contains(where: guest.matches) ? Unread.billRefused : .guestGone).rawValue)
        }
    }
}

extension BillReader.Bills {
    fileprivate mutating func add(_ reading: BillReader.Reading, of guest: GuestChoice) {
        switch reading {
        case .lines(let read): lines += read.map { (guest, $0) }
        case .unread(let reason): unread[guest] = reason
        case .notOffered: isOffered = false
        }
    }
}
