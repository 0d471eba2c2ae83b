import PointOfSale
import Synchronization

/// How the gateway stood when it was last asked.
final class RelayLine: Sendable {
    private struct Standing {
        var state: HotelLinkState
        var mark: String?
        var capabilities = HotelCapabilities.opera
    }

    private let standing: Mutex<Standing>
    private let clock: GatewayClock
    private let onChange: @Sendable (HotelLinkState) -> Void

    init(clock: GatewayClock, onChange: @escaping @Sendable (HotelLinkState) -> Void) {
        self.clock = clock
        self.onChange = onChange
        standing = Mutex(Standing(state: HotelLinkState(phase: .connecting, since: clock.now())))
    }

    var state: HotelLinkState { standing.withLock { $0.state } }
    var capabilities: HotelCapabilities { standing.withLock { $0.capabilities } }
    /// By which the gateway is known again; nil until it has been met.
    var mark: String? { standing.withLock { $0.mark } }

    /// Notes what the gateway said, or why it could not be asked. Whoever watches hears of changes only.
    func note(_ look: RelayLook) {
        let moment = clock.now()
        let changed = standing.withLock { standing -> HotelLinkState? in
            if case .met(let mark, let capabilities, _, _) = look {
                standing.mark = mark
                standing.capabilities = capabilities
            }
            let (phase, fault) = look.standing
            guard standing.state.phase != phase || standing.state.fault != fault else { return nil }
            standing.state = HotelLinkState(phase: phase, since: moment, fault: fault)
            return standing.state
        }
        if let changed { onChange(changed) }
    }
}

/// What one look at the gateway showed.
enum RelayLook: Hashable, Sendable {
    case met(mark: String, HotelCapabilities, HotelLinkState.Phase, currency: String)
    case failed(HotelLinkState.Fault)

    /// What an answer to `GET /api/v1/gateway` says to a till that counts in that currency.
    init(_ http: HTTPAnswer, currency: Currency) {
        switch http.status {
        case 200: self = RelayObject(body: http.body).flatMap { Self.read($0, currency) } ?? .failed(.notArdoise)
        case 401, 403: self = RelayObject(body: http.body)?.text("code") == nil ? .failed(.notArdoise) : .failed(.notAuthentic)
        case 429, 500...: self = .failed(.noAnswer)
        default: self = .failed(.notArdoise)
        }
    }

    private static func read(_ object: RelayObject, _ currency: Currency) -> RelayLook? {
        guard let mark = object.text("mark"), !mark.isEmpty, let name = object.text("hotel"), let its = object.text("currency"),
            let phase = object.text("phase").flatMap({ HotelLinkState.Phase(rawValue: $0) }),
            let findsByName = object.flag("findsByName"), let takesRevenue = object.flag("takesOutsideRevenue"),
            let takesDiscounts = object.flag("takesCheckDiscounts")
        else { return nil }
        guard its == currency.code else { return .failed(.otherCurrency) }
        let capabilities = HotelCapabilities(
            systemName: name, findsByName: findsByName, takesOutsideRevenue: takesRevenue, takesCheckDiscounts: takesDiscounts)
        return .met(mark: mark, capabilities, phase, currency: its)
    }

    /// How the line stands by it: up only when the gateway's own line is.
    var standing: (HotelLinkState.Phase, HotelLinkState.Fault?) {
        switch self {
        case .failed(let fault): (.down, fault)
        case .met(_, _, .alive, _): (.alive, nil)
        case .met(_, _, .nightAudit, _): (.nightAudit, nil)
        case .met(_, _, .resyncing, _): (.resyncing, nil)
        case .met(_, _, .connecting, _), .met(_, _, .down, _): (.down, .gatewayDown)
        }
    }
}
