"""The order screen answers taps by itself: the network may be slow, cut or rude; nothing is lost and nothing is doubled."""

import time

from playwright.sync_api import Error, expect

LINES_ROUTE = "**/api/v1/checks/*/lines"
DELAY_MS = 3_000


def delay_answers(page, delay_ms=DELAY_MS):
    """The server works at once, its answers arrive late: the case in which a hurried client doubles things."""

    def late(route):
        try:
            answer = route.fetch()
            page.wait_for_timeout(delay_ms)
            route.fulfill(response=answer)
        except Error:
            # The page was left or reloaded meanwhile: the answer has nobody to go to.
            return

    page.route(LINES_ROUTE, late)


def quantities(page):
    return sum(int("".join(filter(str.isdigit, text)) or "1") for text in page.locator("#lines [data-line] .quantity").all_inner_texts())


def enter_ten(house, page):
    """Ten taps, one after the other, without waiting for anything. Answers the price of them all and how long it took, in seconds."""
    articles = house.cheap_articles(9)
    articles.append(articles[0])
    started = time.monotonic()
    for article in articles:
        house.tap_article(page, article)
    return sum(article["price"] for article in articles), time.monotonic() - started


def sold(check):
    return sum(line["quantity"] - line.get("voidedQuantity", 0) for line in check["lines"])


def test_ten_articles_without_waiting_while_answers_take_three_seconds(house):
    page = house.signed_in()
    house.open_table(page, house.free_table())
    delay_answers(page)
    price, seconds = enter_ten(house, page)
    assert quantities(page) == 10, f"{quantities(page)} of 10 articles on the screen right after the last tap"
    assert int(page.locator("#outbox").get_attribute("data-waiting")) > 0
    assert seconds < DELAY_MS / 1000, f"ten taps took {seconds:.1f} s: the screen waited for the server"
    assert int(page.locator("#total").get_attribute("data-amount")) == price
    house.window.picture(page, "order-waiting")
    house.wait_until_saved(page)
    check = house.api.check(house.check_id(page))
    assert (sold(check), check["total"]) == (10, price)
    assert int(page.locator("#total").get_attribute("data-amount")) == price


def test_a_reload_in_the_middle_loses_nothing_and_doubles_nothing(house):
    page = house.signed_in()
    house.open_table(page, house.free_table())
    delay_answers(page)
    price, _ = enter_ten(house, page)
    page.wait_for_timeout(500)
    page.reload()
    house.arrive(page, "order")
    assert quantities(page) == 10, f"{quantities(page)} of 10 articles on the screen after the reload"
    house.wait_until_saved(page)
    check = house.api.check(house.check_id(page))
    assert (sold(check), check["total"]) == (10, price)


def test_requests_that_fail_are_sent_again(house):
    page = house.signed_in()
    house.open_table(page, house.free_table())
    failures = iter(["before", "after", "before"])

    def rude(route):
        fault = next(failures, None)
        if fault == "after":
            route.fetch()
        if fault:
            route.abort()
        else:
            route.continue_()

    page.route(LINES_ROUTE, rude)
    price, _ = enter_ten(house, page)
    house.wait_until_saved(page)
    assert next(failures, None) is None, "not every fault was met"
    check = house.api.check(house.check_id(page))
    assert (sold(check), check["total"]) == (10, price)


def test_paying_waits_until_everything_is_saved(house):
    page = house.signed_in()
    house.open_table(page, house.free_table())
    delay_answers(page, 1_500)
    price, _ = enter_ten(house, page)
    page.locator("#pay").click()
    house.arrive(page, "pay")
    assert int(page.locator("#remaining").get_attribute("data-amount")) == price


def test_no_guest_is_kept_in_the_browser(house):
    check = house.check_with(1)
    page = house.signed_in()
    house.open_room_page(page, check)
    house.search_guest(page, "204")
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "garibaldi" not in kept.lower() and "20401" not in kept, kept
    assert "204" not in page.url.split("/room")[-1]
