"""Building a store from documents: parallel, incremental, and safe to kill."""

from gigraph.build.collect import Problem
from gigraph.build.run import build
from gigraph.build.summary import Progress, Summary

__all__ = ["Problem", "Progress", "Summary", "build"]
