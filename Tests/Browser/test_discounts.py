"""Discounts: on a line, on several, taken back, on the whole check, and RoomRaccoon that takes none on the whole check."""

import json

from playwright.sync_api import expect

from house import go, minor
from runner import for_each

EVERYWHERE = for_each(size=["wide", "phone"], language=["fr", "en"])
LOYAL, STAFF = 0.10, 0.20


def opened(house, count=3, role="waiter"):
    """The order screen with so many articles of different prices on it."""
    page = house.signed_in(role)
    house.open_table(page, house.free_table())
    for article in house.cheap_articles(count + 4)[4:]:
        house.tap_article(page, article)
    house.wait_until_saved(page)
    if not page.locator("#lines").is_visible():
        page.locator("#check-toggle").click()
    return page


def line(page, number):
    return page.locator("#lines [data-line]").nth(number)


def saved(house, page):
    house.wait_until_saved(page)
    return house.api.check(house.check_id(page))


def preset(page, text):
    return page.locator("#discount-presets button").filter(has_text=text)


def name(house, fr, en):
    return fr if house.window.language == "fr" else en


def uses_room_raccoon(house):
    """Switches the integration on, as an administrator would on its page, and adds its way of paying."""
    place = json.loads((house.demo.folder / "ready.json").read_text())["roomRaccoon"]
    page = house.signed_in("administrator")
    integration = {"on": "on", "name": "RoomRaccoon", "key": place["apiKey"], "hotelID": place["hotelID"], "printSignature": "no",
                   "serviceAddress": place["serviceAddress"], "group1": "101", "group2": "102", "group3": "103", "group5": "105",
                   "tipGroup": "109"}
    method = {"kind": "room", "integration": "roomRaccoon", "code": "", "hotelCode": "", "active": "on", "nameFR": "RoomRaccoon",
              "takesTips": "on"}
    settings = [("room-raccoon/edit", integration), ("payment-methods/room-raccoon", method)]
    if any(entry["code"] == "ROOMRACCOON" for entry in house.api.get("/payment-methods")["paymentMethods"]):
        settings = []
    for path, fields in settings:
        status = page.evaluate(
            "async ([path, fields]) => (await fetch(path, { method: 'POST', body: new URLSearchParams(fields) })).status",
            [f"/configuration/settings/{path}", fields])
        assert status == 200, f"{path}: {status}"
    page.close()
    return place


@EVERYWHERE
def test_S2_13_a_line_takes_a_discount_and_S2_15_gives_it_back(house):
    page = opened(house)
    before = saved(house, page)
    line(page, 0).click()
    page.locator("#line-discount").click()
    expect(page.locator("#discount-dialog")).to_be_visible()
    house.window.picture(page, "discount-dialog")
    preset(page, name(house, "Personnel", "Staff")).click()
    expect(page.locator("#discount-dialog")).to_be_hidden()
    # It shows at once, before the server has heard of it.
    expect(line(page, 0).locator(".discount-off")).to_be_visible()
    after = saved(house, page)
    expected = before["total"] - round(before["lines"][0]["amount"] * STAFF)
    assert after["total"] == expected == minor(page, "#total"), (after["total"], expected)
    house.window.picture(page, "discount-on-line")
    if page.locator("#line-discount").is_hidden():
        line(page, 0).click()
    page.locator("#line-discount").click()
    page.locator("#discounts-given [data-remove]").click()
    plain = saved(house, page)
    assert plain["total"] == before["total"] == minor(page, "#total") and plain["discounts"] == []


@EVERYWHERE
def test_S2_14_several_lines_take_a_discount_together(house):
    page = opened(house)
    before = saved(house, page)
    line(page, 0).click()
    page.locator("#line-several").click()
    line(page, 1).click()
    expect(page.locator("#lines [aria-selected=true]")).to_have_count(2)
    house.window.picture(page, "discount-several")
    page.locator("#several-discount").click()
    preset(page, name(house, "Client fidèle", "Loyal guest")).click()
    after = saved(house, page)
    off = sum(round(entry["amount"] * LOYAL) for entry in before["lines"][:2])
    assert after["total"] == before["total"] - off and len(after["discounts"]) == 2
    assert minor(page, "#total") == after["total"]
    expect(page.locator("#several-actions")).to_be_hidden()


