"""Every error that gigraph raises, named after whose fault it is; a message says what, where and how to mend it."""


class GigraphError(Exception):
    """Root of all errors of gigraph.

    what: what is wrong. where: the file (with line), name or parameter that it is about. hint: what the user can do.
    `exit_code` is the status with which the command line ends.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f". {self.hint}" if self.hint else ""
        return f"{place}{self.what}{advice}"


class UsageError(GigraphError):
    """The command, a parameter or an argument is wrong."""

    exit_code = 2


class NotFoundError(GigraphError):
    """A name, a template or a graph that the user asked for is not there."""

    exit_code = 3


class ReadError(GigraphError):
    """One document cannot be read; `code` is stable (E-EMPTY, E-NOT-TEXT, E-PERM ...) and is counted in the summary."""

    def __init__(self, code: str, what: str, *, where: str = "", hint: str = "") -> None:
        self.code = code
        super().__init__(what, where=where, hint=hint)

    def __str__(self) -> str:
        return f"{self.code} {super().__str__()}"


class RegistryError(GigraphError):
    """The curated data of seeds/registry are wrong; `where` is file:line."""


class OntologyError(GigraphError):
    """The ontology and the code do not agree."""


class QueryError(GigraphError):
    """A query file or a query of the user is wrong."""

    exit_code = 2


class QueryLimitError(GigraphError):
    """A query took more time or memory than it was given."""


class StoreError(GigraphError):
    """The store's directory is missing, foreign or damaged."""


class StoreMissingError(StoreError):
    """There is no store where one was looked for."""


class StoreLockedError(StoreError):
    """Another process is writing to the store."""

    exit_code = 73


class NoSpaceError(StoreError):
    """The disk is full."""

    exit_code = 74


class FloorError(GigraphError):
    """A score lies below its pinned floor, or a floor does not fit its gold."""

    exit_code = 6
