/// A moment in the life of a room charge at which the till is killed, as seen on the wire and by whoever tapped.
enum KillPoint: String, CaseIterable, Sendable {
    /// At any microsecond after the taps.
    case anyTime
    /// The inquiry has left the till and reaches nobody.
    case inquirySent
    /// The guests are named, the till has just been told.
    case guestsNamed
    /// The posting has left the till and reaches nobody: on disk as sent, unknown to the hotel.
    case postingSent
    /// Half of the posting has reached the hotel.
    case postingHalfSent
    /// The posting has reached the hotel, which is about to book it.
    case postingArrived
    /// The hotel has booked; its answer is on the way.
    case answerSent
    /// The till has just been told.
    case answerArrived
    /// The waiter has just been told.
    case tapAnswered

    /// Which way the record goes that the moment is about; nil when it is about none.
    var direction: KillWire.Direction? {
        switch self {
        case .inquirySent, .postingSent, .postingHalfSent, .postingArrived: .toHotel
        case .guestsNamed, .answerSent, .answerArrived: .toTill
        case .anyTime, .tapAnswered: nil
        }
    }

    /// Whether the bytes hold the record that the moment is about.
    func isIn(_ bytes: String) -> Bool {
        switch self {
        case .inquirySent: bytes.contains("PR|") && bytes.contains("|PI")
        case .postingSent, .postingHalfSent, .postingArrived: bytes.contains("PR|") && bytes.contains("|TA")
        case .guestsNamed: bytes.contains("PL|")
        case .answerSent, .answerArrived: bytes.contains("PA|") && bytes.contains("ASOK")
        case .anyTime, .tapAnswered: false
        }
    }

    /// How many of the bytes pass before the kill.
    func passes(of count: Int) -> Int {
        switch self {
        case .inquirySent, .postingSent, .answerSent: 0
        case .postingHalfSent: count / 2
        case .guestsNamed, .postingArrived, .answerArrived, .anyTime, .tapAnswered: count
        }
    }
}
