"""Checks of where links lead: rivals, other markets' shops, and addresses that change on the way."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse
from urllib.parse import urlunsplit

from planner.core.addresses import ebook_regions, host_of, in_domains, parse, retailer_of, shop_region
from planner.core.affiliates import AFFILIATE
from planner.core.catalog import Catalog
from planner.core.catalog_lists import AUDIO, Retailer, Site
from planner.core.checks.link_marks import ATTRIBUTION
from planner.core.checks.links import link_hit, mended, rewriting
from planner.core.checks.scene import Scene
from planner.core.checks.terms_of_promotion import GROUPS
from planner.core.citations import Citation, sources_text
from planner.core.days import months_after
from planner.core.facts import ANYWHERE, Condition, Policy, PromotionRule
from planner.core.findings import Hit
from planner.core.markets import meet
from planner.core.names import markets_said
from planner.core.needs import known_type
from planner.core.phrasing import counted, listed
from planner.core.plan import Link
from planner.core.rule_ids import RuleId
from planner.core.verdicts import GREY, Verdict
from planner.core.vocabulary import ActivityKind, EditionKind

LINK_MONTHS, SPOKEN_LINKS = "link-months", "spoken-links-per-show"
MEASURES = dict.fromkeys((LINK_MONTHS, SPOKEN_LINKS), "at_least")
REDIRECT = "redirect"
JOINERS = "\u200c\u200d"
# A flag such as that of Scotland is one sign to whoever sees it: a black one and letters that nobody sees.
SIGN = "(?s)\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f|."
REMEMBERED = 1000


def promotion_rules(scene: Scene) -> Iterator[Hit]:
    """Links to rivals, links that a group promotion does not count, and links that the platform tags."""
    for rule in scene.platform.promotion_rules if scene.platform else ():
        if rule.rivals:
            yield from _to_rivals(scene, rule)
        if rule.domains and _in_a_group(scene):
            yield from _not_the_promotions(scene, rule)
        if rule.tags_shops:
            yield from _tagged_by_the_platform(scene, rule)


def _to_rivals(scene: Scene, rule: PromotionRule) -> Iterator[Hit]:
    for link in scene.channel.links:
        site = _site_of(scene, link.target)
        other = site is not None and site.id != scene.channel.platform
        if site and other and site.kind in rule.rivals and rule.holds_at(link.placement):
            yield _hit(scene, "link-to-rival", rule, link, ("site", site.name))


def _site_of(scene: Scene, address: str) -> Site | None:
    return _site_at(scene.catalog, host_of(address))


@lru_cache(maxsize=REMEMBERED)
def _site_at(catalog: Catalog, host: str) -> Site | None:
    return next((site for site in catalog.sites.values() if in_domains(host, site.domains)), None)


def _in_a_group(scene: Scene) -> bool:
    return any(activity.promo in GROUPS for activity in scene.open_work)


def _not_the_promotions(scene: Scene, rule: PromotionRule) -> Iterator[Hit]:
    for link in scene.channel.links:
        host = host_of(link.address or link.target)
        if host and not in_domains(host, rule.domains):
            yield _hit(scene, "not-the-promotions-link", rule, link, ("host", host))


def _tagged_by_the_platform(scene: Scene, rule: PromotionRule) -> Iterator[Hit]:
    for link in scene.channel.links:
        shop = retailer_of(scene.catalog, link.target)
        if shop and shop.id in rule.tags_shops and AFFILIATE not in scene.marks[link.id]:
            yield _hit(scene, "platform-adds-its-tag", rule, link, ("retailer", shop.name))


def _hit(scene: Scene, name: RuleId, rule: PromotionRule, link: Link, value: tuple[str, str]) -> Hit:
    assert scene.platform is not None
    source = sources_text(scene.platform, [rule])
    return link_hit(scene, name, link, value, ("reason", rule.text), source=source)


def redirects(scene: Scene) -> Iterator[Hit]:
    """Addresses that send readers on to another site, where a link has to lead straight to its page."""
    platform = scene.platform
    if platform is None or platform.links.policy is Policy.BLOCKED:
        return
    sending_on = [option.id for option in scene.catalog.options.values() if option.redirects]
    for link in scene.channel.links:
        hosts = _two_hosts(scene, link)
        if hosts is None:
            continue
        for option in sending_on:
            verdict = scene.verdict(option, link.placement)
            if option not in link.options and rules_it_out(verdict):
                words = scene.words(verdict)
                values = (*zip(("first", "last"), hosts, strict=True), ("reason", words.reason))
                yield link_hit(scene, "redirect-unwelcome", link, *values, source=words.source)


def _two_hosts(scene: Scene, link: Link) -> tuple[str, str] | None:
    """The site that a link opens first and the one that it leads on to, where these are two."""
    if link.address:
        opens, last = host_of(link.address), host_of(link.target)
        if opens and last and not in_domains(opens, (last,)):
            return opens, last
    site = _site_of(scene, link.target)
    opens = host_of(link.address or link.target)
    return (opens, "another site") if site and site.kind == REDIRECT else None


def rules_it_out(verdict: Verdict) -> bool:
    """Whether an option cannot work at a placement although its links can be clicked."""
    if verdict.rule == "placement-not-clickable":
        return False
    return verdict.rule == "placement-not-served" or verdict.kind in GREY


def insecure(scene: Scene) -> Iterator[Hit]:
    """Pages that are not encrypted, which apps warn of or do not open."""
    for link in scene.channel.links:
        opened = (parse(link.target), parse(link.address))
        if any(parts and parts.scheme == "http" for parts in opened):
            yield link_hit(scene, "link-not-secure", link)


def with_a_name(scene: Scene) -> Iterator[Hit]:
    """Addresses with a user's name or a password before the host, which every reader of the link learns."""
    for link in scene.channel.links:
        bare = mended(link, _without_name)
        if bare:
            hosts = listed(dict.fromkeys(map(host_of, bare.values())))
            fixes = rewriting("Take it out", "Take the name out of the address", **bare)
            yield link_hit(scene, "link-with-a-name", link, ("host", hosts), fixes=fixes)


