import HTTPTypes
import Hummingbird
import Mustache
import NIOCore

/// Turns a view into a page.
enum PageRenderer {
    /// Escapes by Unicode scalar: a quote with a combining accent behind it is one character to Swift and still a quote to a browser.
    private struct EscapedHTML: MustacheContentType {
        func escapeText(_ text: String) -> String {
            var escaped = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                switch scalar {
                case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
                case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
                case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
                case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
                case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
                default: escaped.append(scalar)
                }
            }
            return String(escaped)
        }
    }

    /// The name of the content type that every template declares in its first line.
    private static let contentType = "RECEPTION"

    private static let library: MustacheLibrary = {
        MustacheContentTypes.register(EscapedHTML(), named: contentType)
        let sources: [(String, [UInt8])] = [
            ("layout", PackageResources.layout_mustache), ("rooms", PackageResources.rooms_mustache),
            ("stays", PackageResources.stays_mustache), ("folio", PackageResources.folio_mustache),
            ("room", PackageResources.room_mustache), ("interface", PackageResources.interface_mustache),
            ("trouble", PackageResources.trouble_mustache), ("raccoon", PackageResources.raccoon_mustache),
            ("raccoon-guest", PackageResources.raccoon_guest_mustache),
        ]
        do {
            let templates = try sources.map { name, bytes in
                (name, try MustacheTemplate(string: "{{% CONTENT_TYPE:\(contentType)}}\n" + String(decoding: bytes, as: UTF8.self)))
            }
            return MustacheLibrary(templates: Dictionary(uniqueKeysWithValues: templates))
        } catch {
            preconditionFailure("a template that is compiled in is wrong: \(error)")
        }
    }()

    /// The page of a template, with its view.
    static func page(_ template: String, _ view: some Sendable, status: HTTPResponse.Status = .ok) -> Response {
        let html = library.render(view, withTemplate: template) ?? ""
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .vary: "Accept-Language, Cookie"],
            body: .init(byteBuffer: ByteBuffer(string: html)))
    }
}
