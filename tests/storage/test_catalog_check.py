"""Every fault of a catalog's file is named with its line and how to mend it."""

from datetime import date
from pathlib import Path

import pytest

from planner.core.resources import resource
from planner.storage.catalog_check.check import check_catalog
from planner.storage.catalog_check.toml_lines import line_of
from tests.storage.planted import alone, broken

PLATFORM = "storygraph"
WITH_CASES = "wechat"
RULES = "plan"


def test_what_ships_has_no_fault() -> None:
    assert check_catalog(resource(), resource()) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (f"platforms/{PLATFORM}", 'kind = "', 'kind = "no-such-', "there is no kind"),
        (
            "platforms/pinterest",
            'not_regions = ["CN"]',
            'not_regions = ["MOON"]',
            "there is no region “MOON”",
        ),
        ("platforms/pinterest", 'not_regions = ["CN"]', 'not_regions = ["WORLD"]', "“WORLD” stands under"),
        ("platforms/pinterest", "region_note =", "# region_note =", "no sentence says so"),
        (
            "platforms/wechat",
            'about = "Whether a link in the text of an article can be clicked"',
            'about = "Can it?"',
            "goes into a sentence",
        ),
        (
            "platforms/wechat",
            'unsettled = ["direct-message", "post"]',
            'unsettled = ["live"]',
            "there is no placement of this platform “live”",
        ),
        (
            "platforms/wechat",
            'condition = "You need an Official Account."',
            "",
            "the option asks something of the account, and no sentence says what",
        ),
        (
            "platforms/wechat",
            'condition = "You need an Official Account."\nany_of = [{ account_type = ["subscription account"',
            'condition = "You need an Official Account."\nany_of = [{ account_type = ["no account"',
            "there is no type of account “no account”",
        ),
        (
            "platforms/kobo",
            'counts = ["sales"]',
            'counts = ["awareness"]',
            "there is no aim to count “awareness”",
        ),
        ("platforms/kobo", '"utm"\n', '"utm"\ncounts = ["clicks"]\n', "only the platform's own figures say"),
        ("platforms/xiaohongshu", 'apps = ["*"]', 'apps = ["no-such"]', "there is no app “no-such”"),
        (
            "lists/apps",
            'names = ["Kobo"]',
            'names = ["Goodreads"]',
            "“Goodreads” stands at “goodreads” already",
        ),
        ("lists/apps", 'not_in = ["拼多多少"]', 'not_in = ["多少"]', "“多少” holds no name of “pinduoduo”"),
        (
            "lists/retailers",
            'regions = ["IN"]',
            'regions = ["CN"]',
            "there is no market with a shop of its own “CN”",
        ),
        ("platforms/tiktok", '"business"] }]\nclaims', '"no"] }]\nclaims', "there is no type of account"),
        ("lists/retailers", 'kinds = ["newsletter"]', 'kinds = ["letter"]', "there is no kind “letter”"),
        ("lists/retailers", 'mediums = ["ad"]', 'mediums = ["advert"]', "there is no medium “advert”"),
        (f"platforms/{PLATFORM}", 'traits = ["', 'traits = ["no-such-', "there is no trait"),
        ("platforms/substack", 'retailers = ["amazon"]', 'retailers = ["amazo"]', "there is no shop “amazo”"),
        ("platforms/substack", 'alike = ["broadcast"]', 'alike = ["bio"]', "no placement of other platforms"),
        (f"platforms/{PLATFORM}", 'regions = ["', 'regions = ["NO-', "there is no region"),
        (f"platforms/{PLATFORM}", 'policy = "blocked"', 'policy = "perhaps"', "the value must be"),
        (
            f"platforms/{WITH_CASES}",
            'genres = ["politics"',
            'genres = ["polity"',
            "there is no genre “polity”",
        ),
        (
            f"platforms/{WITH_CASES}",
            'not_languages = ["zh"]',
            'not_languages = ["xx"]',
            "there is no language",
        ),
        (f"platforms/{WITH_CASES}", "not_languages", "only_markets", "there is no region “zh”"),
        (f"platforms/{WITH_CASES}", "not_languages", "only_formats", "there is no format “zh”"),
        (
            f"platforms/{WITH_CASES}",
            'speaks = "against"',
            'speaks = "for"',
            "a fact that decides has to speak",
        ),
        (f"platforms/{PLATFORM}", 'mark = "', 'marc = "', "there is no field called “marc”"),
        (f"platforms/{PLATFORM}", 'verdict = "', 'verdict = "un', "the value must be"),
        (f"platforms/{PLATFORM}", 'option = "utm"', 'option = "utn"', "options are missing"),
        (f"platforms/{PLATFORM}", 'option = "utm"', 'option = "utn"', "there is no tracking option “utn”"),
        (
            f"platforms/{PLATFORM}",
            "[sources.",
            '[sources.unused]\ntitle = "Nobody"\n\n[sources.',
            "never used",
        ),
        (f"platforms/{PLATFORM}", 'id = "storygraph"', 'id = "other"', "the id is “other”"),
        (f"platforms/{PLATFORM}", "checked = ", "checked == ", "this is no TOML"),
        (
            "platforms/goodreads",
            'measure = "giveaway-',
            'measure = "gift-',
            "there is no measure “gift-regions”",
        ),
        ("platforms/wattpad", 'rivals = ["serial-', 'rivals = ["cereal-', "there is no kind of site"),
        (
            "platforms/royalroad",
            'placements = ["ad"]',
            'placements = ["bio"]',
            "no placement of this platform",
        ),
        ("platforms/note-jp", 'tags_shops = ["amazon"]', 'tags_shops = ["amazing"]', "there is no shop"),
        ("platforms/kakaotalk", 'starts = "20:50"', 'starts = "late"', "`starts` is no time of day"),
        (
            "platforms/kakaotalk",
            'zone = "Asia/Seoul"',
            'zone = "Asia/Soul"',
            "there is no time zone “Asia/Soul”",
        ),
        (
            "platforms/telegram",
            'VK."\nmarkets = ["RU"]',
            'VK."\nmarkets = ["UR"]',
            "no region “UR”",
        ),
        (f"rules/{RULES}", 'id = "hours-over"', 'id = "days-over"', "no check ever reports"),
        (f"rules/{RULES}", 'id = "budget-over"', 'id = "hours-over"', "a second time"),
        (f"rules/{RULES}", 'severity = "warning"', 'severity = "dreadful"', "the value must be"),
        (
            f"rules/{RULES}",
            'severity = "warning"',
            'severity = "blocker"\ncertain = false',
            "an uncertain rule is of severity blocker",
        ),
        (
            f"rules/{RULES}",
            'severity = "warning"',
            'severity = "error"\ncertain = false',
            "an uncertain rule is of severity error",
        ),
        (
            f"rules/{RULES}",
            "hours = 9",
            "hours = 8",
            "example 1 of `breaks` does not break the rule, nor any",
        ),
        (f"rules/{RULES}", "hours = 8 ", "hours = 12 ", "example 1 of `keeps` breaks the rule"),
        (
            f"rules/{RULES}",
            "hours = 9",
            "ours = 9",
            "channels 1, there is no field called “ours”",
        ),
        (f"rules/{RULES}", "hours = 9", 'hours = "9"', "example 1 of `breaks` is no piece of a plan"),
        (f"rules/{RULES}", "checked = 2026-11-22", "checked = 2926-11-22", "still to come"),
        (f"rules/{RULES}", "if somebody helps.", "if somebody helps", "no whole sentence"),
        (f"rules/{RULES}", "{phase} asks", "{phase asks", "a brace without its other half"),
        (f"rules/{RULES}", "{phase} asks", "{the phase} asks", "no name in them"),
        (f"rules/{RULES}", "{phase} asks", "{phrase} asks", "`why` asks for “phrase”"),
        (f"rules/{RULES}", "{phase} asks", "{phase:>99999999999} asks", "`why` gives a value a format"),
        (f"rules/{RULES}", "{phase} asks", "{phase!r} asks", "`why` gives a value a format"),
        (
            "platforms/bookbub",
            "at_most = 14",
            "at_most = 14\nat_least = 20",
            "`at_least` is 20, and `at_most` only 14",
        ),
        (f"platforms/{PLATFORM}", "checked = 2026-11-22", 'checked = "soon"', "must be a day"),
        (f"platforms/{PLATFORM}", "checked = 2026-11-22", "checked = 2026-13-22", "this is no TOML"),
        (f"platforms/{PLATFORM}", "checked = 2026-11-22", "checked = 2926-11-22", "still to come"),
        (f"platforms/{PLATFORM}", "\nname = ", '\nname = "" #', "`name` is empty"),
        (f"platforms/{PLATFORM}", 'mark = "', 'mark = "Long', "the mark has "),
        (f"platforms/{PLATFORM}", 'colour = "', 'colour = "x', "is no colour"),
        (f"platforms/{PLATFORM}", 'colour = "', 'colour = "#C0FFEE" # "', "a contrast of 1."),
        (f"platforms/{PLATFORM}", "[native_analytics]", "[analytics]", "no field called “analytics”"),
        (f"platforms/{PLATFORM}", "[ads]", "[[ads]]", "the value must be fields in braces"),
        (f"platforms/{PLATFORM}", 'url = "http', 'url = "hppt', "is no web address"),
        ("platforms/mastodon", 'placement = "bio"', 'placement = "post"', "“post” stands here a second time"),
        (f"platforms/{PLATFORM}", '\nas_of = "', '\nas_of = "last ', "is no year, month or day"),
        (f"platforms/{PLATFORM}", '\nas_of = "', '\nas_of = "2999" # "', "“2999” is still to come"),
        (f"rules/{RULES}", 'title = "The brief"', 'title = "It", as_of = "lately"', "is no year, month"),
        (
            f"rules/{RULES}",
            "hours = 8 ",
            'hours = 8, tracking = ["utn"] ',
            "there is no tracking option “utn”",
        ),
        (f"rules/{RULES}", 'research = ["R21"]', 'research = ["R96"]', "there is no rule of the trade “R96”"),
        (f"rules/{RULES}", "checked = 2026", 'regions = ["UR"]\nchecked = 2026', "there is no region “UR”"),
        (f"rules/{RULES}", 'title = "The brief"', 'title = "It", url = "ftp://a"', "is no web address"),
        ("platforms/x", "at_most = ", "at_most = -", "`at_most` is below nothing"),
        (
            "platforms/x",
            'clickable = "yes"\n',
            'clickable = "yes"\nshelf_months = 0\n',
            "the shelf life is shorter than a month",
        ),
        (
            "platforms/wechat",
            "at_most = ",
            "at_least = ",
            "counts by `at_most`, which the limit does not give",
        ),
        (
            "platforms/goodreads",
            'regions = ["US"]\ntext = "Only',
            'text = "Only',
            "counts by `regions`, which the limit does not give",
        ),
        (
            "platforms/apple-books",
            'measure = "preorder-months"\nat_most = 12',
            'measure = "preorder-months"',
            "by `at_most`",
        ),
        (
            "platforms/linkedin",
            'clickable = "yes"\n',
            'clickable = "yes"\nchecked = 2926-01-01\n',
            "the day is still to come",
        ),
        (
            "platforms/instagram",
            'clickable = "no"\n',
            'clickable = "no"\nconfidence = "disputed"\n',
            "the fact is disputed, and no conflict tells its sides",
        ),
        (
            "platforms/linkedin",
            'says = "One guide speaks of about 60% less.", source = ["digitalmarketingdesk"]',
            'says = "One guide speaks of about 60% less.", source = []',
            "`source` is empty",
        ),
        ("platforms/tiktok", 'url = "https://', 'url = "https://" # "', "“https://” is no web address"),
        ("platforms/tiktok", "at_most = 2200", "at_most = 2300", "`at_most` is 2300, and the text gives"),
        (
            "platforms/tiktok",
            'at_most = 4000\nplacement = "post"',
            'at_most = 4000\nplacement = "video-description"',
            "a limit of “characters” for the same place stands above already",
        ),
        ("platforms/tiktok", 'weak = ["', 'weak = ["romance", "', "“romance” stands under `strong` too"),
        (
            "platforms/tiktok",
            'where = ["bio", "ad"]\ncondition = "The link must',
            'where = ["comment"]\ncondition = "The link must',
            "no link can be clicked where it is said to work",
        ),
        (
            "platforms/tiktok",
            'at_most = 5\nplacement = "post"',
            'at_most = 5\nplacement = "live"',
            "there is no placement of this platform “live”",
        ),
        (
            "platforms/goodreads",
            'why = "Goodreads bans',
            'markets = ["MOON"]\nwhy = "Goodreads bans',
            "no region “MOON”",
        ),
        ("platforms/wechat", 'labels = ["广告"]', "labels = []", "`labels` is empty"),
        ("platforms/wechat", '"share to win",', '"",', "`phrases` holds something empty"),
        ("platforms/wechat", '"share to win",', '"| … |",', "“| … |” lacks words beside one of its signs"),
        ("platforms/wechat", '"share to win",', '"share | like",', "“share | like” lacks words"),
        ("platforms/xiaohongshu", "planned = [", 'planned = ["post .. | like", ', "“post .. | like” lacks"),
        ("rules/manners", '"review {swap}"', '"review {spaw}"', "no group of words “spaw”"),
        ("rules/manners", '"review {swap}"', '"re{swap}"', "a group of words in “re{swap}” touches a letter"),
        ("rules/manners", '\nswap = ["swap"', '\nswap = ["{swapping}"', "no group of words above this one"),
        ("rules/manners", "[rules.words]", '[rules.words]\nidle = ["a"]', "nothing names the group of words"),
        ("platforms/tiktok", "An address in", "An <b>address</b> in", "the text holds markup, “<b>”"),
        ("platforms/tiktok", "An address in", "An\u200baddress in", "a sign that nobody sees, U+200B"),
        (
            "platforms/tiktok",
            "An address in",
            "An \ufffdddress in",
            "the text holds “\ufffd”, for a sign that was lost",
        ),
        ("platforms/tiktok", 'seen = "excerpt"', 'seen = "excrept"', "must be 'full', 'excerpt' or 'quoted'"),
        (
            "platforms/tiktok",
            'as_of = "2025-04-21"',
            'as_of = "2025-04-21"\nchecked = 2025-04-20',
            "“2025-04-21” is later than the last look, on 2025-04-20",
        ),
        (
            "platforms/lemon8",
            'placement = "bio"\nclickable',
            'placement = "ad"\nclickable',
            "“ad” stands in an ad, and none are sold here",
        ),
        ("platforms/tiktok", 'title = "Platform limits"', 'title = "TODO"', "“TODO” waits to be written"),
        ("platforms/tiktok", 'title = "Platform limits"', 'title = " "', "`title` is empty"),
        (
            "platforms/tiktok",
            "_at_least = 1000",
            "_at_least = -1000",
            "`followers_at_least` is below nothing",
        ),
        ("platforms/tiktok", "GB = 1000", "GB = -1000", "`GB` is below nothing"),
        ("platforms/xiaohongshu", '= ["zh"]', '= ["zzzz9"]', "there is no language “zzzz9”"),
        ("platforms/xiaohongshu", 'age = "zh"', 'age = "zzzz9"', "there is no language “zzzz9”"),
        (
            "platforms/xiaohongshu",
            'clickable = "no"',
            'clickable = "yes"',
            "a link can be clicked at this placement, and links are blocked here",
        ),
        (
            f"platforms/{PLATFORM}",
            "checked = 2026-11-22",
            'checked = "2026-11-22"',
            "the day stands in quotes",
        ),
        (f"rules/{RULES}", "checked = 2026-11-22", 'checked = "2026-11-22"', "the day stands in quotes"),
        (f"rules/{RULES}", "checked = ", "shelf_months = 0\nchecked = ", "the shelf life is shorter"),
        (f"rules/{RULES}", "checked = ", "months = -3\nchecked = ", "`months` is below nothing"),
        (f"rules/{RULES}", 'title = "The brief"', 'title = ""', "`title` is empty"),
        (f"rules/{RULES}", "if somebody helps.", "if somebody, TBD, helps.", "“TBD” waits to be written"),
        (f"rules/{RULES}", "[[rules]]", "[[rule]]", "there is no table called “rule”"),
        (
            f"rules/{RULES}",
            'sources = [{ title = "The brief", of_plan = true }]',
            "sources = []",
            "`sources` is empty",
        ),
    ],
)
def test_a_fault_is_named_with_its_file_and_mend(
    tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    folder = alone(file, tmp_path)
    faults, line = broken(folder, file, old, new)
    named = [fault for fault in faults if says in fault.says]
    assert named, faults
    assert all(fault.file == folder / f"{file}.toml" and fault.mend for fault in named)
    assert min(abs(fault.line - line) for fault in named) <= 4


def test_a_way_to_a_platform_that_a_market_does_not_use_is_named(pristine: Path) -> None:
    faults, line = broken(pristine, "platforms/tiktok", 'markets = ["WORLD"]', 'markets = ["CN"]')
    assert [(fault.line, fault.says) for fault in faults] == [(line, "“instagram” is not in use in “CN”")]


def test_an_example_of_a_platform_that_is_nowhere_is_named(pristine: Path) -> None:
    old, new = 'breaks = [{ hours_a_week = 8.5, channels = [{ platform = "own-website"', '"own-site"'
    faults, line = broken(pristine, "rules/plan", old, old.replace('"own-website"', new))
    assert [(fault.line, fault.says) for fault in faults] == [(line, "there is no platform “own-site”")]


def test_two_platforms_of_one_name_are_both_named(pristine: Path) -> None:
    faults, _ = broken(pristine, f"platforms/{PLATFORM}", "\nname = ", '\nname = "Goodreads" #')
    assert [(fault.file.stem, fault.line) for fault in faults] == [("goodreads", 2), (PLATFORM, 2)]


def test_a_folder_in_place_of_a_file_is_named(pristine: Path) -> None:
    folder = pristine / "platforms" / "folder.toml"
    folder.mkdir()
    faults = check_catalog(pristine, resource())
    folder.rmdir()
    assert [fault.file for fault in faults] == [folder]
    assert faults[0].says.startswith("the file cannot be read: ")


def test_a_platform_whose_links_are_not_open_says_where_else_to_go(pristine: Path) -> None:
    path = pristine / "platforms" / "tiktok.toml"
    text = path.read_text("utf-8")
    ways = text[text.index("[[ways_on]]") : text.index("[sources.")]
    faults, _ = broken(pristine, "platforms/tiktok", ways, "")
    assert [fault.mend for fault in faults] == ["add a [[ways_on]] row"]
    assert text.splitlines()[faults[0].line - 1] == 'policy = "limited"'


def test_a_table_is_that_of_its_own_row() -> None:
    text = '[[a]]\n[a.b]\n"c.d" = 1\n\n[[a]]\n[a.b]\n"e.f" = 2\n'
    assert [line_of(text, place) for place in [("a", 0, "b", "c.d"), ("a", 1, "b", "e.f")]] == [3, 7]


def test_a_fact_without_its_source_is_named_on_its_line(pristine: Path) -> None:
    path = pristine / "platforms" / "line.toml"
    text = path.read_text("utf-8")
    old = 'source = ["ligla"]'
    faults, line = broken(pristine, "platforms/line", old, 'source = ["nobody"]')
    assert {(f.file.name, f.line) for f in faults} == {
        ("line.toml", line),
        ("line.toml", text[: text.index("[sources.ligla]")].count("\n") + 1),
    }


def test_a_month_that_is_still_to_come_is_no_date(pristine: Path) -> None:
    soon = f"{date.today().year}-12-31"
    faults, _ = broken(pristine, f"platforms/{PLATFORM}", '\nas_of = "', f'\nas_of = "{soon}" # "')
    assert [fault.says for fault in faults] == [f"“{soon}” is still to come"] * (
        date.today().isoformat() < soon
    )


def test_the_nearest_line_is_named_where_the_place_has_none() -> None:
    text = "a = 1\n\n[[b]]\nc = 1\n\n[[b]]\nd = 2\n\n[e.f]\ng = 3\n"
    assert [
        line_of(text, place) for place in [("a",), ("b", 1, "d"), ("b", 1, "x"), ("e", "f", "g"), ("b", 9)]
    ] == [1, 7, 6, 10, 3]


@pytest.mark.parametrize("old", ['name = "', 'clickable = "'])
def test_a_file_that_cannot_be_read_makes_no_faults_in_others(pristine: Path, old: str) -> None:
    faults, _ = broken(pristine, "platforms/wechat", old, f"{old}\n")
    assert [fault.file.name for fault in faults] == ["wechat.toml"]
