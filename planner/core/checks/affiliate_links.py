"""Checks of links that earn the author a share: that they say so, and may stand where they do."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from planner.core.addresses import retailer_of
from planner.core.affiliates import OWN_WORDS, earns, is_unlisted, service_bars
from planner.core.catalog import OWNED
from planner.core.catalog_lists import AD, DOCUMENT, MAIL, PRINT
from planner.core.checks.already_reported import without_consent
from planner.core.checks.labels import discloses, lawful, says_something
from planner.core.checks.links import link_hit, terms_at
from planner.core.checks.scene import Scene
from planner.core.facts import Policy
from planner.core.findings import Hit
from planner.core.plan import Link
from planner.core.rule_ids import RuleId
from planner.core.verdicts import GREY, NOT_CLICKABLE, NOT_OFFERED

SURELY_BARRED: Mapping[str, RuleId] = {
    PRINT: "affiliate-offline",
    DOCUMENT: "affiliate-offline",
    AD: "affiliate-in-ad",
}
BARRED: Mapping[str, RuleId] = {**SURELY_BARRED, MAIL: "affiliate-in-mail"}
SAID_OF_THE_LINK = (NOT_CLICKABLE, NOT_OFFERED)


def affiliate_links(scene: Scene) -> Iterator[Hit]:
    """Affiliate links that are not disclosed, or that stand where the shop bars its tags."""
    links = scene.earning
    disclosed = not links or _is_disclosed(scene)
    for link in links:
        if not disclosed and not must_go(scene, link):
            yield link_hit(scene, "affiliate-without-disclosure", link)
        if not _service_bars(scene, link):
            yield from _against_terms(scene, link)


def _is_disclosed(scene: Scene) -> bool:
    """Whether the channel says that money is behind its links, in its disclosure or its text."""
    words, channel = scene.catalog.copy_words, scene.channel
    if says_something(words, channel.disclosure):
        return True
    labels, says = lawful(scene.catalog.ad_labels.values())
    own = (rule.labels for rule in (scene.platform.disclosure if scene.platform else ()))
    return bool(channel.copy) and discloses(words, channel.copy, chain(labels, *own), says)


def _against_terms(scene: Scene, link: Link) -> Iterator[Hit]:
    """What a shop's terms say against a tag where it stands; as a question, where it may be any shop's."""
    known, medium = retailer_of(scene.catalog, link.target), _medium(scene, link)
    for shop, term in terms_at(scene, link, medium):
        if medium == MAIL and term.unless_asked_for and without_consent(scene):
            continue  # which is said already
        rule: RuleId = BARRED[medium] if known else "affiliate-under-terms"
        if medium == MAIL and known and not term.unless_asked_for:
            rule = "affiliate-in-any-mail"
        values = (("retailer", shop.name), ("reason", term.text), ("say", _to_say(scene)))
        yield link_hit(scene, rule, link, *values)


def _to_say(scene: Scene) -> str:
    """What the author may say of the readers, unless it is said that they never asked for the mail."""
    is_said = scene.account is not None and scene.account.opt_in is not None
    return "" if is_said else "Say in the account that your readers opted in. "


def _medium(scene: Scene, link: Link) -> str:
    """That of the link's placement; work that is paid to be seen makes an ad of a post."""
    medium = scene.medium(link.placement)
    boosted = medium not in BARRED and any(each.boosted for each in scene.open_work)
    return AD if boosted else medium


def must_go(scene: Scene, link: Link) -> bool:
    """Whether a link's tag surely cannot stay where it is, so that no condition or label would help it."""
    return _shop_bars(scene, link) or _service_bars(scene, link) or _platform_bars(scene, link)


def _shop_bars(scene: Scene, link: Link) -> bool:
    medium = _medium(scene, link)
    if medium not in SURELY_BARRED or retailer_of(scene.catalog, link.target) is None:
        return False
    return any(terms_at(scene, link, medium))


def _service_bars(scene: Scene, link: Link) -> bool:
    """Whether the service that sends a letter takes no affiliate links, which a rule of its own says."""
    return service_bars(scene.catalog, scene.medium(link.placement), scene.account)


def _platform_bars(scene: Scene, link: Link) -> bool:
    if scene.platform is None:
        return False
    if scene.platform.links.policy is Policy.BLOCKED:
        return True
    on = (id for id in (*link.options, *scene.channel.tracking) if earns(scene.catalog, id))
    verdicts = [scene.verdict(id, link.placement) for id in on]
    return any(v.kind in GREY and v.certain and v.rule not in SAID_OF_THE_LINK for v in verdicts)


def all_go(scene: Scene, links: Iterable[Link]) -> bool:
    """Whether some of these links earn a share, and by what is known none of them may."""
    earning = [link for link in scene.earning if link in links]
    return bool(earning) and all(must_go(scene, link) or _unlisted(scene, link) for link in earning)


def elsewhere(scene: Scene) -> Iterator[Hit]:
    """A tag in the author's own words where the shop takes none, or none of so small an account."""
    for link in scene.earning:
        shop = retailer_of(scene.catalog, link.target)
        if shop is None or scene.medium(link.placement) not in OWN_WORDS or must_go(scene, link):
            continue
        if _unlisted(scene, link):
            known = (scene.catalog.platforms.get(id) for id in shop.affiliates_on)
            names = ", ".join(platform.name for platform in known if platform)
            yield link_hit(
                scene, "affiliate-site-unlisted", link, ("retailer", shop.name), ("accepted", names)
            )
        elif (followers := _followers_elsewhere(scene)) is not None and followers < shop.affiliates_from:
            count = (("followers", f"{followers:,}"), ("fewest", f"{shop.affiliates_from:,}"))
            yield link_hit(scene, "affiliate-site-small", link, ("retailer", shop.name), *count)


def _unlisted(scene: Scene, link: Link) -> bool:
    """Whether a tag stands in the author's own words on a site that its shop does not take."""
    shop = retailer_of(scene.catalog, link.target)
    return shop is not None and is_unlisted(scene.catalog, shop, scene.channel.platform, link.placement)


def _followers_elsewhere(scene: Scene) -> int | None:
    """How many follow the author on a platform of others, None on an own one or where nobody has said."""
    owned = scene.platform is not None and OWNED in scene.platform.traits
    return scene.account.followers if scene.account and not owned else None


CHECKS = (affiliate_links, elsewhere)
