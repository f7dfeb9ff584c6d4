"""Amounts of money, each with its currency."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "KRW": "₩", "INR": "₹"}
WITHOUT_CENTS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "RWF", "XAF", "XOF", "XPF"})
LARGEST, LARGEST_SUM = Decimal(10) ** 12, Decimal(10) ** 24
MOST_ZEROS = 100
# "12", "12.5", "12,50"; and "1,450", "1.450,50" with what parts thousands: three digits are no decimals.
PLAIN = r"(\d+)(?:[.,](\d{1,2})|\.(\d{4,}))?"
GROUPED = r"(\d{1,3}(?:([.,'’ ])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,2}))?"
OUT_OF_RANGE = "an amount of money must be between 0 and a million million"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount that is not negative, in a currency named by its three-letter ISO code; sums may be large.

    Its first digit stands near the point: written in full, 1E-999999999 would fill the memory.

    Raises ValueError for any other amount or code.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or self.amount.is_signed() or self.amount >= LARGEST_SUM:
            raise ValueError(OUT_OF_RANGE)
        if abs(self.amount.adjusted()) > MOST_ZEROS:
            raise ValueError("an amount of money must not have so many zeros")
        if not is_currency(self.currency):
            raise ValueError("an amount of money must end with a currency code such as USD or EUR")

    @classmethod
    def parse(cls, text: str) -> "Money":
        """The amount written as in ``12.50 USD``; raises ValueError for other text."""
        amount, _, currency = text.strip().partition(" ")
        try:
            read = cls(Decimal(amount), currency.strip())
        except InvalidOperation:
            raise ValueError("an amount of money must be written as in 12.50 USD") from None
        if read.amount >= LARGEST:
            raise ValueError(OUT_OF_RANGE)
        return read

    @classmethod
    def said(cls, text: str, currency: str) -> "Money":
        """The amount that people mean, "1.450,50 €" too; ``currency`` where none is named.

        Raises ValueError for other text.
        """
        signs = {sign: code for code, sign in SYMBOLS.items()}
        number = " ".join(text.split())
        found = re.fullmatch(r"([^\d\s.,+-]*) ?([\d.,'’ ]*\d) ?([^\d\s.,]*)", number)
        named = "".join(found[1] + found[3]) if found else ""
        if found is None or (found[1] and found[3]):
            raise ValueError("an amount of money is written as in 12.50 or 12.50 USD")
        code = signs.get(named, named.upper()) or currency
        return cls(_amount_said(found[2]), code)

    @property
    def typed(self) -> str:
        """The amount without its currency as :meth:`said` reads it."""
        number = f"{self.amount:f}"
        return f"{number}0" if len(number.partition(".")[2]) == 3 else number

    def __str__(self) -> str:
        """The amount as :meth:`parse` reads it."""
        return f"{self.amount:f} {self.currency}"

    @property
    def text(self) -> str:
        """The amount as people read it: whole units where there are no cents, and no line ends within it."""
        cents = 0 if self.currency in WITHOUT_CENTS else 2
        number = f"{self.amount:,.{cents}f}".removesuffix(".00")
        symbol = SYMBOLS.get(self.currency)
        return f"{symbol}{number}" if symbol else f"{number}\u00a0{self.currency}"


def _amount_said(number: str) -> Decimal:
    if plain := re.fullmatch(PLAIN, number):
        whole, cents = plain[1], plain[2] or plain[3]
    elif grouped := re.fullmatch(GROUPED, number):
        whole, cents = re.sub(r"[^0-9]", "", grouped[1]), grouped[3]
    else:
        raise ValueError("an amount of money is written as in 1450 or 12.50")
    return Decimal(f"{whole}.{cents}" if cents else whole)


def is_currency(code: str) -> bool:
    """Whether a text is written like an ISO code of a currency, such as USD."""
    return len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()


def total(amounts: Iterable[Money | None], currency: str) -> Money:
    """The sum of the amounts in one currency; others are left out."""
    return Money(sum((m.amount for m in amounts if m and m.currency == currency), Decimal(0)), currency)


def totals_apart(amounts: Collection[Money | None], currency: str) -> list[Money]:
    """The sums in each other currency than this one, where they come to anything, by their codes."""
    others = sorted({money.currency for money in amounts if money and money.amount} - {currency})
    return [total(amounts, other) for other in others]
