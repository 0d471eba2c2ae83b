import Operations
import PointOfSale

/// The way that a form names: `method:…`; `posting:…` for the stay that this posting was charged to; `room:…`, a method, for the guest whom
/// `room`, `reservation` and `name` say. With it comes a manager's word (`pin`, or `confirmed`) and what the guest signed (`signature`).
struct RefundWayChoice: Sendable {
    let way: String
    let guest: (room: String, reservation: String, name: String)?
    let signature: String?
    let word: RefundWord

    /// Takes its fields from a form.
    init(_ form: inout FormFields, _ visit: Visit) throws {
        way = try form.text("way")
        let room = try form.optionalText("room")
        let reservation = try form.optionalText("reservation")
        let name = try form.optionalText("name", lengthMax: GuestChoice.nameCharactersMax) ?? ""
        guest = room.flatMap { room in reservation.map { (room, $0, name) } }
        signature = try form.optionalText("signature", lengthMax: SignatureStrokes.charactersMax)
        let pin = try form.optionalText("pin", lengthMax: 20)
        let isConfirmed = try form.optionalText("confirmed") != nil
        word = pin.map { .pin($0, device: visit.device) } ?? (isConfirmed ? .confirmed : .none)
    }

    /// What it stands for.
    func way(for original: CheckID, _ visit: Visit) async throws -> RefundWay {
        let strokes = try signature.map { text in
            guard let strokes = SignatureStrokes(text: text) else { throw Refusal.signatureUnreadable }
            return strokes
        }
        if let method = Self.id(way, "method:", as: PaymentMethod.self) { return RefundWay(methodID: method, word: word) }
        if let method = Self.id(way, "room:", as: PaymentMethod.self) {
            guard let guest, let number = RoomNumber(guest.room),
                let chosen = GuestChoice(roomNumber: number, reservationNumber: guest.reservation, name: guest.name)
            else { throw Refusal.guestInvalid }
            return RefundWay(methodID: method, guest: chosen, word: word, signature: strokes)
        }
        let restaurant = visit.till.restaurant
        guard let id = Self.id(way, "posting:", as: FolioPosting.self),
            let posting = try await restaurant.story(of: original).postings.first(where: { $0.id == id }), let charged = posting.guest,
            let tender = try await restaurant.check(original).tenders.first(where: { $0.id == posting.tenderID })
        else { throw Problem.fieldIsOutOfRange("way") }
        return RefundWay(methodID: tender.paymentMethodID, guest: charged, word: word, signature: strokes)
    }

    private static func id<Subject>(_ text: String, _ prefix: String, as: Subject.Type) -> Identifier<Subject>? {
        text.hasPrefix(prefix) ? Identifier(text: String(text.dropFirst(prefix.count))) : nil
    }
}

/// A refund that waits for a manager (`S2-09`): for a PIN, or, where the manager acts, for one more tap.
struct RefundApproval: Sendable {
    /// Where the same form goes again.
    let path: String
    let text: String
    let asksPIN: Bool
    /// Whether it was asked for before: only then is something wrong, and said in red.
    let isAskedAgain: Bool
    let fields: [Field]

    /// A field of the form as it came.
    struct Field: Sendable {
        let name: String
        let value: String
    }

    /// Nil when no manager's word would help.
    init?(_ problem: Problem?, _ form: FormFields, path: String, _ visit: Visit) throws {
        guard let refusal = problem?.refusal, refusal.asksForManager else { return nil }
        let (words, cashier) = (visit.words, try visit.cashier)
        self.path = path
        asksPIN = !cashier.may(.refundChecks)
        let values = form.all
        isAskedAgain = values["pin"] != nil || values["confirmed"] != nil
        if let room = values["room"], !room.isEmpty, values["way"]?.hasPrefix("room:") == true {
            text = words("refundElsewhereText", ["room": room, "guest": values["name"] ?? ""])
        } else {
            text = words["refundApprovalText"]
        }
        fields = values.filter { !["key", "pin", "confirmed"].contains($0.key) }.sorted { $0.key < $1.key }.map {
            Field(name: $0.key, value: $0.value)
        }
    }
}

extension Refusal {
    /// Whether a manager's word, given now or given right, may help.
    fileprivate var asksForManager: Bool {
        switch self {
        case .refundToOtherStay, .wrongPIN, .signInSlowed, .notPermitted(.refundChecks): true
        default: false
        }
    }
}
