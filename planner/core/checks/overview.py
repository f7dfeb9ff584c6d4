"""What a check of the whole plan may look at."""

from dataclasses import dataclass

from planner.core.catalog import Catalog, Platform
from planner.core.plan import Plan


@dataclass(frozen=True, slots=True)
class Overview:
    """The plan and the catalog, for checks that look at all of it."""

    plan: Plan
    catalog: Catalog

    @property
    def platforms(self) -> dict[str, Platform]:
        """The known platforms that the plan uses, by id."""
        used = dict.fromkeys(channel.platform for channel in self.plan.channels)
        return {id: self.catalog.platforms[id] for id in used if id in self.catalog.platforms}
