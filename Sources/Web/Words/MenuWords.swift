extension Words {
    /// The back office: what is sold, how it is taxed, how much tip is taken.
    static let menuSettings: [String: Phrase] = [
        "setArticles": Phrase("Articles", "Articles"),
        "setArticlesLead": Phrase(
            "Ce qui se vend, à quel prix, sous quelle taxe et quelle recette.", "What is sold, at what price, tax and revenue group."),
        "setPLU": Phrase("Numéro (PLU)", "Number (PLU)"),
        "setPLUHint": Phrase(
            "Ce qu’on tape pour le vendre, 1 à 99999. Il ne change plus.", "What is typed to sell it, 1 to 99999. It stays."),
        "setMenuPage": Phrase("Page de la carte", "Page of the menu"),
        "setPrice": Phrase("Prix, taxe comprise", "Price, tax included"),
        "setTaxClass": Phrase("Taxe", "Tax"),
        "setRevenueGroup": Phrase("Groupe de recette", "Revenue group"),
        "setLook": Phrase("Couleur de la touche", "Colour of the button"),
        "setLook.hot": Phrase("Chaud", "Hot"),
        "setLook.cold": Phrase("Froid", "Cold"),
        "setLook.wine": Phrase("Vin", "Wine"),
        "setLook.green": Phrase("Vert", "Green"),
        "setLook.plain": Phrase("Neutre", "Plain"),
        "setTaxClasses": Phrase("Taxes", "Taxes"),
        "setTaxClassesLead": Phrase("Les taux compris dans les prix.", "The rates inside the prices."),
        "setTaxRate": Phrase("Taux, en pour cent", "Rate, in percent"),
        "setTaxRateHint": Phrase(
            "Vaut pour ce qui est commandé dès maintenant ; ce qui l’est déjà garde son taux.",
            "Holds for what is ordered from now on; what is ordered already keeps its rate."),
        "setTips": Phrase("Pourboires", "Tips"),
        "setTipsLead": Phrase("Le plus grand pourboire accepté.", "The largest tip that is taken."),
        "setTipLimit": Phrase("Au plus, en pour cent du paiement", "At most, in percent of the payment"),
        "setTipLimitHint": Phrase(
            "0 à 100. Au-dessus, la caisse croit à une faute de frappe et refuse.",
            "0 to 100. More is taken for a typing mistake and refused."),
        "setting.field.articleCode": Phrase("numéro d’article", "article number"),
        "setting.field.price": Phrase("prix", "price"),
        "setting.field.menuPage": Phrase("page de la carte", "page of the menu"),
        "setting.field.taxClass": Phrase("taxe", "tax"),
        "setting.field.taxRate": Phrase("taux", "rate"),
        "setting.field.revenueGroup": Phrase("groupe de recette", "revenue group"),
        "setting.field.tipLimit": Phrase("limite des pourboires", "tip limit"),
        "setting.invalid.articleCode": Phrase("Le numéro d’article va de 1 à 99999.", "An article number goes from 1 to 99999."),
        "setting.invalid.price": Phrase("Ce prix n’est pas possible.", "This price is not possible."),
        "setting.invalid.menuPage": Phrase("Choisissez une page de la carte.", "Choose a page of the menu."),
        "setting.invalid.taxClass": Phrase("Choisissez une taxe en service.", "Choose a tax that is in use."),
        "setting.invalid.taxRate": Phrase("Le taux va de 0 à 100, comme 10 ou 5,5.", "The rate goes from 0 to 100, as in 10 or 5.5."),
        "setting.invalid.revenueGroup": Phrase(
            "Choisissez un groupe de recette en service.", "Choose a revenue group that is in use."),
        "setting.invalid.tipLimit": Phrase("La limite va de 0 à 100, comme 15 ou 12,5.", "The limit goes from 0 to 100, as in 15 or 12.5."),
    ]
}
