"""A real Chromium without a window, Debian's own, as a judge of pages; the network ends at us."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".png": "image/png",
    ".wasm": "application/wasm",
}
ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


def what_is_missing() -> str:
    """Return what to say when there is no Chromium, or nothing."""
    return "" if shutil.which("chromium") else "Chromium is missing"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a Chromium that reaches this machine alone, and end it."""
    with sync_playwright() as playwright:
        options = ("--no-sandbox", "--disable-background-networking", ONLY_HERE)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(options)
        )
        try:
            yield browser
        finally:
            browser.close()


class Server(ThreadingHTTPServer):
    """A server of files in memory, with a Content-Security-Policy as its header."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: Mapping[str, bytes] = {}
        self.policy = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def server() -> Iterator[Server]:
    """Serve files on a free port of this machine; they may be named once it runs."""
    with Server() as started:
        thread = Thread(target=started.serve_forever, daemon=True)
        thread.start()
        try:
            yield started
        finally:
            started.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name = urlsplit(self.path).path.removeprefix("/")
        content = self.server.files.get(name)
        self.send_response(404 if content is None else 200)
        self.send_header("Content-Type", TYPES.get(PurePosixPath(name).suffix, "text/plain"))
        self.send_header("Content-Security-Policy", self.server.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, *_words):
        """Say nothing."""