def _without_name(address: str) -> str:
    parts = parse(address) if "@" in address else None
    if parts is None or "@" not in parts.netloc:
        return address
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def hidden_signs(scene: Scene) -> Iterator[Hit]:
    """Addresses with a sign that nobody sees, as they are copied from pages and letters."""
    for link in scene.channel.links:
        clean = mended(link, _without_hidden)
        if clean:
            first = next(filter(_is_hidden, re.findall(SIGN, f"{link.target} {link.address}")))
            fixes = rewriting("Take it out", "Take out what nobody sees", **clean)
            yield link_hit(scene, "link-hides-a-sign", link, ("sign", f"U+{ord(first):04X}"), fixes=fixes)


def _without_hidden(address: str) -> str:
    return address if address.isascii() else "".join(filterfalse(_is_hidden, re.findall(SIGN, address)))


def _is_hidden(sign: str) -> bool:
    """Whether nobody sees a sign, and it joins no letters or pictures as some scripts want it."""
    return unicodedata.category(sign[0]) == "Cf" and sign not in JOINERS


def shops(scene: Scene) -> Iterator[Hit]:
    """Shops of a market that is not aimed at."""
    for link in scene.channel.links:
        shop = retailer_of(scene.catalog, link.target)
        if shop:
            yield from _other_market(scene, shop, link)


