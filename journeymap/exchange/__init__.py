"""The map in other formats, chosen by the ending of the file."""

from journeymap.exchange.errors import ExportError
from journeymap.exchange.formats import Exporter, exporters, names

__all__ = ["ExportError", "Exporter", "exporters", "names"]
