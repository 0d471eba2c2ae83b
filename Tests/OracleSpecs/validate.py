#!/usr/bin/env python3
"""Validates what passed between the OPERA Cloud line and the simulated OPERA Cloud against Oracle's own specifications.

usage: validate.py SPECS-FOLDER LOG.json
The log is a list of {method, target, headers, status, request, answer} (`OHIPLogEntry`). The schemas are checked by `jsonschema`; members
that a schema does not know are refused in both directions. The only thing that is let pass is the length of dates: the specifications say
eight characters and show ten. Prints what is wrong; the exit status is the number of faults, at most 100.
"""
import json
import pathlib
import re
import sys
from urllib.parse import parse_qsl, urlsplit

import jsonschema

DATES = jsonschema.FormatChecker(["date"])


def load(folder):
    """Every operation: (method, pattern of its path) -> (spec, operation)."""
    operations = {}
    for file in sorted(pathlib.Path(folder).glob("*.json")):
        spec = json.loads(file.read_text())
        free_dates(spec)
        for path, methods in spec["paths"].items():
            pattern = re.sub(r"\\\{[^/]+?\\\}", "[^/]+", re.escape(spec["basePath"] + path))
            for method, operation in methods.items():
                if isinstance(operation, dict) and "operationId" in operation:
                    operations.setdefault((method.upper(), pattern), (spec, operation))
    return operations


def free_dates(node):
    """Takes the length off dates, everywhere."""
    if isinstance(node, dict):
        if node.get("format") == "date":
            node.pop("maxLength", None)
        for value in node.values():
            free_dates(value)
    elif isinstance(node, list):
        for value in node:
            free_dates(value)


def resolved(spec, node):
    while "$ref" in node:
        kind, name = node["$ref"].split("/")[-2:]
        node = spec[kind][name]
    return node


def strangers(spec, schema, value, place="$"):
    """Members that the schema does not know."""
    schema = resolved(spec, schema)
    parts = [schema] + [resolved(spec, part) for part in schema.get("allOf", [])]
    if isinstance(value, list):
        items = next((part["items"] for part in parts if "items" in part), None)
        for index, entry in enumerate(value):
            if items is not None:
                yield from strangers(spec, items, entry, f"{place}[{index}]")
    elif isinstance(value, dict):
        known = members(spec, schema)
        for name, entry in value.items():
            if name not in known:
                yield f"{place}.{name} is unknown"
            else:
                yield from strangers(spec, known[name], entry, f"{place}.{name}")


def members(spec, schema):
    schema = resolved(spec, schema)
    known = dict(schema.get("properties", {}))
    for part in schema.get("allOf", []):
        known.update(members(spec, part))
    return known


def body_faults(spec, schema, text, what):
    try:
        value = json.loads(text)
    except ValueError:
        yield f"{what} is no JSON"
        return
    whole = {"definitions": spec["definitions"], "allOf": [schema]}
    for error in jsonschema.Draft4Validator(whole, format_checker=DATES).iter_errors(value):
        yield f"{what} {'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"
    for stranger in strangers(spec, schema, value):
        yield f"{what} {stranger}"


def parameter_faults(spec, operation, entry):
    query = parse_qsl(urlsplit(entry["target"]).query, keep_blank_values=True)
    parameters = [resolved(spec, parameter) for parameter in operation.get("parameters", [])]
    by_name = {parameter["name"]: parameter for parameter in parameters if parameter["in"] == "query"}
    for name, value in query:
        parameter = by_name.get(name)
        if parameter is None:
            yield f"query {name} is unknown"
            continue
        if parameter["type"] == "array":
            parameter = resolved(spec, parameter["items"])
        elif sum(1 for other, _ in query if other == name) > 1:
            yield f"query {name} stands twice"
        schema = {key: parameter[key] for key in ("type", "enum", "format", "pattern", "maxLength", "maximum") if key in parameter}
        if schema.get("type") in ("integer", "number"):
            value = float(value) if re.fullmatch(r"-?\d+\.\d+", value) else int(value) if value.isdigit() else value
        elif schema.get("type") == "boolean":
            value = {"true": True, "false": False}.get(value, value)
        for error in jsonschema.Draft4Validator(schema, format_checker=DATES).iter_errors(value):
            yield f"query {name}: {error.message}"
    for parameter in parameters:
        if not parameter.get("required"):
            continue
        if parameter["in"] == "query" and parameter["name"] not in dict(query):
            yield f"query {parameter['name']} is missing"
        if parameter["in"] == "header" and parameter["name"].lower() not in entry["headers"]:
            yield f"header {parameter['name']} is missing"
        if parameter["in"] == "body" and not entry["request"]:
            yield "the body is missing"


def is_form(spec, operation):
    return any(resolved(spec, parameter)["in"] == "formData" for parameter in operation.get("parameters", []))


def form_faults(spec, operation, entry):
    """A form such as that of a token: the log hides what is secret of it, never a name."""
    fields = dict(parse_qsl(entry["request"], keep_blank_values=True))
    known = {p["name"]: p for p in (resolved(spec, p) for p in operation["parameters"]) if p["in"] == "formData"}
    for name, value in fields.items():
        if name not in known:
            yield f"form {name} is unknown"
        elif value not in known[name].get("enum", [value]):
            yield f"form {name}: {value}"
    for name, parameter in known.items():
        if parameter.get("required") and name not in fields:
            yield f"form {name} is missing"


def faults(operations, entry):
    path = urlsplit(entry["target"]).path
    if entry["status"] == 0:
        return
    found = [value for (method, pattern), value in operations.items() if method == entry["method"] and re.fullmatch(pattern, path)]
    if not found:
        yield "no operation of Oracle's"
        return
    spec, operation = found[0]
    yield from parameter_faults(spec, operation, entry)
    body = next((p for p in (resolved(spec, p) for p in operation.get("parameters", [])) if p["in"] == "body"), None)
    if is_form(spec, operation):
        yield from form_faults(spec, operation, entry)
    elif entry["request"] and body is None:
        yield "a body where none belongs"
    elif entry["request"] and body is not None:
        yield from body_faults(spec, body["schema"], entry["request"], "request")
    status = str(entry["status"])
    answer = operation["responses"].get(status)
    if answer is None:
        # Gateways answer what no specification declares.
        if status != "429":
            yield f"status {status} is not declared"
        return
    schema = resolved(spec, answer).get("schema")
    if entry["answer"] and schema is not None:
        yield from body_faults(spec, schema, entry["answer"], "answer")
    elif status in ("200", "201") and schema is not None and not entry["answer"]:
        yield "the answer has no body"


def main():
    operations = load(sys.argv[1])
    log = json.loads(pathlib.Path(sys.argv[2]).read_text())
    count = 0
    seen = set()
    for entry in log:
        for fault in faults(operations, entry):
            count += 1
            line = f"{entry['method']} {urlsplit(entry['target']).path} {entry['status']}: {fault}"
            if line not in seen:
                seen.add(line)
                print(line)
    print(f"{len(log)} exchanges, {count} faults")
    return min(count, 100)


sys.exit(main())
