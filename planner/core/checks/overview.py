"""What a check of the whole plan may look at."""

from collections.abc import Mapping

from planner.core.catalog import Platform
from planner.core.checks.background import Background
from planner.core.checks.digest import Digested, Tagged
from planner.core.checks.loads import Loads
from planner.core.workload import Load


class Overview:
    """Plan, catalog and rules, for checks that look at all of it; what is read of the plan is noted."""

    def __init__(self, background: Background) -> None:
        """Look at the plan that the background stands for."""
        self.catalog = background.catalog
        self.rules = background.rules
        self.background = background
        self.plan = background.plan
        self._counted = Loads()

    @property
    def platforms(self) -> Mapping[str, Platform]:
        """The known platforms that the plan uses, by id."""
        return self.background.once(self._platforms)

    def _platforms(self) -> dict[str, Platform]:
        used = dict.fromkeys(channel.platform for channel in self.plan.channels)
        return {id: self.catalog.platforms[id] for id in used if id in self.catalog.platforms}

    @property
    def digested(self) -> Digested:
        """Every channel with its digest, in the order of the board."""
        return self.background.digested

    @property
    def tags(self) -> tuple[Tagged, ...]:
        """The links with UTM tags of each channel, in the order of the board."""
        return self.background.once(self._tags)

    def _tags(self) -> tuple[Tagged, ...]:
        return tuple([found.tags for _, found in self.digested])

    @property
    def loads(self) -> tuple[Load, ...]:
        """What each phase asks for by week, in the order of the board."""
        return self.background.once(self._loads)

    def _loads(self) -> tuple[Load, ...]:
        return self._counted.of(self.plan.phases, self.plan.launch)
