"""Tags, links and archive marks written into the finished PDF with pikepdf (PLATFORM 5)."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from journeymap.report.paper import LinkSpot
from journeymap.report.tags import Annotation, Element, Mark, Shapes, Words, plain

PRODUCER = "journeymap"
_DOUBTFUL = b"\r\nendstream"
_BEGINS = b" >>\nstream\n"
_DAY_OF_PROFILE = b"".join(number.to_bytes(2, "big") for number in (2000, 1, 1, 0, 0, 0))


def finished(
    drawn: bytes, document: Element, links: Sequence[LinkSpot], places: Mapping[str, tuple[int, float]],
    *, title: str, language: str, day: date,
) -> bytes:  # fmt: skip
    """The drawn pages with structure tree, links, language, title and the PDF/UA mark.

    `places` says where each anchor stands: page from 0 and height in points from its lower edge.
    Equal input gives equal bytes.
    """
    import pikepdf  # noqa: PLC0415 - 0.1 s, only needed when a report is made

    title = plain(title)
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        writer = _Tree(pdf, links, places)
        writer.write(document)
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        _colours(pdf)
        _metadata(pdf, title, language, day)
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]  # the drawn pages' id follows the clock; the content decides instead
        out = io.BytesIO()
        pdf.save(
            out, min_version="1.7", deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )  # fmt: skip
    return with_clear_ends(out.getvalue())


def with_clear_ends(data: bytes) -> bytes:
    """The same file, of the same length, in which no stream's last byte can be taken for a line end.

    A stream that ends in CR before the line feed looks a byte shorter to a reader that searches
    backwards, and PDF/A wants the length beyond doubt (ISO 19005-2, 6.1.7.1). Such a stream moves up
    by the space that ends its dictionary, and CR LF closes it.
    """
    whole = bytearray(data)
    at = whole.find(_DOUBTFUL)
    while at >= 0:
        head = whole.rfind(_BEGINS, 0, at)
        if head >= 0:
            start, end = head + len(_BEGINS), at + 1
            whole[head : end + 1] = _BEGINS.lstrip() + whole[start:end] + b"\r\n"
        at = whole.find(_DOUBTFUL, at + len(_DOUBTFUL))
    return bytes(whole)


class _Tree:
    """Writes elements as objects, and for each page which element holds which marked content."""

    def __init__(
        self, pdf: Any, links: Sequence[LinkSpot], places: Mapping[str, tuple[int, float]]
    ) -> None:  # fmt: skip
        import pikepdf  # noqa: PLC0415

        self._kit = pikepdf
        self._pdf = pdf
        self._links, self._places = links, places
        self._pages = [page.obj for page in pdf.pages]
        self._holders: list[dict[int, Any]] = [{} for _ in self._pages]
        self._link_holders: list[Any] = []

    def write(self, document: Element) -> None:
        kit, pdf = self._kit, self._pdf
        root = pdf.make_indirect(kit.Dictionary(Type=kit.Name.StructTreeRoot))
        root.K = kit.Array([self._element(document, root)])
        numbers: list[Any] = []
        for index, (page, holders) in enumerate(zip(self._pages, self._holders, strict=True)):
            page.StructParents = index
            page.Tabs = kit.Name.S
            held = kit.Array([holders[number] for number in range(len(holders))])
            numbers += [index, pdf.make_indirect(held)]
        for offset, holder in enumerate(self._link_holders):
            numbers += [len(self._pages) + offset, holder]
        root.ParentTree = pdf.make_indirect(kit.Dictionary(Nums=kit.Array(numbers)))
        root.ParentTreeNextKey = len(self._pages) + len(self._link_holders)
        pdf.Root.StructTreeRoot = root

    def _element(self, element: Element, parent: Any) -> Any:
        kit = self._kit
        made = self._pdf.make_indirect(
            kit.Dictionary(Type=kit.Name.StructElem, S=kit.Name(f"/{element.role}"), P=parent)
        )
        for key, words in (("/Alt", element.alt), ("/ActualText", element.actual), ("/T", element.title)):
            if words:
                made[key] = kit.String(plain(words))
        attributes = self._attributes(element)
        if attributes is not None:
            made.A = attributes
        if element.page is not None:
            made.Pg = self._pages[element.page]
        kids = [self._kid(kid, made) for kid in element.kids]
        if kids:
            made.K = kit.Array(kids)
        return made

    def _attributes(self, element: Element) -> Any:
        kit = self._kit
        if element.role in ("TH", "TD") and (element.scope or element.column_span > 1):
            table = kit.Dictionary(O=kit.Name.Table)
            if element.scope:
                table.Scope = kit.Name(f"/{element.scope}")
            if element.column_span > 1:
                table.ColSpan = element.column_span
            return table
        if element.bbox is not None:
            box = kit.Array([round(value, 2) for value in element.bbox])
            return kit.Dictionary(O=kit.Name.Layout, BBox=box, Placement=kit.Name.Block)
        return None

    def _kid(self, kid: Element | Mark | Annotation | Words | Shapes, parent: Any) -> Any:
        kit = self._kit
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, Mark):
            self._holders[kid.page][kid.number] = parent
            return kit.Dictionary(Type=kit.Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)
        assert isinstance(kid, Annotation), "words and shapes stand on the screen only"
        spot = self._links[kid.link]
        self._link_holders.append(parent)
        annotation = self._annotation(spot, len(self._pages) + len(self._link_holders) - 1)
        return kit.Dictionary(Type=kit.Name.OBJR, Pg=self._pages[spot.page], Obj=annotation)

    def _annotation(self, spot: LinkSpot, key: int) -> Any:
        kit, page = self._kit, self._pages[spot.page]
        made = self._pdf.make_indirect(
            kit.Dictionary(
                Type=kit.Name.Annot, Subtype=kit.Name.Link, F=4, StructParent=key,
                Rect=kit.Array([round(value, 2) for value in spot.box]),
                Border=kit.Array([0, 0, 0]), Contents=kit.String(plain(spot.contents)),
            )
        )  # fmt: skip
        if spot.address:
            made.A = kit.Dictionary(S=kit.Name.URI, URI=kit.String(spot.address))
        else:
            target, top = self._places[spot.anchor]
            made.Dest = kit.Array([self._pages[target], kit.Name.XYZ, 0, round(top, 2), 0])
        if "/Annots" not in page:
            page.Annots = kit.Array([])
        page.Annots.append(made)
        return made


def _colours(pdf: Any) -> None:
    """What the document's RGB means: sRGB, with the profile, as an archive wants to know it."""
    import pikepdf  # noqa: PLC0415

    profile = pdf.make_stream(_srgb())
    profile.N = 3
    pdf.Root.OutputIntents = pikepdf.Array(
        [
            pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.OutputIntent, S=pikepdf.Name.GTS_PDFA1,
                    OutputConditionIdentifier=pikepdf.String("sRGB IEC61966-2.1"),
                    Info=pikepdf.String("sRGB IEC61966-2.1"), DestOutputProfile=profile,
                )
            )
        ]
    )  # fmt: skip


@cache
def _srgb() -> bytes:
    """The colour profile, its day set to none: the library stamps it with the clock."""
    from PIL import ImageCms  # noqa: PLC0415 - only a finished report needs it

    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = _DAY_OF_PROFILE
    data[84:100] = bytes(16)
    return bytes(data)


def _metadata(pdf: Any, title: str, language: str, day: date) -> None:
    """Title, language, day and standard, and nothing about who or with what machine."""
    import pikepdf  # noqa: PLC0415

    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    stamp = f"{day:%Y%m%d}000000+00'00'"
    pdf.docinfo["/Title"] = title
    pdf.docinfo["/Producer"] = PRODUCER
    pdf.docinfo["/CreationDate"] = f"D:{stamp}"
    pdf.docinfo["/ModDate"] = f"D:{stamp}"
    stream = pdf.make_stream(_xmp(title, language, day).encode())
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = stream


def _xmp(title: str, language: str, day: date) -> str:
    when = f"{day.isoformat()}T00:00:00+00:00"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer><pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
{_UA_SCHEMA}
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


_UA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""An archive must be told what the accessibility mark means: it is no part of XMP itself."""
