"""Hypothesis as continuous integration needs it: no timing, nothing left on disk."""

from hypothesis import settings

settings.register_profile("quiet", deadline=None, database=None, max_examples=60)
settings.load_profile("quiet")
