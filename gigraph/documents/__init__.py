"""From bytes to a Document; one reader a media type, chosen by content."""

from gigraph.documents.plain import read_document

__all__ = ["read_document"]
