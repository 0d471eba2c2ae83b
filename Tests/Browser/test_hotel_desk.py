"""The Hotel desk against everything that the simulated hotel can do wrong: what the waiter sees, what the desk shows, what its buttons do."""

import re

from playwright.sync_api import expect

from api import Refused
from demo import ANSWER_S, QUIET_S
from house import go
from runner import for_each

# A doubt stays with people where the hotel shows no bills.
NO_BILLS = {"allowsBillView": False}
DOUBT_MS = (ANSWER_S + 10) * 1000
# The link comes back, the line is quiet, the bill is read, the charge is sent once more.
SETTLED_MS = (ANSWER_S + QUIET_S + 30) * 1000


def charged(house, room, articles=1, outlet=None, wait_ms=0):
    """A check charged to a room through the API: the check, the guest and the posting."""
    check = house.api.check_with(house.cheap_articles(articles), outlet)
    guest = house.api.guest_in(room)
    return check, guest, house.api.charge(check, guest, wait_ms)


def watched(house, page, check, posting):
    """The waiter's page of a charge."""
    go(house, page, f"/checks/{check['id']}/charges/{posting['id']}", "result")
    return page.locator("#outcome")


def desk_of(house, role="manager"):
    page = house.signed_in(role)
    go(house, page, "/hotel", "hotel")
    return page


def doubt(page, posting):
    return page.locator(f"[data-doubt='{posting['id']}']")


def settle(page, posting, answer, reason=None):
    """The answer, then a reason: two taps, or the words typed."""
    doubt(page, posting).locator(f"[data-settle={answer}]").click()
    dialog = page.locator(f"#settle-{answer}")
    if reason is None:
        dialog.locator("button[name=reason]").first.click()
    else:
        dialog.locator("input[name=other]").fill(reason)
        dialog.locator("input[name=other]").press("Enter")
    expect(dialog).to_be_hidden()


@for_each(size=["wide", "phone"], language=["fr", "en"])
def test_a_lost_answer_is_settled_at_the_desk(house):
    with house.hotel(**NO_BILLS) as reception:
        waiter, floor, desk = house.signed_in(), house.signed_in(), desk_of(house)
        for booked, answer, state in [(True, "accepted", "accepted"), (False, "notBooked", "notBooked")]:
            reception.fault("loseAnswer", booked=booked)
            check, guest, posting = charged(house, "118", articles=2)
            outcome = watched(house, waiter, check, posting)
            expect(floor.locator(f"[data-check='{check['number']}']")).to_have_attribute("data-status", "pending")
            expect(outcome).to_have_attribute("data-state", "inDoubt", timeout=DOUBT_MS)
            expect(doubt(desk, posting)).to_contain_text(f"A{check['number']}.", timeout=1000)
            expect(floor.locator(f"[data-check='{check['number']}'] .status")).to_contain_text(
                {"fr": "à confirmer", "en": "being confirmed"}[house.window.language], timeout=1000
            )
            house.window.picture(desk, f"hotel-doubt-{booked}")
            receipt = house.signed_in()
            go(house, receipt, f"/checks/{check['id']}/receipt", "receipt")
            expect(receipt.locator("#provisional")).to_be_visible()
            house.window.picture(receipt, "receipt-provisional")

            settle(desk, posting, answer, None if booked else "Vu avec Mme Roche / seen with Mrs Roche")
            expect(doubt(desk, posting)).to_have_count(0)
            expect(outcome).to_have_attribute("data-state", state)
            expect(receipt.locator("#provisional")).to_have_count(0 if booked else 1)
            receipt.close()
            bookings = reception.bookings_of_check(guest["reservationNumber"], check["number"])
            assert bookings == ([check["total"]] if booked else []), bookings
            assert house.api.check(check["id"])["state"] == ("closed" if booked else "open")
        house.window.picture(desk, "hotel-calm")


# Each fault, the bill view on: the machine proves what happened, whatever it was, and the hotel has the charge once.
PROVEN = [
    ("loseAnswer", {"booked": True}), ("loseAnswer", {"booked": False}), ("cutBeforeBooking", {}), ("cutAfterBooking", {}),
    ("cutInAnswer", {"bytes": 20}), ("unknownStatus", {}), ("missingStatus", {}), ("wrongPostingNumber", {}), ("missingPostingNumber", {}),
]


