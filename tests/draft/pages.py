"""A PDF writer of just what letters have: lines of Helvetica, plain or bold, at places on pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """A line, in points from the lower left corner of the page."""

    text: str
    left: float
    base: float
    size: float = 12
    bold: bool = False


LOCK = b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
    b"00" * 32,
    b"00" * 32,
)
"""What a trailer has where a password is asked for; nobody knows this one."""


def pdf(*pages: list[Printed], locked: bool = False) -> bytes:
    """Return a PDF with those lines on its pages, in that order; `locked` with a password."""
    fonts = (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
        for name in ("Helvetica", "Helvetica-Bold")
    )
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *fonts]
    kids = []
    for page in pages:
        shown = "\n".join(_shown(line) for line in page).encode("cp1252")
        kids.append(f"{len(objects) + 2} 0 R")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F0 3 0 R /F1 4 0 R >> >> >>".encode()
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"/Size %d /Root 1 0 R %s" % (len(objects) + 1, LOCK if locked else b"")
    return out + b"trailer << %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)


def _shown(line: Printed) -> str:
    escaped = line.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    font = f"/F{int(line.bold)} {line.size} Tf"
    return f"BT {font} 1 0 0 1 {line.left} {line.base} Tm ({escaped}) Tj ET"
