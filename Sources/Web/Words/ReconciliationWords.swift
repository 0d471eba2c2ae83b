extension Words {
    /// Comparing a day with the hotel. Keys `difference.…` and `step.…` are `ReconciliationDifference.Kind`.
    static let reconciliation: [String: Phrase] = [
        "reconciliation": Phrase("Comparer avec l’hôtel", "Compare with the hotel"),
        "reconciliationText": Phrase(
            "Nos débits d’une journée face à ceux de l’hôtel : égaux au centime, ou la liste de ce qui diffère.",
            "Our charges of a day beside the hotel’s: equal to the cent, or a list of what differs."),
        "whichDay": Phrase("Quelle journée ?", "Which day?"),
        "businessDay": Phrase("Journée", "Business day"),
        "dayOpen": Phrase("en cours", "not over yet"),
        "dayClosed": Phrase("dernière close", "last one closed"),
        "fromBills": Phrase("Lire les notes des clients", "Read the guests’ folios"),
        "fromBillsText": Phrase(
            "La caisse demande à l’hôtel la note de chaque client débité ce jour-là.",
            "The till asks the hotel for the folio of each guest charged that day."),
        "readFolios": Phrase("Lire et comparer", "Read and compare"),
        "fromList": Phrase("Importer la liste de l’hôtel", "Import the hotel’s list"),
        "fromListText": Phrase(
            "Un fichier CSV du système hôtelier : montant et texte au moins ; date, chambre, réservation, addition si elles y sont.",
            "A CSV file of the hotel system: amount and text at least; date, room, reservation, check if they are there."),
        "listFile": Phrase("Fichier CSV", "CSV file"),
        "importList": Phrase("Importer et comparer", "Import and compare"),
        "comparing": Phrase("Comparaison…", "Comparing…"),
        "billsRead": Phrase("{read} notes sur {all} lues", "{read} of {all} folios read"),
        "runs": Phrase("Déjà comparé", "Compared before"),
        "noRuns": Phrase("Rien n’a encore été comparé", "Nothing has been compared yet"),
        "noRunsText": Phrase("La première comparaison paraîtra ici.", "The first comparison will appear here."),
        "source": Phrase("Face à", "Against"),
        "source.bills": Phrase("notes des clients", "the guests’ folios"),
        "source.list": Phrase("liste de l’hôtel", "the hotel’s list"),
        "ranBy": Phrase("Par", "By"),
        "result": Phrase("Résultat", "Result"),
        "ours": Phrase("Chez nous", "Ours"),
        "hotels": Phrase("À l’hôtel", "At the hotel"),
        "gap": Phrase("Écart", "Difference"),
        "equal": Phrase("égal au centime", "equal to the cent"),
        "equalTitle": Phrase("Égal au centime", "Equal to the cent"),
        "equalText": Phrase(
            "Chaque débit que nous tenons pour fait est à l’hôtel, une fois, du bon montant, sur la bonne note.",
            "Every charge that we count as made is at the hotel, once, with the right amount, on the right folio."),
        "equalNothing": Phrase(
            "Rien n’a été débité ce jour-là, ni ici ni à l’hôtel.", "Nothing was charged that day, here or at the hotel."),
        "differencesOne": Phrase("{count} différence", "{count} difference"),
        "differencesMany": Phrase("{count} différences", "{count} differences"),
        "differencesShown": Phrase("Les {count} premières sont montrées.", "The first {count} are shown."),
        "bookingsOne": Phrase("{count} débit", "{count} charge"),
        "bookingsMany": Phrase("{count} débits", "{count} charges"),
        "othersLines": Phrase(
            "{count} lignes de l’hôtel ne portent pas de référence de cette caisse et n’ont pas été comptées.",
            "{count} lines of the hotel’s carry no reference of this till and were not counted."),
        "referenceOf": Phrase("Référence", "Reference"),
        "nextStep": Phrase("Que faire", "What to do"),
        "ranAt": Phrase("comparé le {time} par {name}", "compared {time} by {name}"),
        "compareAgain": Phrase("Comparer à nouveau", "Compare again"),
        "difference.missing": Phrase("absent à l’hôtel", "missing at the hotel"),
        "difference.twice": Phrase("plusieurs fois à l’hôtel", "more than once at the hotel"),
        "difference.otherAmount": Phrase("autre montant", "other amount"),
        "difference.otherRoom": Phrase("sur une autre note", "on another folio"),
        "difference.unknownHere": Phrase("inconnu chez nous", "unknown here"),
        "difference.otherDate": Phrase("à une autre date", "on another date"),
        "difference.inDoubt": Phrase("encore à confirmer", "still in doubt"),
        "difference.notExpected": Phrase("pas débité selon nous", "not charged, we say"),
        "difference.notCompared": Phrase("pas comparé", "not compared"),
        "step.missing": Phrase(
            "Cherchez la référence à la réception, aussi sur le compte d’une société. Sinon, faites débiter le montant par elle.",
            "Look for the reference at reception, on a company’s account too. If it is nowhere, have reception charge it."
        ),
        "step.missingSuggestion": Phrase(
            "L’hôtel a une ligne de ce montant et de cette addition, sans notre référence : « {text} ». Vérifiez que c’est elle.",
            "The hotel has a line of this amount and check without our reference: “{text}”. See whether that is it."),
        "step.twice": Phrase(
            "{times} fois sur la note. Faites ôter le surplus par la réception.",
            "{times} times on the folio. Have reception take off the surplus."),
        "step.otherAmount": Phrase(
            "La réception a peut-être corrigé la ligne. Demandez pourquoi, puis faites rétablir le montant ou remboursez ici.",
            "Reception may have corrected the line. Ask why, then have the amount put right or refund it here."),
        "step.otherRoom": Phrase(
            "Le débit est sur la note de {room}. Si la réception ne l’y a pas mis exprès, faites-le transférer.",
            "The charge is on the folio of {room}. Unless reception put it there on purpose, have it transferred."),
        "step.unknownHere": Phrase(
            "Nos livres ne connaissent pas cette référence (copie restaurée ?). Comparez aux tickets ; faites ôter ce qui est de trop.",
            "Our books do not know this reference (a restored copy?). Compare with the receipts; have taken off what is too much."
        ),
        "step.otherDate": Phrase(
            "Compté au {date}. Rien à faire si l’hôtel a changé de journée entre-temps : comparez aussi cette journée-là.",
            "Counted on {date}. Nothing to do if the hotel changed its day in between: compare that day too."),
        "step.inDoubt": Phrase(
            "L’hôtel ne le montre pas. Réglez-le sur la page Hôtel.", "The hotel does not show it. Settle it on the Hotel page."),
        "step.inDoubtShown": Phrase(
            "L’hôtel le montre. Réglez-le sur la page Hôtel : « sur la note ».",
            "The hotel shows it. Settle it on the Hotel page: “on the folio”."),
        "step.notExpected": Phrase(
            "Le client a sans doute payé autrement. Faites ôter le débit de la note.",
            "The guest has probably paid another way. Have the charge taken off the folio."),
        "step.notCompared": Phrase("{reason} Demandez la note à la réception.", "{reason} Ask reception for the folio."),
        "unread.guestGone": Phrase("Le client est parti.", "The guest has gone."),
        "unread.billRefused": Phrase("L’hôtel ne montre pas cette note.", "The hotel does not show this folio."),
        "unread.outOfTime": Phrase("Il n’y a pas eu le temps de lire cette note.", "There was no time to read this folio."),
        "unread.other": Phrase("La note n’a pas pu être lue.", "The folio could not be read."),
        "LEDGER_UNREADABLE": Phrase("Cette liste ne peut pas être lue.\n{faults}", "This list cannot be read.\n{faults}"),
        "faultInLine": Phrase("Ligne {line} : {fault}", "Line {line}: {fault}"),
        "ledger.fileEmpty": Phrase("Le fichier est vide.", "The file is empty."),
        "ledger.fileTooLarge": Phrase("Le fichier dépasse 8 Mo.", "The file is larger than 8 MB."),
        "ledger.tooManyLines": Phrase("Le fichier dépasse 50 000 lignes.", "The file has more than 50,000 lines."),
        "ledger.columnMissing": Phrase("il manque la colonne « {value} ».", "the column “{value}” is missing."),
        "ledger.columnTwice": Phrase("la colonne « {value} » y est deux fois.", "the column “{value}” is there twice."),
        "ledger.quoteNeverCloses": Phrase("un guillemet s’ouvre et ne se ferme pas.", "a quote opens and never closes."),
        "ledger.textAfterQuote": Phrase("il y a du texte après un guillemet fermant.", "there is text after a closing quote."),
        "ledger.fieldCount": Phrase(
            "pas autant de champs que dans la première ligne ({value}).", "not as many fields as in the first line ({value})."),
        "ledger.amountUnreadable": Phrase("montant illisible « {value} ».", "the amount “{value}” cannot be read."),
        "ledger.dateUnreadable": Phrase("date illisible « {value} ».", "the date “{value}” cannot be read."),
        "column.amount": Phrase("montant", "amount"),
        "column.text": Phrase("texte", "text"),
    ]
}
