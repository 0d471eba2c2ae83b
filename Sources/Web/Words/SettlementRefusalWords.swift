extension Words {
    /// Why the till says no to a payment, a part, a void or a refund, by the name of the refusal's case.
    static let settlementRefusals: [String: Phrase] = [
        "refusal.tipNotTaken": Phrase("Ce moyen de paiement ne prend pas de pourboire.", "This payment method takes no tips."),
        "refusal.paymentMethodNotOnThisTill": Phrase(
            "Cette caisse ne prend pas ce moyen de paiement.", "This till does not take that payment method."),
        "refusal.paymentMethodOfOtherHotel": Phrase(
            "Ce point de vente débite les clients d’un autre hôtel : choisissez son moyen de paiement.",
            "This outlet charges the guests of another hotel: choose its payment method."),
        "refusal.guestNotPaymaster": Phrase(
            "Ce client n’est pas un compte interne : débitez sa chambre.", "This guest is not an internal account: charge the room."),
        "refusal.guestIsPaymaster": Phrase(
            "C’est un compte interne de l’hôtel : choisissez le moyen de paiement prévu pour ces comptes.",
            "This is an internal account of the hotel: choose the payment method for those accounts."),
        "refusal.unknownTillConfiguration": Phrase(
            "Cette caisse n’existe pas dans ce point de vente.", "This outlet has no such till."),
        "refusal.checkSplitByAmount": Phrase(
            "Une partie est déjà payée en montant : le reste ne se partage plus par article.",
            "A part was paid as an amount: the rest can no longer be split by article."),
        "refusal.linesPaidAlready": Phrase("Ces articles sont déjà payés.", "These articles are already paid."),
        "refusal.amountNotOfLines": Phrase(
            "Ces articles font {amount}, pas le montant demandé.", "These articles come to {amount}, not to the amount given."),
        "refusal.splitOutOfRange": Phrase("Le partage va de 1 à {limit} parts.", "A check is split in 1 to {limit} parts."),
        "refusal.seatOutOfRange": Phrase("Les places vont de 1 à {limit}.", "Seats go from 1 to {limit}."),
        "refusal.splitLeaves": Phrase(
            "Les parts ne font pas le compte : il reste {amount}.", "The parts do not add up: {amount} is left over."),
        "refusal.creditExceeded": Phrase(
            "La limite de crédit de cette réservation serait dépassée. Un responsable peut autoriser ce débit avec son code.",
            "The credit limit of this reservation would be passed. A manager can approve this charge with a PIN."),
        "refusal.approvalUsed": Phrase("Cette autorisation a déjà servi.", "This approval was already used."),
        "refusal.approvalExpired": Phrase("Cette autorisation a expiré : demandez-la à nouveau.", "This approval has expired: ask again."),
        "refusal.approvalForAnother": Phrase(
            "Cette autorisation vaut pour un autre débit.", "This approval is for another charge."),
        "refusal.unknownApproval": Phrase("Cette autorisation n’existe pas.", "There is no such approval."),
        "refusal.reasonMissing": Phrase("Donnez un motif.", "Give a reason."),
        "refusal.checkNotClosed": Phrase("Cette addition n’est pas encore payée.", "This check is not paid yet."),
        "refusal.unknownPayment": Phrase("Ce paiement n’est pas de cette addition.", "This payment is not one of that check’s."),
        "refusal.paymentVoided": Phrase(
            "Ce paiement est déjà annulé, ou n’a pas été fait.", "This payment is already voided, or was not made."),
        "refusal.paymentUnderWay": Phrase(
            "Un paiement, ou son annulation, est en route : attendez la réponse de l’hôtel.",
            "A payment, or its void, is on its way: wait for the hotel."),
        "refusal.checkVoided": Phrase("Cette addition est déjà annulée.", "This check is already voided."),
        "refusal.checkIsRefund": Phrase("C’est un remboursement.", "This is a refund."),
        "refusal.checkHasRefunds": Phrase(
            "Une partie est déjà remboursée : remboursez le reste.", "A part was already refunded: refund the rest."),
        "refusal.voidTooLate": Phrase(
            "La journée de cette addition est finie : elle ne s’annule plus, remboursez-la.",
            "The business day of this check is over: it cannot be voided, refund it."),
        "refusal.guestLeft": Phrase(
            "Ce client n’est plus dans la chambre {room} : l’hôtel ne peut rien y écrire. S’il a changé de chambre, remboursez-le là ; "
                + "sinon, rendez l’argent autrement, ou demandez à la réception.",
            "This guest is no longer in room {room}: the hotel can book nothing there. If the guest has moved, refund there; otherwise "
                + "give the money back another way, or ask reception."),
        "refusal.nothingToRefund": Phrase("Il n’y a rien à rembourser.", "There is nothing to refund."),
        "refusal.linesRefundedAlready": Phrase(
            "Il ne reste pas autant d’articles à rembourser.", "There are not that many articles left to refund."),
        "refusal.refundToOtherStay": Phrase(
            "Cette addition n’a pas été débitée à ce client : il y faut l’accord d’un responsable.",
            "This check was not charged to that guest: it takes a manager’s approval."),
        "refusal.refundAboveCharge": Phrase(
            "Au plus {amount} peuvent revenir à cette chambre.", "At most {amount} can go back to this room."),
        "refusal.refundTipTooLarge": Phrase("Le pourboire à rendre est de {amount} au plus.", "At most {amount} of tip can go back."),
        "refusal.refundUnderWay": Phrase(
            "Ce remboursement est en cours : attendez la réponse de l’hôtel.", "This refund is under way: wait for the hotel."),
    ]
}
