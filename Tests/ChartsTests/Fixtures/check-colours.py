#!/usr/bin/env python3
"""Measure Palette.swift's promises; exit 1 where one is broken. scripts/test-colours runs it.

Distances are Euclidean in CAM02-UCS. Dichromat vision is Machado, Oliveira and Fernandes 2009 at severity 1.0, clipped to sRGB.
Contrast is WCAG 2.2's; L* is CIELAB's.
"""

import itertools
import re
import sys
from pathlib import Path

import colorspacious
import numpy as np
from colorspacious import cspace_convert

PALETTE = Path(__file__).resolve().parents[3] / "Sources/Charts/Style/Palette.swift"
PAPERS = {"light": ["#ffffff", "#fffefa"], "dark": ["#16181d"]}
INKS = ["#ffffff", "#16181d"]
VISIONS = {"normal": None, "protan": "protanomaly", "deutan": "deuteranomaly", "tritan": "tritanomaly"}
failures = 0


def check(name, value, least=None, most=None):
    global failures
    good = (least is None or value >= least) and (most is None or value <= most)
    failures += not good
    bounds = " ".join(f"{sign} {bound}" for sign, bound in (("≥", least), ("≤", most)) if bound is not None)
    print(f"{'ok  ' if good else 'FAIL'} {name}: {value:.2f} ({bounds})")


def rgb(colour):
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def luminance(colour):
    value = rgb(colour)
    return float(np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722])


def contrast(one, other):
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def lightness(colour):
    return float(cspace_convert(rgb(colour), "sRGB1", "CIELab")[0])


def seen(colour, vision):
    value = rgb(colour)
    if VISIONS[vision]:
        space = {"name": "sRGB1+CVD", "cvd_type": VISIONS[vision], "severity": 100}
        value = np.clip(cspace_convert(value, space, "sRGB1"), 0, 1)
    return cspace_convert(value, "sRGB1", "CAM02-UCS")


def distance(one, other, vision):
    return float(np.linalg.norm(seen(one, vision) - seen(other, vision)))


def least_distance(pairs, vision):
    return min(distance(one, other, vision) for one, other in pairs)


def hue(colour):
    _, a, b = seen(colour, "normal")
    return float(np.degrees(np.arctan2(b, a)))


def palette():
    """{name: {light or dark: [hex, ...]}}, in the file's order."""
    declarations = re.split(r"\n    static let ", PALETTE.read_text())[1:]
    found = {}
    for text in declarations:
        light, dark = re.split(r"\bdark:", text, maxsplit=1)
        found[text.split()[0]] = {"light": re.findall(r"#[0-9a-f]{6}", light), "dark": re.findall(r"#[0-9a-f]{6}", dark)}
    return found


def check_categorical(colours, mode):
    check(f"{mode} categories", len(colours), 8, 8)
    check(f"{mode} categories on paper", min(contrast(c, p) for c in colours for p in PAPERS[mode]), 3)
    for vision in VISIONS:
        check(f"{mode} categories, all eight, {vision}", least_distance(itertools.combinations(colours, 2), vision), 12)
        check(f"{mode} categories, first five, {vision}", least_distance(itertools.combinations(colours[:5], 2), vision), 15)
    levels = [lightness(c) for c in colours]
    check(f"{mode} categories, neighbours' L*", min(abs(a - b) for a, b in itertools.pairwise(levels)), 8)
    if mode == "dark":
        check("dark first category's L*, not glaring", levels[0], most=70)


def check_ramp(name, colours, mode):
    check(f"{mode} {name} steps", len(colours), 9, 9)
    check(f"{mode} {name}, text", min(max(contrast(c, ink) for ink in INKS) for c in colours), 4.5)
    for vision in VISIONS:
        check(f"{mode} {name}, neighbours, {vision}", least_distance(itertools.pairwise(colours), vision), 7)


def check_sequential(colours, mode, first):
    sign = -1 if mode == "light" else 1
    # Even in L*; J' bends a little against it.
    for scale, levels, slack in (("L*", [lightness(c) for c in colours], 1), ("J'", [seen(c, "normal")[0] for c in colours], 2)):
        steps = [sign * (b - a) for a, b in itertools.pairwise(levels)]
        check(f"{mode} sequential, least step of {scale}", min(steps), 7.5)
        check(f"{mode} sequential, unevenness of {scale}", max(steps) - min(steps), most=slack)
    check(f"{mode} sequential, hue off the first category", max(abs(hue(c) - hue(first)) for c in colours), most=8)


def check_diverging(colours, mode):
    sign = 1 if mode == "light" else -1
    levels = [lightness(c) for c in colours]
    check(f"{mode} diverging, least step of L*", min(sign * (b - a) for a, b in itertools.pairwise(levels[:5])), 10)
    check(f"{mode} diverging, asymmetry of L*", max(abs(a - b) for a, b in zip(levels, levels[::-1])), most=1)
    check(f"{mode} diverging, middle's chroma", float(np.hypot(*seen(colours[4], "normal")[1:])), most=5)
    for vision in VISIONS:
        check(f"{mode} diverging, opposite steps, {vision}", least_distance(list(zip(colours, colours[::-1]))[:4], vision), 15)


def check_roles(colours, mode):
    check(f"{mode} roles on paper", min(contrast(c, p) for c in colours for p in PAPERS[mode]), 4.5)
    for vision in VISIONS:
        check(f"{mode} good and bad, {vision}", distance(colours[0], colours[1], vision), 30)
        check(f"{mode} roles, {vision}", least_distance(itertools.combinations(colours, 2), vision), 15)
    check(f"{mode} good and bad, L*", abs(lightness(colours[0]) - lightness(colours[1])), 8)


def main():
    print(f"colorspacious {colorspacious.__version__}, numpy {np.__version__}")
    found = palette()
    for mode in PAPERS:
        categories = found["categorical"][mode]
        check_categorical(categories, mode)
        check_ramp("sequential", found["sequential"][mode], mode)
        check_sequential(found["sequential"][mode], mode, categories[0])
        check_ramp("diverging", found["diverging"][mode], mode)
        check_diverging(found["diverging"][mode], mode)
        check_roles([found[role][mode][0] for role in ("good", "bad", "neutral")], mode)
    print(f"{failures} failed")
    sys.exit(failures > 0)


main()