def test_the_bill_settles_every_doubt_without_a_person(house):
    with house.hotel() as reception:
        # This hotel is known to show our references.
        assert charged(house, "102", wait_ms=3000)[2]["state"] == "accepted"
        desk, waiter = desk_of(house), house.signed_in()
        for kind, values in PROVEN:
            reception.fault(kind, **values)
            check, guest, posting = charged(house, "102")
            outcome = watched(house, waiter, check, posting)
            expect(outcome, f"{kind} {values}").to_have_attribute("data-state", "accepted", timeout=SETTLED_MS)
            expect(desk.locator(f"tr[data-posting='{posting['id']}']")).to_have_attribute("data-state", "accepted", timeout=1500)
            expect(doubt(desk, posting)).to_have_count(0)
            bookings = reception.bookings_of_check(guest["reservationNumber"], check["number"])
            assert bookings == [check["total"]], f"{kind} {values}: {bookings}"


def test_what_only_looks_like_trouble_leaves_no_doubt(house):
    with house.hotel() as reception:
        desk, waiter = desk_of(house), house.signed_in()
        for kind, values in [("duplicateAnswer", {}), ("delayAnswer", {"ms": 1500}), ("garbage", {}), ("renewLinkStart", {}), ("slow", {"ms": 500})]:
            reception.fault(kind, **values)
            check, guest, posting = charged(house, "103", outlet=house.api.outlet_that("queue"))
            expect(watched(house, waiter, check, posting), kind).to_have_attribute("data-state", "accepted", timeout=DOUBT_MS)
            expect(doubt(desk, posting)).to_have_count(0)
            assert reception.bookings_of_check(guest["reservationNumber"], check["number"]) == [check["total"]], kind
            reception.fault("slow", ms=0)


def test_a_late_answer_clears_the_desk_by_itself(house):
    with house.hotel(**NO_BILLS) as reception:
        desk, waiter = desk_of(house), house.signed_in()
        reception.fault("delayAnswer", ms=(ANSWER_S + 4) * 1000)
        check, _, posting = charged(house, "104")
        outcome = watched(house, waiter, check, posting)
        expect(doubt(desk, posting)).to_be_visible(timeout=DOUBT_MS)
        expect(outcome).to_have_attribute("data-state", "inDoubt", timeout=1000)
        expect(outcome).to_have_attribute("data-state", "accepted", timeout=DOUBT_MS)
        expect(doubt(desk, posting)).to_have_count(0, timeout=1000)


def test_a_refusal_is_told_to_the_waiter_in_words(house):
    with house.hotel() as reception:
        waiter = house.signed_in()
        reception.fault("refuse", status="UR")
        check, guest, posting = charged(house, "104")
        expect(watched(house, waiter, check, posting)).to_have_attribute("data-state", "refused")
        go(house, waiter, f"/checks/{check['id']}", "order")
        expect(waiter.locator("[data-charge]")).to_have_attribute("data-progress", "refused")
        house.window.picture(waiter, "order-refused")
        assert reception.bookings_of_check(guest["reservationNumber"], check["number"]) == []


@for_each(language=["fr", "en"])
def test_what_waits_for_the_hotel_is_counted_and_goes_out_by_itself(house):
    holds = {
        "nightAudit": {"fr": "L’hôtel clôture sa journée.", "en": "The hotel is closing its day."},
        "resync": {"fr": "L’hôtel met à jour sa liste de clients.", "en": "The hotel is updating its list of guests."},
    }
    with house.hotel() as reception:
        desk, waiter = desk_of(house), house.signed_in()
        for kind, words in holds.items():
            guest = house.api.guest_in("129")
            check = house.api.check_with(house.cheap_articles(1), house.api.outlet_that("queue"))
            reception.fault(kind, ms=6000)
            expect(desk.locator("#link-card")).not_to_have_attribute("data-phase", "alive", timeout=1500)
            posting = house.api.charge(check, guest)
            expect(desk.locator("#queue-card")).to_have_attribute("data-count", "1", timeout=1500)
            expect(desk.locator("#queue-hold")).to_have_text(words[house.window.language])
            house.window.picture(desk, f"hotel-{kind}")
            expect(watched(house, waiter, check, posting)).to_have_attribute("data-state", "accepted", timeout=SETTLED_MS)
            expect(desk.locator("#queue-card")).to_have_attribute("data-count", "0", timeout=1500)
            assert reception.bookings_of_check(guest["reservationNumber"], check["number"]) == [check["total"]]


def test_the_line_ends_is_cut_or_falls_mute_and_every_charge_arrives_once(house):
    with house.hotel() as reception:
        desk, waiter = desk_of(house), house.signed_in()
        for kind in ["endLink", "cut", "halfOpen"]:
            guest = house.api.guest_in("104")
            check = house.api.check_with(house.cheap_articles(1), house.api.outlet_that("queue"))
            reception.fault(kind)
            posting = house.api.charge(check, guest)
            if kind == "halfOpen":
                desk.wait_for_timeout((ANSWER_S + 1) * 1000)
                house.window.picture(desk, "hotel-mute")
                reception.fault(kind, begin=False)
            expect(watched(house, waiter, check, posting), kind).to_have_attribute("data-state", "accepted", timeout=3 * SETTLED_MS)
            expect(desk.locator("#link-card")).to_have_attribute("data-phase", "alive", timeout=SETTLED_MS)
            assert reception.bookings_of_check(guest["reservationNumber"], check["number"]) == [check["total"]], kind


