#!/usr/bin/env python3
"""Throws requests at the simulated OPERA Cloud that Schemathesis makes from Oracle's own specifications.

usage: fuzz.py SPECS-FOLDER ADDRESS TOKEN EXAMPLES
The program running this is one that has `schemathesis` (`scripts/setup fuzz` installs it). Paths lead to the simulated house and to people
in it, or most requests would end at the door. What must not be: an answer of 500 and above, or a connection that breaks. Prints what
Schemathesis found; the exit status is not 0 if it found anything.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

KNOWN = {
    "getBusinessDate", "getOperaHotelContext", "getHotelReservations", "searchHotelReservations", "getReservation", "getPaymentMethods",
    "postBillingCharges", "postChargesAndPayments", "getFinancialPostings", "calculatePosting", "postGuestCheckDetails",
}
PLACES = {"hotelId": ["REMPARTS"], "reservationId": ["20401", "20402", "10201", "900001"], "transactionCode": ["2010", "2900", "1"]}
APP_KEY = "0f4c1a52-6d5e-4b7a-9c1f-3e2d1b0a9f88"


def narrowed(spec):
    """The operations that the house knows, with their paths leading to it; headers are given to Schemathesis apart."""
    for path, methods in list(spec["paths"].items()):
        for method, operation in list(methods.items()):
            known = operation.get("operationId") in KNOWN
            if operation.get("operationId") == "getTransactionCodes" and spec["basePath"] == "/csh/v1":
                known = True
            if operation.get("operationId") == "getPaymentMethods" and spec["basePath"] != "/rsv/v1":
                known = False
            if not known:
                del methods[method]
                continue
            kept = []
            for parameter in operation.get("parameters", []):
                whole = spec["parameters"][parameter["$ref"].split("/")[-1]] if "$ref" in parameter else dict(parameter)
                if whole["in"] == "header":
                    continue
                if whole["in"] == "path" and whole["name"] in PLACES:
                    whole = {**whole, "enum": PLACES[whole["name"]]}
                kept.append(whole)
            operation["parameters"] = kept
            operation.pop("security", None)
        if not methods:
            del spec["paths"][path]
    spec.pop("security", None)
    return spec


def main():
    specs, address, token, examples = sys.argv[1:5]
    worst = 0
    seen = set()
    for file in sorted(pathlib.Path(specs).glob("*.json")):
        spec = narrowed(json.loads(file.read_text()))
        mine = {(spec["basePath"], path) for path in spec["paths"]}
        if not mine or mine <= seen:
            continue
        seen |= mine
        with tempfile.TemporaryDirectory() as folder:
            narrow = pathlib.Path(folder) / file.name
            narrow.write_text(json.dumps(spec))
            command = [
                str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", str(narrow), "--url", address + spec["basePath"],
                "--header", f"Authorization: Bearer {token}", "--header", f"x-app-key: {APP_KEY}", "--header", "x-hotelid: REMPARTS",
                "--checks", "not_a_server_error", "--max-examples", examples, "--phases", "examples,coverage,fuzzing",
                "--generation-database", "none", "--seed", "7", "--no-color", "--request-timeout", "20",
            ]
            run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
            print(f"== {file.name}: {len(mine)} paths, exit status {run.returncode}")
            print("\n".join(run.stdout.splitlines()[-25:]))
            if run.returncode:
                print(run.stdout[-6000:], run.stderr[-2000:])
                worst = 1
    return worst


sys.exit(main())
