/// An armed fault.
struct FaultResource: Encodable {
    let id, remaining: Int
    let fault: String
    let on: InterfaceRequest?

    init(_ armed: ArmedFault) {
        id = armed.id
        remaining = armed.remaining
        fault = armed.fault.name
        on = armed.request
    }
}

extension Fault {
    /// The name that a plan calls it by.
    var name: String {
        switch self {
        case .loseAnswer: FaultPlan.Kind.loseAnswer.rawValue
        case .delayAnswer: FaultPlan.Kind.delayAnswer.rawValue
        case .bookLate: FaultPlan.Kind.bookLate.rawValue
        case .duplicateAnswer: FaultPlan.Kind.duplicateAnswer.rawValue
        case .reorderAnswer: FaultPlan.Kind.reorderAnswer.rawValue
        case .cutBeforeBooking: FaultPlan.Kind.cutBeforeBooking.rawValue
        case .cutAfterBooking: FaultPlan.Kind.cutAfterBooking.rawValue
        case .cutInAnswer: FaultPlan.Kind.cutInAnswer.rawValue
        case .refuse: FaultPlan.Kind.refuse.rawValue
        case .nonsense(let nonsense): nonsense.rawValue
        }
    }
}
