package import PointOfSale

extension ReceiptDocument {
    /// What a guest signs for a charge to the room, or for what goes back to it: the outlet, the amount, the account, the words, and the
    /// signature or a line for it.
    /// Nil when that payment is none of the receipt's, or goes to no account of a guest.
    package static func voucher(
        _ receipt: Receipt, posting id: PostingID, _ marks: PaperMarks, language: Language
    ) -> ReceiptDocument? {
        guard let payment = receipt.payments.first(where: { $0.posting?.id == id }), let posting = payment.posting,
            let guest = posting.guest
        else { return nil }
        var paper = ReceiptDocument(language: language)
        let scribe = ReceiptScribe(receipt: receipt, marks: marks, language: language)
        let (words, text) = (scribe.words, scribe.text)
        // What a refund gives back is nothing that the guest owes.
        let isCredit = payment.tender.amount.isNegative
        let title = isCredit ? words.creditVoucher : words.voucher
        scribe.writeHead(on: &paper)
        paper.add(.text(title, .title))
        let width = ReceiptScribe.amountCharacters + 4
        paper.add(.row([Cell(words.total), Cell(text.money(payment.tender.amount), width: width, alignment: .right)], .tall))
        if !payment.tender.tip.isZero {
            paper.add(.row([Cell(words.tip), Cell(text.money(payment.tender.tip), width: width, alignment: .right)], .plain))
            let sum = payment.tender.amount + payment.tender.tip
            paper.add(.row([Cell(title), Cell(text.money(sum), width: width, alignment: .right)], .tall))
        }
        paper.add(.feed(1))
        paper.add(.text("\(words.room) \(guest.roomNumber)", .tall))
        paper.add(.text(words.guest(guest.name), .plain))
        paper.add(.text(scribe.confirmation(of: posting), .bold))
        paper.add(.feed(1))
        paper.add(.text(isCredit ? words.creditAcknowledgement : words.acknowledgement, .plain))
        paper.add(.feed(1))
        if let signature = payment.signature {
            paper.add(.picture(Raster(signature, width: 384, heightMax: 160)))
        } else {
            paper.add(.feed(3))
        }
        paper.add(.rule)
        paper.add(.text(words.signature, .plain))
        paper.add(.text(posting.folioMark, .plain))
        if marks.isTest { paper.add(.text(words.testMode, .warning)) }
        paper.add(.cut)
        return paper
    }
}
