"""The groups of words that a rule names are filled into its phrases."""

from dataclasses import replace

from planner.core.checks.phrases import meant, wording_of
from planner.core.checks.word_groups import WordGroups
from planner.core.rules import RuleBook

WORDS = {"sort": ("good", "bad"), "review": ("a {sort?} review",)}


def test_a_group_stands_for_each_of_its_words_and_may_be_left_out() -> None:
    groups = WordGroups(WORDS)
    assert list(groups.filled(["{review}", "swap {sort} books"])) == [
        "a review",
        "a good review",
        "a bad review",
        "swap good books",
        "swap bad books",
    ]


def test_a_group_that_is_not_there_stays_as_it_is_written() -> None:
    assert list(WordGroups({}).filled(["buy {review}"])) == ["buy {review}"]


def test_groups_are_read_in_phrases_of_all_kinds_and_in_what_excuses_them(rules: RuleBook) -> None:
    rule = replace(
        rules["review-for-pay"],
        phrases=("buy | get .. {review} | reviews", "swap {sort} reviews"),
        unless=("never {sort}",),
        words=WORDS,
    )
    text = "Get a bad review. Buy reviews, never good. Swap bad reviews. Swap reviews"
    found = [text[start:end] for start, end in meant(text, wording_of(rule))]
    assert found == ["Swap bad reviews", "Get a bad review"]
