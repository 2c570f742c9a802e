import Templates

@testable import Report

/// Languages for the tests of the checks of prose.
enum ProseLanguages {
    static let english = Language(
        source("en", separator: ",") { source in
            source.months = [
                "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December",
            ]
            source.shortMonths = [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ]
            source.numberWords = [
                "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
                "seventeen", "eighteen", "nineteen", "twenty",
            ]
            source.numberVariants = [
                "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
                "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000,
            ]
            source.noneWords = ["none", "no", "no one", "nobody", "nothing", "not one"]
            source.rangeWords = ["and", "to", "or"]
            source.qualifiers.minimum = [
                "at least", "more than", "over", "no fewer than", "no less than", "upwards of",
                "minimum of", "or more",
            ]
            source.qualifiers.maximum = [
                "at most", "up to", "no more than", "not more than", "fewer than", "less than",
                "under", "maximum of", "as many as", "or fewer",
            ]
            source.qualifiers.approximate = ["about", "some", "around", "nearly", "almost"]
            source.unitWords = [
                "incidents", "strikes", "strike", "air strikes", "attacks", "sites", "buildings",
                "years", "year", "months", "days", "hours", "minutes", "aged", "age", "metres",
                "kilometres", "km", "page", "chapter", "table", "per cent", "percent", "names",
            ]
            source.casualtyWords = [
                "killed", "dead", "died", "deaths", "death", "casualties", "fatalities", "injured",
                "wounded", "injuries", "victims", "victim", "civilians", "civilian", "people",
                "person", "children", "child", "women", "woman", "men", "man", "lives", "bodies",
                "survivors",
            ]
            source.phrases["count_at_least"] = Phrase("at least {min}")
            source.phrases["count_range"] = Phrase("{min}–{max}")
        }
    )

    static let arabic = Language(
        source("ar", separator: "٬") { source in
            source.isRightToLeft = true
            source.digits = ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"]
            source.months = [
                "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
                "تشرين الأول", "تشرين الثاني", "كانون الأول",
            ]
            source.shortMonths = source.months
            source.numberWords = [
                "صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة",
                "عشرة", "أحد عشر", "اثنا عشر", "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر",
                "سبعة عشر", "ثمانية عشر", "تسعة عشر", "عشرون",
            ]
            source.numberVariants = [
                "واحدة": 1, "اثنين": 2, "اثنتان": 2, "ثلاث": 3, "أربع": 4, "خمس": 5, "ست": 6,
                "سبع": 7, "ثماني": 8, "ثمان": 8, "تسع": 9, "عشر": 10, "عشرين": 20,
            ]
            source.noneWords = ["لا أحد", "لا شيء"]
            source.rangeWords = ["و", "إلى", "أو"]
            source.qualifiers.minimum = ["ما لا يقل عن", "على الأقل", "أكثر من"]
            source.qualifiers.maximum = ["ما لا يزيد على", "على الأكثر", "نحو أقصاه", "أقل من"]
            source.qualifiers.approximate = ["نحو", "حوالي", "قرابة"]
            source.unitWords = ["سنة", "عاما", "غارة", "غارات", "متر", "مترا", "الصفحة"]
            source.casualtyWords = [
                "قتيل", "قتيلا", "قتلى", "قتل", "مدني", "مدنيا", "مدنيين", "مدنيون", "طفل", "طفلا",
                "أطفال", "امرأة", "نساء", "جريح", "جريحا", "جرحى", "شخص", "شخصا", "أشخاص", "ضحية",
            ]
            source.phrases["count_at_least"] = Phrase("{min} على الأقل")
            source.phrases["count_range"] = Phrase("{min}–{max}")
        }
    )

    static let french = Language(
        source("fr", separator: "\u{202F}") { source in
            source.months = [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                "septembre", "octobre", "novembre", "décembre",
            ]
            source.numberWords = [
                "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
                "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept",
                "dix-huit", "dix-neuf", "vingt",
            ]
            source.numberVariants = ["une": 1]
            source.noneWords = ["aucun", "aucune", "personne"]
            source.rangeWords = ["et", "à", "ou"]
            source.qualifiers.minimum = ["au moins", "plus de"]
            source.qualifiers.maximum = ["au plus", "jusqu’à", "moins de"]
            source.qualifiers.approximate = ["environ", "quelque"]
            source.casualtyWords = ["tués", "tué", "morts", "civils", "personnes", "enfants"]
            source.phrases["count_at_least"] = Phrase("au moins {min}")
            source.phrases["count_range"] = Phrase("{min}–{max}")
        }
    )

    static let spanish = Language(
        source("es", separator: ".") { source in
            source.months = [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                "septiembre", "octubre", "noviembre", "diciembre",
            ]
            source.numberWords = [
                "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
                "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete",
                "dieciocho", "diecinueve", "veinte",
            ]
            source.noneWords = ["ninguno", "ninguna", "nadie"]
            source.rangeWords = ["y", "a", "o"]
            source.qualifiers.minimum = ["al menos", "más de"]
            source.qualifiers.maximum = ["como máximo", "hasta", "menos de"]
            source.casualtyWords = ["muertos", "muertas", "civiles", "personas", "niños"]
            source.phrases["count_at_least"] = Phrase("al menos {min}")
            source.phrases["count_range"] = Phrase("{min}–{max}")
        }
    )

    private static func source(
        _ tag: String,
        separator: String,
        _ change: (inout LanguageSource) -> Void
    ) -> LanguageSource {
        var source = LanguageSource(tag: tag)
        source.groupSeparator = separator
        change(&source)
        return source
    }
}
