"""Asks a validator whether a PDF keeps to both standards that every export promises."""

import page

PROFILES = ("ua1", "3a")


def faults(written: bytes) -> list[str]:
    """What breaks PDF/UA-1 or PDF/A-3a, a sentence each; none where the PDF keeps to both."""
    reports = [(profile, page.validate_pdf_bytes(written, profile=profile)) for profile in PROFILES]
    return [
        f"{profile} {fault.rule_id}: {fault.message}" for profile, each in reports for fault in each.failures
    ]
