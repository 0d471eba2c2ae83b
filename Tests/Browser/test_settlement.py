"""Parts of a check, a manager's PIN on the cashier's screen, voids and refunds."""

from playwright.sync_api import expect

from house import go, guest_card, minor


def closed_check(house, room="204"):
    """A check that was charged to the guest in a room, as the till's API does it."""
    check = house.check_with(3)
    guests = house.api.post("/guest-searches", {"text": room})["guests"]
    guest = next(guest for guest in guests if guest["mayBeCharged"])
    choice = {key: guest[key] for key in ("roomNumber", "reservationNumber", "name")}
    house.api.post(f"/checks/{check['id']}/room-charges", {"amount": check["total"], "guest": choice})
    return check, guest


def test_S1_07_a_paymaster_is_found_and_charged_on_the_same_screen(house):
    check = house.check_with(1)
    page = house.signed_in()
    house.open_room_page(page, check)
    house.search_guest(page, "9001")
    expect(guest_card(page, "séminaire")).to_have_attribute("aria-pressed", "true")
    house.window.picture(page, "paymaster")
    page.locator("#charge").click()
    house.arrive(page, "result")
    expect(page.locator("#outcome")).to_have_attribute("data-state", "accepted")
    assert house.reception.bookings_of_check("900101", check["number"]) == [check["total"]]


def test_S1_09_equal_parts_are_paid_one_after_the_other(house):
    check = house.check_with(4)
    page = house.signed_in()
    go(house, page, f"/checks/{check['id']}/split?guests=3", "split")
    parts = [int(part.get_attribute("data-amount")) for part in page.locator("#equal-parts [data-amount]").all()]
    assert len(parts) == 3 and sum(parts) == check["total"]
    house.window.picture(page, "split")
    for left in (3, 2):
        page.locator("#equal-parts [data-part=pay]").first.click()
        house.arrive(page, "pay")
        page.locator("#take-card").click()
        house.arrive(page, "split" if left > 2 else "pay")
    page.locator("#take-card").click()
    house.arrive(page, "receipt")
    assert house.api.check(check["id"])["state"] == "closed"


def test_S1_09_chosen_articles_are_paid_by_themselves(house):
    check = house.check_with(3)
    page = house.signed_in()
    go(house, page, f"/checks/{check['id']}/split", "split")
    article = page.locator("#articles [data-line]").last
    price = int(article.get_attribute("data-price"))
    article.locator("[data-step='1']").click()
    assert minor(page, "#chosen") == price
    page.locator("#pay-lines").click()
    house.arrive(page, "pay")
    page.locator("#take-cash").click()
    house.arrive(page, "split")
    assert minor(page, "#remaining") == check["total"] - price


def test_S1_16_a_manager_approves_on_the_cashiers_screen(house):
    check = house.check_with(1)
    page = house.signed_in()
    house.open_room_page(page, check)
    house.search_guest(page, "110")
    page.locator("#charge").click()
    expect(page.locator("#approval")).to_be_visible()
    house.window.picture(page, "approval")
    page.locator("#manager-pin").fill(house.demo.pin("waiter"))
    page.locator("#approve").click()
    expect(page.locator("#approval #problem")).to_be_visible()
    page.locator("#manager-pin").fill(house.demo.pin("manager"))
    page.locator("#approve").click()
    house.arrive(page, "result")
    expect(page.locator("#outcome")).to_have_attribute("data-state", "accepted")
    assert house.reception.bookings_of_check("11001", check["number"]) == [check["total"]]


def test_S1_10_a_manager_voids_a_check_from_the_history(house):
    check, guest = closed_check(house)
    page = house.signed_in("manager")
    go(house, page, "/history", "history")
    house.window.picture(page, "history")
    page.locator(f"[data-check='{check['number']}'] a").first.click()
    house.arrive(page, "closed-check")
    page.locator("#void-form [name=reason]").fill("Erreur de table")
    house.window.picture(page, "closed-check")
    page.locator("#void").click()
    expect(page.locator("#check-state")).to_have_attribute("data-state", "voided")
    assert house.reception.bookings_of_check(guest["reservationNumber"], check["number"]) == [check["total"], -check["total"]]


def test_S1_10_one_payment_of_an_open_check_is_voided(house):
    check = house.check_with(3)
    guest = house.api.guest_in("118")
    house.api.post(f"/checks/{check['id']}/room-charges", {"amount": 100, "guest": guest})
    waiter = house.signed_in()
    go(house, waiter, f"/checks/{check['id']}/pay", "pay")
    expect(waiter.locator("[data-tender]")).to_have_count(1)
    expect(waiter.locator("[data-void]")).to_have_count(0)
    assert minor(waiter, "#remaining") == check["total"] - 100

    page = house.signed_in("manager")
    go(house, page, f"/checks/{check['id']}/pay", "pay")
    page.locator("[data-void] summary").click()
    page.locator("[data-void] [name=reason]").fill("Mauvaise chambre")
    house.window.picture(page, "void-payment")
    page.locator("[data-void] button").click()
    house.arrive(page, "pay")
    expect(page.locator("[data-tender][data-state=settled]")).to_have_count(2)
    expect(page.locator("[data-void]")).to_have_count(0)
    assert minor(page, "#remaining") == check["total"]
    assert house.reception.bookings_of_check(guest["reservationNumber"], check["number"]) == [100, -100]


def test_S1_11_a_manager_refunds_an_article_to_the_room(house):
    check, guest = closed_check(house, "118")
    page = house.signed_in("manager")
    go(house, page, f"/history/{check['id']}", "closed-check")
    page.locator("#to-refund").click()
    house.arrive(page, "refund")
    page.locator("#all-articles").click()
    article = page.locator("#articles [data-line]").last
    price = int(article.get_attribute("data-price"))
    article.locator("[data-step='1']").click()
    page.locator("#refund-form [name=reason]").fill("Plat froid")
    page.locator("#refund-next").click()
    house.window.picture(page, "refund")
    page.locator("#refund").click()
    house.arrive(page, "closed-check")
    expect(page.locator("#check-state")).to_have_attribute("data-state", "closed")
    assert minor(page, "#total") == -price
    house.window.picture(page, "refunded")
    page.locator("#original").click()
    expect(page.locator(".refund-link")).to_have_count(1)
