"""The groups of words that a rule names are filled into its phrases."""

from dataclasses import replace

from planner.core.checks.wording import wording_of
from planner.core.rules import RuleBook

WORDS = {"sort": ("good", "bad"), "review": ("a {sort?} review",)}


def test_phrases_of_two_parts_hold_all_ways_and_others_are_told_apart(rules: RuleBook) -> None:
    rule = replace(
        rules["review-for-pay"],
        phrases=("buy | get .. {review} | reviews", "swap {sort} reviews"),
        unless=("{sort}", "never"),
        words=WORDS,
    )
    assert wording_of(rule).phrases == (
        "buy | get .. a review | a good review | a bad review | reviews",
        "swap good reviews",
        "swap bad reviews",
    )
    assert wording_of(rule).unless == ("good", "bad", "never")


def test_a_group_that_is_not_there_stays_as_it_is_written(rules: RuleBook) -> None:
    rule = replace(rules["review-for-pay"], phrases=("buy {review}",), unless=(), words={})
    assert wording_of(rule).phrases == ("buy {review}",)


def test_groups_do_not_multiply_beyond_what_the_first_check_can_read_in_a_blink(rules: RuleBook) -> None:
    sizes = {rule.id: sum(map(len, wording_of(rule).phrases)) for rule in rules.values()}
    assert max(sizes.values()) < 300_000
