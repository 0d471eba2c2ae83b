"""The JSON sides of the till and of reception, to prepare a test and to see what really happened."""

import json
import urllib.error
import urllib.request
import uuid

PATIENCE_S = 20


class Refused(Exception):
    """The server answered with a problem."""

    def __init__(self, status, problem):
        super().__init__(f"{status} {problem}")
        self.status = status
        self.code = problem.get("code")


def call(method, url, body=None, headers=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, method=method, headers={"Accept": "application/json", **(headers or {})})
    if data is not None:
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            text = answer.read()
            return json.loads(text) if text else None
    except urllib.error.HTTPError as error:
        text = error.read()
        raise Refused(error.code, json.loads(text) if text[:1] == b"{" else {"detail": text.decode(errors="replace")}) from None


class TillAPI:
    """The till's API, signed in with one PIN."""

    def __init__(self, till, pin):
        self.base = till + "/api/v1"
        token = call("POST", self.base + "/sessions", {"pin": pin})["token"]
        self.headers = {"Authorization": f"Bearer {token}", "Accept-Language": "fr"}

    def get(self, path):
        return call("GET", self.base + path, headers=self.headers)

    def post(self, path, body, key=None):
        return call("POST", self.base + path, body, {**self.headers, "Idempotency-Key": key or str(uuid.uuid4())})

    def outlet(self):
        return self.get("/outlets")["outlets"][0]["id"]

    def free_tables(self):
        tables = self.get(f"/outlets/{self.outlet()}/floor")["tables"]
        return [table for table in tables if not table.get("check")]

    def outlet_that(self, while_hotel_is_down):
        """An outlet that lets charges wait (`queue`) or refuses them (`refuse`) while the hotel is away."""
        return next(one["id"] for one in self.get("/outlets")["outlets"] if one["whileHotelIsDown"] == while_hotel_is_down)

    def guest_in(self, room):
        """Whom the hotel names in that room, as a charge wants it."""
        guest = next(one for one in self.post("/guest-searches", {"text": room})["guests"] if one["mayBeCharged"])
        return {"roomNumber": guest["roomNumber"], "reservationNumber": guest["reservationNumber"], "name": guest["name"]}

    def charge(self, check, guest, wait_ms=0):
        """Charges the whole check to a guest and answers the posting."""
        body = {"amount": check["total"], "guest": guest, "waitMs": wait_ms}
        return self.post(f"/checks/{check['id']}/room-charges", body)["posting"]

    def menu(self):
        return self.get("/menu")

    def check(self, identifier):
        return self.get(f"/checks/{identifier}")

    def check_with(self, articles, outlet=None):
        """Opens a check at the counter, without a table, and puts one of each article on it."""
        check = self.post("/checks", {"outletId": outlet or self.outlet(), "covers": 2})
        changes = [{"op": "add", "id": str(uuid.uuid4()), "menuItemId": article["id"], "quantity": 1} for article in articles]
        return self.post(f"/checks/{check['id']}/lines", {"changes": changes})

    def postings_of(self, check_id):
        return [posting for posting in self.get("/postings?state=all&limit=200")["postings"] if posting["checkId"] == check_id]


class ReceptionAPI:
    """The hotel as its own front desk sees it: the truth that the till is measured against."""

    def __init__(self, reception):
        self.base = reception

    def bookings_of_check(self, reservation, check_number):
        """What the hotel booked on the stay for this check: one number for each posting that it took, in minor units.

        A posting becomes several lines of the folio, one for each transaction code; the ledger tells which belong together."""
        return [
            entry["totalMinor"]
            for entry in call("GET", f"{self.base}/api/ledger")
            if entry["kind"] == "booked"
            and entry.get("reservation") == reservation
            and entry["details"].get("checkNumber", "").lstrip("0") == str(check_number)
        ]

    def balance(self, reservation):
        return call("GET", f"{self.base}/api/folios/{reservation}")["balanceMinor"]

    def fault(self, kind, **values):
        """Arms a fault, or lets something happen to the link at once."""
        call("POST", f"{self.base}/api/faults", {"kind": kind, **values})

    def settings(self, **values):
        """Sets up the interface: what is not named is as OPERA has it, but our reference shows on the bill."""
        call("PUT", f"{self.base}/api/settings", {"folioText": "clearText", **values})

    def calm(self):
        """Takes back every fault and every setting."""
        call("DELETE", f"{self.base}/api/faults")
        self.settings()

    def business_date(self):
        return call("GET", f"{self.base}/api/hotel")["businessDate"]

    def desk(self, reservation, action, **values):
        """Something that reception does with a stay: `check-out`, `move`, `lines`, `transfer` …"""
        call("POST", f"{self.base}/api/reservations/{reservation}/{action}", values or None)

    def free_room(self):
        """A room that nobody is in."""
        return next(room["number"] for room in call("GET", f"{self.base}/api/rooms") if not room["guests"] and not room["isDummy"])

    def lines(self, reservation):
        return call("GET", f"{self.base}/api/folios/{reservation}")["lines"]

    def day_list(self, date):
        """The hotel's own list of a day, as a file."""
        with urllib.request.urlopen(f"{self.base}/api/ledger.csv?date={date}", timeout=PATIENCE_S) as answer:
            return answer.read()

    def set_no_post(self, reservation, no_post):
        call("POST", f"{self.base}/api/reservations/{reservation}/no-post", {"noPost": no_post})
