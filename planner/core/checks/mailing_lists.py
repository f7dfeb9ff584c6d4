"""Checks of a list of readers: where it comes from, what allows it, how old it is, and who sends to it."""

from collections.abc import Iterator, Mapping

from planner.core.catalog_lists import MAIL
from planner.core.checks.cleared import clearing
from planner.core.checks.links import link_hit
from planner.core.checks.overview import Overview
from planner.core.checks.phrases import planned_against, wording_of
from planner.core.checks.scene import Scene
from planner.core.citations import own_sources_text, sources_text
from planner.core.conditions import condition_met
from planner.core.days import day_text, months_after
from planner.core.facts import Condition, VerdictKind
from planner.core.findings import Fix, Hit
from planner.core.mailing_lists import has_foreign_list
from planner.core.markets import meet
from planner.core.plan import Account, Channel
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import ActivityKind, LegalBasis, ListOrigin

BROUGHT_IN: RuleId = "list-brought-in"
SOFT_OPT_IN: RuleId = "soft-opt-in-misused"
GONE_STALE: RuleId = "list-gone-stale"
BARRED: Mapping[VerdictKind, RuleId] = {
    VerdictKind.FORBIDDEN: "mail-service-bars-affiliates",
    VerdictKind.LIMITED: "mail-service-limits-affiliates",
}


def foreign_list(scene: Scene) -> Iterator[Hit]:
    """A list of people who never gave their address to the author, whether or not a letter is planned yet."""
    account = scene.account
    if account and has_foreign_list(account):
        yield _hit(scene, "list-not-own", ("origin", str(account.list_origin)))


def brought_in(scene: Scene) -> Iterator[Hit]:
    """Work that brings people into a list who never gave their address to the author."""
    rule = scene.rules.get(BROUGHT_IN)
    for activity, found in planned_against(scene, wording_of(rule)) if rule else ():
        yield _hit(scene, BROUGHT_IN, ("found", found[0]), subject=activity.id, fixes=(clearing(found),))


def soft_opt_in(scene: Scene) -> Iterator[Hit]:
    """A soft opt-in used for people who bought nothing, or for other people's books."""
    account, rule = _account(scene), scene.rules.get(SOFT_OPT_IN)
    if account is None or rule is None or account.legal_basis is not LegalBasis.SOFT_OPT_IN:
        return
    if not meet(scene.catalog, tuple(_read_in(scene)), rule.regions):
        return
    if account.list_origin not in (None, ListOrigin.BUYERS):
        yield _hit(scene, SOFT_OPT_IN, ("found", f"a list from {account.list_origin}"))
    for activity, found in planned_against(scene, wording_of(rule)):
        if activity.kind is ActivityKind.SEND:
            value = ("found", f"“{found[0]}”")
            yield _hit(scene, SOFT_OPT_IN, value, subject=activity.id, fixes=(clearing(found),))


def _read_in(scene: Scene) -> frozenset[str]:
    """The markets that the letters go to: the channel's, or else all of the book's."""
    return scene.markets or frozenset(scene.background.book.markets)


def gone_stale(scene: Scene) -> Iterator[Hit]:
    """A list that nobody has written to for so long that the permission has worn off."""
    account, rule = _account(scene), scene.rules.get(GONE_STALE)
    if account is None or rule is None or account.last_send is None:
        return
    days = (scene.day(send.due) for send in scene.open_of(ActivityKind.SEND))
    following = min(
        (day for day in days if day and day >= scene.background.today), default=scene.background.today
    )
    if following > months_after(account.last_send, rule.months):
        yield _hit(scene, GONE_STALE, ("last", day_text(account.last_send)), ("next", day_text(following)))


def mail_service(scene: Scene) -> Iterator[Hit]:
    """Affiliate links in letters that the mail service bars, or more of them than it takes."""
    account = _account(scene)
    service = scene.catalog.mail_services.get(account.mail_service) if account else None
    rule = BARRED.get(service.affiliates) if service else None
    if service is None or rule is None:
        return
    mailed = [link for link in scene.channel.links if scene.medium(link.placement) == MAIL]
    earning = [link for link in scene.earning if scene.medium(link.placement) == MAIL]
    most = service.share_at_most or 0.0
    if earning and len(earning) > most * len(mailed):
        source = own_sources_text(service)
        values = (("service", service.name), ("reason", service.text))
        yield link_hit(scene, rule, earning[0], *values, source=source)


def conditions_of_sending(overview: Overview) -> Iterator[Hit]:
    """Conditions of writing to many that the author has not spoken to, where no link carries them."""
    asked: set[str] = set()
    for channel, found in overview.digested:
        if channel.links or not found.sends or channel.platform in asked:
            continue
        platform = overview.platforms.get(channel.platform)
        if platform is None:
            continue
        asked.add(platform.id)
        linked = _placements_with_links(overview, platform.id)
        situation = overview.background.situation(platform.id)
        for condition in platform.conditions:
            spot = overview.catalog.placements.get(condition.placement)
            mailed = spot is not None and spot.medium == MAIL and _is_planned(channel, condition)
            told = condition.placement in linked
            if mailed and not told and condition_met(platform, condition, situation) is None:
                yield Hit(
                    rule="sending-condition-not-known",
                    subject=channel.id,
                    values=(("platform", platform.name), ("condition", condition.text)),
                    source=sources_text(platform, [condition]),
                )


def _placements_with_links(overview: Overview, platform: str) -> frozenset[str]:
    """Where a platform's channels have links, which are told of the conditions that hold there."""
    channels = (channel for channel, _ in overview.digested if channel.platform == platform)
    return frozenset(link.placement for channel in channels for link in channel.links)


def _is_planned(channel: Channel, condition: Condition) -> bool:
    """Whether a channel plans the promotion whose mail a condition is about, where it is about one."""
    return condition.promo is None or any(each.promo is condition.promo for each in channel.activities)


def _account(scene: Scene) -> Account | None:
    """The account whose list is written to, or None where nothing is sent."""
    return scene.account if scene.writes_to_a_list else None


def _hit(
    scene: Scene, rule: RuleId, *values: tuple[str, str], subject: str = "", fixes: tuple[Fix, ...] = ()
) -> Hit:
    name = scene.platform.name if scene.platform else scene.channel.platform
    return Hit(
        rule=rule,
        subject=subject or scene.channel.id,
        aspect="activities",
        values=(("platform", name), *values),
        fixes=fixes,
    )


CHANNEL_CHECKS = (foreign_list, brought_in, soft_opt_in, gone_stale, mail_service)
PLAN_CHECKS = (conditions_of_sending,)
