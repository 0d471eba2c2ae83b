/// A guest's signature for one charge, bound to it by a digest (`S2-07`).
package struct Signature: Hashable, Sendable {
    package let tenderID: TenderID
    package let checkID: CheckID
    /// Nil once its time was over: only the digest is left.
    package let strokes: SignatureStrokes?
    /// SHA-256 over the facts of the charge and the strokes, 64 hexadecimal digits.
    package let digest: String
    package let signedAt: Timestamp

    /// A signature.
    package init(tenderID: TenderID, checkID: CheckID, strokes: SignatureStrokes?, digest: String, signedAt: Timestamp) {
        self.tenderID = tenderID
        self.checkID = checkID
        self.strokes = strokes
        self.digest = digest
        self.signedAt = signedAt
    }

    /// What the digest is taken of: who was charged what for which check, and what they drew.
    package static func boundText(of posting: FolioPosting, _ strokes: SignatureStrokes) -> String {
        let total = posting.breakdown.total
        let guest = posting.guest.map { "\($0.roomNumber)|\($0.reservationNumber)|\($0.name)" } ?? ""
        return
            "ardoise-signature-1|\(posting.id)|\(posting.checkNumber)|\(total.minorUnits)|\(total.currency.code)|\(guest)|\(strokes.text)"
    }
}
