"""Seed 2 in the browser, word for word: the integration, its way of paying, the charge with a signature, paper, and the refund."""

from playwright.sync_api import expect

from api import call
from house import go, minor
from runner import for_each
from test_accessibility import faults_of

FORM = "/configuration/settings/room-raccoon/edit"
# A port of this machine where nobody listens: a printer that is switched off.
DEAD_PORT = "9"


class Taps:
    """Counts what a finger does."""

    def __init__(self):
        self.count = 0

    def __call__(self, locator):
        self.count += 1
        locator.click()


def connect(house, **ticks):
    """Sets the integration up in the back office, and its way of paying where it is missing."""
    raccoon = house.demo.raccoon
    page = house.signed_in("administrator")
    go(house, page, FORM, "settings")
    fields = {"name": "RoomRaccoon", "key": raccoon["apiKey"], "hotelID": raccoon["hotelID"], "serviceAddress": raccoon["serviceAddress"]}
    for name, value in fields.items():
        page.locator(f"input[name={name}]").fill(value)
    for number in (1, 2, 3, 5):
        page.locator(f"input[name=group{number}]").fill(str(100 + number))
    page.locator("input[name=tipGroup]").fill("109")
    for tick in ("on", "test", "signature"):
        page.locator(f"input[name={tick}]").set_checked(ticks.get(tick, tick == "on"))
    page.locator("#save").click()
    house.arrive(page, "settings")
    if "/payment-methods/" in page.url:
        page.locator("#save").click()
    expect(page.locator("#saved")).to_be_visible()
    page.close()


def tickets(house, reservation):
    """The Reservation module of a guest's profile, as the hostel's own books have it."""
    return call("GET", f"{house.demo.raccoon['address']}/api/raccoon/reservations/{reservation}")


def guest(house, room):
    return house.api.post("/guest-searches", {"text": room, "hotel": "roomRaccoon"})["guests"][0]


def charged(house, room="21", **more):
    """A check that was charged to a guest of the hostel, by the API."""
    check = house.check_with(2)
    found = guest(house, room)
    choice = {key: found[key] for key in ("roomNumber", "reservationNumber", "name")}
    house.api.post(f"/checks/{check['id']}/room-charges", {"amount": check["total"], "guest": choice, "hotel": "roomRaccoon", **more})
    assert house.api.check(check["id"])["state"] == "closed"
    return check, found


def draw(page):
    """A scrawl with the pointer on the pad."""
    box = page.locator("#signature-pad").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.5)
    page.mouse.down()
    for step in range(1, 25):
        across = 0.2 + 0.025 * step
        page.mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * (0.5 + 0.2 * (-1) ** step))
    page.mouse.up()


@for_each(language=["fr", "en"])
def test_S2_02_the_integration_is_searched_added_saved_and_tested(house):
    page = house.signed_in("administrator")
    go(house, page, "/configuration/integrations", "settings")
    page.locator("#add").click()
    house.arrive(page, "settings")
    page.locator("#search [name=q]").fill("roomraccoon")
    page.locator("#search button").click()
    expect(page.locator("[data-integration]")).to_have_count(1)
    house.window.picture(page, "raccoon-catalogue")
    page.locator("[data-integration=room-raccoon] a").click()
    house.arrive(page, "settings")
    house.window.picture(page, "raccoon-form")
    page.close()
    connect(house)
    page = house.signed_in("administrator")
    go(house, page, FORM, "settings")
    expect(page.locator("input[name=key]")).to_have_value("")
    page.locator("#test").click()
    expect(page.locator("#link-test")).to_have_class("card verdict ok", timeout=20_000)
    # A wrong key is told from everything else that may be wrong.
    page.locator("input[name=key]").fill("not-the-key")
    page.locator("#save").click()
    expect(page.locator("#saved")).to_be_visible()
    page.locator("#test").click()
    expect(page.locator("#link-test")).to_have_class("card verdict no", timeout=20_000)
    expect(page.locator("#link-test")).to_contain_text("API")
    house.window.picture(page, "raccoon-test-bad")
    go(house, page, "/hotel/help?hotel=roomRaccoon", "help")
    expect(page.locator("details[data-fault=notAuthentic]")).to_have_attribute("open", "")
    faults = faults_of(page, "help")
    house.window.picture(page, "raccoon-help")
    assert not faults, "\n".join(faults)
    page.close()
    connect(house)


@for_each(language=["fr", "en"])
def test_S2_04_a_name_that_is_not_RoomRaccoon_is_explained(house):
    connect(house)
    page = house.signed_in("administrator")
    go(house, page, "/configuration/settings/payment-methods/room-raccoon", "settings")
    name = page.locator("input[name=nameFR]")
    expect(name).to_have_value("RoomRaccoon")
    name.fill("roomraccoon ")
    page.locator("#save").click()
    expect(page.locator("#problem")).to_contain_text("RoomRaccoon")
    expect(page.locator("#problem")).to_contain_text({"fr": "exactement", "en": "exactly"}[house.window.language])
    expect(name).to_have_value("roomraccoon ")
    house.window.picture(page, "raccoon-name")
    name.fill("RoomRaccoon")
    page.locator("#save").click()
    expect(page.locator("#saved")).to_be_visible()


