import Crypto
package import PointOfSale
import Printing
import Storage

extension Restaurant {
    /// Whether guests sign for charges through that hotel's system, and whether vouchers are printed (`S2-03`).
    package func signaturePolicy(of integration: Integration) async throws -> SignaturePolicy {
        try await database.read { tx in try policy(of: integration, tx) }
    }

    /// What a guest signed for a charge, or nil.
    package func signature(of tender: TenderID) async throws -> Signature? {
        try await database.read { tx in try tx.signature(of: tender) }
    }

    /// Whether a signature still belongs to its charge: the digest is taken again. Nil once the strokes are gone.
    package func isGenuine(_ signature: Signature) async throws -> Bool? {
        guard let strokes = signature.strokes else { return nil }
        return try await database.read { tx in
            guard let check = try tx.check(signature.checkID),
                let posting = try check.tenders.first(where: { $0.id == signature.tenderID })?.postingID.flatMap({ try tx.posting($0) })
            else { return false }
            return SignatureDigest.of(posting, strokes) == signature.digest
        }
    }

    /// Deletes the strokes of signatures whose time is over. Returns how many.
    package func forgetOldSignatures() async throws -> Int {
        let moment = now()
        return try await database.write { tx in
            let days = Int64(try tx.paperSettings().signatureDays)
            let count = try tx.forgetSignatures(before: moment.advanced(byMs: -days * 86_400_000))
            if count > 0 {
                try tx.journal(.signaturesDeleted, subject: tx.property().id.text, note: "\(count)", by: nil, at: moment)
            }
            return count
        }
    }

    /// Lets a charge, or what takes one back, pass that prints a voucher, or refuses it: where that is a must, the printer is asked first
    /// (`S2-03`).
    func mustBeAbleToPrint(for checkID: CheckID, through integration: Integration) async throws {
        let (rule, printer) = try await database.read { tx in
            (try policy(of: integration, tx), try tx.printers().forReceipts(of: tx.existingCheck(checkID).outletID))
        }
        guard rule.printing == .mandatory else { return }
        guard let printer else { throw Refusal.noPrinter }
        if let fault = await printerReadiness(printer) { throw Refusal.printerNotReady(fault) }
    }

    /// What holds for that hotel's system, unless this restaurant was told otherwise.
    func policy(of integration: Integration, _ tx: any SQLTransaction) throws -> SignaturePolicy {
        try signaturePolicyGiven ?? tx.signaturePolicy(of: integration)
    }

    /// Keeps what the guest signed, bound to the charge, and prints the voucher where the hotel's system wants it: in the transaction of
    /// the charge.
    func keepSignature(_ charge: RoomCharge, _ strokes: SignatureStrokes?, by cashier: CashierID, _ tx: any SQLTransaction) throws {
        let (posting, moment) = (charge.posting, charge.tender.takenAt)
        let rule = try policy(of: posting.integration, tx)
        guard strokes != nil || !rule.isAsked else { throw Refusal.signatureMissing }
        if let strokes {
            try tx.insert(
                Signature(
                    tenderID: charge.tender.id, checkID: charge.check.id, strokes: strokes, digest: SignatureDigest.of(posting, strokes),
                    signedAt: moment))
        }
        guard rule.printing != .no else { return }
        guard let printer = try tx.printers().forReceipts(of: charge.check.outletID) else {
            if rule.printing == .mandatory { throw Refusal.noPrinter }
            return
        }
        try tx.enqueuePrint(.voucher(posting.id), of: charge.check.id, on: printer.id, by: cashier, at: moment)
    }
}

/// What binds a signature to its charge.
enum SignatureDigest {
    static func of(_ posting: FolioPosting, _ strokes: SignatureStrokes) -> String {
        SHA256.hash(data: Array(Signature.boundText(of: posting, strokes).utf8)).hexadecimal
    }
}
