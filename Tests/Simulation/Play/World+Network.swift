import FIAS
import NIOEmbedded

/// The network: it delays, splits, stalls, tears and falls silent.
extension World {
    private static let delayMs: ClosedRange<Int64> = 0...4
    private static let stallMs: ClosedRange<Int64> = 200...50_000
    private static let silenceMs: ClosedRange<Int64> = 5_000...200_000

    // MARK: Connecting

    func dialled(_ dial: Dial) {
        plan(.connects(dial: network.dialled(dial)), inMs: dice.ms(1...10))
    }

    func answer(_ id: Int) {
        guard let dial = network.takeDial(id) else { return }
        guard hotel.isUp, time.uptimeMs >= networkDownUntilMs, !faultHappens(plan.refusedConnection) else {
            if hotel.isUp { count(.refusedConnection) }
            return dial.fail()
        }
        let connection = network.connect(id, dial)
        do { try dial.succeed() } catch { return dial.fail() }
        tell("network", "connection \(id) stands")
        hotelAccepts(connection)
    }

    // MARK: From the till

    /// Takes what the till has written, and notices that it hung up.
    func listen(to connection: Connection) {
        connection.settle()
        let bytes = connection.takeWritten()
        if !bytes.isEmpty {
            tillWrote(bytes, on: connection)
            carry(bytes, to: .hotel, over: connection)
        }
        guard !connection.channel.isActive, !connection.hasTillClosed else { return }
        connection.hasTillClosed = true
        network.tillLeft(connection.id)
        tell("till", "hangs up connection \(connection.id)")
        let atMs = connection.arrivalAfterAll(at: .hotel, nowMs: time.uptimeMs, delayMs: dice.ms(Self.delayMs))
        plan(.closeReachesHotel(connection: connection.id), inMs: atMs - time.uptimeMs)
    }

    /// Puts bytes on the way, in pieces or at once.
    func carry(_ bytes: [UInt8], to end: Connection.End, over connection: Connection) {
        guard !connection.isTorn else { return }
        var pieces = [bytes]
        if let at = ambushedHalf(of: bytes, to: end) { pieces = [Array(bytes[..<at]), Array(bytes[at...])] }
        if bytes.count > 1, faultHappens(plan.split) {
            let at = dice.int(1...(bytes.count - 1))
            pieces = [Array(bytes[..<at]), Array(bytes[at...])]
            count(.split)
        }
        for piece in pieces {
            var delayMs = dice.ms(Self.delayMs)
            if faultHappens(plan.stall) {
                delayMs += dice.ms(Self.stallMs)
                count(.stall, "\(delayMs) ms")
            }
            let atMs = connection.send(piece, to: end, nowMs: time.uptimeMs, delayMs: delayMs)
            plan(
                end == .hotel ? .bytesReachHotel(connection: connection.id) : .bytesReachTill(connection: connection.id),
                inMs: atMs - time.uptimeMs)
        }
    }

    // MARK: Arriving

    func bytesReachTill(_ id: Int) {
        guard let connection = network[id], let bytes = connection.arrive(at: .till), !connection.hasTillClosed else { return }
        let heard = watchman.tillHears(bytes, on: id)
        if hasHalfway(.till), heard.isEmpty { reach(.answerHalfway) }
        connection.deliverToTill(bytes)
        if heard.contains(where: { $0.id == .pl }) { reach(.guestNamed) }
        if heard.contains(where: { $0.id == .pa }) { reach(.answerArrived) }
    }

    func closeReachesTill(_ id: Int) {
        guard let connection = network[id], !connection.hasTillClosed else { return }
        connection.closeAtTill()
    }

    func closeReachesHotel(_ id: Int) {
        guard let connection = network[id], !connection.hasHotelClosed else { return }
        connection.hasHotelClosed = true
        hotelLost(id)
    }

    // MARK: Faults

    /// The connection is torn: by a reset, which loses what travels, or by a goodbye that follows it.
    func tear(_ connection: Connection, isReset: Bool) {
        count(isReset ? .reset : .cut, "connection \(connection.id)")
        if isReset { connection.isTorn = true }
        let nowMs = time.uptimeMs
        let tillMs = isReset ? nowMs : connection.arrivalAfterAll(at: .till, nowMs: nowMs, delayMs: 1)
        let hotelMs = isReset ? nowMs : connection.arrivalAfterAll(at: .hotel, nowMs: nowMs, delayMs: 1)
        plan(.closeReachesTill(connection: connection.id), inMs: tillMs - nowMs + dice.ms(0...20))
        plan(.closeReachesHotel(connection: connection.id), inMs: hotelMs - nowMs + dice.ms(0...20))
    }

    /// Nothing gets through for a while: what is sent meanwhile arrives afterwards, or the connection turns out to be dead.
    func fallSilent(_ connection: Connection) {
        let ms = dice.ms(Self.silenceMs)
        let isDead = dice.happens(500)
        count(.silence, "connection \(connection.id), \(ms) ms\(isDead ? ", then reset" : "")")
        connection.silentUntilMs = time.uptimeMs + ms
        networkDownUntilMs = max(networkDownUntilMs, connection.silentUntilMs)
        guard isDead else { return }
        connection.isTorn = true
        plan(.closeReachesTill(connection: connection.id), inMs: ms)
        plan(.closeReachesHotel(connection: connection.id), inMs: ms)
    }
}
