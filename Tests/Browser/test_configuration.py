"""The back office in the browser: the path of the seed word for word, the gateway in two clicks, and every page for everybody."""

from playwright.sync_api import expect

from house import go
from runner import for_each
from test_accessibility import faults_of

SEED_PATH = {
    "en": ["Configuration", "Settings", "Payment methods", "Add"],
    "fr": ["Configuration", "Réglages", "Moyens de paiement", "Ajouter"],
}


def open_section(house, page, slug):
    go(house, page, "/configuration", "configuration")
    page.locator(f"a[href='/configuration/settings/{slug}'], a[href^='/configuration/settings/{slug}/']").click()
    house.arrive(page, "settings")


def saved(page):
    expect(page.locator("#saved")).to_be_visible()


@for_each(language=["fr", "en"])
def test_a_payment_method_is_added_by_the_words_of_the_seed(house):
    page = house.signed_in("administrator")
    page.locator("nav a[href='/configuration']").click()
    house.arrive(page, "configuration")
    open_section(house, page, "payment-methods")
    page.locator("#add").click()
    house.arrive(page, "settings")
    crumbs = page.locator(".crumbs").inner_text()
    for word in SEED_PATH[house.window.language]:
        assert word in crumbs, crumbs

    # Charge to room: code and name are filled in and the code is fixed; other types lose what only a room has.
    code = page.locator("input[name=code]")
    expect(code).to_have_value("IKPMS")
    expect(code).not_to_be_editable()
    expect(page.locator("input[name=nameFR]")).to_have_value("Opera")
    expect(page.locator("input[name=transmitsReceipts]")).to_be_visible()
    expect(page.locator("input[name=serverAddress]")).to_be_visible()
    house.window.picture(page, "configuration-charge-to-room")
    page.locator("select[name=kind]").select_option("voucher")
    expect(code).to_be_editable()
    expect(page.locator("input[name=transmitsReceipts]")).to_be_hidden()
    name = f"Bon {house.window.language}"
    code.fill("BON-" + house.window.language)
    page.locator("input[name=nameFR]").fill(name)
    page.locator("input[name=hotelCode]").fill("BON")
    page.locator("#save").click()
    saved(page)
    expect(page.locator("#settings")).to_contain_text(name)
    assert any(method["name"] == name for method in house.api.get("/payment-methods")["paymentMethods"])


def test_the_gateway_says_what_is_wrong_and_works_again(house):
    page = house.signed_in("administrator")
    open_section(house, page, "gateway")
    page.locator("#settings a").first.click()
    house.arrive(page, "settings")
    port = page.locator("input[name=port]").input_value()
    page.locator("#test").click()
    expect(page.locator("#link-test")).to_have_class("card verdict ok", timeout=20_000)
    house.window.picture(page, "configuration-test-good")
    page.locator("input[name=port]").fill("1")
    page.locator("#save").click()
    saved(page)
    page.locator("#test").click()
    expect(page.locator("#link-test")).to_have_class("card verdict no", timeout=20_000)
    house.window.picture(page, "configuration-test-bad")
    go(house, page, "/hotel/help", "help")
    expect(page.locator("details[data-fault=unreachable]")).to_have_attribute("open", "")
    house.window.picture(page, "help-unreachable")
    go(house, page, "/configuration/settings/gateway/gateway", "settings")
    page.locator("input[name=port]").fill(port)
    page.locator("#save").click()
    saved(page)
    house.wait_for_the_link()
    assert house.api.get("/hotel-link")["phase"] == "alive"


def test_the_whole_goes_out_as_a_file_and_comes_in_again(house):
    page = house.signed_in("administrator")
    go(house, page, "/configuration/file", "settings")
    with page.expect_download() as download:
        page.locator("#export").click()
    path = download.value.path()
    page.locator("#import-file").set_input_files({"name": "bad.json", "mimeType": "application/json", "buffer": b"{}"})
    page.locator("#load").click()
    expect(page.locator("#import-problem")).to_contain_text("property")
    page.locator("#import-file").set_input_files(path)
    page.locator("#load").click()
    saved(page)
    house.wait_for_the_link()


