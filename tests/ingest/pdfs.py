"""Small PDFs for tests, written by hand."""


def pdf(lines: list[str], title: str = "") -> bytes:
    """A one-page PDF with `lines` in Helvetica and an optional title."""
    drawn = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 10 Tf 50 700 Td {drawn}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources 7 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) >>".encode(),
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size 8 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 8\n0000000000 65535 f \n" + table + trailer
