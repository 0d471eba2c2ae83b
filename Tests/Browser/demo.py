"""`ardoise demo` as a process: started on free ports, found through its ready file, stopped politely."""

import json
import signal
import subprocess
import tempfile
import time
from pathlib import Path

START_LIMIT_S = 30
STOP_LIMIT_S = 15
ANSWER_S = 4
QUIET_S = 5


class Demo:
    def __init__(self, ardoise):
        self.ardoise = ardoise

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="ardoise-browser-"))
        self.log_path = self.folder / "demo.log"
        ready_file = self.folder / "ready.json"
        command = [self.ardoise, "demo", "--port", "0", "--reception-port", "0", "--ready-file", str(ready_file)]
        # Doubts are waited for: seconds instead of the minute that a hotel has.
        command += ["--answer-seconds", str(ANSWER_S), "--quiet-seconds", str(QUIET_S)]
        self.process = subprocess.Popen(command, stdout=self.log_path.open("w"), stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        limit = time.monotonic() + START_LIMIT_S
        while not ready_file.exists():
            if self.process.poll() is not None or time.monotonic() > limit:
                self.stop()
                raise SystemExit(f"`{' '.join(command)}` did not become ready:\n{self.log_path.read_text()}")
            time.sleep(0.05)
        self._read(json.loads(ready_file.read_text()))
        return self

    def _read(self, ready):
        self.till = ready["till"].rstrip("/")
        self.reception = ready["reception"].rstrip("/")
        self.raccoon = ready["roomRaccoon"]
        self.staff = ready["staff"]

    def pin(self, role):
        """The PIN of the first member of staff with that role: waiter, manager or administrator."""
        return next(person["pin"] for person in self.staff if person["role"] == role)

    def stop(self):
        """Asks the demo to end. True if it did so in time and with code 0."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(STOP_LIMIT_S) == 0
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return False

    def __exit__(self, *_):
        self.stop()
