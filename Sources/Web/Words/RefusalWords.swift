import PointOfSale

extension Words {
    /// The words of a refusal. The switch has no default: a new refusal does not compile until it has words.
    func text(of refusal: Refusal) -> String {
        switch refusal {
        case .notPermitted(let permission): self("refusal.notPermitted", ["permission": self["permission.\(permission.rawValue)"]])
        case .wrongPIN(let waitMs): waitMs > 0 ? slowed(waitMs) : self["refusal.wrongPIN"]
        case .signInSlowed(let waitMs): slowed(waitMs)
        case .coversOutOfRange(let limit), .quantityOutOfRange(let limit), .noteTooLong(let limit), .tooManyLines(let limit),
            .batchTooLarge(let limit), .searchTooLong(let limit), .nameTooShort(let limit), .splitOutOfRange(let limit),
            .seatOutOfRange(let limit):
            self("refusal.\(refusal.caseName)", ["limit": String(limit)])
        case .amountAboveRemaining(let amount), .tipTooLarge(let amount), .cashTooLittle(let amount), .amountNotOfLines(let amount),
            .splitLeaves(let amount), .refundAboveCharge(let amount), .refundTipTooLarge(let amount),
            .discountAbovePrice(let amount), .amountLeftToPay(let amount):
            self("refusal.\(refusal.caseName)", ["amount": MoneyText(language).text(amount)])
        case .checksStillOpen(let count): self("refusal.checksStillOpen", ["count": String(count)])
        case .periodTooLong(let days): self("refusal.periodTooLong", ["days": String(days)])
        case .guestLeft(let room): self("refusal.guestLeft", ["room": room.text])
        case .hotelUnavailable(let reason): self["refusal.hotel.\(reason.rawValue)"]
        case .printerNotReady(let fault): self("refusal.printerNotReady", ["fault": self["printFault.\(fault.rawValue)"]])
        case .settingInvalid(let field): self["setting.invalid.\(field.rawValue)"]
        case .settingTaken(let field): self("refusal.settingTaken", ["field": self["setting.field.\(field.rawValue)"]])
        case .hotelVersionTooOld(let needed): self("refusal.hotelVersionTooOld", ["needed": needed])
        case .servicePeriodsOverlap(let minute), .servicePeriodsGap(let minute), .closingInsidePeriod(let minute):
            self("refusal.\(refusal.caseName)", ["time": TimeText.minute(minute)])
        case .notSignedIn, .unknownOutlet, .unknownTable, .unknownCheck, .unknownMenuItem, .unknownLine, .unknownPaymentMethod,
            .unknownPosting, .voidAboveQuantity, .menuItemOffMenu, .checkClosed, .checkEmpty, .checkHasPayments, .amountNotPositive,
            .tipNegative, .changeNotGiven, .paymentMethodOff, .paymentMethodOfOtherKind, .keyReused, .searchEmpty, .searchByNameUnsupported,
            .guestInvalid, .guestNotFound, .guestNoPosting, .roomChargeWhileDown, .postingNotQueued, .postingNotInDoubt, .noteMissing,
            .unknownReconciliation, .reconciliationUnderWay, .businessDateInFuture, .hotelShowsNoBills,
            .unknownSetting, .settingInUse, .paymentCodeFixed, .gatewayMissing, .gatewayKeyMissing, .gatewayNotHere, .gatewayForgot,
            .workstationNotAllowed,
            .unknownGatewayKey, .unknownRelayed, .integrationMissing, .postingsUnderWay,
            .hotelVersionUnreadable,
            .servicePeriodsUnusable, .administratorMissing, .pinTooEasy, .pinTaken, .dayNotOver, .unknownRevenue,
            .revenueNotRefused,
            .tipNotTaken, .paymentMethodNotOnThisTill, .guestNotPaymaster, .guestIsPaymaster, .paymentMethodOfOtherHotel,
            .checkSplitByAmount, .linesPaidAlready,
            .creditExceeded, .approvalUsed, .approvalExpired, .approvalForAnother, .unknownApproval, .unknownTillConfiguration,
            .postingNotRefused, .unknownPayment, .paymentVoided, .paymentUnderWay, .reasonMissing, .checkNotClosed, .checkVoided,
            .checkIsRefund, .checkHasRefunds, .voidTooLate, .nothingToRefund,
            .linesRefundedAlready, .refundToOtherStay, .refundUnderWay, .noPrinter, .signatureMissing, .signatureUnreadable, .unknownPrint,
            .printNotWaiting, .unknownDiscount, .discountOff, .discountNotForThis, .discountShareOutOfRange, .discountNotPositive,
            .discountRemoved, .lineVoided, .lineDiscounted, .checkDiscounted, .checkDiscountNotTaken,
            .nothingToPay:
            self["refusal.\(refusal.caseName)"]
        }
    }

    private func slowed(_ waitMs: Int64) -> String {
        self("refusal.signInSlowed", ["seconds": String(max(1, (waitMs + 999) / 1000))])
    }
}

