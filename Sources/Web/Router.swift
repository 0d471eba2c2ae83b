import HTTPTypes
import Hummingbird
import PointOfSale

/// Every address of the product, and who may ask there.
enum Routes {
    static let all: [Route] =
        [
            .page(.get, "/", .anyone, StartPage.show),
            .page(.get, "/sign-in", .anyone, SignInPage.show),
            .page(.post, "/sign-in", .anyone, limit: .signIn, SignInPage.signIn),
            .page(.post, "/sign-out", .anyone, SignInPage.signOut),
            .page(.post, "/language", .anyone, SignInPage.speak),
            .page(.get, "/till", .may(.setUpTill), TillPage.show),
            .page(.post, "/till", .may(.setUpTill), TillPage.choose),
            .page(.get, "/floor", .may(.takeOrders), FloorPage.showFirst),
            .page(.get, "/floor/{outlet}", .may(.takeOrders), FloorPage.show),
            .page(.post, "/checks", .may(.takeOrders), FloorPage.openCheck),
            .page(.get, "/checks/{check}", .may(.takeOrders), OrderPage.show),
            .page(.get, "/checks/{check}/pay", .may(.settleChecks), PayPage.show),
            .page(.post, "/checks/{check}/payments", .may(.settleChecks), PayPage.pay),
            .page(.get, "/checks/{check}/room", .may(.settleChecks), RoomPage.show),
            .page(.post, "/checks/{check}/guests", .may(.settleChecks), limit: .guestSearch, RoomPage.search),
            .page(.post, "/checks/{check}/discount-spread", .may(.giveDiscounts), RoomPage.spread),
            .page(.post, "/checks/{check}/room-charges", .may(.settleChecks), RoomPage.charge),
            .page(.get, "/checks/{check}/charges/{posting}", .may(.settleChecks), ResultPage.show),
            .page(.get, "/checks/{check}/receipt", .may(.settleChecks), ReceiptPage.show),
            .page(.get, "/hotel", .may(.viewPostings), HotelPage.show),
            .page(.post, "/hotel/doubts/{posting}/settlement", .may(.settleDoubt), HotelPage.settle),
            .page(.post, "/hotel/attention/{posting}", .may(.settleDoubt), HotelPage.acknowledge),
            .page(.post, "/hotel/doubts/{posting}/question", .may(.settleDoubt), HotelPage.askAgain),
            .page(.get, "/hotel/reconciliation", .may(.reconcile), ReconciliationPage.show),
            .page(.post, "/hotel/reconciliation", .may(.reconcile), ReconciliationPage.compare),
            .page(.get, "/hotel/reconciliation/{reconciliation}", .may(.reconcile), ReconciliationRunPage.show),
            .page(.get, "/postings", .may(.viewPostings), PostingsPage.show),
            .page(.get, "/postings/{posting}", .may(.viewPostings), PostingPage.show),
            .page(.post, "/postings/{posting}/withdrawal", .may(.settleChecks), PostingPage.withdraw),
            .page(.post, "/postings/{posting}/settlement", .may(.settleDoubt), PostingPage.settle),
            .page(.get, "/assets/{name}", .anyone, Assets.show),
            .api(.get, "/events", .signedIn, "watch", Events.watch),
            .api(.get, "/health", .anyone, "health", HealthAPI.health),
            .api(.get, "/ready", .anyone, "ready", HealthAPI.ready),
            .api(.post, "/api/v1/sessions", .anyone, "signIn", limit: .signIn, SessionsAPI.signIn),
            .api(.delete, "/api/v1/sessions/current", .signedIn, "signOut", SessionsAPI.signOut),
            .api(.get, "/api/v1/outlets", .signedIn, "listOutlets", FloorAPI.listOutlets),
            .api(.get, "/api/v1/outlets/{outlet}/floor", .may(.takeOrders), "showFloor", FloorAPI.showFloor),
            .api(.get, "/api/v1/outlets/{outlet}/checks", .may(.takeOrders), "listChecks", FloorAPI.listChecks),
            .api(.get, "/api/v1/menu", .may(.takeOrders), "showMenu", FloorAPI.showMenu),
            .api(.get, "/api/v1/payment-methods", .may(.settleChecks), "listPaymentMethods", FloorAPI.listPaymentMethods),
            .api(.post, "/api/v1/checks", .may(.takeOrders), "openCheck", ChecksAPI.open),
            .api(.get, "/api/v1/checks/{check}", .may(.takeOrders), "showCheck", ChecksAPI.show),
            .api(.post, "/api/v1/checks/{check}/lines", .may(.takeOrders), "changeLines", ChecksAPI.changeLines),
            .api(.put, "/api/v1/checks/{check}/covers", .may(.takeOrders), "setCovers", ChecksAPI.setCovers),
            .api(.post, "/api/v1/checks/{check}/payments", .may(.settleChecks), "takePayment", PaymentsAPI.take),
            .api(.post, "/api/v1/guest-searches", .may(.settleChecks), "findGuests", limit: .guestSearch, GuestsAPI.find),
            .api(.post, "/api/v1/checks/{check}/room-charges", .may(.settleChecks), "chargeToRoom", RoomChargesAPI.charge),
            .api(.get, "/api/v1/checks/{check}/receipt", .may(.settleChecks), "showReceipt", PaymentsAPI.receipt),
            .api(.get, "/api/v1/postings", .may(.viewPostings), "listPostings", PostingsAPI.list),
            .api(.get, "/api/v1/postings/{posting}", .may(.viewPostings), "showPosting", PostingsAPI.show),
            .api(.post, "/api/v1/postings/{posting}/withdrawal", .may(.settleChecks), "withdrawPosting", PostingsAPI.withdraw),
            .api(.post, "/api/v1/postings/{posting}/settlement", .may(.settleDoubt), "settleDoubt", PostingsAPI.settle),
            .api(.post, "/api/v1/postings/{posting}/questions", .may(.settleDoubt), "askAgain", HotelDeskAPI.askAgain),
            .api(.post, "/api/v1/postings/{posting}/acknowledgement", .may(.settleDoubt), "acknowledgeRefusal", HotelDeskAPI.acknowledge),
            .api(.get, "/api/v1/hotel-desk", .may(.viewPostings), "showHotelDesk", HotelDeskAPI.show),
            .api(.get, "/api/v1/reconciliations", .may(.reconcile), "listReconciliations", ReconciliationsAPI.list),
            .api(.post, "/api/v1/reconciliations", .may(.reconcile), "reconcile", ReconciliationsAPI.compare),
            .api(.post, "/api/v1/reconciliations/list", .may(.reconcile), "reconcileWithList", ReconciliationsAPI.importList),
            .api(.get, "/api/v1/reconciliations/{reconciliation}", .may(.reconcile), "showReconciliation", ReconciliationsAPI.show),
            .api(.get, "/api/v1/hotel-link", .signedIn, "showHotelLink", GuestsAPI.showHotelLink),
        ] + settlement + configuration + day + paper + gateway

