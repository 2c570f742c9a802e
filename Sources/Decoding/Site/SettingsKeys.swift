// The keys of content/site.yaml, in the order in which the guide for authors lists them.

import Formats
import Records

extension SettingsReader {
    static let keys: [YAMLKey] = [
        YAMLKey(
            "title",
            .text,
            isRequired: true,
            "The report's name."
        ),
        YAMLKey(
            "description",
            .text,
            "One sentence for search engines, feeds and link previews."
        ),
        YAMLKey(
            "url",
            .text,
            """
            The address at which it is published. With it, pages state their address, title and \
            description for link previews (Open Graph).
            """
        ),
        YAMLKey(
            "language",
            .text,
            """
            The language of the interface: `en`, `ar`, `fr`, or one that the site has \
            [words](Designers.md#words) for.
            """
        ),
        YAMLKey(
            "languages",
            .list(.text),
            """
            The languages of the report, that of the original first: `[en, ar]`. See \
            [Translators.md](Translators.md).
            """
        ),
        YAMLKey(
            "require_parity",
            .flag,
            "`true`: no release while a translation is missing, differs from its original, is outdated, or does not say from which text it was made."
        ),
        YAMLKey(
            "regions",
            .byLanguage(.text),
            """
            The country whose names of months a language uses: `{ar: SY}`. See \
            [Translators.md](Translators.md#what-to-translate).
            """
        ),
        YAMLKey(
            "record",
            NounReader.shape,
            """
            What a record is called, a strike if nothing is said: see [Incidents, \
            journalists](#incidents-journalists).
            """
        ),
        YAMLKey(
            "people",
            NounReader.shape,
            "Whom `killed` and `injured` count, civilians if nothing is said."
        ),
        YAMLKey(
            "record_path",
            .text,
            "The folder in the addresses of records, `strikes` if nothing is said: `incidents` makes `incidents/CS1.html`."
        ),
        YAMLKey(
            "previous_record_paths",
            .list(.text),
            "The folders in which the pages of records were before: `[strikes]`. Pages there lead to the new ones."
        ),
        YAMLKey(
            "period",
            .mapping(period),
            "`{from: 2017-06-06, to: 2017-10-17}`; a strike outside the period is reported."
        ),
        YAMLKey(
            "authors",
            .list(.text),
            "Who is responsible for the report."
        ),
        YAMLKey(
            "credit",
            .text,
            "Where the records come from, in one line."
        ),
        YAMLKey(
            "caution",
            .text,
            "What readers must not conclude from the report; shown on every page with totals."
        ),
        YAMLKey(
            "notice",
            .text,
            "A notice about the records, such as whose work they are."
        ),
        YAMLKey(
            "gradings",
            .named(.mapping(grading)),
            """
            `key: {label: …, counted: true, means: …, coarsen: …}`, the best established first. \
            Headline totals add up the gradings with `counted: true`.
            """
        ),
        YAMLKey(
            "military_assessments",
            .named(.mapping(assessment)),
            "`key: {label: …, means: …}`: the results of the military's own assessments."
        ),
        YAMLKey(
            "headline",
            .list(.text),
            "The measures at the top of the landing page."
        ),
        YAMLKey(
            "summaries",
            .list(.text),
            """
            The fields that get a table of totals: `[month, district, grading]`; without \
            strikes, those by which people are counted.
            """
        ),
        YAMLKey(
            "selections",
            .named(.text),
            "Names for selections: `{conceded: \"military_assessment=credible\"}`."
        ),
        YAMLKey(
            "disclosures",
            .list(.words(Disclosure.Fact.allCases.map(\.rawValue))),
            """
            The facts that the military is asked to disclose: `[date, time, location, weapon, \
            target]`. The list is fixed; the key only shows it.
            """
        ),
        YAMLKey(
            "menu",
            .list(.mapping(menuEntry)),
            """
            `- {label: …, to: overview.md}`; `to` may be `home`, `strikes`, `victims`, `claims`, \
            `disclosures`, `methodology`, `data`, `search` or `tables/month`; `items` opens a \
            list.
            """
        ),
        YAMLKey(
            "casualty_words",
            .list(.text),
            """
            More words for casualties, besides those of the language; a number near one is \
            reported if it is not bound to a figure.
            """
        ),
        YAMLKey(
            "minimum_cell",
            .integer,
            """
            The smallest count of people in tables by your own columns: see [Protecting \
            people](#protecting-people).
            """
        ),
        YAMLKey(
            "age_bands",
            .list(.integer),
            "The ages at which bands of ages begin, for counting people: `[0, 5, 18, 60]`."
        ),
        YAMLKey(
            "points",
            .named(.mapping(PointsReader.keys)),
            """
            `{Raqqa: {latitude: 35.95, longitude: 39.01}}`: the points of districts and cities \
            at which strikes are shown.
            """
        ),
        YAMLKey(
            "withheld",
            .words(withheldWords),
            """
            `counted` tells readers how many records are withheld to protect people; `unstated` \
            (the default) does not.
            """
        ),
        YAMLKey(
            "as_of",
            .text,
            """
            The day as of which the report is made: consents that end before it no longer hold.
            """
        ),
        YAMLKey(
            "basemap",
            .either([.text, .mapping(BasemapReader.keys)]),
            """
            A base map of your own: a GeoJSON file in `content/`, or `{file: …, credit: …}`. See \
            [Tables, charts and maps](#a-base-map-of-your-own).
            """
        ),
        YAMLKey(
            "external_images",
            .words(imageWords),
            """
            `link` makes a link of a picture from another host; without it, such a picture is an \
            error.
            """
        ),
        YAMLKey(
            "search",
            .flag,
            "`false` leaves out the search and its index: see [Finding](#finding)."
        ),
        YAMLKey(
            "person_pages",
            .flag,
            """
            `true` makes a page for each person who has an id: see [Lists of \
            people](#lists-of-people).
            """
        ),
        YAMLKey(
            "embeds",
            .flag,
            """
            `true` makes bare pages of charts, tables, maps and figures, which other sites show in \
            a frame: see [Showing parts elsewhere](#showing-parts-elsewhere).
            """
        ),
        YAMLKey(
            "contact",
            .mapping(ContactReader.keys),
            """
            How witnesses reach you: `{email: …, onion: …}`, shown where a text has a `contact` \
            block: see [Contact](#contact).
            """
        ),
        // Its own room reads it.
        YAMLKey(
            "media",
            .any,
            """
            `{publish: ["media/files/*.csv"], files: {…}, smaller_sizes: false}`: see [Pictures and \
            documents](#pictures-and-documents).
            """
        ),
        YAMLKey(
            "logo",
            .text,
            """
            A picture beside the name of the report: a file in `media/`, or in `assets/` of the \
            templates.
            """
        ),
        YAMLKey(
            "favicon",
            .text,
            "A picture by which browsers mark the report, likewise."
        ),
        YAMLKey(
            "card",
            .text,
            """
            The picture that chat programs and networks show beside a link to the report: a file in \
            `media/` or the id of a medium. Needs `url`. See [Cards](#cards).
            """
        ),
        YAMLKey(
            "accent",
            .either([.text, .mapping(AccentReader.keys)]),
            """
            The colour of links: `"#8a1c1c"`, or `{light: …, dark: …}`. It must be readable on \
            the paper.
            """
        ),
        YAMLKey(
            "styles",
            .list(.text),
            """
            More style sheets: `[assets/ours.css]`, files in `templates/assets/`. See \
            [Designers.md](Designers.md#what-a-site-changes).
            """
        ),
        // Of publishing; its own room reads them.
        YAMLKey(
            "targets",
            .any,
            "Where the report is published; see the guide for publishers."
        ),
        YAMLKey(
            "host_helpers",
            .any,
            "Extra files that some web hosts read; see the guide for publishers."
        ),
        YAMLKey(
            "signing",
            .any,
            "The key that signs releases; see the guide for publishers."
        ),
        // Of the leak scan.
        YAMLKey(
            "leak_scan",
            .mapping(leakScan),
            "Private values that may stand in the report, each with a reason."
        ),
    ]

    static let period = [YAMLKey("from", .text), YAMLKey("to", .text)]
    static let grading = [
        YAMLKey("label", .text), YAMLKey("counted", .flag), YAMLKey("means", .text),
        YAMLKey("coarsen"),
    ]
    static let assessment = [YAMLKey("label", .text), YAMLKey("means", .text)]
    static let menuEntry = [
        YAMLKey("label", .text, isRequired: true), YAMLKey("to", .text), YAMLKey("items"),
    ]
    static let withheldWords = ["counted", "unstated"]
    static let imageWords = ["link"]
    static let leakScan = [YAMLKey("allow", .list(.mapping(allowance)))]
    static let allowance = [
        YAMLKey("value", .text), YAMLKey("sha256", .text), YAMLKey("reason", .text),
    ]
}

extension SiteSettings {
    /// The keys of content/site.yaml; those that other rooms read have no shape.
    public static var keys: [YAMLKey] { SettingsReader.keys }

    /// The table of the keys in the guide for authors, as Markdown.
    public static var keyTable: String {
        "| key | what it means |\n|---|---|\n"
            + keys.map { "| `\($0.name)` | \($0.meaning) |\n" }.joined()
    }
}
