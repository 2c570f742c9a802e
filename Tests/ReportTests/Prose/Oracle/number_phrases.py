"""Writes numbers in words with num2words, which knows nothing of Recount: one "value<TAB>phrase" a line.

Usage: number_phrases.py LANGUAGE
"""

import sys

from num2words import num2words


def sample():
    """Every number to 200, about every seventh to 9,999, and larger ones of every length."""
    numbers = set(range(0, 201)) | set(range(200, 10_000, 7))
    for power in range(3, 9):
        for factor in (1, 2, 3, 9, 10, 11, 12, 15, 20, 21, 33, 99):
            for rest in (0, 1, 2, 11, 41, 100, 203, 345, 999):
                numbers.add(factor * 10**power + rest)
    numbers |= {10_000 + (7_919 * n) % 90_000 for n in range(150)}
    numbers |= {100_000 + (104_729 * n) % 900_000 for n in range(150)}
    numbers |= {1_000_000 + (15_485_863 * n) % 999_000_000 for n in range(150)}
    # Recount adds up to 1,000,000,000.
    return sorted(number for number in numbers if number < 1_000_000_000)


def is_flawed_in_arabic(number):
    """Whether num2words 0.5.14 does not write the number in Arabic.

    A hundred and one thousand is "مائة و ألف ألف" there, "a hundred and a thousand thousand"; the same holds
    for every group of more than a hundred that ends in 01. Forms that are written by people are in
    NumberWordTests.
    """
    groups = (number // 1_000 % 1_000, number // 1_000_000 % 1_000)
    return any(group > 100 and group % 100 == 1 for group in groups)


def main():
    language = sys.argv[1]
    for number in sample():
        if language == "ar" and is_flawed_in_arabic(number):
            continue
        print(number, num2words(number, lang=language), sep="\t")


main()
