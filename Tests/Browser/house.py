"""What a test is given: the running demo, a window, and words for what people do in it."""

import contextlib
import re
import time

from playwright.sync_api import expect

from api import ReceptionAPI, TillAPI


# A night audit may be under way, or the till waits before it calls again.
LINK_BACK_S = 60


class House:
    """One test's view of the demo. Tables of a demo are handed out once, so that tests do not meet."""

    _sessions = {}
    _tables_taken = {}

    def __init__(self, demo, window):
        self.demo = demo
        self.window = window
        self.reception = ReceptionAPI(demo.reception)

    # -- prepared through the API ---------------------------------------------------------------------------------------------

    @property
    def api(self):
        return self.api_of("waiter")

    def api_of(self, role):
        """One signed-in person of each role for all tests: signing in again and again is slowed down on purpose."""
        key = (self.demo.till, role)
        if key not in House._sessions:
            House._sessions[key] = TillAPI(self.demo.till, self.demo.pin(role))
        return House._sessions[key]

    def free_table(self):
        taken = House._tables_taken.setdefault(self.demo.till, set())
        table = next(table for table in self.api.free_tables() if table["number"] not in taken)
        taken.add(table["number"])
        return table

    def cheap_articles(self, count):
        """The cheapest articles, so that a whole test run stays below the guest's credit limit."""
        return sorted(self.api.menu()["items"], key=lambda item: (item["price"], item["code"]))[:count]

    def check_with(self, count):
        """A check at the counter with so many cheap articles on it."""
        return self.api.check_with(self.cheap_articles(count))

    @contextlib.contextmanager
    def hotel(self, **settings):
        """The hotel set up in a certain way; all as before afterwards."""
        self.reception.settings(**settings)
        try:
            yield self.reception
        finally:
            self.reception.calm()
            self.wait_for_the_link()

    def wait_for_the_link(self):
        limit = time.monotonic() + LINK_BACK_S
        while self.api.get("/hotel-link")["phase"] != "alive" and time.monotonic() < limit:
            time.sleep(0.2)

    # -- done in the browser --------------------------------------------------------------------------------------------------

    def signed_in(self, role="waiter"):
        """A page on the table plan, signed in by the pad; another page of the same till when that person is signed in already."""
        is_new = role not in self.window.contexts
        page = self.window.context_of(role).new_page()
        if not is_new:
            go(self, page, "/floor", "floor")
            return page
        page.goto(self.demo.till + "/sign-in")
        self.speak(page)
        for digit in self.demo.pin(role):
            page.locator(f"[data-digit='{digit}']").click()
        page.locator("#sign-in").click()
        self.arrive(page, "floor")
        self.speak(page)
        return page

    def speak(self, page):
        """Switches the page to the window's language if it is not in it yet."""
        if page.locator("html").get_attribute("lang") != self.window.language:
            button = page.locator(f"button[name=language][value={self.window.language}]")
            if not button.is_visible():
                page.locator("#cashier").click()
            button.click()
            expect(page.locator("html")).to_have_attribute("lang", self.window.language)

    def arrive(self, page, name):
        """Waits for the page of that name, its script included: nobody types faster than that."""
        expect(page.locator("body")).to_have_attribute("data-page", name)
        page.wait_for_load_state()

    def open_table(self, page, table, covers=2):
        page.locator(f"[data-table='{table['number']}']").click()
        page.locator(f"#open-table [data-covers='{covers}']").click()
        self.arrive(page, "order")

    def tap_article(self, page, article):
        button = page.locator(f"button[data-item='{article['id']}']")
        if not button.is_visible():
            page.locator(f"[data-category='{article['categoryId']}']").first.click()
        button.click()

    def wait_until_saved(self, page):
        expect(page.locator("#outbox")).to_have_attribute("data-waiting", "0", timeout=30_000)
        expect(page.locator("#lines [data-sync=waiting]")).to_have_count(0, timeout=30_000)

    def check_id(self, page):
        return page.locator("#check").get_attribute("data-check-id")

    def to_room(self, page):
        """From the order screen to the room charge."""
        page.locator("#pay").click()
        self.arrive(page, "pay")
        page.locator("#pay-room").click()
        self.arrive(page, "room")

    def search_guest(self, page, text):
        page.locator("#guest-text").fill(text)
        page.locator("#guest-text").press("Enter")
        expect(page.locator("#guests [data-guest]").first).to_be_visible()

    def open_room_page(self, page, check):
        page.goto(f"{self.demo.till}/checks/{check['id']}/room")
        self.arrive(page, "room")


def go(house, page, path, name):
    """To a page by its address."""
    page.goto(house.demo.till + path)
    house.arrive(page, name)


def guest_card(page, name):
    return page.locator("#guests [data-guest]").filter(has_text=re.compile(name, re.IGNORECASE))


def minor(page, selector):
    """The amount in minor units that an element carries."""
    return int(page.locator(selector).get_attribute("data-amount"))