@for_each(size=["wide", "phone"])
def test_S2_05_three_taps_and_the_digits(house):
    connect(house)
    check = house.check_with(2)
    before = len(tickets(house, guest(house, "21")["reservationNumber"]))
    page = house.signed_in()
    go(house, page, f"/checks/{check['id']}", "order")
    tap = Taps()
    tap(page.locator("#pay"))
    house.arrive(page, "pay")
    house.window.picture(page, "raccoon-pay")
    tap(page.locator("a[href*='hotel=roomRaccoon']"))
    house.arrive(page, "room")
    expect(page.locator(".hint").first).to_contain_text("RoomRaccoon")
    for digit in "21":
        page.locator(f"#digits [data-digit='{digit}']").click()
    page.locator("#guest-text").press("Enter")
    expect(page.locator("#guests [data-guest][aria-pressed=true]")).to_have_count(1)
    house.window.picture(page, "raccoon-room")
    tap(page.locator("#charge"))
    house.arrive(page, "result")
    expect(page.locator("#outcome")).to_have_attribute("data-state", "accepted")
    assert tap.count == 3, tap.count
    booked = tickets(house, guest(house, "21")["reservationNumber"])
    assert len(booked) == before + 1 and booked[-1]["totalMinor"] == check["total"]


@for_each(size=["wide", "phone"])
def test_S2_07_the_guest_signs_on_the_pad(house):
    connect(house, signature=True)
    check = house.check_with(1)
    page = house.signed_in()
    go(house, page, f"/checks/{check['id']}/room?hotel=roomRaccoon", "room")
    house.search_guest(page, "21")
    page.locator("#charge").click()
    expect(page.locator("#signature")).to_be_visible()
    expect(page.locator("#signature-confirm")).to_be_disabled()
    draw(page)
    house.window.picture(page, "raccoon-signature")
    page.locator("#signature-clear").click()
    expect(page.locator("#signature-confirm")).to_be_disabled()
    page.locator("#signature-turn").click()
    draw(page)
    page.locator("#signature-confirm").click()
    house.arrive(page, "result")
    expect(page.locator("#outcome")).to_have_attribute("data-state", "accepted")
    go(house, page, f"/history/{check['id']}", "closed-check")
    expect(page.locator("[data-genuine=true]")).to_have_count(1)
    house.window.picture(page, "raccoon-signed")
    page.close()
    connect(house)


def test_S2_08_a_dead_printer_is_queued_and_shown_and_holds_up_nothing(house):
    connect(house)
    page = house.signed_in("administrator")
    go(house, page, "/configuration/settings/printers/add", "settings")
    page.locator("input[name=name]").fill("Comptoir")
    page.locator("input[name=host]").fill("127.0.0.1")
    page.locator("input[name=port]").fill(DEAD_PORT)
    page.locator("select[name=receipts]").select_option("always")
    page.locator("#save").click()
    expect(page.locator("#saved")).to_be_visible()
    check, _ = charged(house)
    till = house.signed_in()
    go(house, till, "/printing", "printing")
    row = till.locator("[data-print]").filter(has_text=str(check["number"]))
    expect(row.first).to_have_attribute("data-state", "queued")
    house.window.picture(till, "printing-dead")
    # Never, and the till asks.
    for receipts, asks in (("ask", 1), ("never", 0)):
        go(house, page, "/configuration/settings/printers", "settings")
        page.locator("#settings a").filter(has_text="Comptoir").click()
        house.arrive(page, "settings")
        page.locator("select[name=receipts]").select_option(receipts)
        page.locator("#save").click()
        expect(page.locator("#saved")).to_be_visible()
        check, _ = charged(house)
        go(house, till, f"/checks/{check['id']}/receipt", "receipt")
        expect(till.locator("#print-ask")).to_have_count(asks)
    page.locator("#settings a").filter(has_text="Comptoir").click()
    house.arrive(page, "settings")
    page.locator("input[name=active]").uncheck()
    page.locator("#save").click()
    expect(page.locator("#saved")).to_be_visible()


