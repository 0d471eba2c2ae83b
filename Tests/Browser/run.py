#!/usr/bin/env python3
"""The till in a real browser: starts `ardoise demo`, drives Chromium, ends with `N passed, N failed`.

run.py [PATTERN] [--ardoise PATH]: PATTERN picks tests by words of their names, e.g. `keyboard` or `main*phone*en`.
"""

import argparse
import sys

from demo import Demo
from runner import ROOT, groups, run_all


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pattern", nargs="?", default="")
    parser.add_argument("--ardoise", default=str(ROOT / ".build/debug/ardoise"))
    arguments = parser.parse_args()

    passed, failed = 0, 0
    for group in groups(arguments.pattern):
        with Demo(arguments.ardoise) as demo:
            now_passed, now_failed = run_all(demo, group)
            stopped = demo.stop()
        passed, failed = passed + now_passed, failed + now_failed
        if not stopped:
            print(f"FAILED  the demo did not end within its limit or not with code 0; its log: {demo.log_path}")
            failed += 1
    if passed + failed == 0:
        print(f"No test fits `{arguments.pattern}`.")
        failed = 1
    print(f"Browser tests: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
