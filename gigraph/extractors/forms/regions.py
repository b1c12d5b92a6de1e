"""Where the statistics tables of a document stand: one function for all that read around them."""

from gigraph.extractors.forms.tables import table_spans

__all__ = ["table_spans"]
