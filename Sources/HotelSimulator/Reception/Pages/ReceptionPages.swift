import HTTPTypes
import Hummingbird
import NIOCore

/// The pages that people look at.
struct ReceptionPages {
    let hotel: SimulatedHotel

    func addRoutes(to router: some RouterMethods<ReceptionContext>) {
        router.get("/") { request, _ in PageRenderer.page("rooms", RoomsView(visit(request))) }
        router.get("stays") { request, _ in PageRenderer.page("stays", StaysView(visit(request))) }
        router.get("interface") { request, _ in
            PageRenderer.page("interface", InterfaceView(visit(request), wire: hotel.wire, faults: hotel.armedFaults))
        }
        router.get("rooms/:number") { request, context in
            let visit = visit(request)
            guard let view = RoomView(try context.number, visit) else { return trouble(.notFound, visit) }
            return PageRenderer.page("room", view)
        }
        router.get("folios/:number") { request, context in
            folio(.reservation(try context.number), visit(request))
        }
        router.get("accounts/:number") { request, context in
            folio(.account(try context.number), visit(request))
        }
        router.get("language/:code") { request, context in
            let language = Language(rawValue: try context.parameters.require("code")) ?? .french
            var response = Response.seeOther(request.uri.queryParameters["back"].map(String.init) ?? "/")
            response.headers[.setCookie] = "lang=\(language.rawValue); Path=/; SameSite=Lax; Max-Age=31536000"
            return response
        }
        router.get("favicon.ico") { _, _ in Response(status: .noContent) }
        router.get("assets/reception.css") { _, _ in asset(PackageResources.reception_css, "text/css; charset=utf-8") }
        router.get("assets/reception.js") { _, _ in asset(PackageResources.reception_js, "text/javascript; charset=utf-8") }
    }

    private func folio(_ owner: FolioOwner, _ visit: Visit) -> Response {
        guard let view = FolioView(owner, visit) else { return trouble(.reservationUnknown, visit) }
        return PageRenderer.page("folio", view)
    }

    private func trouble(_ problem: Problem, _ visit: Visit) -> Response {
        PageRenderer.page("trouble", TroubleView(problem, visit), status: problem.status)
    }

    private func visit(_ request: Request) -> Visit {
        Visit(hotel, request)
    }

    private func asset(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-cache"], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Visit {
    /// The look that a request takes.
    init(_ hotel: SimulatedHotel, _ request: Request) {
        self.init(
            hotel, language: request.language, path: request.uri.path, problem: request.uri.queryParameters["problem"].map(String.init))
    }
}

extension Request {
    /// The language of the visitor.
    var language: Language {
        let cookies = (headers[.cookie] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
        let chosen = cookies.first { $0.hasPrefix("lang=") }.map { String($0.dropFirst(5)) }
        return Language(cookie: chosen, acceptLanguage: headers[.acceptLanguage])
    }
}

extension Response {
    /// Sends the browser to a page of ours; anything but a plain local path becomes the first page.
    static func seeOther(_ path: String) -> Response {
        let isLocal = path.hasPrefix("/") && !path.hasPrefix("//") && path.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x5C }
        return Response(status: .seeOther, headers: [.location: isLocal ? path : "/"])
    }
}
