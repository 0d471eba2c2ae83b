extension Words {
    /// The catalogue of integrations and RoomRaccoon's form.
    static let integrations: [String: Phrase] = [
        "setIntegrations": Phrase("Intégrations", "Integrations"),
        "setIntegrationsLead": Phrase(
            "Les systèmes d’hôtel que cette maison débite : état, version, ajout.",
            "The hotel systems that this house charges: status, version, adding."),
        "setSearchIntegration": Phrase("Chercher une intégration", "Search for an integration"),
        "setSearch": Phrase("Chercher", "Search"),
        "setNoIntegrations": Phrase("Aucune intégration. Ajoutez-en une.", "No integration yet. Add one."),
        "setNoSuchIntegration": Phrase("Rien ne s’appelle « {text} ».", "Nothing is called “{text}”."),
        "integration.opera": Phrase(
            "Débits sur chambre et comptes internes en temps réel ; le reste de la recette toutes les 30 minutes.",
            "Room and internal account charges in real time; the rest of the revenue every 30 minutes."),
        "integration.roomRaccoon": Phrase(
            "Débits sur la chambre ou le lit du client, article par article ; recherche par numéro de chambre.",
            "Charges to the guest’s room or bed, article by article; search by room number."),
        "integrationVersion.opera": Phrase(
            "Compatible : OPERA 5 à partir de 5.0.03.03 E43, OPERA Cloud à partir de 1.20.",
            "Compatible: OPERA 5 from 5.0.03.03 E43, OPERA Cloud from 1.20."),
        "integrationVersion.roomRaccoon": Phrase(
            "Compatible : interface POS de RoomRaccoon, version 2.", "Compatible: RoomRaccoon’s POS interface, version 2."),
        "integrationStatus.enabled": Phrase("Activée", "Enabled"),
        "integrationStatus.disabled": Phrase("Désactivée", "Disabled"),
        "integrationStatus.test": Phrase("Mode test", "Test mode"),
        "integrationStatus.error": Phrase("En erreur", "Error"),
        "roomRaccoonFault.notAuthentic": Phrase(
            "RoomRaccoon ne reconnaît pas la clé API ou l’ID hôtel. Copiez les deux à nouveau.",
            "RoomRaccoon does not know the API key or the hotel ID. Copy both again."),
        "roomRaccoonFault.nameUnknown": Phrase(
            "Le nom de l’adresse n’existe pas. Vérifiez l’adresse, puis l’accès à Internet.",
            "The name in the address does not exist. Check the address, then the Internet access."),
        "roomRaccoonFault.unreachable": Phrase(
            "Personne à cette adresse. Vérifiez l’accès à Internet et le pare-feu.",
            "Nobody at this address. Check the Internet access and the firewall."),
        "roomRaccoonFault.tlsFailed": Phrase(
            "La connexion n’a pas pu être sécurisée. Vérifiez l’adresse, l’heure de cette machine, et ce qui filtre le réseau.",
            "The connection could not be secured. Check the address, this machine’s clock, and what filters the network."),
        "roomRaccoonFault.noAnswer": Phrase(
            "RoomRaccoon n’a pas répondu à temps, ou pas clairement. Réessayez ; si cela dure, prévenez RoomRaccoon.",
            "RoomRaccoon did not answer in time, or not clearly. Try again; if it stays so, tell RoomRaccoon."),
        "roomRaccoonFault.closedByHotel": Phrase(
            "La connexion a été coupée avant la fin de la réponse. Réessayez ; si cela dure, prévenez RoomRaccoon.",
            "The connection was cut before the answer ended. Try again; if it stays so, tell RoomRaccoon."),
        "roomRaccoonFault.nonsense": Phrase(
            "Quelqu’un répond à cette adresse, mais ce n’est pas l’interface POS de RoomRaccoon. Vérifiez l’adresse.",
            "Somebody answers at this address, but it is not RoomRaccoon’s POS interface. Check the address."),
        "roomRaccoonFault.busy": Phrase(
            "RoomRaccoon demande d’attendre un peu : trop de requêtes.", "RoomRaccoon asks to wait a little: too many requests."),
        "linkFinding.good": Phrase("RoomRaccoon répond et reconnaît cette caisse.", "RoomRaccoon answers and knows this till."),
        "linkFinding.goodNobodyThere": Phrase(
            "RoomRaccoon répond et reconnaît cette caisse.", "RoomRaccoon answers and knows this till."),
        "linkFinding.keyRefused": Phrase(
            "RoomRaccoon ne reconnaît pas la clé API. Copiez-la à nouveau, en entier.",
            "RoomRaccoon does not know the API key. Copy all of it again."),
        "linkFinding.hotelIDRefused": Phrase(
            "RoomRaccoon ne reconnaît pas l’ID hôtel. Copiez-le à nouveau.", "RoomRaccoon does not know the hotel ID. Copy it again."),
        "linkFinding.credentialsRefused": Phrase(
            "RoomRaccoon ne reconnaît pas la clé API ou l’ID hôtel, sans dire lequel. Copiez les deux à nouveau.",
            "RoomRaccoon does not know the API key or the hotel ID, and does not say which. Copy both again."),
        "linkFinding.nameUnknown": Phrase(
            "Le nom de l’adresse n’existe pas (DNS). Vérifiez l’adresse, puis l’accès à Internet.",
            "The name in the address does not exist (DNS). Check the address, then the Internet access."),
        "linkFinding.unreachable": Phrase(
            "Personne à cette adresse. Vérifiez l’accès à Internet et le pare-feu.",
            "Nobody at this address. Check the Internet access and the firewall."),
        "linkFinding.tlsFailed": Phrase(
            "La connexion n’a pas pu être sécurisée (TLS). Vérifiez l’adresse, l’heure de cette machine, et ce qui filtre le réseau.",
            "The connection could not be secured (TLS). Check the address, this machine’s clock, and what filters the network."),
        "linkFinding.timedOut": Phrase(
            "Pas de réponse à temps. Réessayez ; si cela dure, prévenez RoomRaccoon.",
            "No answer in time. Try again; if it stays so, tell RoomRaccoon."),
        "linkFinding.cut": Phrase(
            "La connexion a été coupée avant la fin de la réponse. Réessayez ; si cela dure, prévenez RoomRaccoon.",
            "The connection was cut before the answer ended. Try again; if it stays so, tell RoomRaccoon."),
        "linkFinding.busy": Phrase(
            "RoomRaccoon demande d’attendre un peu : trop de requêtes.", "RoomRaccoon asks to wait a little: too many requests."),
        "linkFinding.notRoomRaccoon": Phrase(
            "Quelqu’un répond à cette adresse, mais ce n’est pas l’interface POS de RoomRaccoon. Vérifiez l’adresse.",
            "Somebody answers at this address, but it is not RoomRaccoon’s POS interface. Check the address."),
        "linkFinding.unclear": Phrase(
            "RoomRaccoon répond, mais pas en mots que cette caisse comprend. Prévenez qui vous aide.",
            "RoomRaccoon answers, but not in words that this till understands. Tell whoever helps you."),
        "linkFindingWords": Phrase("{system} dit : « {words} »", "{system} says: “{words}”"),
        "setTrainingHotel": Phrase(
            "Le back-office de l’hôtel d’essai, depuis cette machine : {address}",
            "The training hotel’s back office, from this machine: {address}"),
        "setRoomRaccoon": Phrase("RoomRaccoon", "RoomRaccoon"),
        "setRoomRaccoonLead": Phrase("Clé, hôtel, mode test, signature.", "Key, hotel, test mode, signature."),
        "setTestMode": Phrase("Test", "Test"),
        "setTestModeHint": Phrase(
            "Parle à l’hôtel simulé intégré, jamais au vrai ; chaque écran et chaque reçu le dit.",
            "Talks to the built-in simulated hotel, never to the real one; every screen and receipt says so."),
        "setTestModeNotice": Phrase(
            "Mode test : rien n’arrive à un vrai hôtel.", "Test mode: nothing reaches a real hotel."),
        "setAPIKey": Phrase("Clé API", "API key"),
        "setAPIKeyNone": Phrase(
            "RoomRaccoon la donne sur demande. En mode test, il n’en faut pas.",
            "RoomRaccoon gives it on request. Test mode needs none."),
        "setHotelID": Phrase("ID hôtel", "Hotel ID"),
        "setSignature": Phrase("Signature du débit sur chambre", "Room-charge signature"),
        "setSignatureHint": Phrase("Le client signe à l’écran chaque débit.", "The guest signs each charge on the screen."),
        "setPrintSignature": Phrase("Imprimer la signature", "Print signature"),
        "setPrintSignatureHint": Phrase(
            "Obligatoire : sans imprimante prête, pas de débit.", "Mandatory: no charge unless the printer is ready."),
        "setPrintSignature.no": Phrase("Non", "No"),
        "setPrintSignature.yes": Phrase("Oui", "Yes"),
        "setPrintSignature.mandatory": Phrase("Obligatoire", "Mandatory"),
        "setRoomRaccoonGroup": Phrase("Groupe RoomRaccoon pour : {name}", "RoomRaccoon group for: {name}"),
        "setRoomRaccoonGroupHint": Phrase(
            "Le numéro de RoomRaccoon, Finance › Revenue groups ; il porte aussi la TVA.",
            "RoomRaccoon’s number, Finance › Revenue groups; it says the VAT, too."),
        "setTipGroup": Phrase("Groupe RoomRaccoon pour les pourboires", "RoomRaccoon group for tips"),
        "setTipGroupHint": Phrase("Vide : pas de pourboire par RoomRaccoon.", "Empty: no tips by RoomRaccoon."),
        "setServiceAddress": Phrase("Adresse du service", "Service address"),
        "setServiceAddressHint": Phrase(
            "Celle de RoomRaccoon ; ne la changez que sur son conseil.", "RoomRaccoon’s; change it on their advice only."),
        "setRoomRaccoonNameHint": Phrase(
            "Exactement « RoomRaccoon » : majuscules et espaces comptent.", "Exactly “RoomRaccoon”: capitals and blanks count."),
        "setCountsInFloat": Phrase("Compte dans le fond de caisse final", "Counts in the final cash float"),
        "setChangeNotAllowed": Phrase("Non autorisé", "Not allowed"),
        "setNeedsIntegration": Phrase(
            "Ajoutez d’abord l’intégration RoomRaccoon.", "Add the RoomRaccoon integration first."),
        "setOutletHotel": Phrase("Hôtel débité", "Hotel that is charged"),
        "setOutletHotelHint": Phrase(
            "Les clients de quel système ce point de vente débite.", "The guests of which system this outlet charges."),
        "setOutletAnyHotel": Phrase("Tous ceux qui sont actifs", "All that are in use"),
        "testMode": Phrase("Mode test", "Test mode"),
        "testReceipt": Phrase("MODE TEST · sans valeur", "TEST MODE · not valid"),
        "refusal.postingsUnderWay": Phrase(
            "Des débits de cette intégration attendent encore l’hôtel : attendez, ou réglez-les à la page Hôtel.",
            "Charges of this integration still wait for the hotel: wait, or settle them on the Hotel page."),
    ]
}
