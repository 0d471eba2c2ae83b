"""Comparing a day with the hotel, in the browser: equal to the cent, or what differs and what to do."""

from playwright.sync_api import expect

from house import go, minor
from runner import for_each

COMPARED_MS = 60_000


def booked(house, room, articles=1):
    """A charge that the hotel accepted: the check, the guest, and its reference on the folio."""
    check = house.api.check_with(house.cheap_articles(articles))
    guest = house.api.guest_in(room)
    posting = house.api.charge(check, guest, 3000)
    assert posting["state"] == "accepted", posting
    line = next(line for line in reversed(house.reception.lines(guest["reservationNumber"])) if f"A{check['number']}." in line["text"])
    return check, guest, next(word for word in line["text"].split() if word.startswith("A"))


def choose_today(house, page):
    go(house, page, "/hotel", "hotel")
    page.locator("#to-reconciliation").click()
    house.arrive(page, "reconciliation")
    page.locator(f"[data-day='{house.reception.business_date()}']").click()


def compare_with_folios(house, page):
    choose_today(house, page)
    page.locator("#read-folios").click()
    expect(page.locator("body")).to_have_attribute("data-page", "reconciliation-run", timeout=COMPARED_MS)


def import_list(house, page, content, name="liste.csv"):
    choose_today(house, page)
    page.locator("#list-file").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.locator("#import-list").click()


def difference(page, reference):
    return page.locator(f"[data-difference][data-reference='{reference}']")


@for_each(size=["wide", "phone"], language=["fr", "en"])
def test_a_day_is_compared_with_the_guests_folios(house):
    with house.hotel() as reception:
        _, guest, reference = booked(house, "108", articles=2)
        page = house.signed_in("manager")
        compare_with_folios(house, page)
        expect(difference(page, reference)).to_have_count(0)
        house.window.picture(page, "reconciliation-equal")

        reception.desk(guest["reservationNumber"], "lines", amountMinor=1234, text=f"Restaurant {reference}")
        try:
            compare_with_folios(house, page)
            expect(difference(page, reference)).to_have_attribute("data-difference", "otherAmount")
            expect(page.locator("#verdict")).to_have_attribute("data-equal", "false")
            assert minor(page, "#hotel-total") - minor(page, "#our-total") >= 1234
            house.window.picture(page, "reconciliation-differs")
        finally:
            reception.desk(guest["reservationNumber"], "lines", amountMinor=-1234, text=f"Correction {reference}")
        compare_with_folios(house, page)
        expect(difference(page, reference)).to_have_count(0)
        go(house, page, "/hotel/reconciliation", "reconciliation")
        expect(page.locator("#runs tr[data-run]")).not_to_have_count(0)
        house.window.picture(page, "reconciliation")


@for_each(language=["fr", "en"])
def test_the_hotels_own_list_is_imported(house):
    with house.hotel() as reception:
        _, guest, reference = booked(house, "108")
        page = house.signed_in("manager")
        date = reception.business_date()
        import_list(house, page, reception.day_list(date))
        expect(page.locator("body")).to_have_attribute("data-page", "reconciliation-run", timeout=COMPARED_MS)
        expect(difference(page, reference)).to_have_count(0)

        # The charge goes to another guest's folio: the list shows it there, and the page says whose it is.
        line = next(line for line in reception.lines(guest["reservationNumber"]) if reference in line["text"])
        reception.desk(guest["reservationNumber"], "transfer", transactionNumber=line["transactionNumber"], to="20401")
        try:
            import_list(house, page, reception.day_list(date))
            expect(difference(page, reference)).to_have_attribute("data-difference", "otherRoom", timeout=COMPARED_MS)
            expect(difference(page, reference)).to_contain_text("204")
        finally:
            reception.desk("20401", "transfer", transactionNumber=line["transactionNumber"], to=guest["reservationNumber"])

        # A list that leaves the charge out, and one that has it twice.
        rows = reception.day_list(date).decode().splitlines()
        without = [row for row in rows if reference not in row]
        import_list(house, page, "\r\n".join(without).encode())
        expect(difference(page, reference)).to_have_attribute("data-difference", "missing", timeout=COMPARED_MS)
        import_list(house, page, "\r\n".join(rows + [row for row in rows if reference in row]).encode())
        expect(difference(page, reference)).to_have_attribute("data-difference", "twice", timeout=COMPARED_MS)
        difference(page, reference).locator("a").click()
        house.arrive(page, "posting")


@for_each(language=["fr", "en"])
def test_a_list_that_cannot_be_read_is_refused_with_its_lines(house):
    page = house.signed_in("manager")
    import_list(house, page, "montant;texte\nbeaucoup;A1.1\n1,00\n".encode())
    problem = page.locator("#import-problem")
    expect(problem).to_be_visible()
    expect(problem).to_contain_text({"fr": "Ligne 2 : montant illisible « beaucoup »", "en": "Line 2: the amount “beaucoup” cannot be read"}[house.window.language])
    expect(problem).to_contain_text({"fr": "Ligne 3", "en": "Line 3"}[house.window.language])
    house.window.picture(page, "reconciliation-unreadable")
    page.locator("#import-list").click()
    expect(problem).to_be_visible()
