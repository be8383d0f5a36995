"""A headless Chromium for the checks of pages: driven by the DevTools protocol over two pipes, so nothing has to be installed but itself."""
import fcntl
import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 900.0  # seconds for one answer of the browser, on a busy machine too
FONT = "Noto Sans CJK SC"
NOTICED = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Network.requestWillBeSent"}


def fail(message: str) -> None:
    print(f"recap: {message}", file=sys.stderr)
    sys.exit(2)


class Browser:
    """A headless Chromium, driven by the DevTools protocol over two pipes."""

    def __init__(self) -> None:
        names = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
        program = next((path for name in names if name and (path := shutil.which(name))), None)
        if program is None:
            fail("Chromium is missing; run: scripts/install-browser")
        self.folder = tempfile.TemporaryDirectory(prefix="recap-browser-", ignore_cleanup_errors=True)
        self.log = Path(self.folder.name, "log.txt")
        self.received = b""
        self.events: list[dict] = []
        # What pages said on their console and asked the network for, in order.
        self.noticed: list[dict] = []
        self.calls = 0
        # The browser reads commands from its descriptor 3 and writes answers to its descriptor 4.
        commands, self.commands = high_pipe()
        self.answers, answers = high_pipe()
        arguments = [
            program, "--headless", "--remote-debugging-pipe", f"--user-data-dir={self.folder.name}/profile",
            "--hide-scrollbars", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-default-apps", "--disable-extensions", "--disable-sync",
            "--force-device-scale-factor=1", "--disable-dev-shm-usage",
        ]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")  # It refuses to run as root with one.
        self.process = os.posix_spawn(program, [*arguments, "about:blank"], os.environ, setpgroup=0, file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(self.log), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
            (os.POSIX_SPAWN_DUP2, commands, 3),
            (os.POSIX_SPAWN_DUP2, answers, 4),
        ])
        os.close(commands)
        os.close(answers)

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.commands)  # The browser ends when nobody commands it any more.
        deadline = time.monotonic() + 5
        while os.waitpid(self.process, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                os.killpg(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
                break
            time.sleep(0.02)
        os.close(self.answers)
        self.folder.cleanup()

    def receive(self) -> dict:
        """The browser's next message."""
        while b"\0" not in self.received:
            ready, _, _ = select.select([self.answers], [], [], PATIENCE)
            part = os.read(self.answers, 1 << 20) if ready else b""
            if not part:
                print(self.log.read_text(errors="replace")[-2000:], file=sys.stderr)
                fail("Chromium ended" if ready else f"Chromium gave no answer in {PATIENCE:.0f} seconds")
            self.received += part
        text, self.received = self.received.split(b"\0", 1)
        message = json.loads(text)
        if message.get("method") in NOTICED:
            self.noticed.append(message)
        return message

    def call(self, method: str, session: str | None = None, **parameters: object) -> dict:
        """The result of a command; events that arrive meanwhile are kept."""
        self.calls += 1
        command = {"id": self.calls, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        rest = json.dumps(command).encode() + b"\0"
        try:
            while rest:
                rest = rest[os.write(self.commands, rest):]
        except BrokenPipeError:
            print(self.log.read_text(errors="replace")[-2000:], file=sys.stderr)
            fail("Chromium ended")
        while True:
            message = self.receive()
            if message.get("id") == self.calls:
                if "error" in message:
                    fail(f"{method}: {message['error'].get('message')}")
                return message["result"]
            if "method" in message:
                self.events.append(message)

    def wait_for_load(self, session: str, loader: str) -> None:
        while True:
            while self.events:
                event = self.events.pop(0)
                values = event.get("params", {})
                if (event["method"] == "Page.lifecycleEvent" and event.get("sessionId") == session
                        and values["loaderId"] == loader and values["name"] == "load"):
                    return
            message = self.receive()
            if "method" in message:
                self.events.append(message)

    def open(self) -> str:
        """A new page's session."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable", session)
        self.call("Page.setLifecycleEventsEnabled", session, enabled=True)
        return session

    def navigate(self, session: str, address: str) -> None:
        answer = self.call("Page.navigate", session, url=address)
        if answer.get("errorText"):
            fail(f"{address}: {answer['errorText']}")
        self.wait_for_load(session, answer["loaderId"])

    def evaluate(self, session: str, expression: str) -> dict:
        answer = self.call("Runtime.evaluate", session, expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            fail(answer["exceptionDetails"].get("exception", {}).get("description", "an exception in the page"))
        return answer["result"].get("value")

    def check_font(self, session: str) -> None:
        """Measures of Chinese text in a font that happens to be there would say nothing."""
        probe = f"<p lang='zh-Hans' style='font-family:\"{FONT}\"'>%E9%94%80%E5%94%AE</p>"
        self.navigate(session, f"data:text/html,{probe}")
        self.call("DOM.enable", session)
        self.call("CSS.enable", session)
        root = self.call("DOM.getDocument", session)["root"]["nodeId"]
        node = self.call("DOM.querySelector", session, nodeId=root, selector="p")["nodeId"]
        fonts = [font["familyName"] for font in self.call("CSS.getPlatformFontsForNode", session, nodeId=node)["fonts"]]
        self.call("CSS.disable", session)
        self.call("DOM.disable", session)
        if fonts != [FONT]:
            fail(f"the font {FONT} is missing; run: scripts/install-browser")


def high_pipe() -> tuple[int, int]:
    """A pipe's two ends, out of the way of the descriptors that the browser's ends must have."""
    ends = os.pipe()
    moved = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends]
    for end in ends:
        os.close(end)
    return moved[0], moved[1]
