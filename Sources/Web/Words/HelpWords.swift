extension Words {
    /// Help with the line to the hotel (`S1-17`). Keys `helpFault.…` and `helpStep.…` are `HotelLinkState.Fault`.
    static let help: [String: Phrase] = [
        "helpTitle": Phrase("Aide à l’intégration", "Help with the integration"),
        "helpLead": Phrase(
            "L’état de la ligne vers l’hôtel, ce qu’il faut vérifier, et un fichier à envoyer à qui vous aide.",
            "How the line to the hotel stands, what to check, and a file to send to whoever helps you."),
        "helpChecks": Phrase("À vérifier", "What to check"),
        "helpNow": Phrase("en ce moment", "right now"),
        "helpHistory": Phrase("La ligne jusqu’ici", "The line until now"),
        "helpHistoryEmpty": Phrase("Rien n’est encore noté.", "Nothing is noted yet."),
        "helpRecords": Phrase("Derniers échanges", "Last records"),
        "helpRecordsLead": Phrase(
            "Sans noms ni textes : ce qui touche à un client est masqué.", "Without names and texts: what is about a guest is hidden."),
        "helpRecordsEmpty": Phrase("Rien n’a encore été envoyé.", "Nothing was sent yet."),
        "helpFile": Phrase("Fichier de diagnostic", "Diagnostics file"),
        "helpFileLead": Phrase(
            "Réglages sans la clé, histoire de la ligne, derniers échanges : sans noms, chambres ni réservations.",
            "Settings without the key, the line’s history, the last records: without names, rooms or reservations."),
        "helpFileGet": Phrase("Télécharger", "Download"),
        "helpFault.unreachable": Phrase("L’interface ne répond pas à cette adresse", "The interface does not answer at this address"),
        "helpStep.unreachable.1": Phrase(
            "Le poste qui fait tourner l’interface OPERA (IFC8) est-il allumé, et l’interface démarrée ?",
            "Is the machine that runs OPERA’s interface (IFC8) on, and the interface started?"),
        "helpStep.unreachable.2": Phrase(
            "L’adresse et le port de Configuration › Appareils › Passerelle PMS sont-ils ceux de l’interface ?",
            "Are address and port in Configuration › Devices › PMS gateway those of the interface?"),
        "helpStep.unreachable.3": Phrase(
            "Un pare-feu entre ce serveur et l’interface laisse-t-il passer ce port ?",
            "Does a firewall between this server and the interface let this port through?"),
        "helpFault.nameUnknown": Phrase("Ce nom de machine n’existe pas", "This host name does not exist"),
        "helpStep.nameUnknown.1": Phrase(
            "Le nom est-il bien écrit dans la passerelle PMS ?", "Is the name written correctly in the PMS gateway?"),
        "helpStep.nameUnknown.2": Phrase("Essayez avec l’adresse IP de l’interface.", "Try the IP address of the interface."),
        "helpStep.nameUnknown.3": Phrase("Ce serveur utilise-t-il le DNS de l’hôtel ?", "Does this server use the hotel’s DNS?"),
        "helpFault.noAnswer": Phrase("L’interface décroche et se tait", "The interface picks up and says nothing"),
        "helpStep.noAnswer.1": Phrase(
            "Demandez à l’hôtel de redémarrer l’interface dans OPERA.", "Ask the hotel to restart the interface in OPERA."),
        "helpStep.noAnswer.2": Phrase(
            "Le port est-il celui du point de vente, et non d’une autre interface ?",
            "Is the port that of the point of sale, not of another interface?"),
        "helpStep.noAnswer.3": Phrase(
            "L’interface attend-elle TLS ? Alors il faut son certificat dans la passerelle PMS.",
            "Does the interface expect TLS? Then the PMS gateway needs its certificate."),
        "helpFault.closedByHotel": Phrase("L’hôtel raccroche", "The hotel hangs up"),
        "helpStep.closedByHotel.1": Phrase(
            "L’interface n’accepte qu’un client : une autre caisse ou un ancien serveur l’occupe-t-il ?",
            "The interface takes one client only: does another till or an old server hold it?"),
        "helpStep.closedByHotel.2": Phrase(
            "La licence de l’interface est-elle active dans OPERA ?", "Is the interface’s licence active in OPERA?"),
        "helpStep.closedByHotel.3": Phrase("Une clé est-elle demandée, et absente ici ?", "Is a key asked for, and missing here?"),
        "helpFault.notAuthentic": Phrase("La clé n’est pas acceptée", "The key is not accepted"),
        "helpStep.notAuthentic.1": Phrase(
            "Saisissez à nouveau la clé de l’hôtel (FidCrypt0S|…) dans la passerelle PMS.",
            "Type the hotel’s key (FidCrypt0S|…) into the PMS gateway again."),
        "helpStep.notAuthentic.2": Phrase(
            "Demandez à l’hôtel de redémarrer l’interface après tout changement de clé.",
            "Ask the hotel to restart the interface after any change of the key."),
        "helpFault.tlsFailed": Phrase("Le chiffrement échoue", "Encryption fails"),
        "helpStep.tlsFailed.1": Phrase(
            "Le fichier du certificat existe-t-il sur ce serveur, et est-il celui de l’interface ?",
            "Does the certificate file exist on this server, and is it the interface’s?"),
        "helpStep.tlsFailed.2": Phrase("Le certificat est-il encore valable ?", "Is the certificate still valid?"),
        "helpFault.notSetUp": Phrase("Pas de passerelle PMS", "No PMS gateway"),
        "helpStep.notSetUp.1": Phrase(
            "Créez-la : Configuration › Appareils › Passerelle PMS › Ajouter.", "Create it: Configuration › Devices › PMS gateway › Add."),
        "helpFault.switchedOff": Phrase("Intégration arrêtée", "Integration switched off"),
        "helpStep.switchedOff.1": Phrase(
            "Activez-la : Configuration › Intégrations › Oracle OPERA.", "Switch it on: Configuration › Integrations › Oracle OPERA."),
    ]
}
