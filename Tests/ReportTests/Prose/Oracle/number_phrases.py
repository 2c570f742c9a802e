"""Writes numbers in words with num2words, which knows nothing of Recount.

Usage: number_phrases.py LANGUAGE

Prints one statement a line: the minimum, the maximum and the words, with tabs between them. Besides the phrases
of num2words there are spellings that people use, and ranges.
"""

import random
import re
import sys

from num2words import num2words


def sample():
    """Every number to 200, about every thirteenth to 9,999, and larger ones of every length."""
    numbers = set(range(0, 201)) | set(range(200, 10_000, 13))
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


def in_english(words):
    """Spellings of a phrase: with capitals, without "and", commas or hyphens, with hyphens only."""
    yield words.capitalize()
    yield words.title()
    yield words.replace(" and ", " ").replace(",", "")
    yield words.replace(",", "").replace("-", " ")
    yield words.replace("one hundred", "a hundred", 1) if words.startswith("one hundred") else words
    if "," not in words:
        yield words.replace(" ", "-")


def in_french(words):
    """Spellings of a phrase: with a capital, feminine, hyphens everywhere (1990), nowhere, as in Belgium."""
    yield words.capitalize()
    yield re.sub(r"\bun$", "une", words)
    yield words.replace(" ", "-")
    yield words.replace("-", " ")
    yield re.sub(r"\bcents\b", "cent", words)
    belgian = words
    for tens, units in (("soixante", "septante"), ("quatre-vingt", "nonante")):
        belgian = re.sub(rf"\b{tens}-dix-", f"{units}-", belgian)
        belgian = re.sub(rf"\b{tens}-dix\b", units, belgian)
    yield belgian


def in_arabic(words):
    """Spellings of a phrase: "and" on the next word, the oblique case, other letters, vowel signs, tatweel."""
    joined = words.replace(" و ", " و")
    oblique = re.sub(r"(?<!ملي)ون\b", "ين", joined)
    oblique = re.sub(r"(اثن|اثنت|مئت|ألف|مليون|مليار)ان\b", r"\1ين", oblique)
    oblique = re.sub(r"\b(اثن|اثنت)ا\b", r"\1ي", oblique)
    oblique = re.sub(r"\b(مئت|ألف|مليون)ا\b(?!ً)", r"\1ي", oblique)
    yield joined
    yield oblique
    yield joined.replace("مائة", "مئة").replace("مئت", "مائت")
    yield joined.replace("ة", "ه").replace("أ", "ا").replace("آ", "ا")
    yield oblique.replace("ألفاً", "ألفا").replace("مليوناً", "مليونا")
    yield joined.replace("لا", "لَا").replace("ث", "ثّ").replace("س", "سـ")
    feminine = [("ثلاثة", "ثلاث"), ("أربعة", "أربع"), ("خمسة", "خمس"), ("تسعة", "تسع")]
    for masculine, other in feminine:
        joined = re.sub(rf"{masculine}(?! عشر)\b", other, joined)
    yield joined


def ranges(numbers, language, chance):
    """Pairs of numbers with the words of a range between them."""
    for _ in range(1000):
        low, high = sorted(chance.sample(numbers[: chance.choice((60, 300, 1500, 3000))], 2))
        first, last = words(low, language), words(high, language)
        if language == "en":
            pattern = chance.choice(("between {} and {}", "{} to {}", "from {} up to {}"))
        elif language == "fr":
            pattern = chance.choice(("entre {} et {}", "{} à {}", "de {} à {}"))
        else:
            pattern = chance.choice(("بين {} و {}", "بين {} و{}", "{} إلى {}"))
        yield low, high, pattern.format(first, last)


def words(number, language):
    return num2words(number, lang=language)


def main():
    language = sys.argv[1]
    numbers = [n for n in sample() if language != "ar" or not is_flawed_in_arabic(n)]
    chance = random.Random(2017)
    spellings = {"en": in_english, "ar": in_arabic, "fr": in_french}
    for number in numbers:
        phrase = words(number, language)
        print(number, number, phrase, sep="\t")
        other = chance.choice(list(spellings[language](phrase)))
        print(number, number, other, sep="\t")
    for low, high, text in ranges(numbers[1:], language, chance):
        print(low, high, text, sep="\t")


main()
