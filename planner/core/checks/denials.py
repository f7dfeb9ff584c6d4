"""What turns words round: said before them, as in English, or behind them, as in German or Japanese."""

from typing import Final

from planner.core.copy_scan.folding import compiled

# Compiled when they are first asked for: most plans hold no such phrase.
BEFORE: Final = (
    r"(?i)\b(?:no|not|nobody|nothing|never|without|avoid|don['’]t|skip|stop|refuse|decline|reject|report|flag"
    r"|remove|delete|against|instead of|rather than|beware|warn|how to spot|watch for|watch out for"
    r"|look out for|turn down|turning down|trouble with|danger of|dangers of|rules on|rules about|debate on"
    r"|takes down|take down|taking down|bans|forbids|punishes|scam|scams"
    r"|kein|keine|keinen|keiner|nicht|nie|niemals|ohne|statt|gegen|pas|jamais|sans|éviter|contre"
    r"|nunca|jamás|evitar|sin|contra|senza|niente|contro|non(?!-)|não|sem|geen|niet|nooit|tegen)\b"
    r"(?!\s+(?:forget|vergessen|oublier|olvidar|dimenticare|esquecer)\b)[^.!?\n]{0,24}\Z"
    r"|(?:[不别勿没沒]|拒绝|拒絕|禁止|抵制|杜绝|[无無](?![料償偿]))[^。！？\n]{0,4}\Z"
)
LOOKED_BACK: Final = 40
BEHIND: Final = (
    r"(?i)\A(?:[ \t]*[?:–—-][ \t]*(?:no|never|not|why not|nein|niemals|non|jamais|nunca|mai)\b"
    r"|[^.!?,;:\n]{0,16}\?[ \t]*(?:no|never|nein|non)\b"
    r"|[^.!?\n]{0,24}[.,;:!]?[ \t](?:say no|declined?|ignored?|refused?|rejected)"
    r"[ \t]*(?:[.!)\n]|\Z)"
    r"|[^.!?,;:\n]{0,24}\b(?:nicht|nie|niemals|verboten|vermeiden|ablehnen|interdit|interdits"
    r"|prohibido|prohibida|vietato|vietati|proibido|proibida)\b"
    r"|[はをもにがの]{0,2}(?:一切|絶対に?|決して)?[^。！？、\n]{0,3}(?:ない|ません|せず|わず|禁止|お断り|断る|厳禁)"
    r"|[은는을를도 \t]{0,2}(?:금지|사절|거절|안\s?함|안\s?해|안\s?합|하지\s?않|하지\s?말|않|없이|없음)"
    r"|[^。！？，；,\n]{0,6}(?:不做|不搞|不玩|不参与|不参加|不參與|不參加|不允许|不允許"
    r"|不许|不得|不买|不刷|禁止|被禁|违规|違規|拒绝|拒絕))"
)
REACH: Final = 40


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether what stands before some words of a text, or right behind them, turns them round."""
    before = compiled(BEFORE).search(text, max(0, start - LOOKED_BACK), start)
    return bool(before or compiled(BEHIND).search(text[end : end + REACH]))