@for_each(language=["fr", "en"])
def test_an_article_is_added_and_sold(house):
    page = house.signed_in("administrator")
    open_section(house, page, "articles")
    page.locator("#add").click()
    house.arrive(page, "settings")
    code = {"fr": "901", "en": "902"}[house.window.language]
    page.locator("input[name=code]").fill(code)
    page.locator("input[name=nameFR]").fill(f"Tarte {code}")
    page.locator("input[name=nameEN]").fill(f"Tart {code}")
    page.locator("input[name=price]").fill("abc")
    page.locator("#save").click()
    expect(page.locator("#problem")).to_be_visible()
    page.locator("input[name=price]").fill({"fr": "7,90", "en": "7.90"}[house.window.language])
    page.locator("#save").click()
    saved(page)
    name = {"fr": f"Tarte {code}", "en": f"Tart {code}"}[house.window.language]
    expect(page.locator("#settings")).to_contain_text(name)
    article = next(item for item in house.api.menu()["items"] if str(item["code"]) == code)
    assert article["price"] == 790

    table = house.free_table()
    go(house, page, "/floor", "floor")
    house.open_table(page, table)
    house.tap_article(page, article)
    house.wait_until_saved(page)
    expect(page.locator("#lines")).to_contain_text(name)
    assert house.api.check(house.check_id(page))["total"] == 790


def test_S1_12_a_device_is_told_which_till_it_is(house):
    page = house.signed_in("administrator")
    open_section(house, page, "tills")
    page.locator("#add").click()
    house.arrive(page, "settings")
    page.locator("input[name=number]").fill("7")
    page.locator("input[name=name]").fill("Terrasse")
    for tick in page.locator("input[name^=method-]").all():
        tick.uncheck()
    page.locator("#save").click()
    expect(page.locator("#problem")).to_be_visible()
    cash = next(method for method in house.api.get("/payment-methods")["paymentMethods"] if method["kind"] == "cash")
    for tick in page.locator("input[name^=method-]").all():
        tick.set_checked(tick.get_attribute("name") == f"method-{cash['id']}")
    page.locator("#save").click()
    saved(page)

    manager = house.signed_in("manager")
    manager.locator("#cashier").click()
    manager.locator("#to-till").click()
    house.arrive(manager, "till")
    choice = manager.locator("[data-till]").filter(has_text="Terrasse")
    expect(choice).to_contain_text(cash["name"])
    house.window.picture(manager, "till")
    choice.click()
    house.arrive(manager, "floor")
    go(house, manager, "/till", "till")
    expect(manager.locator("[data-till]").filter(has_text="Terrasse")).to_have_attribute("aria-pressed", "true")

    # What is opened on that till is paid by its methods only.
    go(house, manager, "/floor", "floor")
    table = house.free_table()
    house.open_table(manager, table)
    house.tap_article(manager, house.cheap_articles(1)[0])
    house.wait_until_saved(manager)
    manager.locator("#pay").click()
    house.arrive(manager, "pay")
    expect(manager.locator(".methods [data-method-kind]")).to_have_count(1)
    expect(manager.locator(".methods .to-room")).to_have_count(0)

    # And it can be no particular till again.
    go(house, manager, "/till", "till")
    manager.locator("[name=till][value='']").click()
    house.arrive(manager, "floor")
    go(house, manager, "/till", "till")
    expect(manager.locator("[name=till][value='']")).to_have_attribute("aria-pressed", "true")


def pages(house, page):
    """Every page of the back office, and help."""
    go(house, page, "/configuration", "configuration")
    yield "configuration"
    links = [link.get_attribute("href") for link in page.locator("a.setting-card").all()]
    for href in links:
        page.goto(house.demo.till + href)
        house.arrive(page, "settings")
        name = href.removeprefix("/configuration/").replace("/", "-")
        yield name
        rows = page.locator("#settings a")
        if rows.count():
            rows.first.click()
            house.arrive(page, "settings")
            yield name + "-change"
        page.goto(house.demo.till + href)
        if page.locator("#add").count():
            page.locator("#add").click()
            house.arrive(page, "settings")
            yield name + "-add"
    go(house, page, "/hotel/help", "help")
    yield "help"


@for_each(size=["wide", "phone"], language=["fr", "en"])
def test_the_back_office_suits_everybody(house):
    page = house.signed_in("administrator")
    faults = []
    for name in pages(house, page):
        faults += faults_of(page, name)
        house.window.picture(page, "back-" + name)
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults)