def _other_market(scene: Scene, shop: Retailer, link: Link) -> Iterator[Hit]:
    there = shop_region(scene.catalog, shop, link.target)
    if not there:
        return
    region, regions = scene.channel.region, scene.catalog.regions
    whose, aimed = ("The channel", (region,)) if region else ("The book", scene.background.book.markets)
    have_own_shop = not set(shop.regions.values()).isdisjoint(aimed)
    served = (there, *(ebook_regions(scene.catalog, shop, link.target) if _may_be_ebook(scene) else ()))
    if have_own_shop and not meet(scene.catalog, aimed, served):
        names = (("whose", whose), ("aimed", listed(markets_said(scene.catalog, aimed))))
        attributed = ATTRIBUTION in scene.marks[link.id]
        rule: RuleId = "attribution-other-market" if attributed else "shop-other-market"
        values = (("retailer", shop.name), ("market", regions[there].name), *names)
        yield link_hit(scene, rule, link, *values)


def _may_be_ebook(scene: Scene) -> bool:
    """Whether the book has an e-book, or does not say in which editions it is."""
    editions = scene.background.book.editions
    return not editions or any(edition.kind is EditionKind.EBOOK for edition in editions)


def undeclared(scene: Scene) -> Iterator[Hit]:
    """Links to other sites than the account has declared, where the platform opens those alone."""
    account, platform = scene.account, scene.platform
    if account is None or platform is None or not account.domains:
        return
    kind = known_type(account, platform.account_types)
    declared = [host_of(site) or site.strip().lower() for site in account.domains]
    for link in scene.channel.links:
        conditions = [each for each in platform.conditions if _for_declared(each, link, kind)]
        host = host_of(link.target)
        if host and conditions and not in_domains(host, [site.removeprefix("www.") for site in declared]):
            values = (("host", host), ("declared", listed(declared)), ("reason", conditions[0].text))
            yield link_hit(
                scene, "site-not-declared", link, *values, source=sources_text(platform, conditions)
            )


def _for_declared(condition: Condition, link: Link, kind: str) -> bool:
    """Whether a condition asks an account of this type for sites that it has declared."""
    asking = (need for need in condition.any_of if need.declared_site)
    here = condition.placement in (link.placement, ANYWHERE)
    return here and any(kind in ("", *need.account_type) for need in asking)


def lasting(scene: Scene) -> Iterator[Hit]:
    """Addresses that end too soon after a show, and shows without an address of their own."""
    platform = scene.platform
    if platform is None:
        return
    for limit in scene.limits(*MEASURES):
        source = sources_text(platform, [limit])
        if limit.measure == LINK_MONTHS and limit.at_least is not None:
            yield from _ending(scene, int(limit.at_least), limit.text, source)
        if limit.measure == SPOKEN_LINKS:
            shows = [show for show in scene.open_work if show.kind is ActivityKind.EVENT]
            spoken = [link for link in scene.channel.links if scene.medium(link.placement) == AUDIO]
            count = len({link.address or link.target for link in spoken})
            if count < len(shows) and not _spoken_code(scene):
                yield Hit(
                    rule="spoken-link-shared",
                    subject=scene.channel.id,
                    aspect="links",
                    values=(
                        ("shows", counted(len(shows), "show")),
                        ("links", counted(count, "address", "addresses")),
                        ("reason", limit.text),
                    ),
                    source=source,
                )


def _spoken_code(scene: Scene) -> bool:
    """Whether listeners may be given a code that is counted without a click."""
    known = scene.catalog.options
    on = (known[option] for option in scene.channel.tracking if option in known)
    return any(not (option.needs_click or option.inside_only) for option in on)


def _ending(scene: Scene, months: int, reason: str, source: Citation) -> Iterator[Hit]:
    days = [day for show in scene.open_work if (day := scene.day(show.due))]
    for link in scene.channel.links if days else ():
        ends = scene.day(link.expires)
        if ends and ends < months_after(max(days), months):
            yield link_hit(scene, "link-expires-early", link, ("reason", reason), source=source)


CHECKS = (promotion_rules, redirects, insecure, with_a_name, hidden_signs, shops, undeclared, lasting)
