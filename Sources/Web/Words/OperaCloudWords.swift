extension Words {
    /// OPERA Cloud over Oracle's REST interface: its form, its connection test, its codes, its faults.
    static let operaCloud: [String: Phrase] = [
        "setOperaCloud": Phrase("OPERA Cloud (REST)", "OPERA Cloud (REST)"),
        "setOperaCloudLead": Phrase("Accès, hôtel, caissier, essai de la connexion.", "Access, hotel, cashier, connection test."),
        "integration.operaCloud": Phrase(
            "Débits sur chambre par l’interface REST d’Oracle, sans interface dans la maison.",
            "Room charges over Oracle’s REST interface, without an interface in the house."),
        "integrationVersion.operaCloud": Phrase("Compatible : OPERA Cloud à partir de 1.20.", "Compatible: OPERA Cloud from 1.20."),
        "setCloudOn": Phrase("Passer par OPERA Cloud", "Go by OPERA Cloud"),
        "setCloudOnHint": Phrase(
            "La ligne FIAS se tait tant que celle-ci est active.", "The line over FIAS rests while this one is on."),
        "setCloudVersionHint": Phrase(
            "Comme l’écrit OPERA Cloud sous « À propos » : 26.1.0.0. Il faut 1.20 ou plus.",
            "As OPERA Cloud writes it under About: 26.1.0.0. 1.20 or newer is needed."),
        "setCloudGateway": Phrase("Adresse de la passerelle", "Gateway address"),
        "setCloudGatewayHint": Phrase(
            "https://… de l’environnement de l’hôtel, sans rien derrière le nom. Demandez-la à l’hôtel (Gateway URL).",
            "https://… of the hotel’s environment, with nothing behind the name. Ask the hotel for it (Gateway URL)."),
        "setCloudAppKey": Phrase("Clé d’application", "Application key"),
        "setCloudAppKeyHint": Phrase(
            "De la forme 0f4c1a52-…, du portail des développeurs d’Oracle (x-app-key).",
            "Like 0f4c1a52-…, from Oracle’s developer portal (x-app-key)."),
        "setCloudClientID": Phrase("Identifiant client (client ID)", "Client ID"),
        "setCloudClientSecret": Phrase("Secret client (client secret)", "Client secret"),
        "setCloudSecretNone": Phrase("Pas encore saisi.", "Not given yet."),
        "setCloudLogin": Phrase("Comment un programme entre", "How a program logs in"),
        "setCloudLoginHint": Phrase(
            "L’environnement en décide : OCIM avec l’identifiant d’entreprise, SSD avec un utilisateur. Demandez à l’hôtel.",
            "The environment decides: OCIM with the enterprise ID, SSD with a user. Ask the hotel."),
        "setCloudLogin.clientCredentials": Phrase("OCIM · identifiant d’entreprise", "OCIM · enterprise ID"),
        "setCloudLogin.password": Phrase("SSD · utilisateur d’intégration", "SSD · integration user"),
        "setCloudEnterprise": Phrase("Identifiant d’entreprise (OCIM)", "Enterprise ID (OCIM)"),
        "setCloudUser": Phrase("Utilisateur d’intégration (SSD)", "Integration user (SSD)"),
        "setCloudPassword": Phrase("Mot de passe de cet utilisateur (SSD)", "This user’s password (SSD)"),
        "setCloudHotelID": Phrase("Code de l’hôtel", "Hotel code"),
        "setCloudHotelIDHint": Phrase("Tel qu’OPERA l’affiche.", "As OPERA shows it."),
        "setCloudCashier": Phrase("Numéro de caissier", "Cashier number"),
        "setCloudCashierHint": Phrase(
            "De type InterfaceCashier. Sans lui, l’hôtel refuse tout débit (FOF00094).",
            "Of type InterfaceCashier. Without it the hotel refuses every charge (FOF00094)."),
        "setCloudExternal": Phrase("Code de système externe", "External system code"),
        "setCloudExternalHint": Phrase(
            "Vide, sauf si l’hôtel en donne un (x-externalsystem).", "Empty unless the hotel gives one (x-externalsystem)."),
        "setCloudSearch": Phrase("Recherche des clients", "Search for guests"),
        "setCloudSearch.get": Phrase("Habituelle (GET)", "Usual (GET)"),
        "setCloudSearch.post": Phrase("Nouvelle, à partir de 26.2 (POST)", "New, from 26.2 on (POST)"),
        "setCloudAuthorised": Phrase(
            "Le montant autorisé sur la carte est la limite de crédit", "What the card is authorised for is the credit limit"),
        "setCloudPackages": Phrase("Un forfait peut absorber un débit", "A package may absorb a charge"),
        "setCloudPackagesHint": Phrase(
            "Comme le petit déjeuner compris : l’hôtel en décide pour chaque séjour.",
            "Such as breakfast included: the hotel decides for each stay."),
        "setCloudSeconds": Phrase("Secondes pour une réponse", "Seconds for an answer"),
        "setCloudSecondsHint": Phrase("60 : Oracle coupe après.", "60: Oracle cuts then."),
        "setCloudNoCodes": Phrase(
            "Sans codes de transaction, tout débit est refusé : Configuration › Intégrations › Codes OPERA Cloud.",
            "Without transaction codes every charge is refused: Configuration › Integrations › OPERA Cloud codes."),
        "setCloudCodes": Phrase("Codes OPERA Cloud", "OPERA Cloud codes"),
        "setCloudCodesLead": Phrase(
            "Sous quel code de l’hôtel chaque part d’un débit se range.", "Under which of the hotel’s codes each part of a charge goes."),
        "setCloudCodesNoLink": Phrase(
            "Ajoutez d’abord OPERA Cloud sous Intégrations.", "First add OPERA Cloud under Integrations."),
        "setCloudCodesRead": Phrase(
            "{count} codes de l’hôtel, lus le {time}. L’essai de la connexion les lit à nouveau.",
            "{count} codes of the hotel, read on {time}. The connection test reads them again."),
        "setCloudCodesUnread": Phrase(
            "Les codes de l’hôtel ne sont pas encore lus : essayez la connexion, ils seront alors à choisir ici. D’ici là, tapez-les.",
            "The hotel’s codes are not read yet: test the connection and you can choose them here. Until then, type them."),
        "setCloudCodesTax": Phrase(
            "Nos montants contiennent la taxe : choisissez des codes qui n’en ajoutent pas.",
            "Our amounts hold their tax: choose codes that add none."),
        "setCloudWholeHouse": Phrase("Toute la maison", "The whole house"),
        "setCloudPeriod": Phrase("Service {number} · {name}", "Service period {number} · {name}"),
        "setCloudOutlet": Phrase("Point de vente {number} chez l’hôtel · {name}", "Hotel’s outlet {number} · {name}"),
        "setCloudNoneHere": Phrase("Comme plus haut dans la liste", "As further up in this list"),
        "setCloudPlace": Phrase("Lieu et moment", "Place and time"),
        "setCloudSales": Phrase("Ventes : {name}", "Sales: {name}"),
        "setCloudDiscount": Phrase("Remises : {name}", "Discounts: {name}"),
        "setCloudTip": Phrase("Pourboires", "Tips"),
        "setCloudService": Phrase("Service en sus", "Service charge"),
        "setCloudFallback": Phrase("Sans code ici : {code}", "Without a code here: {code}"),
        "setCloudFallbackNone": Phrase("Sans code : le débit est refusé", "Without a code: the charge is refused"),
        "setCloudNotListed": Phrase("{code} · absent de la liste de l’hôtel", "{code} · not in the hotel’s list"),
        "setCloudMissing": Phrase("Codes manquants", "Codes missing"),
        "setCloudTestGood": Phrase("OPERA Cloud répond, et tous les codes existent.", "OPERA Cloud answers, and all codes exist."),
        "setCloudTestDate": Phrase("Date hôtelière : {date}. Réponse en {ms} ms.", "Hotel’s date: {date}. Answered in {ms} ms."),
        "cloudStep.token": Phrase("Accès à la passerelle", "Access to the gateway"),
        "cloudStep.businessDate": Phrase("Hôtel et date hôtelière", "Hotel and business date"),
        "cloudStep.search": Phrase("Recherche d’un client", "Search for a guest"),
        "cloudStep.codes": Phrase("Codes de transaction", "Transaction codes"),
        "cloudStepFailed": Phrase("Échec à l’étape : {step}", "Failed at the step: {step}"),
        "cloudAsk.token": Phrase(
            "Demandez à l’hôtel l’adresse de la passerelle, la clé d’application, le client et la façon d’entrer (OCIM ou SSD).",
            "Ask the hotel for the gateway address, the application key, the client and how programs log in (OCIM or SSD)."),
        "cloudAsk.businessDate": Phrase(
            "Demandez à l’hôtel son code exact, et un accès de cette application à cet hôtel (rôle WSACCESS).",
            "Ask the hotel for its exact code, and for access of this application to this hotel (role WSACCESS)."),
        "cloudAsk.search": Phrase(
            "Demandez à l’hôtel l’abonnement de l’application aux réservations et à la réception (Front Desk, Reservation).",
            "Ask the hotel to subscribe the application to reservations and front desk (Front Desk, Reservation)."),
        "cloudAsk.codes": Phrase(
            "Demandez à l’hôtel ces codes, avec saisie manuelle permise, et l’abonnement à la caisse (Cashiering).",
            "Ask the hotel for these codes, with manual posting allowed, and the subscription to cashiering."),
        "cloudTrouble.nameUnknown": Phrase(
            "Le nom de l’adresse n’existe pas. Vérifiez l’adresse, puis l’accès à Internet.",
            "The name in the address does not exist. Check the address, then the Internet access."),
        "cloudTrouble.unreachable": Phrase(
            "Personne à cette adresse. Vérifiez l’accès à Internet et le pare-feu.",
            "Nobody at this address. Check the Internet access and the firewall."),
        "cloudTrouble.tlsFailed": Phrase(
            "La connexion n’a pas pu être sécurisée. Vérifiez l’adresse, l’heure de cette machine, et ce qui filtre le réseau.",
            "The connection could not be secured. Check the address, this machine’s clock, and what filters the network."),
        "cloudTrouble.timedOut": Phrase("Pas de réponse à temps. Réessayez.", "No answer in time. Try again."),
        "cloudTrouble.cut": Phrase(
            "La connexion a été coupée avant la fin de la réponse. Réessayez.",
            "The connection was cut before the answer ended. Try again."),
        "cloudTrouble.credentialsRefused": Phrase(
            "La clé, le client, l’utilisateur ou le mot de passe est refusé.",
            "The key, the client, the user or the password is refused."),
        "cloudTrouble.notAllowed": Phrase(
            "L’accès est refusé : droits sur cet hôtel, ou abonnement de l’application.",
            "Access is refused: rights for this hotel, or the application’s subscription."),
        "cloudTrouble.busy": Phrase(
            "L’hôtel demande d’attendre, ou il est en panne. Réessayez dans une minute.",
            "The hotel asks to wait, or it is broken. Try again in a minute."),
        "cloudTrouble.nonsense": Phrase(
            "Quelqu’un répond à cette adresse, mais pas comme OPERA Cloud. Vérifiez l’adresse.",
            "Somebody answers at this address, but not as OPERA Cloud would. Check the address."),
        "cloudTrouble.codesUnknown": Phrase(
            "L’hôtel n’a pas ces codes, ou n’y permet pas la saisie manuelle.",
            "The hotel does not have these codes, or allows no manual posting under them."),
        "operaCloudFault.notAuthentic": Phrase(
            "OPERA Cloud refuse la clé, le client ou l’utilisateur. Saisissez-les à nouveau (Configuration › Intégrations), puis essayez.",
            "OPERA Cloud refuses the key, the client or the user. Type them again (Configuration › Integrations), then test."
        ),
        "operaCloudFault.nameUnknown": Phrase(
            "L’adresse de la passerelle n’existe pas, ou ce serveur n’a pas Internet.",
            "The gateway’s address does not exist, or this server has no Internet."),
        "operaCloudFault.unreachable": Phrase(
            "Personne à l’adresse de la passerelle. Vérifiez l’accès à Internet et le pare-feu.",
            "Nobody at the gateway’s address. Check the Internet access and the firewall."),
        "operaCloudFault.tlsFailed": Phrase(
            "La connexion n’a pas pu être sécurisée. Vérifiez l’heure de cette machine, et ce qui filtre le réseau.",
            "The connection could not be secured. Check this machine’s clock, and what filters the network."),
        "operaCloudFault.noAnswer": Phrase(
            "OPERA Cloud n’a pas répondu à temps. Si cela dure, demandez à l’hôtel si son OPERA est en service.",
            "OPERA Cloud did not answer in time. If it stays so, ask the hotel whether its OPERA is up."),
        "operaCloudFault.closedByHotel": Phrase(
            "La connexion a été coupée avant la fin de la réponse. Si cela dure, prévenez l’hôtel.",
            "The connection was cut before the answer ended. If it stays so, tell the hotel."),
        "setting.field.cloudGateway": Phrase("adresse de la passerelle", "gateway address"),
        "setting.field.cloudAppKey": Phrase("clé d’application", "application key"),
        "setting.field.cloudClient": Phrase("client", "client"),
        "setting.field.cloudLogin": Phrase("utilisateur d’intégration", "integration user"),
        "setting.field.cloudEnterprise": Phrase("identifiant d’entreprise", "enterprise ID"),
        "setting.field.cloudHotelID": Phrase("code de l’hôtel", "hotel code"),
        "setting.field.cloudCashier": Phrase("numéro de caissier", "cashier number"),
        "setting.field.cloudExternalSystem": Phrase("code de système externe", "external system code"),
        "setting.field.cloudAnswerSeconds": Phrase("secondes pour une réponse", "seconds for an answer"),
        "setting.field.cloudHouseAccount": Phrase("compte de la maison", "house account"),
        "setting.field.transactionCode": Phrase("code de transaction", "transaction code"),
    ]

    /// What is wrong with a field of OPERA Cloud's forms.
    static let operaCloudRefusals: [String: Phrase] = [
        "setting.invalid.cloudGateway": Phrase(
            "L’adresse de la passerelle commence par https://, sans rien derrière le nom (http:// seulement sur cette machine).",
            "The gateway address begins with https://, with nothing behind the name (http:// on this machine only)."),
        "setting.invalid.cloudAppKey": Phrase(
            "Il faut la clé d’application, de la forme 0f4c1a52-6d5e-4b7a-9c1f-3e2d1b0a9f88.",
            "The application key is needed, like 0f4c1a52-6d5e-4b7a-9c1f-3e2d1b0a9f88."),
        "setting.invalid.cloudClient": Phrase(
            "Il faut l’identifiant et le secret du client.", "The client’s ID and secret are needed."),
        "setting.invalid.cloudLogin": Phrase(
            "Il faut l’utilisateur d’intégration et son mot de passe.", "The integration user and its password are needed."),
        "setting.invalid.cloudEnterprise": Phrase(
            "L’identifiant d’entreprise a 1 à 8 majuscules ou chiffres.", "The enterprise ID has 1 to 8 capitals or digits."),
        "setting.invalid.cloudHotelID": Phrase(
            "Le code de l’hôtel a 1 à 20 lettres, chiffres, tirets.", "The hotel code has 1 to 20 letters, digits, hyphens."),
        "setting.invalid.cloudCashier": Phrase(
            "Il faut un numéro de caissier : sans lui, l’hôtel refuse tout débit.",
            "A cashier number is needed: without it the hotel refuses every charge."),
        "setting.invalid.cloudExternalSystem": Phrase(
            "Le code de système externe a au plus 40 lettres, chiffres, tirets.",
            "The external system code has at most 40 letters, digits, hyphens."),
        "setting.invalid.cloudAnswerSeconds": Phrase("1 à 90 secondes.", "1 to 90 seconds."),
        "setting.invalid.cloudHouseAccount": Phrase(
            "La chambre du compte de la maison, ou une façon de payer, ne peut pas servir.",
            "The house account’s room, or a way of paying, cannot be used."),
        "setting.invalid.transactionCode": Phrase(
            "L’hôtel n’a pas ce code. Choisissez-en un de sa liste.", "The hotel does not have this code. Choose one of its list."),
    ]
}
