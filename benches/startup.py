#!/usr/bin/env python3
"""How long a program takes to show its first picture, and how much memory it takes, against another program.

    cargo build --release --bins --examples
    python3 benches/startup.py target/release/wayline target/release/examples/empty_window

Each start has a screen of its own, a fresh Xvfb drawing in software, whose picture lies in a file that costs next
to nothing to look at. The programs take turns, so that whatever else the machine does slows all of them alike.
"""

import argparse
import mmap
import os
import shlex
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WIDTH, HEIGHT = 1440, 900
PIXEL_BYTES = 4
POLL_SECS = 0.002
# Letters are higher than this many lines.
LINE_STEP = 5
PATIENCE_SECS = 60
# From the first picture until memory is read: the second and third frame.
SETTLE_SECS = 0.5


class Screen:
    """An Xvfb with its picture in reach."""

    def __init__(self, folder):
        read_end, write_end = os.pipe()
        screen = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", screen, "-fbdir", folder, "-nolisten", "tcp"]
        self.server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        if not number:
            sys.exit("Xvfb does not start")
        self.display = f":{number}"
        with open(Path(folder, "Xvfb_screen0"), "rb") as file:
            self.picture = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # The file is an X window dump: a header that tells its own length, the colour map, the pixels.
        header = struct.unpack(">25I", self.picture[:100])
        self.start = header[0] + header[19] * 12
        self.line_bytes = header[12]

    def is_blank(self):
        """Whether all of it has one colour."""
        first = self.picture[self.start : self.start + PIXEL_BYTES] * WIDTH
        for line in range(0, HEIGHT, LINE_STEP):
            start = self.start + line * self.line_bytes
            if self.picture[start : start + len(first)] != first:
                return False
        return True

    def close(self):
        self.picture.close()
        end(self.server)


def end(process):
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def peak_megabytes(process):
    for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise ValueError("the system does not tell the peak of memory")


def measure(command):
    """Milliseconds until the first picture, and the most memory taken, in megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder)
        hidden = ("WAYLAND_DISPLAY", "WAYLAND_SOCKET")
        environment = {name: value for name, value in os.environ.items() if name not in hidden}
        environment |= {"DISPLAY": screen.display, "LIBGL_ALWAYS_SOFTWARE": "1"}
        begin = time.perf_counter()
        try:
            process = subprocess.Popen(
                shlex.split(command), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError as error:
            screen.close()
            sys.exit(f"cannot start `{command}`: {error.strerror}")
        try:
            while screen.is_blank():
                if process.poll() is not None:
                    sys.exit(f"`{command}` ended with status {process.returncode} before it showed anything")
                if PATIENCE_SECS < time.perf_counter() - begin:
                    sys.exit(f"`{command}` shows nothing within {PATIENCE_SECS} s")
                time.sleep(POLL_SECS)
            elapsed = time.perf_counter() - begin
            time.sleep(SETTLE_SECS)
            return elapsed * 1000, peak_megabytes(process)
        finally:
            end(process)
            screen.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("commands", nargs="+", metavar="COMMAND", help="what to start; in quotes, with its arguments")
    parser.add_argument("--runs", type=int, default=9, help="how often to start each (%(default)s)")
    arguments = parser.parse_args()
    for command in arguments.commands:
        measure(command)  # Once for the disk's cache.
    figures = {command: [] for command in arguments.commands}
    for _ in range(arguments.runs):
        for command in figures:
            figures[command].append(measure(command))
    print("first picture: median (least to most)    peak memory: median")
    for command, runs in figures.items():
        times, peaks = zip(*runs)
        spread = f"{statistics.median(times):4.0f} ms ({min(times):.0f} to {max(times):.0f})"
        print(f"{spread:<26} {statistics.median(peaks):5.0f} MB  {command}")


if __name__ == "__main__":
    main()
