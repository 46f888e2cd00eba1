"""The program's words in Swedish, Norwegian Bokmål and English; numbers and dates with them."""

from journeymap.i18n.catalogue import LANGUAGES, N_, Catalogue, catalogue

__all__ = ["LANGUAGES", "N_", "Catalogue", "catalogue"]