@for_each(size=["wide", "phone"])
def test_a_guest_who_left_or_moved_while_the_charge_waited_comes_back_to_the_desk(house):
    rooms = {"wide": [("114", "check-out"), ("120", "move")], "phone": [("125", "check-out"), ("120", "move")]}
    with house.hotel() as reception:
        desk = desk_of(house)
        for room, action in rooms[house.window.size]:
            guest = house.api.guest_in(room)
            check = house.api.check_with(house.cheap_articles(1), house.api.outlet_that("queue"))
            reception.fault("resync", ms=12_000)
            expect(desk.locator("#link-card")).to_have_attribute("data-phase", "resyncing", timeout=1500)
            posting = house.api.charge(check, guest)
            reception.desk(guest["reservationNumber"], action, **({"room": reception.free_room()} if action == "move" else {}))
            card = desk.locator(f"[data-attention=cameBack][data-posting='{posting['id']}']")
            expect(card).to_be_visible(timeout=40_000)
            house.window.picture(desk, f"hotel-came-back-{action}")
            assert reception.bookings_of_check(guest["reservationNumber"], check["number"]) == []
            card.locator("a").click()
            house.arrive(desk, "pay")
            desk.locator("#take-card").click()
            house.arrive(desk, "receipt")
            go(house, desk, "/hotel", "hotel")
            expect(card).to_have_count(0)
            if action == "move":
                reception.desk(guest["reservationNumber"], "move", room=room)


def test_asking_again_brings_new_evidence_to_the_page(house):
    with house.hotel(**NO_BILLS) as reception:
        desk = desk_of(house)
        reception.fault("loseAnswer", booked=True)
        check, guest, posting = charged(house, "104")
        expect(doubt(desk, posting)).to_be_visible(timeout=DOUBT_MS)
        before = doubt(desk, posting).locator(".evidence li").count()
        reception.desk(guest["reservationNumber"], "other-till", amountMinor=700)
        desk.locator(f"#ask-{posting['id']}").click()
        house.arrive(desk, "hotel")
        expect(doubt(desk, posting).locator(".asked")).to_be_visible()
        expect(doubt(desk, posting).locator(".evidence li:not(.asked)")).not_to_have_count(before)
        settle(desk, posting, "accepted")
        expect(doubt(desk, posting)).to_have_count(0)
        assert reception.bookings_of_check(guest["reservationNumber"], check["number"])[0] == check["total"]


def test_the_desk_by_keyboard_alone(house):
    with house.hotel(**NO_BILLS) as reception:
        desk = desk_of(house)
        reception.fault("cutAfterBooking")
        _, _, posting = charged(house, "102")
        expect(doubt(desk, posting)).to_be_visible(timeout=DOUBT_MS)
        button = f"[data-doubt='{posting['id']}'] [data-settle=accepted]"
        for _ in range(40):
            if desk.evaluate("selector => document.activeElement?.matches(selector) ?? false", button):
                break
            desk.keyboard.press("Tab")
        desk.keyboard.press("Enter")
        expect(desk.locator("#settle-accepted")).to_be_visible()
        desk.keyboard.press("Escape")
        expect(desk.locator("#settle-accepted")).to_be_hidden()
        desk.keyboard.press("Enter")
        for _ in range(5):
            if desk.evaluate("document.activeElement?.name") == "reason":
                break
            desk.keyboard.press("Tab")
        desk.keyboard.press("Enter")
        expect(doubt(desk, posting)).to_have_count(0)


def test_a_waiter_sees_the_desk_and_cannot_settle(house):
    with house.hotel(**NO_BILLS) as reception:
        reception.fault("cutBeforeBooking")
        _, _, posting = charged(house, "129")
        desk = desk_of(house, "waiter")
        expect(doubt(desk, posting)).to_be_visible(timeout=DOUBT_MS)
        expect(doubt(desk, posting).locator("button")).to_have_count(0)
        expect(desk.locator("#to-reconciliation")).to_have_count(0)
        expect(doubt(desk, posting)).to_have_text(re.compile("•••"))
        for role, status in [("waiter", 403), ("manager", None)]:
            try:
                house.api_of(role).post(f"/postings/{posting['id']}/settlement", {"outcome": "notBooked", "note": "vu"})
                assert status is None, "a waiter settled a doubt"
            except Refused as refusal:
                assert refusal.status == status, refusal
