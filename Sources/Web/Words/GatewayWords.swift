extension Words {
    /// The PMS gateway, its test, and the integration with the hotel (`S1-03`, `S1-04`).
    static let gateway: [String: Phrase] = [
        "setGateway": Phrase("Passerelle PMS", "PMS gateway"),
        "setGatewayLead": Phrase("La ligne vers l’hôtel, et son essai.", "The line to the hotel, and its test."),
        "setGatewayEmpty": Phrase("Pas encore de passerelle. Deux clics : Ajouter, Enregistrer.", "No gateway yet. Two clicks: Add, Save."),
        "setDeviceName": Phrase("Nom de l’appareil", "Device name"),
        "setHost": Phrase("Adresse de l’interface de l’hôtel", "Address of the hotel’s interface"),
        "setHostHint": Phrase("La machine où tourne l’interface OPERA (IFC8).", "The machine that runs OPERA’s interface (IFC8)."),
        "setPort": Phrase("Port", "Port"),
        "setPortHint": Phrase("5010 le plus souvent.", "5010 most often."),
        "setWorkstation": Phrase("Nom de poste chez l’hôtel", "Workstation name at the hotel"),
        "setWorkstationHint": Phrase("Le nom de ce serveur pour l’hôtel (WS).", "What the hotel calls this server (WS)."),
        "setRoomCode": Phrase("Code « chambre » des recherches", "“Room” code of searches"),
        "setRoomCodeHint": Phrase("Le code de l’hôtel (PM) envoyé avec chaque recherche.", "The hotel’s code (PM) sent with each search."),
        "setPaymasterRooms": Phrase("Comptes internes de l’hôtel", "Internal accounts of the hotel"),
        "setPaymasterRoomsHint": Phrase(
            "Les numéros de chambre sans client (paymaster), séparés par des virgules.",
            "The room numbers without a guest (paymaster), separated by commas."),
        "setManagerCode": Phrase("Code « chambre, accord d’un responsable »", "“Room, by a manager’s word” code"),
        "setManagerCodeHint": Phrase(
            "Vide : le dépassement d’un crédit est dit par un signe (CO).", "Empty: exceeding a credit is said by a flag (CO)."),
        "setCodePage": Phrase("Jeu de caractères", "Character set"),
        "setDigits": Phrase("Chiffres du numéro d’envoi", "Digits of a posting number"),
        "setDigitsHint": Phrase("8, ou 4 avec un ancien système.", "8, or 4 with an old system."),
        "setMatches": Phrase("Clients par recherche", "Guests per search"),
        "setInFlight": Phrase("Envois à la fois", "Postings at once"),
        "setQuiet": Phrase("Secondes de calme", "Quiet seconds"),
        "setQuietHint": Phrase(
            "Aussi longtemps sans incident avant qu’un débit absent de la note compte comme non fait.",
            "So long undisturbed before a charge that is missing on the folio counts as not made."),
        "setBillComplete": Phrase("Chaque débit paraît sur la note du client", "Every charge shows on the guest’s folio"),
        "setBillCompleteHint": Phrase(
            "L’hôtel ne renvoie aucun code vers un autre compte.", "The hotel routes no code to another account."),
        "setBalanceSettles": Phrase("Le solde suffit comme preuve", "The balance is proof enough"),
        "setBalanceSettlesHint": Phrase("Seulement si personne d’autre ne débite les clients.", "Only if nobody else charges guests."),
        "setPackageField": Phrase("Champ du forfait", "Package field"),
        "setPackageFieldHint": Phrase(
            "Le champ (A0 à A9) où l’hôtel écrit ce que le séjour comprend.",
            "The field (A0 to A9) in which the hotel writes what the stay includes."),
        "setPackageFieldNone": Phrase("Aucun", "None"),
        "setCertificate": Phrase("Fichier du certificat (TLS)", "Certificate file (TLS)"),
        "setCertificateHint": Phrase(
            "Un fichier PEM sur ce serveur ; vide : ligne sans chiffrement.", "A PEM file on this server; empty: a line without encryption."
        ),
        "setKey": Phrase("Clé de l’interface", "Interface key"),
        "setKeyNone": Phrase("FidCrypt0S|…, si l’hôtel en demande une.", "FidCrypt0S|…, if the hotel asks for one."),
        "setKeyThere": Phrase("Il y en a une ; vide : elle reste.", "There is one; empty: it stays."),
        "setKeyTakeAway": Phrase("Enlever la clé", "Take the key away"),
        "setTest": Phrase("Essayer la ligne", "Test the connection"),
        "setTestLead": Phrase(
            "Appelle l’hôtel et demande une chambre ; ne débite rien. Au plus dix secondes.",
            "Calls the hotel and asks for a room; charges nothing. Ten seconds at most."),
        "setTesting": Phrase("Essai…", "Testing…"),
        "setTestGood": Phrase("La ligne fonctionne", "The connection works"),
        "setTestAnswered": Phrase("L’hôtel a répondu en {ms} ms.", "The hotel answered in {ms} ms."),
        "setTestBad": Phrase("La ligne ne fonctionne pas", "The connection does not work"),
        "setHotel": Phrase("Oracle OPERA", "Oracle OPERA"),
        "setHotelLead": Phrase("Le système de l’hôtel et sa version ; activer ou non.", "The hotel’s system and its version; on or off."),
        "setSystem": Phrase("Système", "System"),
        "setVersion": Phrase("Version", "Version"),
        "setVersionHint": Phrase(
            "OPERA Cloud : 1.20 au moins. OPERA 5 : 5.0.03.03 E43, 5.0.04.01 E24, 5.0.04.02 E17, 5.0.04.03 E10, ou 5.0.05.00 et suivantes.",
            "OPERA Cloud: 1.20 at least. OPERA 5: 5.0.03.03 E43, 5.0.04.01 E24, 5.0.04.02 E17, 5.0.04.03 E10, or 5.0.05.00 and later."),
        "setIntegrationOn": Phrase("Intégration active", "Integration on"),
        "setIntegrationOnHint": Phrase(
            "Arrêtée : aucun débit ne part et aucun client n’est trouvé.", "Off: no charge goes out and no guest is found."),
        "setHelp": Phrase("Aide", "Help"),
        "linkFault.notSetUp": Phrase(
            "Il n’y a pas encore de passerelle PMS : Configuration › Appareils › Passerelle PMS.",
            "There is no PMS gateway yet: Configuration › Devices › PMS gateway."),
        "linkFault.switchedOff": Phrase(
            "L’intégration est arrêtée : Configuration › Intégrations › Oracle OPERA.",
            "The integration is switched off: Configuration › Integrations › Oracle OPERA."),
    ]
}