extension Words {
    /// Why the till says no, by the name of the refusal's case.
    static let refusals: [String: Phrase] = [
        "refusal.notSignedIn": Phrase("Connectez-vous d’abord.", "Sign in first."),
        "refusal.notPermitted": Phrase("Votre rôle ne permet pas ceci : {permission}.", "Your role does not allow this: {permission}."),
        "permission.takeOrders": Phrase("prendre des commandes", "taking orders"),
        "permission.settleChecks": Phrase("encaisser", "taking payments"),
        "permission.viewPostings": Phrase("voir les envois à l’hôtel", "seeing what was sent to the hotel"),
        "permission.viewGuestCredit": Phrase("voir le crédit des clients", "seeing guests’ credit"),
        "permission.approveCredit": Phrase("autoriser un dépassement de crédit", "letting a charge pass a credit limit"),
        "permission.voidChecks": Phrase("annuler une addition payée", "voiding a paid check"),
        "permission.refundChecks": Phrase("rembourser", "giving refunds"),
        "permission.settleDoubt": Phrase("décider d’un envoi à confirmer", "deciding about a posting in doubt"),
        "permission.viewReports": Phrase("lire les rapports", "reading the reports"),
        "permission.closeDay": Phrase("clôturer la journée", "closing the day"),
        "permission.reconcile": Phrase("comparer avec l’hôtel", "comparing with the hotel"),
        "permission.setUpTill": Phrase("dire quelle caisse est cet appareil", "saying which till a device is"),
        "permission.configure": Phrase("changer la configuration", "changing the configuration"),
        "refusal.wrongPIN": Phrase("Ce code n’est pas le bon.", "This PIN is not right."),
        "refusal.signInSlowed": Phrase(
            "Trop de codes faux. Réessayez dans {seconds} s.", "Too many wrong PINs. Try again in {seconds} s."),
        "refusal.unknownOutlet": Phrase("Ce point de vente n’existe pas.", "There is no such outlet."),
        "refusal.unknownTable": Phrase("Cette table n’existe pas.", "There is no such table."),
        "refusal.unknownCheck": Phrase("Cette addition n’existe pas.", "There is no such check."),
        "refusal.unknownMenuItem": Phrase("Cet article n’existe pas.", "There is no such article."),
        "refusal.unknownLine": Phrase("Cette ligne n’existe pas.", "There is no such line."),
        "refusal.unknownPaymentMethod": Phrase("Ce moyen de paiement n’existe pas.", "There is no such payment method."),
        "refusal.unknownPosting": Phrase("Cet envoi n’existe pas.", "There is no such posting."),
        "refusal.coversOutOfRange": Phrase("Le nombre de couverts va de 1 à {limit}.", "Covers go from 1 to {limit}."),
        "refusal.quantityOutOfRange": Phrase("La quantité va de 1 à {limit}.", "The quantity goes from 1 to {limit}."),
        "refusal.noteTooLong": Phrase("La note dépasse {limit} caractères.", "The note is longer than {limit} characters."),
        "refusal.tooManyLines": Phrase("Une addition porte au plus {limit} lignes.", "A check has at most {limit} lines."),
        "refusal.batchTooLarge": Phrase("Au plus {limit} changements à la fois.", "At most {limit} changes at once."),
        "refusal.voidAboveQuantity": Phrase(
            "Il ne reste pas autant d’articles à annuler.", "There are not that many articles left to void."),
        "refusal.menuItemOffMenu": Phrase("Cet article n’est plus à la carte.", "This article is off the menu."),
        "refusal.checkClosed": Phrase("Cette addition est déjà close.", "This check is already closed."),
        "refusal.checkEmpty": Phrase("Cette addition est vide.", "This check is empty."),
        "refusal.checkHasPayments": Phrase(
            "Un paiement est fait ou en cours : articles et remises ne changent plus. Annulez ce paiement dans « Encaisser », "
                + "changez l’addition, puis encaissez de nouveau.",
            "A payment is made or under way: articles and discounts cannot change any more. Void that payment under “Pay”, change "
                + "the check, then take the payment again."),
        "refusal.nothingToPay": Phrase(
            "Il n’y a rien à payer sur cette addition : clôturez-la sans paiement.",
            "There is nothing to pay on this check: close it without a payment."),
        "refusal.amountLeftToPay": Phrase("Il reste {amount} à payer.", "{amount} is left to pay."),
        "refusal.amountNotPositive": Phrase("Le montant doit dépasser zéro.", "The amount must be more than nothing."),
        "refusal.amountAboveRemaining": Phrase("Il ne reste que {amount} à payer.", "Only {amount} is left to pay."),
        "refusal.tipNegative": Phrase("Un pourboire ne peut pas être négatif.", "A tip cannot be negative."),
        "refusal.tipTooLarge": Phrase(
            "Le pourboire dépasse {amount} : est-ce une faute de frappe ?", "The tip is more than {amount}: a typing mistake?"),
        "refusal.cashTooLittle": Phrase("Il manque {amount}.", "{amount} is missing."),
        "refusal.changeNotGiven": Phrase("Ce moyen de paiement ne rend pas la monnaie.", "This payment method gives no change."),
        "refusal.paymentMethodOff": Phrase("Ce moyen de paiement est désactivé.", "This payment method is switched off."),
        "refusal.paymentMethodOfOtherKind": Phrase("Ce moyen de paiement ne sert pas à cela.", "This payment method is not for that."),
        "refusal.keyReused": Phrase("Cette clé a déjà servi pour une autre demande.", "This key was already used for another request."),
        "refusal.searchEmpty": Phrase("Tapez un numéro de chambre ou un nom.", "Type a room number or a name."),
        "refusal.searchTooLong": Phrase("Au plus {limit} caractères.", "At most {limit} characters."),
        "refusal.nameTooShort": Phrase("Tapez au moins {limit} lettres du nom.", "Type at least {limit} letters of the name."),
        "refusal.searchByNameUnsupported": Phrase(
            "Ce système hôtelier ne cherche que par numéro de chambre.", "This hotel system searches by room number only."),
        "refusal.guestInvalid": Phrase(
            "Ce client ne vient pas de l’hôtel : cherchez à nouveau.", "This guest did not come from the hotel: search again."),
        "refusal.guestNotFound": Phrase(
            "Ce client n’est plus dans cette chambre : cherchez à nouveau.", "This guest is no longer in that room: search again."),
        "refusal.guestNoPosting": Phrase(
            "La réservation n’accepte pas de débit (« no posting »). Personne ne peut passer outre : demandez un autre paiement.",
            "The reservation takes no charges (“no posting”). Nobody can override it: ask for another payment."),
        "refusal.hotel.notConnected": Phrase(
            "L’hôtel n’est pas joignable. Vérifiez l’état de la ligne, ou demandez un autre paiement.",
            "The hotel cannot be reached. Check the link, or ask for another payment."),
        "refusal.hotel.timedOut": Phrase("L’hôtel n’a pas répondu à temps. Réessayez.", "The hotel did not answer in time. Try again."),
        "refusal.hotel.nightAudit": Phrase(
            "L’hôtel clôture sa journée. Réessayez dans quelques minutes.", "The hotel is closing its day. Try again in a few minutes."),
        "refusal.hotel.busy": Phrase("L’hôtel traite trop de demandes. Réessayez.", "The hotel has too many questions waiting. Try again."),
        "refusal.hotel.nonsense": Phrase(
            "La réponse de l’hôtel est incompréhensible. Prévenez un responsable.", "The hotel’s answer makes no sense. Tell a manager."),
        "refusal.hotel.denied": Phrase(
            "L’hôtel n’accepte pas cette caisse. Prévenez un responsable.", "The hotel does not serve this till. Tell a manager."),
        "refusal.roomChargeWhileDown": Phrase(
            "L’hôtel n’est pas joignable, et ce point de vente ne met pas les débits en attente. Demandez un autre paiement.",
            "The hotel cannot be reached, and this outlet does not let charges wait. Ask for another payment."),
        "refusal.postingNotQueued": Phrase(
            "Cet envoi est déjà parti : il ne peut plus être retiré.", "This was already sent: it cannot be withdrawn."),
        "refusal.postingNotInDoubt": Phrase("Cet envoi n’est plus à confirmer.", "This posting is no longer in doubt."),
        "refusal.postingNotRefused": Phrase(
            "L’hôtel n’a pas refusé de rendre cet argent.", "The hotel did not refuse to give this money back."),
        "refusal.unknownReconciliation": Phrase("Cette comparaison n’existe pas.", "There is no such comparison."),
        "refusal.reconciliationUnderWay": Phrase(
            "Une comparaison est déjà en cours. Attendez qu’elle finisse.", "A comparison is already under way. Wait until it is done."),
        "refusal.businessDateInFuture": Phrase("Cette journée n’a pas encore commencé.", "That business day has not begun yet."),
        "refusal.hotelShowsNoBills": Phrase(
            "Cet hôtel ne montre pas ses notes : importez plutôt sa liste.", "This hotel does not show its folios: import its list instead."
        ),
        "refusal.dayNotOver": Phrase(
            "Cette journée n’est pas finie, ou une journée plus ancienne est encore ouverte.",
            "That business day is not over, or an earlier one is still open."),
        "refusal.checksStillOpen": Phrase(
            "Des additions sont encore ouvertes ({count}) : encaissez-les d’abord.", "Checks are still open ({count}): settle them first."),
        "refusal.unknownRevenue": Phrase("Cet envoi de recettes n’existe pas.", "There is no such posting of revenue."),
        "refusal.revenueNotRefused": Phrase(
            "L’hôtel n’a pas refusé cet envoi, ou l’a peut-être enregistré : il ne repart pas.",
            "The hotel has not refused this posting, or may have booked it: it is not sent again."),
        "refusal.periodTooLong": Phrase("Choisissez au plus {days} jours.", "Choose {days} days at most."),
        "refusal.noteMissing": Phrase("Dites qui a vu la note, et où.", "Say who saw the folio, and where."),
    ]
}
