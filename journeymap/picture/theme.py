"""The map's colours by theme: a token says what a colour is for, a theme which one it is.

Five colours carry meaning: blue the customer, brick walls, amber customer time lost, green value
in use, black decisive. The rest is ink on paper. The pairs that must be readable, with their
limits, are in tests/picture/test_picture_theme.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Name = Literal["light", "dark", "projector", "print", "contrast"]


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of colours, one a token."""

    name: Name
    colours: Mapping[str, str]

    def colour(self, token: str) -> str:
        """The token's colour as #RRGGBB; KeyError for a word that is no token."""
        return self.colours[token]


# token: light, dark, projector, print, high contrast
_TABLE = """
paper     #FFFFFF #16181C #FFFFFF #FFFFFF #000000
back      #F5F5F3 #1D2025 #EFEFEC #F2F2F0 #101010
hatch     #DEDFDD #2C3037 #D2D3D0 #CFD0CD #3A3A3A
hair      #E6E7E9 #2A2E34 #D5D8DC #DADCDF #4A4A4A
rule      #BFC3C8 #4A5059 #8E959E #9AA0A7 #9A9A9A
ink       #14171B #F1F2F4 #000000 #000000 #FFFFFF
ink2      #474D55 #BCC2CA #2B3036 #33383E #F0F0F0
ink3      #686E77 #959CA6 #454B53 #52585F #D8D8D8
card      #FFFFFF #23272D #FFFFFF #FFFFFF #000000
line      #848B95 #767F8B #5B626B #6A717A #D0D0D0
road      #3572DC #5C93F5 #2463CF #5B8FE6 #7DB2FF
roadtext  #1F5AC8 #86B2FF #124BAE #2A55A8 #A8CCFF
roadtint  #EAF1FD #1E2B44 #EAF1FD #EAF1FD #10294F
info      #7C838C #8C949F #59616B #5E656E #C8C8C8
brick     #C7371A #F0613F #C42F10 #9C2408 #FF8566
mortar    #FFFFFF #16181C #FFFFFF #FFFFFF #000000
bricktext #A92B10 #FF8F73 #98230A #8A1F06 #FFB19E
crit      #14171B #F4F5F7 #000000 #000000 #FFFFFF
oncrit    #FFFFFF #14171B #FFFFFF #FFFFFF #000000
amber     #FFC02E #FFC94D #FFB400 #FFC947 #FFD24D
onamber   #14171B #14171B #000000 #000000 #000000
ringA     #14171B #FFC94D #000000 #000000 #FFD24D
gap       #FFE2A1 #4F3E14 #FFE2A1 #EBD9A8 #4A3800
gapline   #A86B00 #E3AE3A #8A5A00 #7A5200 #FFD24D
value     #1B7A4B #5CC892 #0F6238 #0F6238 #7CE8B2
focus     #0B57D0 #9CC2FF #0B57D0 #0B57D0 #FFFF00
"""


def _theme(name: Name, column: int) -> Theme:
    rows = (line.split() for line in _TABLE.strip().splitlines())
    return Theme(name, MappingProxyType({row[0]: row[column] for row in rows}))


LIGHT = _theme("light", 1)
DARK = _theme("dark", 2)
PROJECTOR = _theme("projector", 3)
PRINT = _theme("print", 4)
CONTRAST = _theme("contrast", 5)
THEMES: Mapping[str, Theme] = MappingProxyType(
    {theme.name: theme for theme in (LIGHT, DARK, PROJECTOR, PRINT, CONTRAST)}
)
TOKENS: tuple[str, ...] = tuple(LIGHT.colours)


def luminance(colour: str) -> float:
    """The relative luminance of #RRGGBB after WCAG 2: 0 black, 1 white."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The WCAG 2 ratio of two colours: 1 the same, 21 black on white."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
