"""A whole campaign, played: issued, answered, damaged, collected, consolidated, and compared."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from time import perf_counter

import pandas as pd

from distribution.play.answers import answer
from distribution.play.district import CENTRAL, Size, schools_of
from distribution.play.inbox import send_all
from distribution.play.records import CAMPAIGN, budget_of
from distribution.play.truth import frame_of
from xlbudget.model.folder import save_folder

ISSUE, COLLECT, CONSOLIDATE = "issue", "collect", "consolidate"


@dataclass
class Play:
    """A campaign that is played in a folder.

    Attributes:
        root: The folder; it is there, and empty.
        size: How large the campaign is.
        run: Runs a command line; returns its exit code, what it says, and what it complains of.
        office: The real program that fills some of the files in.
        told: What each command said.
        seconds: How long each stage took.

    """

    root: Path
    size: Size
    run: object
    office: object = None
    told: dict = field(default_factory=dict)
    seconds: dict = field(default_factory=dict)
    sent: list = field(default_factory=list)
    counted: list = field(default_factory=list)

    @property
    def campaign(self):
        """The campaign's folder."""
        return self.root / "fy27"

    @cached_property
    def schools(self):
        """The schools, with what they answer."""
        found = schools_of(self.size)
        for school in found:
            answer(school, self.size)
        return found

    @cached_property
    def truth(self):
        """What counts, by the generator: the district's lines, and those of answers that count."""
        return frame_of([*CENTRAL, *(line for school in self.counted for line in school.lines)])

    @cached_property
    def issued(self):
        """What the district's data comes to, by the generator."""
        return frame_of([*CENTRAL, *(line for it in self.schools for line in it.last_year)])

    @property
    def collected(self):
        """What collecting said, as JSON."""
        return json.loads(self.told[COLLECT].out)

    @property
    def consolidated(self):
        """What consolidating said, as JSON."""
        return json.loads(self.told[CONSOLIDATE].out)

    @cached_property
    def lines(self):
        """The consolidated lines, from Parquet."""
        return pd.read_parquet(self.campaign / "results" / "tables" / "lines.parquet")

    def go(self):
        """Play all of it."""
        for stage in (self.issue, self.answer, self.collect, self.consolidate):
            stage()
        return self

    def issue(self):
        """Draw the district, and issue to its schools."""
        data = self.root / "district"
        self._timed("district", lambda: save_folder(budget_of(self.schools), data))
        self.command(ISSUE, data, self.campaign, "--id", CAMPAIGN)

    def answer(self):
        """Let the schools answer."""
        self._timed("answers", self._answer)

    def collect(self):
        """Collect what came back."""
        self.command(COLLECT, self.campaign, "--json")

    def consolidate(self):
        """Put the answers that count together."""
        tables = ("--tables", self.campaign / "results" / "tables")
        self.command(CONSOLIDATE, self.campaign, "--yes", "--json", *tables)

    def command(self, name, *words):
        """Run a command, and keep what it said."""
        line = [name, *map(str, words)]
        self.told[name] = self._timed(name, lambda: self.run(line))

    def _answer(self):
        out, inbox = self.campaign / "out", self.campaign / "inbox"
        self.sent, self.counted = send_all(self.schools, self.size, out, inbox, self.office)

    def _timed(self, stage, work):
        start = perf_counter()
        done = work()
        self.seconds[stage] = perf_counter() - start
        return done
