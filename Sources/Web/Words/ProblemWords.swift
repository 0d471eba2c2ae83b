extension Words {
    /// What the edge itself refuses, by the code of the problem.
    static let problems: [String: Phrase] = [
        "title.400": Phrase("Demande illisible", "Unreadable request"),
        "title.401": Phrase("Connexion nécessaire", "Sign in first"),
        "title.403": Phrase("Pas permis", "Not allowed"),
        "title.404": Phrase("Introuvable", "Not found"),
        "title.405": Phrase("Pas de cette façon", "Not this way"),
        "title.409": Phrase("Trop tard", "Too late"),
        "title.413": Phrase("Trop long", "Too long"),
        "title.415": Phrase("Format inconnu", "Unknown format"),
        "title.422": Phrase("Refusé", "Refused"),
        "title.429": Phrase("Trop vite", "Too fast"),
        "title.500": Phrase("Quelque chose s’est mal passé", "Something went wrong"),
        "title.503": Phrase("Momentanément indisponible", "Unavailable for the moment"),
        "MALFORMED_JSON": Phrase("Ce n’est pas du JSON valable, à l’octet {offset}.", "This is not valid JSON, at byte {offset}."),
        "MALFORMED_FORM": Phrase("Le formulaire est illisible.", "The form cannot be read."),
        "FIELD_UNKNOWN": Phrase("Le champ « {field} » n’existe pas.", "There is no field “{field}”."),
        "FIELD_MISSING": Phrase("Il manque le champ « {field} ».", "The field “{field}” is missing."),
        "FIELD_WRONG_TYPE": Phrase("Le champ « {field} » n’est pas du bon type.", "The field “{field}” has the wrong type."),
        "OUT_OF_RANGE": Phrase("La valeur de « {field} » est hors limites.", "The value of “{field}” is out of range."),
        "AMOUNT_UNREADABLE": Phrase(
            "Ce montant est illisible : écrivez par exemple 12,50.", "This amount cannot be read: write for example 12.50."),
        "KEY_MISSING": Phrase(
            "L’en-tête Idempotency-Key manque ou n’a pas 8 à 64 caractères [A-Za-z0-9-_].",
            "The header Idempotency-Key is missing or is not 8 to 64 characters of [A-Za-z0-9-_]."),
        "NOT_FOUND": Phrase("Il n’y a rien à cette adresse.", "There is nothing at this address."),
        "METHOD_NOT_ALLOWED": Phrase("Cette adresse ne prend pas cette méthode.", "This address does not take this method."),
        "CROSS_SITE": Phrase("La demande vient d’un autre site.", "The request comes from another site."),
        "TOO_LARGE": Phrase("La demande dépasse {kilobytes} Ko.", "The request is larger than {kilobytes} KiB."),
        "UNSUPPORTED_MEDIA_TYPE": Phrase("Le contenu doit être de type {type}.", "The content must be of type {type}."),
        "TOO_MANY_REQUESTS": Phrase("Trop de demandes : réessayez dans {seconds} s.", "Too many requests: try again in {seconds} s."),
        "TIMED_OUT": Phrase(
            "Pas de réponse à temps. Réessayez : rien n’est fait deux fois.", "No answer in time. Try again: nothing is done twice."),
        "OVERLOADED": Phrase("Trop de travail en ce moment. Réessayez dans un instant.", "Too much work right now. Try again in a moment."),
        "STORAGE_FULL": Phrase(
            "Le disque du serveur est plein : rien n’a été enregistré. Prévenez un responsable.",
            "The server’s disk is full: nothing was recorded. Tell a manager."),
        "FAULT": Phrase(
            "Rien n’a été perdu de ce qui était enregistré. Réessayez ; sinon donnez la référence ci-dessous à l’assistance.",
            "Nothing recorded was lost. Try again; otherwise give the reference to support."),
    ]
}
