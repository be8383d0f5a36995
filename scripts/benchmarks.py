"""What the benchmarks share: commands measured from outside, rounds in which all take their turn, tables to paste into the documentation."""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

PLACE = Path(".recap/bench").resolve()
SOURCES = Path("Tests/bench-pages")
ENGINE = Path(".recap/bin").resolve()
Name = TypeVar("Name")


class Measured(NamedTuple):
    """One run of a command. The memory is the most of all of its processes together."""

    seconds: float
    megabytes: float


def fail(message: str) -> None:
    print(f"recap: {message}", file=sys.stderr)
    sys.exit(1)


def say(message: str) -> None:
    """What goes on, beside the tables on standard output."""
    print(f"recap: {message}", file=sys.stderr, flush=True)


def compiled(name: str, *flags: str) -> Path:
    """A program of one C file, compiled where its source is newer."""
    source, program = SOURCES / f"{name}.c", PLACE / name
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        compiler = shutil.which("cc") or shutil.which("clang") or fail("no C compiler; run: apt-get install gcc")
        PLACE.mkdir(parents=True, exist_ok=True)
        subprocess.run([compiler, "-O2", "-Wall", "-Werror", "-pthread", "-o", program, source, *flags], check=True)
    return program


def library(name: str) -> list[str]:
    """The compiler's flags for a system library."""
    return subprocess.run(["pkg-config", "--cflags", "--libs", name], check=True, capture_output=True, text=True).stdout.split()


def workplace(chosen: str | None = None) -> tempfile.TemporaryDirectory:
    """A folder in memory where there is room, so that programs are compared and not how busy a disk is; else where TMPDIR says."""
    memory = Path("/dev/shm")
    has_room = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 3 << 30
    return tempfile.TemporaryDirectory(prefix="recap-bench-", dir=chosen or (memory if has_room else None))


def options(description: str, runs: int) -> argparse.ArgumentParser:
    """What each benchmark can be told."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="a release build of Recap")
    parser.add_argument("--runs", type=int, default=runs, help=f"rounds; {runs} unless given")
    parser.add_argument("--place", help="the folder to work in; in memory unless given")
    return parser


def descendants(process: int) -> list[int]:
    try:
        children = [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []
    return children + [each for child in children for each in descendants(child)]


class Memory(threading.Thread):
    """Watches a process's descendants, fifty times a second, and keeps the most memory that each of them took."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.most, self.ended = process, {}, threading.Event()
        self.start()

    def run(self) -> None:
        while not self.ended.wait(0.02):
            for each in descendants(self.process):
                try:
                    lines = Path(f"/proc/{each}/status").read_text().splitlines()
                except OSError:
                    continue
                for line in lines:
                    if line.startswith("VmHWM:"):
                        self.most[each] = int(line.split()[1])

    def kilobytes(self) -> int:
        self.ended.set()
        self.join()
        return sum(self.most.values())


def measure(*command: str | Path, folder: str | Path = ".", quiet: bool = True) -> Measured:
    """Runs a command, which must succeed."""
    launcher = compiled("measure")
    with tempfile.NamedTemporaryFile("r") as report:
        environment = {**os.environ, "PATH": f"{ENGINE}:{os.environ['PATH']}"}
        output = subprocess.DEVNULL if quiet else None
        process = subprocess.Popen([launcher, report.name, *command], cwd=folder, env=environment, stdout=output)
        memory = Memory(process.pid)
        code = process.wait()
        together = memory.kilobytes()
        seconds, largest, status = report.read().split() if code == 0 else ("0", "0", code)
    if int(status) != 0:
        fail(f"exit status {status} of: {' '.join(map(str, command))}")
    return Measured(float(seconds), max(int(largest), together) / 1024)


def rounds(contestants: dict[Name, Callable[[], Measured]], runs: int) -> dict[Name, list[Measured]]:
    """Lets all run once unmeasured, then `runs` times in turn, each round beginning with another: noise strikes all alike."""
    names = list(contestants)
    results: dict[Name, list[Measured]] = {name: [] for name in names}
    for round_ in range(-1, runs):
        first = round_ % len(names)
        for name in names[first:] + names[:first]:
            result = contestants[name]()
            if round_ >= 0:
                results[name].append(result)
    return results


def seconds(results: list[Measured]) -> str:
    """The median and the fastest."""
    times = [each.seconds for each in results]
    median, fastest = statistics.median(times), min(times)
    if fastest >= 1:
        return f"{median:.2f} s ({fastest:.2f})"
    digits = 0 if fastest >= 0.1 else 1
    return f"{1000 * median:.{digits}f} ms ({1000 * fastest:.{digits}f})"


def megabytes(results: list[Measured]) -> str:
    return f"{max(each.megabytes for each in results):.0f} MB"


def ratio(over: list[Measured], under: list[Measured]) -> str:
    """The median of the rounds' ratios: both of a round ran within the same moments."""
    return f"{statistics.median(a.seconds / b.seconds for a, b in zip(over, under)):.2f}"


def table(head: list[str], rows: list[list[str]]) -> None:
    """Prints a Markdown table."""
    for row in [head, ["---", *["---:"] * (len(head) - 1)], *rows]:
        print("| " + " | ".join(row) + " |", flush=True)


def machine() -> str:
    """What the numbers were measured on: cores and processor."""
    names = [line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return f"{os.cpu_count()} cores{f' of {names[0]}' if names else ''}"
