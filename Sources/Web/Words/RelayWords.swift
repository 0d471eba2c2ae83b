extension Words {
    /// Another Ardoise as the gateway (`S1-02`): its keys here, its address there, and what goes wrong between the two.
    static let relay: [String: Phrase] = [
        "postingKind.relayed": Phrase("D’une autre caisse", "From another till"),
        "setGatewayKeys": Phrase("Caisses reliées", "Connected tills"),
        "setGatewayKeysLead": Phrase(
            "Les autres caisses Ardoise dont celle-ci est la passerelle, chacune avec sa clé.",
            "The other Ardoise tills that this one is the gateway of, each with its key."),
        "setGatewayKeysEmpty": Phrase(
            "Aucune. Ajoutez une clé, puis saisissez-la dans l’autre caisse.", "None. Add a key, then type it into the other till."),
        "setGatewayKeySecret": Phrase("Clé de passerelle", "Gateway key"),
        "setGatewayKeySecretHint": Phrase(
            "Copiez-la maintenant : après l’enregistrement, elle n’est plus jamais montrée.",
            "Copy it now: once saved, it is never shown again."),
        "setGatewayKeyNext": Phrase(
            "Dans l’autre caisse : Configuration › Réglages › Moyens de paiement › Opera, adresse de ce serveur et cette clé.",
            "In the other till: Configuration › Settings › Payment methods › Opera, this server’s address and this key."),
        "setGatewayKeyTills": Phrase("Postes permis", "Workstations allowed"),
        "setGatewayKeyTillsHint": Phrase(
            "Séparés par des virgules. Vide : tous ceux de l’autre caisse.", "Separated by commas. Empty: all those of the other till."),
        "setGatewayKeyAllTills": Phrase("tous les postes", "all workstations"),
        "setGatewayKeyRevoked": Phrase("Révoquée", "Revoked"),
        "setGatewayKeyRevoke": Phrase("Révoquer cette clé", "Revoke this key"),
        "setGatewayKeyRevokeHint": Phrase(
            "Définitif : l’autre caisse ne peut plus rien envoyer tant qu’elle n’a pas une nouvelle clé.",
            "For good: the other till can send nothing until it has a new key."),
        "setRelayKey": Phrase("Clé de passerelle", "Gateway key"),
        "setRelayKeyHint": Phrase(
            "Faite dans la passerelle : Configuration › Appareils › Caisses reliées. Vide : la clé actuelle reste.",
            "Made at the gateway: Configuration › Devices › Connected tills. Empty: the key in force stays."),
        "refusal.gatewayKeyMissing": Phrase(
            "Il faut la clé de la passerelle. Elle se crée là-bas : Configuration › Appareils › Caisses reliées.",
            "The gateway’s key is needed. It is made there: Configuration › Devices › Connected tills."),
        "refusal.gatewayNotHere": Phrase(
            "Ce serveur ne peut pas être votre passerelle : il passe lui-même par une autre, ou compte dans une autre monnaie.",
            "This server cannot be your gateway: it goes by another one itself, or counts in another currency."),
        "refusal.gatewayForgot": Phrase(
            "Cette passerelle n’est pas celle qui était visée : sa base a été remplacée ou restaurée.",
            "This gateway is not the one that was meant: its database was replaced or restored."),
        "refusal.workstationNotAllowed": Phrase(
            "La clé de passerelle ne permet pas ce poste.", "The gateway key does not allow this workstation."),
        "refusal.unknownGatewayKey": Phrase("Cette clé n’existe pas.", "There is no such key."),
        "refusal.unknownRelayed": Phrase("Rien n’est arrivé sous cette clé.", "Nothing came under this key."),
        "setting.field.gatewayKey": Phrase("clé de passerelle", "gateway key"),
        "setting.invalid.gatewayKey": Phrase(
            "Cette clé est incomplète : elle commence par ardoise-gateway- et compte 59 caractères.",
            "This key is not whole: it begins with ardoise-gateway- and has 59 characters."),
        "setting.field.gatewayAddress": Phrase("adresse de la passerelle", "gateway’s address"),
        "setting.invalid.gatewayAddress": Phrase(
            "L’adresse commence par https:// (http:// seulement vers une adresse IP privée, comme http://192.168.1.20:8080), sans chemin.",
            "The address begins with https:// (http:// only to a private IP address, like http://192.168.1.20:8080), without a path."),
        "linkFault.notArdoise": Phrase(
            "À l’adresse de la passerelle répond autre chose qu’une Ardoise qui parle à l’hôtel. Vérifiez adresse et port.",
            "At the gateway’s address answers something other than an Ardoise that talks to the hotel. Check address and port."),
        "linkFault.otherCurrency": Phrase(
            "La passerelle compte dans une autre monnaie que cette caisse.", "The gateway counts in another currency than this till."),
        "linkFault.gatewayDown": Phrase(
            "La passerelle répond, mais sa propre ligne vers l’hôtel est coupée. Regardez sa page Hôtel.",
            "The gateway answers, but its own line to the hotel is down. Look at its Hotel page."),
        "helpFault.notArdoise": Phrase("Ce n’est pas une passerelle", "That is no gateway"),
        "helpStep.notArdoise.1": Phrase(
            "L’adresse du moyen de paiement Opera est-elle celle du serveur Ardoise qui a la passerelle PMS, avec son port ?",
            "Is the address of the payment method Opera that of the Ardoise server that has the PMS gateway, with its port?"),
        "helpStep.notArdoise.2": Phrase(
            "Ce serveur n’est-il pas lui-même relié à une autre passerelle ?", "Is that server itself connected to another gateway?"),
        "helpFault.otherCurrency": Phrase("Deux monnaies", "Two currencies"),
        "helpStep.otherCurrency.1": Phrase(
            "Les deux maisons doivent avoir la même monnaie dans leur fichier de configuration.",
            "Both houses must have the same currency in their configuration file."),
        "helpFault.gatewayDown": Phrase("La passerelle n’a pas l’hôtel", "The gateway does not have the hotel"),
        "helpStep.gatewayDown.1": Phrase(
            "Ouvrez la page Hôtel › Aide de la passerelle : elle nomme ce qui manque.",
            "Open the page Hotel › Help of the gateway: it names what is missing."),
    ]
}
