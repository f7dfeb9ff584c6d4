"""Writes the names of sites as the network knows them."""

LONGEST_LABEL = 63
JOINERS = "\u200c\u200d"


def ascii_host(host: str) -> str:
    """A host in ASCII as browsers look it up, by UTS 46, which tells ß from ss; raises ValueError."""
    if host.isascii():
        return host
    import idna

    return ".".join(map(_ascii_label, idna.uts46_remap(host).removesuffix(".").split(".")))


def _ascii_label(label: str) -> str:
    """A part of a host; unlike IDNA 2008, and like browsers, this takes pictures too."""
    import idna

    if not label.isascii():
        idna.check_initial_combiner(label)
        idna.check_bidi(label)
        if any(char in JOINERS and not idna.valid_contextj(label, at) for at, char in enumerate(label)):
            raise ValueError("a joiner between letters that it cannot join")
        label = f"xn--{label.encode('punycode').decode()}"
    if not 0 < len(label) <= LONGEST_LABEL:
        raise ValueError("an empty or overlong part")
    return label
