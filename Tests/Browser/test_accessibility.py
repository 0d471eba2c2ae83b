"""Each page, at both sizes: axe finds nothing, everything that is tapped is at least 44 px, nothing runs off the side."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from house import go
from runner import for_each

TARGET_PX_MIN = 44

SMALL_TARGETS = """minimum => {
    const targets = document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex='0']")
    const inText = element => element.tagName === "A" && element.closest("p, td, dd, li") && getComputedStyle(element).display === "inline"
    return [...targets]
        .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !inText(element))
        .map(element => ({ element, box: (element.closest("label") ?? element).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1 && (box.width < minimum - 0.5 || box.height < minimum - 0.5))
        .map(({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`)
}"""

OVERFLOW = """() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.body.querySelectorAll("*")].filter(element => element.getBoundingClientRect().right > width + 1)
        .slice(0, 5).map(element => element.outerHTML.slice(0, 120))
}"""


def faults_of(page, name):
    results = Axe().run(page)
    faults = [
        f"{name}: axe {violation['id']} ({violation['impact']}): {violation['help']}: {node['html'][:160]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
    faults += [f"{name}: target too small: {target}" for target in page.evaluate(SMALL_TARGETS, TARGET_PX_MIN)]
    faults += [f"{name}: runs off the side: {element}" for element in page.evaluate(OVERFLOW)]
    return faults


def till_pages(house, page):
    """Goes through the till's pages in the state in which people see them, and yields the name of each."""
    table = house.free_table()
    yield "floor"
    page.locator(f"[data-table='{table['number']}']").click()
    yield "floor, covers dialog"
    page.keyboard.press("Escape")

    check = house.check_with(5)
    for path, name in [("", "order"), ("/pay", "pay"), ("/room", "room")]:
        page.goto(f"{house.demo.till}/checks/{check['id']}{path}")
        house.arrive(page, name)
        yield name
    house.search_guest(page, "204")
    yield "room, guests"
    page.locator("#charge").click()
    house.arrive(page, "result")
    yield "result"
    page.goto(f"{house.demo.till}/checks/{check['id']}/receipt")
    yield "receipt"
    page.goto(f"{house.demo.till}/history")
    house.arrive(page, "history")
    yield "history"
    page.goto(f"{house.demo.till}/history/{check['id']}")
    house.arrive(page, "closed-check")
    yield "closed check"
    page.goto(f"{house.demo.till}/checks/{house.check_with(3)['id']}/split")
    house.arrive(page, "split")
    yield "split"
    page.goto(f"{house.demo.till}/postings?state=all")
    house.arrive(page, "postings")
    yield "postings"
    page.locator("tr[data-posting] a").first.click()
    house.arrive(page, "posting")
    yield "posting"
    page.goto(f"{house.demo.till}/checks/no-such-check")
    yield "problem"


@for_each(size=["wide", "phone"])
def test_the_pages_of_the_till_suit_everybody(house):
    visitor = house.window.new_page()
    visitor.goto(house.demo.till + "/sign-in")
    house.window.picture(visitor, "sign-in")
    faults = faults_of(visitor, "sign-in")
    visitor.close()

    page = house.signed_in()
    for name in till_pages(house, page):
        faults += faults_of(page, name)
        house.window.picture(page, "page-" + name.replace(", ", "-").replace(" ", "-"))
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults)


def desk_pages(house, page):
    """The desk with a doubt on it, its dialogs, and comparing with the hotel."""
    house.reception.fault("cutBeforeBooking")
    posting = house.api.charge(house.check_with(1), house.api.guest_in("118"))
    go(house, page, "/hotel", "hotel")
    card = page.locator(f"[data-doubt='{posting['id']}']")
    expect(card).to_be_visible(timeout=20_000)
    yield "hotel, doubt"
    card.locator("[data-settle=notBooked]").click()
    yield "hotel, settling"
    page.locator("#settle-notBooked button[name=reason]").first.click()
    expect(card).to_have_count(0)
    yield "hotel"
    go(house, page, "/hotel/reconciliation", "reconciliation")
    yield "reconciliation"
    page.locator(f"[data-day='{house.reception.business_date()}']").click()
    page.locator("#read-folios").click()
    expect(page.locator("body")).to_have_attribute("data-page", "reconciliation-run", timeout=60_000)
    yield "reconciliation, result"


@for_each(size=["wide", "phone"], language=["fr", "en"])
def test_the_desk_suits_everybody(house):
    page = house.signed_in("manager")
    faults = []
    with house.hotel(allowsBillView=False):
        for name in desk_pages(house, page):
            faults += faults_of(page, name)
            house.window.picture(page, "page-" + name.replace(", ", "-"))
            if name == "hotel":
                house.reception.settings()
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults)


@for_each(size=["wide", "phone"])
def test_the_pages_of_reception_suit_everybody(house):
    page = house.window.new_page()
    faults = []
    for path, name in [("/", "rooms"), ("/stays", "stays"), ("/rooms/204", "room"), ("/folios/20401", "folio"), ("/interface", "interface")]:
        page.goto(house.demo.reception + path)
        faults += faults_of(page, "reception " + name)
        house.window.picture(page, "reception-" + name)
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults)
