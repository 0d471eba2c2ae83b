/// Takes out of what a hotel answered all that must not be kept: our keys, people.
struct AnswerMask: Sendable {
    /// The most that is kept of an answer, in Unicode scalars: a row of the wire log holds 4,000 with what stands before it.
    static let keptScalarsMax = 3_980
    private static let dots = "•••"
    /// A text shorter than this is too common to be looked for everywhere.
    private static let secretCharactersMin = 4
    private static let personal = ["name", "guest", "mail", "phone", "address", "birth", "contact", "apikey", "hotelid"]
    private static let harmless: Set<String> = ["roomname", "hotelname"]

    private let secrets: [String]

    /// A mask that knows these secrets.
    init(secrets: [String]) { self.secrets = secrets.filter { $0.count >= Self.secretCharactersMin } }

    /// The answer as it is kept: JSON with the values of personal members hidden, anything else as plain text.
    func kept(_ body: [UInt8]) -> String {
        let text = JSONReader.read(body).map { hidden($0).text } ?? String(decoding: body, as: UTF8.self)
        return words(text, max: Self.keptScalarsMax)
    }

    /// The same behind its status.
    func kept(_ http: HTTPAnswer) -> String { "HTTP \(http.status) " + kept(http.body) }

    /// Words of the hotel's without our secrets and without control characters.
    func words(_ text: String, max scalarsMax: Int = 200) -> String {
        var plain = text
        for secret in secrets { plain = plain.replacing(secret, with: Self.dots) }
        let scalars = plain.unicodeScalars.prefix(scalarsMax).map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0x00...0x1F, 0x7F...0x9F: " "
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private func hidden(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let values): .array(values.map(hidden))
        case .object(let members):
            .object(
                members.map { member in
                    let name = member.plainName
                    let isPersonal = !Self.harmless.contains(name) && Self.personal.contains { name.contains($0) }
                    return .init(name: member.name, value: isPersonal ? veiled(member.value) : hidden(member.value))
                })
        default: value
        }
    }

    /// Every text below, hidden; the shape stays, so that support can read it.
    private func veiled(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string, .number: .string(Self.dots)
        case .array(let values): .array(values.map(veiled))
        case .object(let members): .object(members.map { .init(name: $0.name, value: veiled($0.value)) })
        case .null, .bool: value
        }
    }
}
