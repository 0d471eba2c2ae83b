#!/usr/bin/env python3
"""The till in a real browser: starts `ardoise demo`, drives Chromium, ends with `N passed, N failed`.

run.py [PATTERN] [--ardoise PATH] [--jobs N]: PATTERN picks tests by words of their names, e.g. `keyboard` or `main*phone*en`.
Each file of tests has a demo of its own; N files are at work at a time.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor

from demo import Demo
from runner import ROOT, files, run_all

# Tests wait for clocks more than they calculate: more of them than cores.
JOBS = 4


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pattern", nargs="?", default="")
    parser.add_argument("--ardoise", default=str(ROOT / ".build/debug/ardoise"))
    parser.add_argument("--jobs", type=int, default=JOBS)
    arguments = parser.parse_args()

    with ThreadPoolExecutor(arguments.jobs) as pool:
        results = list(pool.map(lambda tests: run_file(arguments.ardoise, tests), files(arguments.pattern)))
    passed, failed = sum(result[0] for result in results), sum(result[1] for result in results)
    if passed + failed == 0:
        print(f"No test fits `{arguments.pattern}`.")
        failed = 1
    print(f"Browser tests: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def run_file(ardoise, tests):
    """Runs the tests of one file on a demo of theirs; returns how many passed and how many failed."""
    with Demo(ardoise) as demo:
        passed, failed = run_all(demo, tests)
        if demo.stop():
            return passed, failed
    print(f"FAILED  the demo did not end within its limit or not with code 0; its log: {demo.log_path}", flush=True)
    return passed, failed + 1


if __name__ == "__main__":
    main()
