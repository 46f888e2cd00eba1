"""Tables as other programs write them, made small: the conventions are theirs, the words are ours."""

from __future__ import annotations

import csv
import io

from journeymap.edit.tables.cells import Sheet
from journeymap.edit.tables.guess import guess
from journeymap.edit.tables.reading import read_table
from journeymap.edit.tables.told import Told


def sheet(text: str, separator: str = ";") -> Sheet:
    """A sheet of text cells."""
    rows = [tuple(row) for row in csv.reader(io.StringIO(text.strip("\n")), delimiter=separator)]
    return Sheet("table", rows)


def told(text: str, separator: str = ";") -> Told:
    """What a table tells as it is most likely meant."""
    table = sheet(text, separator)
    return read_table(table, guess(table))


def titles(found: Told) -> list[str]:
    return [step.title for step in found.steps]


def joined(found: Told) -> set[tuple[str, str]]:
    """Every link by the titles of its ends."""
    return {(found.steps[link.source].title, found.steps[link.target].title) for link in found.links}


VISIO = """
Process Step ID;Process Step Description;Next Step ID;Connector Label;Shape Type;Function;Phase;\
Alt Description
P100;Customer calls;P200;;Start;Customer;Contact;
P200;Answer the call;"P300,P400";"Yes,No";Decision;Service desk;Contact;Picks up within three rings
P300;Solve at once;P500;;Process;Service desk;Solve;
P400;Escalate;P500;;Process;Back office;Solve;
P500;Confirm;;;End;Customer;Close;
"""
"""Visio's Data Visualizer: ids, next ids and words on the connectors in lists with commas."""

LUCID = """
Id,Name,Shape Library,Page ID,Contained By,Group,Line Source,Line Destination,Source Arrow,\
Destination Arrow,Status,Text Area 1,Comments
1,Document,,,,,,,,,Draft,Returns,
2,Page,,,,,,,,,,Page 1,
3,Swim Lane,Flowchart Shapes/Containers,2,,,,,,,,Customer,
4,Process,Flowchart Shapes,2,3,,,,,,,Sends it back,
5,Decision,Flowchart Shapes,2,,,,,,,,In time?,Thirty days
6,Line,,2,,,4,5,None,Arrow,,,
7,Line,,2,,,5,4,None,Arrow,,No,
8,MinimalTextBlock,Standard,2,,,,,,,,Drawn in May,
9,Line,,2,,,5,,None,Arrow,,lost,
"""
"""Lucidchart's list of shapes: lines are rows of their own, lanes are shapes that contain others."""

MURAL = """
ID,BG Color,Text,Position X,Position Y,Area,Tags
a1,#FFF,Pays,900,40,After,
a2,#FFF,Searches,100,40,Before,
a3,#FFF,Books,400,60,During,
"""
"""A whiteboard: notes in any order, their place on the board tells the time."""

GRID = '''
;Före;;Under;Efter
Kundens handlingar;"• Söker hotell
• Jämför priser";Bokar;Checkar in;Betalar
Reception;;;Tar emot gästen;Skriver fakturan
Bakom scenen;;;Tilldelar rum;
Känsla;2;1;-3;1
Kanal;Webb;Webb;Disk;Disk
Smärtpunkter;;;"Frågas igen
Lång kö";Fel belopp
Citat;;;"""Det är inte vårt bord""";
Möjligheter;;;Fråga bara en gång;
'''
"""A journey tool's export: stages side by side, a lane or a kind of fact in each row."""