    /// Parts of a check, a manager's word, closed checks, voids and refunds.
    private static let settlement: [Route] = [
        .page(.post, "/checks/{check}/payments/{tender}/void", .may(.voidChecks), PayPage.void),
        .page(.post, "/checks/{check}/closing", .may(.settleChecks), PayPage.closeFree),
        .page(.get, "/checks/{check}/split", .may(.settleChecks), SplitPage.show),
        .page(.get, "/history", .may(.settleChecks), HistoryPage.show),
        .page(.get, "/history/{check}", .may(.settleChecks), ClosedCheckPage.show),
        .page(.post, "/history/{check}/void", .may(.voidChecks), ClosedCheckPage.void),
        .page(.get, "/history/{check}/refund", .may(.settleChecks), RefundPage.show),
        .page(.post, "/history/{check}/refund", .may(.settleChecks), RefundPage.refund),
        .page(.post, "/history/{check}/repayment", .may(.settleChecks), ClosedCheckPage.giveBack),
        .page(.post, "/history/{check}/withdrawal", .may(.refundChecks), ClosedCheckPage.withdraw),
        .api(.post, "/api/v1/checks/{check}/parts", .may(.settleChecks), "splitCheck", SettlementAPI.split),
        .api(.post, "/api/v1/checks/{check}/approvals", .may(.settleChecks), "approveCharge", limit: .signIn, SettlementAPI.approve),
        .api(.post, "/api/v1/checks/{check}/closing", .may(.settleChecks), "closeFree", PaymentsAPI.closeFree),
        .api(
            .post, "/api/v1/checks/{check}/discount-approvals", .may(.takeOrders), "approveDiscounts", limit: .signIn,
            DiscountsAPI.approve),
        .api(.get, "/api/v1/closed-checks", .may(.settleChecks), "listClosedChecks", ClosedChecksAPI.list),
        .api(.get, "/api/v1/closed-checks/{check}", .may(.settleChecks), "showClosedCheck", ClosedChecksAPI.show),
        .api(
            .post, "/api/v1/checks/{check}/payments/{tender}/void", .may(.voidChecks), "voidPayment", ClosedChecksAPI.voidPayment),
        .api(.post, "/api/v1/checks/{check}/void", .may(.voidChecks), "voidCheck", ClosedChecksAPI.void),
        .api(.post, "/api/v1/checks/{check}/refunds", .may(.settleChecks), "refundCheck", ClosedChecksAPI.refund),
        .api(.post, "/api/v1/checks/{check}/repayments", .may(.settleChecks), "giveBack", ClosedChecksAPI.giveBack),
        .api(.post, "/api/v1/checks/{check}/refund-withdrawal", .may(.refundChecks), "withdrawRefund", ClosedChecksAPI.withdraw),
    ]

