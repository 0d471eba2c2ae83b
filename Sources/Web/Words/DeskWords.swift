extension Words {
    /// The Hotel page: the line, the queue, what is in doubt and what was seen of it. Keys `evidence.…` are `PostingEvidence.Code`.
    static let desk: [String: Phrase] = [
        "hotel": Phrase("Hôtel", "Hotel"),
        "hotelDate": Phrase("journée du {date}", "business day {date}"),
        "linkTo": Phrase("Ligne vers {system}", "Line to {system}"),
        "sinceTime": Phrase("depuis {time}", "since {time}"),
        "linkAdvice.alive": Phrase("Les débits partent à mesure.", "Charges go out as they come."),
        "linkAdvice.connecting": Phrase(
            "La ligne s’établit. Les débits partent ensuite d’eux-mêmes.", "The line is being set up. Charges then go out by themselves."),
        "linkAdvice.down": Phrase(
            "La caisse vend toujours et rappelle l’hôtel sans arrêt. Les débits attendent ou sont refusés, selon le point de vente.",
            "The till goes on selling and keeps calling the hotel. Charges wait or are refused, as each outlet is set."),
        "linkAdvice.nightAudit": Phrase(
            "L’hôtel clôture sa journée. Ce qui attend part ensuite de soi-même ; rien n’est à faire.",
            "The hotel is closing its day. What waits goes out by itself afterwards; there is nothing to do."),
        "linkAdvice.resyncing": Phrase(
            "L’hôtel envoie sa liste de clients. Ce qui attend part juste après.",
            "The hotel is sending its list of guests. What waits goes out right after."),
        "linkFault.unreachable": Phrase(
            "L’interface de l’hôtel ne répond pas. Vérifiez que son poste est allumé, puis le réseau.",
            "The hotel’s interface does not answer at this address. See that its machine is on, then check the network."),
        "linkFault.nameUnknown": Phrase(
            "Le nom de l’interface n’existe pas dans le réseau. Vérifiez l’adresse dans la configuration.",
            "The interface’s name does not exist in the network. Check the address in the configuration."),
        "linkFault.noAnswer": Phrase(
            "L’interface accepte la ligne et ne dit rien. Demandez à l’hôtel de la redémarrer.",
            "The interface takes the line and says nothing. Ask the hotel to restart it."),
        "linkFault.closedByHotel": Phrase(
            "L’hôtel a raccroché. Si cela dure, une autre caisse occupe peut-être sa seule place.",
            "The hotel hung up. If it goes on, another till may hold its only place."),
        "linkFault.notAuthentic": Phrase(
            "L’hôtel n’a pas reconnu la clé. Comparez-la avec celle de l’hôtel, puis demandez-lui de redémarrer l’interface.",
            "The hotel did not accept the key. Compare it with the hotel’s, then ask them to restart the interface."),
        "linkFault.tlsFailed": Phrase(
            "Le certificat de l’hôtel n’est pas celui de la configuration.",
            "The hotel’s certificate is not the one in the configuration."),
        "queue": Phrase("En attente d’envoi", "Waiting to be sent"),
        "countMax": Phrase("10\u{202F}000 et plus", "10,000 or more"),
        "queueEmpty": Phrase("Rien n’attend.", "Nothing waits."),
        "queueOldest": Phrase("le plus ancien depuis", "the oldest for"),
        "hold.linkDown": Phrase("L’hôtel est injoignable.", "The hotel cannot be reached."),
        "hold.connecting": Phrase("La ligne s’établit.", "The line is being set up."),
        "hold.nightAudit": Phrase("L’hôtel clôture sa journée.", "The hotel is closing its day."),
        "hold.resyncing": Phrase("L’hôtel met à jour sa liste de clients.", "The hotel is updating its list of guests."),
        "hold.hotelAskedToWait": Phrase("L’hôtel demande d’attendre un peu.", "The hotel asks to wait a little."),
        "chargedToday": Phrase("Débité aujourd’hui", "Charged today"),
        "chargesOne": Phrase("{count} débit", "{count} charge"),
        "chargesMany": Phrase("{count} débits", "{count} charges"),
        "doubts": Phrase("À confirmer", "Being confirmed"),
        "doubtsCalm": Phrase("Rien à confirmer", "Nothing to confirm"),
        "doubtsCalmText": Phrase(
            "Chaque débit envoyé a reçu sa réponse. Un débit resté sans réponse paraîtrait ici aussitôt.",
            "Every charge that was sent has its answer. One without an answer would appear here at once."),
        "doubtsMore": Phrase("et {count} autres", "and {count} more"),
        "ageFor": Phrase("depuis", "for"),
        "lookFor": Phrase("À chercher sur la note", "Look for on the folio"),
        "evidence": Phrase("Ce qu’on sait", "What is known"),
        "askAgain": Phrase("Redemander", "Ask again"),
        "asking.hotel": Phrase("Demande…", "Asking…"),
        "asked": Phrase(
            "La question est partie. Ce que l’hôtel montre paraît ici.", "The question has gone out. What the hotel shows appears here."),
        "evidence.answeredYes": Phrase("L’hôtel a répondu oui, trop tard.", "The hotel answered yes, late."),
        "evidence.answeredNo": Phrase("L’hôtel a répondu non, trop tard.", "The hotel answered no, late."),
        "evidence.referenceOnBill": Phrase("Note lue : la référence y est.", "Folio read: the reference is on it."),
        "evidence.referenceNotOnBill": Phrase("Note lue : la référence n’y est pas.", "Folio read: the reference is not on it."),
        "evidence.notOnBillYet": Phrase(
            "Note lue : la référence n’y est pas encore. La machine regarde à nouveau.",
            "Folio read: the reference is not on it yet. The machine looks again."),
        "evidence.billWithoutReferences": Phrase(
            "Note lue : cet hôtel n’y montre pas nos références. Il faut regarder le montant à la réception.",
            "Folio read: this hotel does not show our references. Look for the amount at reception."),
        "evidence.billElsewhere": Phrase(
            "Note lue : nos débits confirmés n’y sont pas non plus. Ils vont sur un autre compte : demandez lequel à la réception.",
            "Folio read: our confirmed charges are not on it either. They go to another account: ask reception which."),
        "evidence.billMayBeElsewhere": Phrase(
            "Note lue : la référence n’y est pas, mais cet hôtel peut porter un débit sur un autre compte. Demandez à la réception.",
            "Folio read: the reference is not on it, but this hotel may book a charge to another account. Ask reception."),
        "evidence.billNotOffered": Phrase("Cet hôtel ne montre pas ses notes.", "This hotel does not show its folios."),
        "evidence.billRefused": Phrase("L’hôtel ne montre pas cette note.", "The hotel does not show this folio."),
        "evidence.partOnBill": Phrase(
            "Note lue : une partie seulement y est. Rien n’est renvoyé : corrigez avec la réception.",
            "Folio read: only a part of it is on it. Nothing is sent again: put it right with reception."),
        "evidence.billUnavailable": Phrase("La note n’a pas pu être lue pour l’instant.", "The folio could not be read for now."),
        "evidence.balanceGrew": Phrase("Solde : il a augmenté du montant exact.", "Balance: it grew by exactly the amount."),
        "evidence.balanceUnchanged": Phrase("Solde : il n’a pas changé.", "Balance: it has not changed."),
        "evidence.balanceUnclear": Phrase("Solde : il a changé autrement.", "Balance: it changed by something else."),
        "evidence.balanceUnknown": Phrase("L’hôtel ne donne pas de solde à comparer.", "The hotel gives no balance to compare."),
        "evidence.guestGone": Phrase("Le client n’est plus dans cette chambre.", "The guest is no longer in that room."),
        "evidence.personSaidBooked": Phrase("Vu sur la note par une personne.", "Seen on the folio by a person."),
        "evidence.personSaidNotBooked": Phrase("Pas vu sur la note par une personne.", "Not seen on the folio by a person."),
        "balanceBeforeNow": Phrase("avant {before}, maintenant {now}", "before {before}, now {now}"),
        "settleTitle.accepted": Phrase("C’est sur la note", "It is on the folio"),
        "settleTitle.notBooked": Phrase("Ce n’est pas sur la note", "It is not on the folio"),
        "settleText.accepted": Phrase(
            "Le débit sera tenu pour fait. Comment le savez-vous ?", "The charge will count as made. How do you know?"),
        "settleText.notBooked": Phrase(
            "Le montant redevient à payer. Si l’hôtel répond oui plus tard, son débit sera repris. Comment le savez-vous ?",
            "The amount is to be paid again. If the hotel says yes later, its charge is taken back. How do you know?"),
        "reason.booked.seen": Phrase("Vu sur la note à la réception", "Seen on the folio at reception"),
        "reason.booked.phone": Phrase("Confirmé par la réception au téléphone", "Confirmed by reception on the phone"),
        "reason.booked.guest": Phrase("Vu sur la facture du client", "Seen on the guest’s invoice"),
        "reason.notBooked.seen": Phrase("Cherché sur la note : absent", "Looked for on the folio: not there"),
        "reason.notBooked.phone": Phrase("La réception ne l’a pas", "Reception does not have it"),
        "reason.notBooked.guest": Phrase("Absent de la facture du client", "Not on the guest’s invoice"),
        "otherReason": Phrase("Autre raison", "Another reason"),
        "attention": Phrase("Pour vous", "Needs you"),
        "attention.cameBack": Phrase("revenu sans être débité", "came back uncharged"),
        "attentionText.cameBack": Phrase(
            "Il reste {remaining} à payer. Ouvrez l’addition : autre chambre, ou autre paiement.",
            "{remaining} is left to pay. Open the check: another room, or another payment."),
        "attention.beingReversed": Phrase("reprise en cours", "being taken back"),
        "attentionText.beingReversed": Phrase(
            "L’hôtel l’a débité une fois de trop. Le montant est repris ; rien à faire.",
            "The hotel charged it once too often. The amount is being taken back; nothing to do."),
        "attention.reversalRefused": Phrase("reprise refusée", "not taken back"),
        "attentionText.reversalRefused": Phrase(
            "L’hôtel l’a débité en trop et refuse la reprise. Faites ôter {amount} de la note de la chambre {room}.",
            "The hotel charged it once too often and keeps it. Have {amount} taken off the folio of room {room}."),
        "attention.notGivenBack": Phrase("argent non rendu", "money not given back"),
        "attentionText.notGivenBack": Phrase(
            "L’hôtel n’a pas écrit {amount} à rendre en chambre {room}. Réessayez depuis l’historique, rendez l’argent autrement ou "
                + "prévenez la réception ; puis dites que c’est vu.",
            "The hotel did not book {amount} to give back in room {room}. Try again from the history, give the money back another way "
                + "or tell reception; then say that you have seen it."),
        "acknowledge": Phrase("C’est vu", "I have seen it"),
        "attention.sendingLong": Phrase("envoi trop long", "sending for too long"),
        "attentionText.sendingLong": Phrase(
            "Parti il y a plus de deux minutes. Il devient « à confirmer » dès que la ligne le dit perdu.",
            "Sent more than two minutes ago. It turns to “being confirmed” as soon as the line gives it up."),
        "openCheck": Phrase("Ouvrir l’addition", "Open the check"),
        "openPosting": Phrase("Voir l’envoi", "See the posting"),
        "recentPostings": Phrase("Derniers envois", "Newest"),
        "allPostings": Phrase("Tous les envois", "All of them"),
        "takenBack": Phrase("reprise d’un débit en trop", "takes back a charge too many"),
        "lastAttempts": Phrase("Échanges avec l’hôtel", "Exchange with the hotel"),
        "decision.booked": Phrase("Sur la note, dit {name}", "On the folio, says {name}"),
        "decision.notBooked": Phrase("Pas sur la note, dit {name}", "Not on the folio, says {name}"),
        "decision.askedAgain": Phrase("Redemandé par {name}", "Asked again by {name}"),
        "decision.withdrawn": Phrase("Retiré par {name}", "Withdrawn by {name}"),
        "reversals": Phrase("Reprises", "Taken back"),
        "reversalOf": Phrase("Reprend un débit en trop", "Takes back a charge too many"),
        "originalPosting": Phrase("voir le débit d’origine", "see the original charge"),
        "outcome.lateAnswer": Phrase("L’hôtel a répondu en retard.", "The hotel answered late."),
        "outcome.bill": Phrase("Prouvé par la note du client.", "Proven by the guest’s folio."),
        "outcome.balance": Phrase("Prouvé par le solde du client.", "Proven by the guest’s balance."),
    ]
}
