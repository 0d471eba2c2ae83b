import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// Styles, scripts and pictures, compiled into the program.
struct Assets: Sendable {
    private struct Asset: Sendable {
        let bytes: [UInt8]
        let type: String
        let tag: String
    }

    /// Changes with every build that changes an asset: pages name it, so that browsers may keep what they have.
    let build: String
    private let assets: [String: Asset]

    /// Takes in what the build embedded.
    init() {
        var assets: [String: Asset] = [:]
        var all = SHA256()
        for (name, bytes) in Self.files.sorted(by: { $0.key < $1.key }) {
            all.update(data: bytes)
            assets[name] = Asset(bytes: bytes, type: Self.type(of: name), tag: "\"\(Self.short(SHA256.hash(data: bytes)))\"")
        }
        self.assets = assets
        build = Self.short(all.finalize())
    }

    /// `GET /assets/{name}`.
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        guard let asset = visit.till.assets.assets[visit.parameters.get("name") ?? ""] else { throw Problem.notFound }
        // Modules import each other by plain names, so they are asked about again; the answer is then short.
        let caching: HTTPFields = [.eTag: asset.tag, .cacheControl: "no-cache"]
        if visit.request.headers[.ifNoneMatch] == asset.tag { return Response(status: .notModified, headers: caching) }
        var response = Response.bytes(.ok, asset.bytes, type: asset.type)
        response.headers[.eTag] = asset.tag
        response.headers[.cacheControl] = "no-cache"
        return response
    }

    static let files: [String: [UInt8]] = [
        "ardoise.css": PackageResources.ardoise_css,
        "pages.css": PackageResources.pages_css,
        "icons.svg": PackageResources.icons_svg,
        "slate.svg": PackageResources.slate_svg,
        "favicon.svg": PackageResources.favicon_svg,
        "common.js": PackageResources.common_js,
        "configuration.js": PackageResources.configuration_js,
        "floor.js": PackageResources.floor_js,
        "live.js": PackageResources.live_js,
        "order.js": PackageResources.order_js,
        "order-discounts.js": PackageResources.order_discounts_js,
        "order-keys.js": PackageResources.order_keys_js,
        "order-lines.js": PackageResources.order_lines_js,
        "order-menu.js": PackageResources.order_menu_js,
        "outbox.js": PackageResources.outbox_js,
        "pad.js": PackageResources.pad_js,
        "pay.js": PackageResources.pay_js,
        "hotel.js": PackageResources.hotel_js,
        "reconciliation.js": PackageResources.reconciliation_js,
        "postings.js": PackageResources.postings_js,
        "receipt.js": PackageResources.receipt_js,
        "printing.js": PackageResources.printing_js,
        "signature.js": PackageResources.signature_js,
        "room.js": PackageResources.room_js,
        "split.js": PackageResources.split_js,
        "refund.js": PackageResources.refund_js,
        "steppers.js": PackageResources.steppers_js,
        "sign-in.js": PackageResources.sign_in_js,
    ]

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }

    private static func short(_ digest: some Digest) -> String {
        digest.prefix(8).map { String($0, radix: 16) }.joined()
    }
}
