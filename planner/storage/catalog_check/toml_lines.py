"""Finds the line of a TOML file on which a place of its data stands."""

from planner.storage.json_text import Place


def line_of(text: str, place: Place) -> int:
    """The line, from 1 up, of a place such as ("placements", 3, "text"), or of what is nearest around it."""
    lines = text.splitlines()
    at = 0
    names: list[str] = []
    for part in place:
        if isinstance(part, int):
            found = _rows(lines, names) or _inline_rows(lines, at)
            at = found[part] if part < len(found) else at
            continue
        names.append(part)
        at = _key_or_table(lines, at, names)
    return at + 1


def _rows(lines: list[str], names: list[str]) -> list[int]:
    """Where the rows of a list of tables begin."""
    header = f"[[{'.'.join(names)}]]"
    return [number for number, line in enumerate(lines) if line.strip() == header]


def _inline_rows(lines: list[str], at: int) -> list[int]:
    """Where the rows begin of a list that stands in brackets after its name, a row on a line."""
    rows = []
    for number, line in enumerate(lines[at + 1 :], at + 1):
        if not line.lstrip().startswith(("{", "#")):
            break
        if line.lstrip().startswith("{"):
            rows.append(number)
    return rows


def _key_or_table(lines: list[str], at: int, names: list[str]) -> int:
    """Where the last of the names begins: as a table of its own, or as a key of the table at hand."""
    header = f"[{'.'.join(names)}]"
    if header in lines:
        return lines.index(header, at if header in lines[at:] else 0)
    if rows := _rows(lines, names):
        return max(at, rows[0])
    for number in range(at, len(lines)):
        if number > at and lines[number].startswith("["):
            break
        if lines[number].split("=", 1)[0].strip().strip('"') == names[-1]:
            return number
    return at
