"""Finding the guest, and the guest who may not be charged."""

from playwright.sync_api import expect

from api import Refused
from house import guest_card
from runner import for_each


def test_a_name_finds_the_guest(house):
    check = house.check_with(1)
    page = house.signed_in()
    house.open_room_page(page, check)
    house.search_guest(page, "gari")
    card = guest_card(page, "garibaldi")
    expect(card).to_have_attribute("data-room", "204")
    expect(card).to_have_attribute("data-reservation", "20401")
    house.window.picture(page, "room-by-name")


def test_a_search_starts_by_itself(house):
    check = house.check_with(1)
    page = house.signed_in()
    house.open_room_page(page, check)
    page.locator("#guest-text").press_sequentially("118")
    expect(guest_card(page, "petrov")).to_be_visible()


def test_an_unknown_room_is_told_in_words(house):
    check = house.check_with(1)
    page = house.signed_in()
    house.open_room_page(page, check)
    page.locator("#guest-text").fill("999")
    page.locator("#guest-text").press("Enter")
    expect(page.locator("#guests-title")).to_contain_text("999")
    expect(page.locator("#guests [data-guest]")).to_have_count(0)
    expect(page.locator("#charge")).to_be_disabled()


@for_each(size=["wide", "phone"])
def test_S1_15_a_no_posting_guest_is_shown_and_refused(house):
    check = house.check_with(1)
    page = house.signed_in()
    house.open_room_page(page, check)
    house.search_guest(page, "gast")
    card = guest_card(page, "gast")
    expect(card).to_have_attribute("data-chargeable", "false")
    card.click(force=True)
    expect(card).not_to_have_attribute("aria-pressed", "true")
    expect(page.locator("#charge")).to_be_disabled()
    house.window.picture(page, "no-posting")

    guest = {"roomNumber": "204", "reservationNumber": "20402", "name": "Gast"}
    try:
        house.api.post(f"/checks/{check['id']}/room-charges", {"amount": check["total"], "guest": guest})
        raise AssertionError("the API charged a guest who takes no postings")
    except Refused as refusal:
        assert refusal.status == 422 and refusal.code, refusal
    assert house.reception.bookings_of_check("20402", check["number"]) == []


def test_S1_15_a_guest_barred_after_the_search_is_refused_in_words(house):
    check = house.check_with(1)
    page = house.signed_in()
    house.open_room_page(page, check)
    house.search_guest(page, "118")
    card = guest_card(page, "petrov")
    reservation = card.get_attribute("data-reservation")
    expect(card).to_have_attribute("aria-pressed", "true")
    house.reception.set_no_post(reservation, True)
    try:
        page.locator("#charge").click()
        house.arrive(page, "result")
        expect(page.locator("#outcome")).to_have_attribute("data-state", "refused")
        expect(page.locator("#try-again")).to_be_visible()
        house.window.picture(page, "refused")
    finally:
        house.reception.set_no_post(reservation, False)
    assert house.reception.bookings_of_check(reservation, check["number"]) == []
    assert house.api.check(check["id"])["state"] == "open"
