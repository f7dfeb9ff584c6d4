"""Amounts of money, each with its currency."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "KRW": "₩", "INR": "₹"}
WITHOUT_CENTS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "RWF", "XAF", "XOF", "XPF"})
LARGEST, LARGEST_SUM = Decimal(10) ** 12, Decimal(10) ** 24
MOST_ZEROS = 100
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
