"""What the choices of forms offer, by the names that the fields' tables use."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from planner.core.catalog import Catalog
from planner.core.money import SYMBOLS
from planner.core.phrasing import upper_first
from planner.core.vocabulary import (
    ActivityKind,
    Aim,
    EditionKind,
    LegalBasis,
    ListOrigin,
    Promo,
    Stance,
    State,
)
from planner.gui.parts.choice import GROUP, NOT_SAID, Choices
from planner.gui.session import Session

PEOPLE = "person"
CONTINENTS = frozenset(
    {"Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)


def of_enum(kind: type[StrEnum]) -> Choices:
    """The values of an enumeration under their words."""
    return {value: upper_first(value) for value in kind}


def or_not_said(kind: type[StrEnum]) -> Choices:
    """The same, or none of them."""
    return {None: NOT_SAID, **of_enum(kind)}


def genres(catalog: Catalog) -> Choices:
    """The genres under the wider ones that they belong to."""
    choices = {"": NOT_SAID}
    for genre in catalog.genres.values():
        if genre.parent:
            continue
        below = [other for other in catalog.genres.values() if genre.id in catalog.genre_line(other.id)[1:]]
        if below:
            choices[f"{GROUP}{genre.id}"] = genre.name
        choices[genre.id] = f"{genre.name}, of any kind" if below else genre.name
        choices.update({other.id: other.name for other in below})
    return choices


def regions(catalog: Catalog) -> Choices:
    """The markets."""
    return {"": NOT_SAID, **{region.id: region.name for region in catalog.regions.values()}}


def codes_of_regions(catalog: Catalog) -> Choices:
    """The codes of markets by all that people call them, and by themselves in letters of any size."""
    return {
        each: region.id
        for region in catalog.regions.values()
        for name in (region.id, region.name, *region.also)
        for each in (name, f"the {name}")
    }


def platforms(catalog: Catalog) -> Choices:
    """The platforms by name."""
    found = sorted(catalog.platforms.values(), key=lambda platform: platform.name.casefold())
    return {platform.id: platform.full_name for platform in found}


def zones() -> Choices:
    """The time zones of the world by their IANA names, those of a continent under its name."""
    from zoneinfo import available_timezones

    choices = {"": NOT_SAID, "UTC": "UTC"}
    for zone in sorted(available_timezones()):
        continent, _, place = zone.partition("/")
        if continent in CONTINENTS and place:
            choices.setdefault(f"{GROUP}{continent}", continent)
            choices[zone] = f"{place.replace('_', ' ')} ({continent})"
    return choices


def mail_services(catalog: Catalog) -> Choices:
    """The services that send letters."""
    return {"": NOT_SAID, **{service.id: service.name for service in catalog.mail_services.values()}}


MAKERS: Mapping[str, Callable[[Catalog], Choices]] = {
    "stance": lambda _catalog: of_enum(Stance),
    "aim": lambda _catalog: or_not_said(Aim),
    "goal": lambda _catalog: of_enum(Aim),
    "work": lambda _catalog: of_enum(ActivityKind),
    "state": lambda _catalog: of_enum(State),
    "promo": lambda _catalog: or_not_said(Promo),
    "origin": lambda _catalog: or_not_said(ListOrigin),
    "basis": lambda _catalog: or_not_said(LegalBasis),
    "zone": lambda _catalog: zones(),
    "edition": lambda _catalog: of_enum(EditionKind),
    "genre": genres,
    "region": regions,
    "region by name": codes_of_regions,
    "mail service": mail_services,
    "platform": platforms,
    "currency": lambda _catalog: {code: f"{code} {sign}" for code, sign in SYMBOLS.items()},
    "language": lambda catalog: {each.id: f"{each.name} ({each.id})" for each in catalog.languages.values()},
    "spoken": lambda catalog: {each.id: each.name for each in catalog.languages.values()},
    "spoken by name": lambda catalog: {
        called: each.id for each in catalog.languages.values() for called in (each.name, each.id)
    },
}


def chooser(session: Session) -> Callable[[str], Choices]:
    """The function that forms ask for choices; what the catalog gives is made once, people always anew."""
    made: dict[str, Choices] = {}

    def choices(name: str) -> Choices:
        if name == PEOPLE:
            return {"": "Nobody yet", **{person.id: person.name for person in session.plan.people}}
        if name not in made:
            made[name] = MAKERS[name](session.catalog)
        return made[name]

    return choices
