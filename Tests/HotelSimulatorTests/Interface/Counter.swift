import FIAS
import Testing

@testable import HotelSimulator

/// The hotel's counter, spoken to record by record as text: what a till on one connection hears.
struct Counter {
    var hotel: Hotel
    var described: DescribedFields
    var nowMs = SmallHotel.nowMs
    private var conversation = Conversation()

    init(settings: HotelSettings = HotelSettings(), described: DescribedFields = Counter.till) {
        hotel = SmallHotel.make(settings: settings)
        self.described = described
    }

    /// Sends a record; the answers as they stand on the wire.
    mutating func say(_ text: String) throws -> [String] {
        let request = try FIASRecord.parse(text: text)
        return conversation.answer(request, in: &hotel, described: described, atMs: nowMs).map(\.wireText)
    }

    mutating func lookUp204() throws {
        let answers = try say("PR|PI204|PMROOM|P#1|WS3|")
        try #require(answers.count == 1 && answers[0].hasPrefix("PL|RN204|"))
    }

    /// What a till describes (`fias.md` §9.1).
    static let till = description([
        "PL": "RNG#GNGFGTGVGAGDNPCLBAPMP#WSSOIDC#DATI", "PA": "ASCTRNG#GNP#WSSOIDC#DATI", "XI": "RNG#F#DCBIBDDATIFD", "XB": "RNG#BAASDATI",
    ])

    static func description(_ lists: [String: String]) -> DescribedFields {
        let fields = lists.mapValues { list -> Set<String> in
            let characters = Array(list)
            return Set(stride(from: 0, to: characters.count - 1, by: 2).map { String(characters[$0...$0 + 1]) })
        }
        return DescribedFields { field, record in fields[record.text]?.contains(field.text) ?? false }
    }
}
