"""An option that is switched off, or moved away, leaves the channel, its links and their addresses."""

from dataclasses import replace

from planner.core.catalog import Catalog
from planner.core.fixes import offered
from planner.core.rules import RuleBook
from planner.core.tree import Tree
from tests.core.build import channel, findings, link, plan
from tests.core.test_turning_elsewhere import after, of_rule

GREY_RULES = ("option-impossible", "option-forbidden", "option-not-yet")


def test_an_option_is_switched_off_on_the_links_of_its_channel_too(catalog: Catalog, rules: RuleBook) -> None:
    option = ("conversion-pixel",)
    carrying = link("broadcast", *option, "utm"), link("article", *option, id="other")
    made = plan(channel("email-newsletter", *carrying, tracking=option))
    found = of_rule(catalog, rules, made, "option-impossible")
    for fix in offered(found.fixes, Tree.of(made), found.subject):
        turned = after(made, found, fix.label)
        assert not [each.rule for each in findings(catalog, rules, turned) if each.rule in GREY_RULES]
        if not fix.label.startswith("Replace"):
            assert [each.options for each in turned.channels[0].links] == [("utm",), ()]


def test_an_affiliate_tag_that_is_switched_off_leaves_the_address(catalog: Catalog, rules: RuleBook) -> None:
    tagged = "https://www.amazon.com/dp/B0?a=1&tag=ann-20"
    made = plan(
        channel("bookbub", link("alert", "affiliate-tag", target=tagged), tracking=("affiliate-tag",))
    )
    found = of_rule(catalog, rules, made, "option-forbidden")
    (plain,) = after(made, found, "Switch Affiliate tag off").channels[0].links
    assert (plain.options, plain.target) == ((), "https://www.amazon.com/dp/B0?a=1")
    measured = replace(made.channels[0].links[0], target="https://www.amazon.com/dp/B0?maas=x&tag=maas")
    kept = plan(channel("bookbub", measured, tracking=("affiliate-tag",)))
    found = of_rule(catalog, rules, kept, "option-forbidden")
    assert after(kept, found, "Switch Affiliate tag off").channels[0].links[0].target == measured.target