    /// The day: its report, its closing, its revenue.
    private static let day: [Route] = [
        .page(.get, "/day", .may(.viewReports), DayPage.show),
        .page(.get, "/day/report.csv", .may(.viewReports), DayPage.export),
        .page(.post, "/day/closing", .may(.closeDay), DayPage.close),
        .page(.get, "/day/postings", .may(.viewReports), PostingsReportPage.show),
        .page(.post, "/day/postings", .may(.viewReports), PostingsReportPage.filter),
        .page(.post, "/day/postings.csv", .may(.viewReports), PostingsReportPage.export),
        .page(.get, "/day/revenue", .may(.viewReports), RevenuePage.show),
        .page(.get, "/day/revenue/{batch}", .may(.viewReports), RevenueBatchPage.show),
        .page(.post, "/day/revenue/{batch}/posting", .may(.settleDoubt), RevenueBatchPage.resend),
        .api(.get, "/api/v1/days/{date}", .may(.viewReports), "showDay", DaysAPI.show),
        .api(.post, "/api/v1/days/{date}/closing", .may(.closeDay), "closeDay", DaysAPI.close),
        .api(.get, "/api/v1/days/{date}/revenue", .may(.viewReports), "listRevenue", DaysAPI.listRevenue),
        .api(.post, "/api/v1/revenue/{batch}/postings", .may(.settleDoubt), "resendRevenue", DaysAPI.resend),
    ]

    /// What comes out on paper, and what a guest reads of it.
    private static let paper: [Route] = [
        .page(.post, "/checks/{check}/prints", .may(.settleChecks), PrintingPage.print),
        .page(.post, "/checks/{check}/receipt-links", .may(.settleChecks), ReceiptPage.makeLink),
        .page(.get, "/printing", .may(.takeOrders), PrintingPage.show),
        .page(.post, "/printing/{job}/retry", .may(.takeOrders), PrintingPage.retry),
        .page(.post, "/printing/{job}/confirmation", .may(.takeOrders), PrintingPage.confirm),
        .page(.post, "/printing/{job}/cancellation", .may(.takeOrders), PrintingPage.cancel),
        .page(.get, "/r/{secret}", .anyone, limit: .guestReceipt, GuestReceiptPage.show),
    ]

