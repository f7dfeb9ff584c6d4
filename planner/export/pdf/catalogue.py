"""The catalogue of a PDF, from which readers find all else: structure, metadata, colours, attached files."""

from collections.abc import Sequence
from typing import Any

from planner.export.pdf.archive import About, Attachment, attach, information, metadata, output_intent
from planner.export.pdf.file import Objects, write_file
from planner.export.pdf.links import Links
from planner.export.pdf.page_canvas import PageCanvas
from planner.export.pdf.structure import Structure, pdf_text


def save(
    canvas: PageCanvas,
    structure: Structure,
    links: Links,
    about: About,
    attachments: Sequence[Attachment],
    *,
    tagged: bool,
) -> bytes:
    """The whole file of a document whose pages are drawn; untagged, it claims to keep to no standard."""
    objects = canvas.objects
    pages = objects.page_numbers()
    links.write(pages)
    entries = {
        "Lang": pdf_text(about.language),
        "ViewerPreferences": "<</DisplayDocTitle true>>",
        "PageLabels": "<</Nums[0<</S/D>>]>>",
    }
    if tagged:
        entries["MarkInfo"] = "<</Marked true>>"
        entries["StructTreeRoot"] = f"{_write_structure(structure, objects, pages)} 0 R"
        entries["OutputIntents"] = output_intent(objects)
        packet = objects.add_stream(metadata(about), "/Type/Metadata/Subtype/XML", plain=True)
        entries["Metadata"] = f"{packet} 0 R"
    if attachments:
        entries["Names"], entries["AF"] = attach(objects, attachments, about.stamp)
    _fill(canvas.catalogue, entries)
    return write_file(objects, canvas.finish(), objects.add(information(about)))


def _fill(catalogue: Any, entries: dict[str, str]) -> None:
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, *entries]
    for key, entry in entries.items():
        setattr(catalogue, key, entry)


def _write_structure(structure: Structure, objects: Objects, pages: list[int]) -> int:
    """Write the tree, and the table that leads from each mark and link back to its element."""
    root = objects.reserve()
    elements = structure.elements()
    first = objects.reserve(len(elements))
    for number, element in enumerate(elements, first):
        element.number = number
    bodies = (structure.body(element, pages, root) for element in elements)
    objects.put_many(first, len(elements), bodies)
    marks = structure.marks[: len(pages)]
    keys = [objects.add(f"[{' '.join(f'{each.number} 0 R' for each in page)}]") for page in marks]
    keys += [element.number for element in structure.links]
    table = " ".join(f"{key} {number} 0 R" for key, number in enumerate(keys))
    tree = objects.add(f"<</Nums[{table}]>>")
    body = f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {len(keys)}>>"
    objects.put(root, body.encode())
    return root
