"""Everything by keyboard: not one click in this file."""

from playwright.sync_api import expect

from house import guest_card

TABS_MAX = 60


def type_and_enter(page, text):
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def tab_to(page, selector):
    """Presses Tab until the element has the focus, and sees that each stop can be seen."""
    for _ in range(TABS_MAX):
        if page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
            return
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_VISIBLE), f"no focus ring on {page.evaluate('document.activeElement.outerHTML')[:200]}"
    raise AssertionError(f"{selector} cannot be reached by Tab")


FOCUS_IS_VISIBLE = """() => {
    const element = document.activeElement
    if (!element || element === document.body) return true
    const style = getComputedStyle(element)
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none"
}"""


def test_the_main_job_by_keyboard_alone(house):
    page = house.window.new_page()
    page.goto(house.demo.till + "/sign-in")
    type_and_enter(page, house.demo.pin("waiter"))
    house.arrive(page, "floor")

    type_and_enter(page, str(house.free_table()["number"]))
    expect(page.locator("#open-table")).to_be_visible()
    type_and_enter(page, "2")
    house.arrive(page, "order")

    first, second, third = house.cheap_articles(3)
    type_and_enter(page, str(first["code"]))
    type_and_enter(page, str(second["code"]))
    type_and_enter(page, f"3*{third['code']}")
    expect(page.locator("#total")).to_have_attribute("data-amount", str(first["price"] + second["price"] + 3 * third["price"]))
    house.wait_until_saved(page)
    number = page.locator("#check").get_attribute("data-check-number")

    page.keyboard.press("F4")
    house.arrive(page, "room")
    type_and_enter(page, "204")
    expect(guest_card(page, "garibaldi")).to_have_attribute("aria-pressed", "true")
    tab_to(page, "#charge")
    page.keyboard.press("Enter")
    house.arrive(page, "result")
    expect(page.locator("#outcome")).to_have_attribute("data-state", "accepted")
    assert len(house.reception.bookings_of_check("20401", number)) == 1


def test_escape_goes_back_and_question_mark_lists_the_shortcuts(house):
    page = house.window.new_page()
    page.goto(house.demo.till + "/sign-in")
    type_and_enter(page, house.demo.pin("waiter"))
    house.arrive(page, "floor")
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()
    house.window.picture(page, "shortcuts")
    page.keyboard.press("Escape")
    expect(page.locator("#shortcuts")).to_be_hidden()

    type_and_enter(page, str(house.free_table()["number"]))
    expect(page.locator("#open-table")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#open-table")).to_be_hidden()


def test_an_article_is_found_by_its_letters(house):
    check = house.check_with(1)
    page = house.window.new_page()
    page.goto(house.demo.till + "/sign-in")
    type_and_enter(page, house.demo.pin("waiter"))
    house.arrive(page, "floor")
    page.goto(f"{house.demo.till}/checks/{check['id']}")
    house.arrive(page, "order")
    article = max(house.api.menu()["items"], key=lambda item: len(item["name"]))
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    type_and_enter(page, article["name"])
    expect(page.locator("#lines [data-line]")).to_have_count(2)
    expect(page.locator("#lines [data-line]").last).to_contain_text(article["name"])
    house.wait_until_saved(page)


def test_escape_takes_back_what_is_chosen_before_it_leaves(house):
    check = house.check_with(2)
    page = house.window.new_page()
    page.goto(house.demo.till + "/sign-in")
    type_and_enter(page, house.demo.pin("waiter"))
    house.arrive(page, "floor")
    page.goto(f"{house.demo.till}/checks/{check['id']}")
    house.arrive(page, "order")
    tab_to(page, "#lines [data-line]")
    page.keyboard.press("Enter")
    expect(page.locator("#lines [aria-selected=true]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#lines [aria-selected=true]")).to_have_count(0)
    page.keyboard.type("12")
    expect(page.locator("#entry")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#entry")).to_be_hidden()
    house.arrive(page, "order")
    page.keyboard.press("Escape")
    house.arrive(page, "floor")
