package import PointOfSale

extension SQLTransaction {
    /// Keeps what a guest signed for a charge.
    package func insert(_ signature: Signature) throws {
        try execute(
            """
            insert into signature (tender_id, property_id, check_id, strokes, digest, signed_at)
            values ($1, (select id from property), $2, $3, $4, $5)
            """,
            signature.tenderID, signature.checkID, signature.strokes?.text, signature.digest, signature.signedAt)
    }

    /// What a guest signed for a charge, or nil.
    package func signature(of tender: TenderID) throws -> Signature? {
        try first("select * from signature where tender_id = $1", tender).map { row in
            Signature(
                tenderID: try row.id("tender_id"), checkID: try row.id("check_id"),
                strokes: try row.isNull("strokes") ? nil : row.read("strokes", as: "strokes") { SignatureStrokes(text: $0) },
                digest: try row.text("digest"), signedAt: try row.moment("signed_at"))
        }
    }

    /// Deletes the strokes of signatures older than that; their digests stay. Returns how many.
    package func forgetSignatures(before moment: Timestamp) throws -> Int {
        try execute("update signature set strokes = null where strokes is not null and signed_at < $1", moment)
    }

    /// Notes that whoever knows the secret with this digest may see the receipt of a check.
    package func insertReceiptLink(digest: String, check: CheckID, at moment: Timestamp) throws {
        try execute(
            "insert into receipt_link (token_digest, property_id, check_id, made_at) values ($1, (select id from property), $2, $3)",
            digest, check, moment)
    }

    /// The check whose receipt a secret with this digest opens, or nil.
    package func checkOfReceiptLink(digest: String) throws -> CheckID? {
        try first("select check_id from receipt_link where token_digest = $1", digest).map { try $0.id("check_id") }
    }

    /// Whether that hotel's system is in test mode: nothing that goes through it counts (`S2-03`).
    package func isTestMode(of integration: Integration) throws -> Bool {
        guard integration == .roomRaccoon, let link = try roomRaccoonLink() else { return false }
        return link.isOn && link.isTest
    }

    /// Whether guests sign for charges to their rooms through that hotel's system, and whether it is printed (`S2-03`).
    package func signaturePolicy(of integration: Integration) throws -> SignaturePolicy {
        guard integration == .roomRaccoon, let link = try roomRaccoonLink(), link.isOn else { return .none }
        return link.signature
    }
}
