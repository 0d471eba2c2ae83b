"""The main job: from the PIN to the folio."""

import time

from playwright.sync_api import expect

from house import guest_card, minor
from runner import for_each


@for_each(size=["wide", "phone"], language=["fr", "en"])
def test_S1_06_a_check_on_room_204_is_on_the_folio_at_once(house):
    folio = house.window.new_page()
    folio.goto(f"{house.demo.reception}/folios/20401")
    folio.evaluate("window.notReloaded = true")
    lines_before = folio.locator("#bill [data-key]").count()
    balance_before = house.reception.balance("20401")
    till = house.signed_in()
    house.window.picture(till, "floor")

    house.open_table(till, house.free_table())
    articles = house.cheap_articles(5)
    for article in articles:
        house.tap_article(till, article)
    expect(till.locator("#lines [data-line]")).to_have_count(5)
    house.wait_until_saved(till)
    total = sum(article["price"] for article in articles)
    assert minor(till, "#total") == total
    number = till.locator("#check").get_attribute("data-check-number")
    house.window.picture(till, "order")

    house.to_room(till)
    for digit in "204":
        till.locator(f"[data-digit='{digit}']").click()
    expect(guest_card(till, "garibaldi")).to_have_attribute("aria-pressed", "true")
    expect(till.locator("#charge")).to_be_enabled()
    expect(till.locator("#charge")).to_contain_text("Garibaldi")
    house.window.picture(till, "room")

    tapped = time.monotonic()
    till.locator("#charge").click()
    expect(folio.locator("#bill [data-key]").nth(lines_before)).to_be_visible()
    print(f"        on the folio {1000 * (time.monotonic() - tapped):.0f} ms after the tap")
    house.arrive(till, "result")
    expect(till.locator("#outcome")).to_have_attribute("data-state", "accepted")
    expect(till.locator("#outcome-room")).to_contain_text("204")
    assert folio.evaluate("window.notReloaded === true"), "reception's page was reloaded"
    house.window.picture(till, "result")
    house.window.picture(folio, "folio")

    assert house.reception.bookings_of_check("20401", number) == [total]
    assert house.reception.balance("20401") == balance_before + total
    till.locator("#to-receipt").click()
    house.arrive(till, "receipt")
    assert minor(till, "#receipt-total") == total
    house.window.picture(till, "receipt")


def test_two_taps_on_the_button_charge_once(house):
    check = house.check_with(1)
    till = house.signed_in()
    house.open_room_page(till, check)
    house.search_guest(till, "204")
    expect(till.locator("#charge")).to_be_enabled()
    till.locator("#charge").dblclick()
    house.arrive(till, "result")
    expect(till.locator("#outcome")).to_have_attribute("data-state", "accepted")
    assert len(house.api.postings_of(check["id"])) == 1
    assert len(house.reception.bookings_of_check("20401", check["number"])) == 1


def test_going_back_and_sending_the_form_again_charges_once(house):
    check = house.check_with(1)
    till = house.signed_in()
    house.open_room_page(till, check)
    house.search_guest(till, "204")
    till.locator("#charge").click()
    house.arrive(till, "result")
    till.go_back()
    if till.locator("#charge").is_visible() and till.locator("#charge").is_enabled():
        till.locator("#charge").click()
        till.wait_for_load_state()
    assert len(house.reception.bookings_of_check("20401", check["number"])) == 1


def test_cash_with_change_closes_the_check(house):
    check = house.check_with(2)
    till = house.signed_in()
    till.goto(f"{house.demo.till}/checks/{check['id']}/pay")
    house.arrive(till, "pay")
    till.locator("[data-note='5000']").click()
    assert minor(till, "#change") == 5000 - check["total"]
    house.window.picture(till, "pay")
    till.locator("#take-cash").click()
    house.arrive(till, "receipt")
    assert house.api.check(check["id"])["state"] == "closed"


def test_a_wrong_pin_is_refused_in_words(house):
    page = house.window.new_page()
    page.goto(house.demo.till + "/sign-in")
    page.locator("#pin").fill("918273")
    page.locator("#sign-in").click()
    expect(page.locator("#problem")).to_be_visible()
    house.arrive(page, "sign-in")