    /// What another till asks this one, which is its gateway (`S1-02`).
    private static let gateway: [Route] = [
        .api(.get, "/api/v1/gateway", .gateway, "showGateway", limit: .gateway, GatewayAPI.show),
        .api(.post, "/api/v1/gateway/guest-searches", .gateway, "findGuestsForTill", limit: .gateway, GatewayAPI.find),
        .api(.put, "/api/v1/gateway/postings/{key}", .gateway, "handOverPosting", limit: .gateway, GatewayAPI.takeOver),
        .api(.get, "/api/v1/gateway/postings/{key}", .gateway, "showHandedOver", limit: .gateway, GatewayAPI.showPosting),
        .api(.delete, "/api/v1/gateway/postings/{key}", .gateway, "takeBackPosting", limit: .gateway, GatewayAPI.takeBack),
    ]

    /// The back office.
    private static let configuration: [Route] = [
        .page(.get, "/hotel/help", .may(.viewPostings), HelpPage.show),
        .page(.get, "/hotel/help/diagnostics", .may(.settleDoubt), HelpPage.diagnostics),
        .page(.get, "/configuration", .may(.configure), ConfigurationPage.show),
        .page(.get, "/configuration/settings/{section}", .may(.configure), ConfigurationPage.list),
        .page(.get, "/configuration/settings/{section}/{setting}", .may(.configure), ConfigurationPage.form),
        .page(.post, "/configuration/settings/{section}/{setting}", .may(.configure), ConfigurationPage.save),
        .page(.post, "/configuration/gateway-test", .may(.configure), ConfigurationPage.test),
        .page(.post, "/configuration/relay-test", .may(.configure), ConfigurationPage.testRelay),
        .page(.get, "/configuration/integrations", .may(.configure), IntegrationsPage.show),
        .page(.get, "/configuration/integrations/add", .may(.configure), IntegrationsPage.add),
        .page(.post, "/configuration/opera-cloud-test", .may(.configure), ConfigurationPage.testOperaCloud),
        .page(.post, "/configuration/room-raccoon-test", .may(.configure), ConfigurationPage.testRoomRaccoon),
        .page(.get, "/configuration/file", .may(.configure), ConfigurationFilePage.show),
        .page(.get, "/configuration/export", .may(.configure), ConfigurationFilePage.export),
        .page(.get, "/configuration/changes", .may(.configure), ConfigurationFilePage.changes),
        .api(.get, "/api/v1/configuration", .may(.configure), "exportConfiguration", ConfigurationAPI.export),
        .api(.put, "/api/v1/configuration", .may(.configure), "loadConfiguration", ConfigurationAPI.load),
        .api(.post, "/api/v1/hotel-link/tests", .may(.configure), "testHotelLink", ConfigurationAPI.testLink),
    ]

    /// Hummingbird's router with every route behind the gate, and an answer for every wrong method on a right address.
    static func router(_ till: Till) -> Router<TillContext> {
        let router = Router(context: TillContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Envelope(till: till))
        let gate = Gate(till: till)
        for (path, routes) in Dictionary(grouping: all, by: \.path) {
            let routerPath = RouterPath(path)
            for route in routes {
                router.on(routerPath, method: route.method) { request, context in try await gate.pass(route, request, context) }
            }
            let methods = routes.map(\.method) + (routes.contains { $0.method == .get } ? [.head] : [])
            let allow = methods.map(\.rawValue).sorted().joined(separator: ", ")
            for method in [.get, .head, .post, .put, .patch, .delete, .options] as [HTTPRequest.Method] where !methods.contains(method) {
                router.on(routerPath, method: method) { _, _ -> Response in throw Problem.methodNotAllowed(allow: allow) }
            }
        }
        return router
    }
}