@for_each(size=["wide", "phone"], language=["fr", "en"])
def test_S2_09_the_refund_by_the_path_of_the_seed(house):
    connect(house, signature=True)
    check, found = charged(house, signature="1200,500;10,10 40,30 80,10 120,60 200,20;30,400 300,380 900,410")
    page = house.signed_in("manager")
    page.locator("nav a[href='/history']").click()
    house.arrive(page, "history")
    expect(page.locator("[data-show=closed]")).to_have_attribute("aria-current", "page")
    faults = faults_of(page, "history")
    house.window.picture(page, "history-closed")
    page.locator(f"[data-check='{check['number']}'] a").first.click()
    house.arrive(page, "closed-check")
    action = page.locator("#to-refund")
    expect(action).to_have_text({"fr": "Je veux faire un remboursement", "en": "I want to make a refund"}[house.window.language])
    faults += faults_of(page, "closed check")
    house.window.picture(page, "history-check")
    action.click()
    house.arrive(page, "refund")
    expect(page.locator("#refund-where")).to_be_hidden()
    page.locator("[name=reason]").fill("Le plat était froid")
    house.window.picture(page, "refund-note")
    page.locator("#refund-next").click()
    page.locator("#guest-text").fill("21")
    page.locator("#guest-text").press("Enter")
    expect(page.locator("#guests [data-guest][aria-pressed=true]")).to_have_count(1)
    faults += faults_of(page, "refund")
    house.window.picture(page, "refund-room")
    page.locator("#refund").click()
    expect(page.locator("#signature")).to_be_visible()
    draw(page)
    page.locator("#signature-confirm").click()
    house.arrive(page, "closed-check")
    # S2-10: a record of its own, negative, which names the original.
    assert minor(page, "#total") == -check["total"]
    expect(page.locator("#original")).to_contain_text(str(check["number"]))
    assert tickets(house, found["reservationNumber"])[-1]["totalMinor"] == -check["total"]
    house.window.picture(page, "refund-done")
    page.locator("#to-receipt").click()
    house.arrive(page, "receipt")
    expect(page.locator("#receipt")).to_contain_text(str(check["number"]))
    house.window.picture(page, "refund-ticket")
    go(house, page, f"/history/{check['id']}", "closed-check")
    expect(page.locator("#to-refund")).to_have_count(0)
    go(house, page, "/history?show=refunds", "history")
    expect(page.locator(f"[data-original='{check['number']}']")).to_have_count(1)
    assert not faults, "\n".join(faults)
    page.close()
    connect(house)


@for_each(language=["fr", "en"])
def test_S2_09_another_room_is_warned_about_and_asks_a_manager(house):
    connect(house)
    check, _ = charged(house)
    other = guest(house, "22")
    before = len(tickets(house, other["reservationNumber"]))
    page = house.signed_in()
    go(house, page, f"/history/{check['id']}/refund", "refund")
    page.locator("[name=reason]").fill("Chambre partagée")
    page.locator("#refund-next").click()
    page.locator("#guest-text").fill("22")
    page.locator("#guest-text").press("Enter")
    expect(page.locator("#guests [data-guest][aria-pressed=true]")).to_have_count(1)
    page.locator("#refund").click()
    expect(page.locator("#approval")).to_be_visible()
    expect(page.locator("#approval")).to_contain_text("22")
    faults = faults_of(page, "refund approval")
    house.window.picture(page, "refund-approval")
    page.locator("#manager-pin").fill(house.demo.pin("waiter"))
    page.locator("#approve").click()
    expect(page.locator("#approval #problem")).to_be_visible()
    assert len(tickets(house, other["reservationNumber"])) == before
    page.locator("#manager-pin").fill(house.demo.pin("manager"))
    page.locator("#approve").click()
    house.arrive(page, "closed-check")
    assert tickets(house, other["reservationNumber"])[-1]["totalMinor"] == -check["total"]
    # A manager alone goes on with one more tap.
    check, _ = charged(house)
    mine = house.signed_in("manager")
    go(house, mine, f"/history/{check['id']}/refund", "refund")
    mine.locator("[name=reason]").fill("Chambre partagée")
    mine.locator("#refund-next").click()
    mine.locator("#guest-text").fill("22")
    mine.locator("#guest-text").press("Enter")
    mine.locator("#guests [data-guest][aria-pressed=true]").wait_for()
    mine.locator("#refund").click()
    expect(mine.locator("#manager-pin")).to_have_count(0)
    house.window.picture(mine, "refund-warning")
    mine.locator("#approve").click()
    house.arrive(mine, "closed-check")
    assert not faults, "\n".join(faults)


@for_each(size=["wide", "phone"], language=["fr", "en"])
def test_the_history_is_searched(house):
    connect(house)
    check, _ = charged(house)
    page = house.signed_in("manager")
    go(house, page, "/history", "history")
    page.locator("#history-filter summary").click()
    for field, value in (("room", "21"), ("amount", f"{check['total'] / 100:.2f}".replace(".", {"fr": ",", "en": "."}[house.window.language]))):
        page.locator(f"#history-search [name={field}]").fill(value)
        page.locator("#search-history").click()
        house.arrive(page, "history")
        expect(page.locator(f"[data-check='{check['number']}']")).to_have_count(1)
    house.window.picture(page, "history-found")
    faults = faults_of(page, "history")
    page.locator("#number").fill(str(check["number"]))
    page.locator("#find-check").click()
    house.arrive(page, "closed-check")
    assert not faults, "\n".join(faults)