def test_S2_11_a_manager_types_a_discount_on_the_check_by_keyboard(house):
    page = opened(house, role="manager")
    before = saved(house, page)
    # The line that was tapped last is chosen: without it the discount is on the check.
    page.locator("#lines [aria-selected=true]").press("Enter")
    page.keyboard.press("%")
    expect(page.locator("#discount-dialog")).to_be_visible()
    page.locator("#discount-form [name=kind]").select_option("rate")
    page.locator("#discount-value").fill("150")
    page.locator("#discount-reason").fill("Attente")
    page.locator("#discount-reason").press("Enter")
    expect(page.locator("#discount-problem")).to_be_visible()
    house.window.picture(page, "discount-too-much")
    expect(page.locator("#discount-give")).not_to_have_attribute("aria-disabled", "true")
    page.locator("#discount-value").fill("12,5")
    page.locator("#discount-value").press("Enter")
    after = saved(house, page)
    assert after["discounts"][0]["rate"] == 1250 and after["discounts"][0]["reason"] == "Attente"
    assert after["total"] == before["total"] + after["discount"] == minor(page, "#total")
    expect(page.locator("#discount-off")).to_be_visible()
    page.locator("#pay").click()
    house.arrive(page, "pay")
    expect(page.locator("[data-discount=check]")).to_be_visible()
    assert minor(page, "#remaining") == after["total"]
    page.locator("#take-card").click()
    house.arrive(page, "receipt")
    expect(page.locator("tr[data-discount=check]")).to_be_visible()
    house.window.picture(page, "discount-receipt")


@for_each(size=["wide", "phone"])
def test_S2_12_a_check_discount_is_refused_for_room_raccoon_and_spread_over_the_products(house):
    place = uses_room_raccoon(house)
    page = opened(house)
    page.locator("#check-discount").click()
    preset(page, name(house, "Apéritif offert", "Free drink")).click()
    before = saved(house, page)
    assert before["discount"] == -500
    go(house, page, f"/checks/{before['id']}/room?hotel=roomRaccoon", "room")
    expect(page.locator("#problem")).to_contain_text("remise sur toute l’addition")
    house.window.picture(page, "discount-refused")
    page.locator("#spread").click()
    house.arrive(page, "room")
    expect(page.locator("#spread")).to_have_count(0)
    expect(page.locator("#problem")).to_have_count(0)
    after = house.api.check(before["id"])
    assert after["total"] == before["total"] and all(entry.get("lineId") for entry in after["discounts"])
    house.search_guest(page, "21")
    page.locator("#charge").click()
    house.arrive(page, "result")
    expect(page.locator("#outcome")).to_have_attribute("data-state", "accepted")
    tickets = house.window.context.request.get(f"{place['address']}/api/raccoon/tickets").json()
    tickets = tickets["tickets"] if isinstance(tickets, dict) else tickets
    amounts = sorted(entry["amountMinor"] for entry in tickets[-1]["lines"])
    assert amounts == sorted(entry["amount"] for entry in after["lines"]), amounts


def test_a_discount_waits_like_every_tap_while_the_till_is_not_reached(house):
    page = opened(house)
    before = saved(house, page)
    page.context.set_offline(True)
    line(page, 0).click()
    page.locator("#line-discount").click()
    preset(page, "Personnel").click()
    expected = before["total"] - round(before["lines"][0]["amount"] * STAFF)
    assert minor(page, "#total") == expected
    expect(page.locator("#outbox")).to_have_attribute("data-waiting", "1")
    page.context.set_offline(False)
    assert saved(house, page)["total"] == expected


@for_each(size=["wide", "phone"], language=["fr", "en"])
def test_S2_11_a_manager_gives_everything_away_on_the_waiter_s_screen_and_the_check_closes_without_payment(house):
    page = opened(house)
    before = saved(house, page)
    page.locator("#check-discount").click()
    preset(page, name(house, "Offert par la maison", "On the house")).click()
    expect(page.locator("#manager-pin")).to_be_focused()
    page.locator("#manager-pin").fill("0000")
    page.locator("#manager-pin").press("Enter")
    expect(page.locator("#discount-problem")).to_contain_text(name(house, "code", "PIN"))
    house.window.picture(page, "discount-approval")
    page.locator("#manager-pin").fill(house.demo.pin("manager"))
    page.locator("#discount-approve").click()
    expect(page.locator("#discount-dialog")).to_be_hidden()
    after = saved(house, page)
    assert after["total"] == 0 == minor(page, "#total") and after["discount"] == -before["total"]
    expect(page.locator("#pay")).to_contain_text(name(house, "Clôturer", "Close"))
    house.window.picture(page, "given-away")
    page.locator("#pay").click()
    house.arrive(page, "pay")
    house.window.picture(page, "given-away-close")
    page.locator("#close-free").click()
    house.arrive(page, "receipt")
    expect(page.locator("#receipt-total")).to_have_attribute("data-amount", "0")
    expect(page.locator("tr[data-discount=check]")).to_be_visible()
    house.window.picture(page, "given-away-receipt")
    assert house.api.check(before["id"])["state"] == "closed"
    go(house, page, f"/history/{before['id']}", "closed-check")
    house.window.picture(page, "given-away-history")
