extension Words {
    /// Discounts: giving them, why the till says no, and setting them up (`S2-11` … `S2-15`).
    static let discounts: [String: Phrase] = [
        "discount": Phrase("Remise", "Discount"),
        "discounts": Phrase("Remises", "Discounts"),
        "discountOnCheck": Phrase("Remise sur l’addition", "Discount on the check"),
        "discountOnLines": Phrase("Remise sur {count} lignes, à chacune", "Discount on {count} lines, each"),
        "discountRemove": Phrase("Retirer", "Remove"),
        "discountCustom": Phrase("Autre remise", "Another discount"),
        "discountPercent": Phrase("Pour cent", "Percent"),
        "percentSign": Phrase("%", "%"),
        "discountGive": Phrase("Accorder", "Give"),
        "managerOnly": Phrase("avec le code d’un responsable", "with a manager’s PIN"),
        "discountApprovalText": Phrase(
            "Un responsable tape son code : il vaut pour cette remise, une fois.",
            "A manager types a PIN: it holds for this discount, once."),
        "approveDiscount": Phrase("Autoriser la remise", "Approve the discount"),
        "notNow": Phrase(
            "La caisse ne répond pas : rien n’est accordé. Réessayez.", "The till does not answer: nothing is given. Try again."),
        "discountNone": Phrase("Aucune remise n’est prévue ici.", "There is no discount to give here."),
        "discountUnreadable": Phrase(
            "Donnez 1 à 100 pour cent, ou un montant.", "Give 1 to 100 percent, or an amount."),
        "beforeDiscounts": Phrase("Avant remise", "Before discount"),
        "linesSeveral": Phrase("Plusieurs", "Several"),
        "linesChosen": Phrase("{count} choisies", "{count} chosen"),
        "linesDone": Phrase("Terminer", "Done"),
        "spreadDiscount": Phrase("Répartir sur les articles", "Spread over the products"),
        "keyDiscount": Phrase("remise", "discount"),
        "section.discounts": Phrase("Remises accordées", "Discounts given"),
        "section.discountsByCashier": Phrase("Remises par caissier", "Discounts by cashier"),
        "permission.giveDiscounts": Phrase("accorder une remise", "giving discounts"),
        "permission.giveCustomDiscounts": Phrase(
            "accorder une remise libre ou réservée aux responsables", "giving free discounts, or those kept for managers"),
        "refusal.unknownDiscount": Phrase("Cette remise n’existe pas.", "There is no such discount."),
        "refusal.discountOff": Phrase("Cette remise n’est plus en usage.", "This discount is no longer in use."),
        "refusal.discountNotForThis": Phrase(
            "Cette remise ne s’accorde pas ici : l’une vaut pour des articles, l’autre pour l’addition.",
            "This discount is not for this: one is for articles, another for the whole check."),
        "refusal.discountShareOutOfRange": Phrase(
            "Une remise va de plus de 0 à 100 pour cent.", "A discount goes from above 0 to 100 percent."),
        "refusal.discountNotPositive": Phrase("Le montant d’une remise dépasse zéro.", "The amount of a discount is above zero."),
        "refusal.discountAbovePrice": Phrase(
            "La remise dépasse le prix : au plus {amount}.", "The discount is above the price: at most {amount}."),
        "refusal.discountRemoved": Phrase("Cette remise est déjà retirée.", "This discount was already removed."),
        "refusal.lineVoided": Phrase("Cette ligne est annulée.", "This line is voided."),
        "refusal.lineDiscounted": Phrase(
            "Cette ligne a déjà une remise : retirez-la d’abord.", "This line has a discount already: remove it first."),
        "refusal.checkDiscounted": Phrase(
            "Cette addition a déjà une remise : retirez-la d’abord.", "This check has a discount already: remove it first."),
        "refusal.checkDiscountNotTaken": Phrase(
            "Cet hôtel ne prend pas de remise sur toute l’addition. Répartissez-la sur les articles, ou payez autrement.",
            "This hotel takes no discount on the whole check. Spread it over the products, or pay another way."),
        "setDiscounts": Phrase("Remises", "Discounts"),
        "setDiscountsLead": Phrase(
            "Ce que le personnel peut accorder d’un geste, sur des articles ou sur l’addition.",
            "What staff may give with one tap, on articles or on the check."),
        "setDiscountPercent": Phrase("Pour cent", "Percent"),
        "setDiscountPercentHint": Phrase("Plus de 0, jusqu’à 100. Ou bien un montant.", "Above 0, up to 100. Or else an amount."),
        "setDiscountAmount": Phrase("Montant, taxe comprise", "Amount, tax included"),
        "setDiscountAmountHint": Phrase("À la place du pourcentage.", "In the place of the percentage."),
        "setDiscountScope": Phrase("S’accorde sur", "May be given on"),
        "setDiscountScope.lines": Phrase("Articles", "Articles"),
        "setDiscountScope.check": Phrase("Addition entière", "Whole check"),
        "setDiscountScope.both": Phrase("Articles et addition", "Articles and check"),
        "setDiscountManager": Phrase("Réservée aux responsables", "For managers only"),
        "setting.field.discountValue": Phrase("remise", "discount"),
        "setting.invalid.discountValue": Phrase(
            "Donnez un pourcentage au-dessus de 0 et jusqu’à 100, ou un montant, et pas les deux.",
            "Give a percentage above 0 and up to 100, or an amount, and not both."),
    ]
}
