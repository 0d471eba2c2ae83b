extension Words {
    /// Why the back office says no. Keys `setting.invalid.…` and `setting.field.…` are `SettingField`.
    static let settingRefusals: [String: Phrase] = [
        "refusal.unknownSetting": Phrase("Ce réglage n’existe pas, ou plus.", "There is no such setting, or no longer."),
        "refusal.settingTaken": Phrase("Déjà pris : {field}. Choisissez-en un autre.", "Already taken: {field}. Choose another one."),
        "refusal.settingInUse": Phrase(
            "Encore utilisé : une addition ouverte, un article ou une caisse s’en sert, ou il n’en resterait aucun.",
            "Still in use: an open check, an article or a till needs it, or none would be left."),
        "refusal.paymentCodeFixed": Phrase(
            "Le code d’un débit sur chambre est IKPMS, et ce code ne sert à rien d’autre.",
            "The code of a charge to room is IKPMS, and that code serves nothing else."),
        "refusal.gatewayMissing": Phrase(
            "Créez d’abord la passerelle PMS : Configuration › Appareils › Passerelle PMS › Ajouter.",
            "Create the PMS gateway first: Configuration › Devices › PMS gateway › Add."),
        "refusal.integrationMissing": Phrase(
            "Ajoutez d’abord l’intégration : Configuration › Intégrations › Ajouter.",
            "Add the integration first: Configuration › Integrations › Add."),
        "refusal.hotelVersionUnreadable": Phrase(
            "Cette version est illisible. Écrivez-la comme l’hôtel la montre : 5.0.05.01, 5.0.04.02 E17, 1.20.",
            "This version cannot be read. Write it as the hotel shows it: 5.0.05.01, 5.0.04.02 E17, 1.20."),
        "refusal.hotelVersionTooOld": Phrase(
            "Cette version est trop ancienne. Il faut {needed} ou une version plus récente.",
            "This version is too old. {needed} or newer is needed."),
        "refusal.servicePeriodsUnusable": Phrase(
            "Il faut une à 24 périodes, chacune avec son numéro de 1 à 9999.",
            "One to 24 periods are needed, each with a number of its own, 1 to 9999."),
        "refusal.servicePeriodsOverlap": Phrase("Deux périodes se chevauchent à {time}.", "Two periods overlap at {time}."),
        "refusal.servicePeriodsGap": Phrase(
            "Aucune période ne commence à {time}, où une autre finit.", "No period begins at {time}, where another ends."),
        "refusal.closingInsidePeriod": Phrase(
            "{time} tombe au milieu d’une période de service : ses ventes iraient sur deux journées. Si oui, cochez « C’est voulu ».",
            "{time} falls inside a service period: its sales would go to two business dates. If so, tick “This is meant”."
        ),
        "refusal.administratorMissing": Phrase(
            "Il faut garder quelqu’un en administration, avec un code : sinon personne ne pourrait plus rien configurer.",
            "Somebody must stay an administrator, with a PIN: otherwise nobody could configure anything any more."),
        "refusal.pinTooEasy": Phrase("Ce code est trop facile à deviner.", "This PIN is too easy to guess."),
        "refusal.pinTaken": Phrase(
            "Quelqu’un d’autre a ce code. Choisissez-en un autre.", "Somebody else has this PIN. Choose another one."),
        "setting.field.name": Phrase("nom", "name"),
        "setting.field.code": Phrase("code", "code"),
        "setting.field.number": Phrase("numéro", "number"),
        "setting.field.hotelCode": Phrase("code de l’hôtel", "hotel’s code"),
        "setting.field.position": Phrase("rang", "position"),
        "setting.field.host": Phrase("adresse", "address"),
        "setting.field.port": Phrase("port", "port"),
        "setting.field.codePage": Phrase("jeu de caractères", "character set"),
        "setting.field.workstation": Phrase("nom de poste", "workstation name"),
        "setting.field.postingNumberDigits": Phrase("chiffres du numéro d’envoi", "digits of a posting number"),
        "setting.field.packageField": Phrase("champ du forfait", "package field"),
        "setting.field.postingsInFlight": Phrase("envois à la fois", "postings at once"),
        "setting.field.matches": Phrase("clients par recherche", "guests per search"),
        "setting.field.quietSeconds": Phrase("secondes de calme", "quiet seconds"),
        "setting.field.itemizer": Phrase("numéro de sous-total", "subtotal number"),
        "setting.field.time": Phrase("heure", "time"),
        "setting.field.seats": Phrase("places assises", "seats"),
        "setting.field.place": Phrase("place sur le plan", "place on the plan"),
        "setting.field.pin": Phrase("code personnel", "PIN"),
        "setting.field.outlet": Phrase("point de vente", "outlet"),
        "setting.field.floorPlan": Phrase("plan de salle", "floor plan"),
        "setting.field.paymentMethods": Phrase("moyens de paiement", "payment methods"),
        "setting.field.serverAddress": Phrase("adresse du serveur", "server address"),
        "setting.field.certificateFile": Phrase("fichier du certificat", "certificate file"),
        "setting.field.authenticationKey": Phrase("clé de l’interface", "interface key"),
        "setting.field.paymasterRooms": Phrase("comptes internes", "internal accounts"),
        "setting.invalid.paymasterRooms": Phrase(
            "Un de ces comptes internes n’est pas un numéro de chambre.", "One of these internal accounts is not a room number."),
        "setting.field.apiKey": Phrase("clé API", "API key"),
        "setting.field.hotelID": Phrase("ID hôtel", "hotel ID"),
        "setting.field.serviceAddress": Phrase("adresse du service", "service address"),
        "setting.field.roomRaccoonGroup": Phrase("groupe de recettes RoomRaccoon", "RoomRaccoon revenue group"),
        "setting.field.integrationName": Phrase("nom", "name"),
        "setting.invalid.apiKey": Phrase(
            "Il faut la clé API telle que RoomRaccoon l’a donnée, sans espace au milieu.",
            "The API key is needed as RoomRaccoon gave it, without a blank in the middle."),
        "setting.invalid.hotelID": Phrase(
            "Il faut l’ID hôtel de RoomRaccoon, sans espace au milieu.",
            "RoomRaccoon’s hotel ID is needed, without a blank in the middle."),
        "setting.invalid.serviceAddress": Phrase(
            "L’adresse commence par https:// (http:// seulement sur cette machine).",
            "The address begins with https:// (http:// on this machine only)."),
        "setting.invalid.roomRaccoonGroup": Phrase(
            "Un groupe de recettes est un nombre de RoomRaccoon (Finance › Revenue groups).",
            "A revenue group is a number from RoomRaccoon (Finance › Revenue groups)."),
        "setting.invalid.integrationName": Phrase(
            "Le nom doit être exactement « RoomRaccoon » : mêmes majuscules, aucun espace autour. Sinon rien n’arriverait à l’hôtel.",
            "The name must be exactly “RoomRaccoon”: same capitals, no blank before or after. Otherwise nothing would reach the hotel."),
        "setting.invalid.name": Phrase("Le nom va de 1 à 60 caractères.", "The name has 1 to 60 characters."),
        "setting.invalid.code": Phrase(
            "Le code va de 1 à 16 caractères : lettres sans accent, chiffres, point, tiret.",
            "The code has 1 to 16 characters: plain letters, digits, dot, hyphen."),
        "setting.invalid.number": Phrase(
            "Ce numéro est hors limites : 1 à 9999 pour tables et caisses, 1 à 99999 sinon.",
            "This number is out of bounds: 1 to 9999 for tables and tills, 1 to 99999 otherwise."),
        "setting.invalid.hotelCode": Phrase(
            "Le code de l’hôtel a au plus 5 caractères, et il est obligatoire pour un débit sur chambre ou sur compte interne.",
            "The hotel’s code has at most 5 characters, and a charge to a room or to an internal account needs one."),
        "setting.invalid.position": Phrase("Le rang va de 0 à 999.", "The position goes from 0 to 999."),
        "setting.invalid.host": Phrase(
            "L’adresse est un nom de machine ou une adresse IP, sans espace.",
            "The address is a host name or an IP address, without blanks."),
        "setting.invalid.port": Phrase("Le port va de 1 à 65535.", "The port goes from 1 to 65535."),
        "setting.invalid.codePage": Phrase("Ce jeu de caractères n’est pas connu.", "This character set is not known."),
        "setting.invalid.workstation": Phrase(
            "Le nom de poste a 1 à 16 caractères sans accent ni espace.",
            "The workstation name has 1 to 16 plain characters without blanks."),
        "setting.invalid.postingNumberDigits": Phrase("Le numéro d’envoi a 4 à 8 chiffres.", "A posting number has 4 to 8 digits."),
        "setting.invalid.packageField": Phrase("A0 à A9, ou aucun.", "A0 to A9, or none."),
        "setting.invalid.postingsInFlight": Phrase("1 à 16 envois à la fois.", "1 to 16 postings at once."),
        "setting.invalid.matches": Phrase("1 à 9 clients par recherche.", "1 to 9 guests per search."),
        "setting.invalid.quietSeconds": Phrase("60 à 3600 secondes.", "60 to 3600 seconds."),
        "setting.invalid.itemizer": Phrase("Le numéro de sous-total va de 1 à 9.", "The subtotal number goes from 1 to 9."),
        "setting.invalid.time": Phrase("Écrivez une heure comme 05:30.", "Write a time like 05:30."),
        "setting.invalid.seats": Phrase("1 à 99 places assises.", "1 to 99 seats."),
        "setting.invalid.place": Phrase("La place sur le plan va de 0 à 40.", "The place on the plan goes from 0 to 40."),
        "setting.invalid.pin": Phrase("Le code personnel a 4 à 6 chiffres.", "A PIN has 4 to 6 digits."),
        "setting.invalid.outlet": Phrase("Choisissez un point de vente en service.", "Choose an outlet that is in use."),
        "setting.invalid.floorPlan": Phrase("Ce plan n’est pas de ce point de vente.", "This plan is not one of that outlet."),
        "setting.invalid.paymentMethods": Phrase(
            "Un de ces moyens de paiement n’existe pas.", "One of these payment methods does not exist."),
        "setting.invalid.serverAddress": Phrase(
            "L’adresse du serveur n’est que pour un débit sur chambre.", "The server address is for a charge to room only."),
        "setting.invalid.certificateFile": Phrase("Ce chemin de fichier n’est pas utilisable.", "This file path cannot be used."),
        "setting.invalid.authenticationKey": Phrase("La clé est trop longue ou illisible.", "The key is too long or cannot be read."),
    ]
}
