"""The words that the checks of copy go by, as ``resources/lists/copy.toml`` has them."""

from collections.abc import Mapping

from planner.core.records import record


@record
class HintWords:
    """The words that lead readers to a link or a contact without naming it."""

    ask: tuple[str, ...]
    look_at: tuple[str, ...]
    own_places: tuple[str, ...]
    fetch: tuple[str, ...]
    things: tuple[str, ...]
    stand: tuple[str, ...]
    places: tuple[str, ...]
    have: tuple[str, ...]
    own_ends: tuple[str, ...]
    links: tuple[str, ...]
    stands: tuple[str, ...]
    within: tuple[str, ...]
    owners: tuple[str, ...]
    spots: tuple[str, ...]
    looks: tuple[str, ...]
    profiles: tuple[str, ...]
    far_links: tuple[str, ...]
    far_spots: tuple[str, ...]
    other_links: tuple[str, ...]
    whose: tuple[str, ...]
    no_spots: tuple[str, ...]
    ordinals: tuple[str, ...]
    messages: tuple[str, ...]
    answers: tuple[str, ...]
    below: tuple[str, ...]
    to_get: tuple[str, ...]
    articles: tuple[str, ...]
    urging: tuple[str, ...]
    urged: tuple[str, ...]


@record
class OfferingWords:
    """The words by which a sentence that offers something is told from one that tells a story."""

    calls: tuple[str, ...]
    things: tuple[str, ...]
    tells: tuple[str, ...]
    says: tuple[str, ...]
    of_sums: tuple[str, ...]
    sells: tuple[str, ...]
    pronouns: tuple[str, ...]
    before_nouns: tuple[str, ...]


@record
class ClaimWords:
    """The words that say of a book that it is new or free, and what they are said of."""

    dated: tuple[str, ...]
    things: tuple[str, ...]
    free: tuple[str, ...]
    free_behind: tuple[str, ...]
    free_before: tuple[str, ...]
    joining: tuple[str, ...]
    free_with: tuple[str, ...]
    frees: tuple[str, ...]
    defined: tuple[str, ...]
    none: tuple[str, ...]


@record
class SeekingWords:
    """The words that send readers to a search: what they seek, and where."""

    verbs: tuple[str, ...]
    own: tuple[str, ...]
    whose: tuple[str, ...]
    names: tuple[str, ...]
    within: tuple[str, ...]
    which: tuple[str, ...]
    places: tuple[str, ...]
    before: tuple[str, ...]


@record
class DetourWords:
    """The words that send readers elsewhere in Chinese without a link."""

    seek: tuple[str, ...]
    seek_on: tuple[str, ...]
    titles_of: tuple[str, ...]
    titles: tuple[str, ...]
    finds: tuple[str, ...]
    goes_to: tuple[str, ...]
    apps_told: tuple[str, ...]
    app_kinds: tuple[str, ...]
    answer_places: tuple[str, ...]
    sent: tuple[str, ...]
    asked_at: tuple[str, ...]
    nudges: tuple[str, ...]
    own_leads: tuple[str, ...]
    own_things: tuple[str, ...]
    own_stands: tuple[str, ...]
    own_offers: tuple[str, ...]
    not_own: tuple[str, ...]
    answers: tuple[str, ...]
    answered: tuple[str, ...]
    sends: tuple[str, ...]
    askers: tuple[str, ...]
    pictures: tuple[str, ...]
    within: tuple[str, ...]
    holds: tuple[str, ...]
    codes: tuple[str, ...]
    not_codes: tuple[str, ...]
    sought: tuple[str, ...]
    look_at: tuple[str, ...]
    not_pictures: tuple[str, ...]
    watermarks: tuple[str, ...]
    joins: tuple[str, ...]
    groups_of: tuple[str, ...]
    groups: tuple[str, ...]
    not_groups: tuple[str, ...]
    group_ends: tuple[str, ...]
    passcodes_of: tuple[str, ...]
    tells_code: tuple[str, ...]
    passcodes: tuple[str, ...]
    not_passcodes: tuple[str, ...]


@record
class TieWords:
    """What a sentence holds, in one language, that says that whoever wrote it gains by its links.

    One word of each: ``who`` gains, the verb, what is gained, and by what; an empty one is not needed.
    With one of ``not_with`` it speaks of something else.
    """

    gains: tuple[str, ...]
    fees: tuple[str, ...]
    who: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()


@record
class ToldWords:
    """What stands right before and behind a phrase of which a sentence only tells; an empty one matters not.

    With ``quoted`` the phrase stands in quotes between them.
    """

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    quoted: bool = False


@record
class CopyWords:
    """The words that the checks of copy go by; what each list is for stands in its file."""

    top_domains: tuple[str, ...]
    word_domains: tuple[str, ...]
    dot_com_words: tuple[str, ...]
    spelled_domains: tuple[str, ...]
    far_domains: tuple[str, ...]
    apart_domains: tuple[str, ...]
    dots: tuple[str, ...]
    stop_dots: tuple[str, ...]
    joined_dots: tuple[str, ...]
    slashes: tuple[str, ...]
    dot_words: Mapping[str, tuple[str, ...]]
    close_dots: tuple[str, ...]
    far_leads_to: tuple[str, ...]
    far_apart_domains: tuple[str, ...]
    parted_dots: tuple[str, ...]
    parted_domains: tuple[str, ...]
    address_leads: tuple[str, ...]
    no_host: tuple[str, ...]
    no_address: tuple[str, ...]
    short_hosts: tuple[str, ...]
    www_words: tuple[str, ...]
    ats: tuple[str, ...]
    mail_hosts: tuple[str, ...]
    mail_words: tuple[str, ...]
    mail_messengers: tuple[str, ...]
    mail_names: tuple[str, ...]
    mail_links: tuple[str, ...]
    bracketed_ats: tuple[str, ...]
    at_pictures: tuple[str, ...]
    no_mailbox: tuple[str, ...]
    mail_roles: tuple[str, ...]
    site_verbs: tuple[str, ...]
    mail_verbs: tuple[str, ...]
    no_mailbox_before: tuple[str, ...]
    box_signs: tuple[str, ...]
    phone_leads: tuple[str, ...]
    digit_words: tuple[str, ...]
    ten_words: Mapping[str, int]
    digit_alike: tuple[str, ...]
    digit_hangul: tuple[str, ...]
    digit_again: Mapping[str, int]
    other_numbers: tuple[str, ...]
    id_marks: tuple[str, ...]
    id_links: tuple[str, ...]
    id_verbs: tuple[str, ...]
    qr: tuple[str, ...]
    qr_calls: tuple[str, ...]
    qr_not_in: tuple[str, ...]
    qr_before: tuple[str, ...]
    qr_wary: tuple[str, ...]
    qr_goes_on: tuple[str, ...]
    qr_verbs: tuple[str, ...]
    qr_words: tuple[str, ...]
    qr_initials: tuple[str, ...]
    codes: tuple[str, ...]
    code_links: tuple[str, ...]
    code_uses: tuple[str, ...]
    bare_codes: tuple[str, ...]
    other_codes: tuple[str, ...]
    code_words: tuple[str, ...]
    unless: tuple[str, ...]
    promotes: tuple[str, ...]
    in_general: tuple[str, ...]
    general_ends: tuple[str, ...]
    money_off: tuple[str, ...]
    saves: tuple[str, ...]
    tenths_before: tuple[str, ...]
    tenths_behind: tuple[str, ...]
    tenths_off: tuple[str, ...]
    not_off: tuple[str, ...]
    sales: tuple[str, ...]
    sales_far: tuple[str, ...]
    banned_first: tuple[str, ...]
    banned_last: tuple[str, ...]
    whole: tuple[str, ...]
    great_sums: tuple[str, ...]
    money_signs: tuple[str, ...]
    money_words: tuple[str, ...]
    money_before: tuple[str, ...]
    money_marks: tuple[str, ...]
    cash_before: tuple[str, ...]
    cash_behind: tuple[str, ...]
    price_leads: tuple[str, ...]
    price_ends: tuple[str, ...]
    number_joints: tuple[str, ...]
    before: tuple[str, ...]
    shop_before: tuple[str, ...]
    far_owners: tuple[str, ...]
    far_leads: tuple[str, ...]
    far_senders: tuple[str, ...]
    far_topics: tuple[str, ...]
    far_before: tuple[str, ...]
    far_goes_on: tuple[str, ...]
    far_ends: tuple[str, ...]
    before_places: tuple[str, ...]
    joined: tuple[str, ...]
    shown: tuple[str, ...]
    goes_on: tuple[str, ...]
    between: tuple[str, ...]
    after: tuple[str, ...]
    tail_leads: tuple[str, ...]
    otherwise: Mapping[str, tuple[str, ...]]
    surely: Mapping[str, tuple[str, ...]]
    alike: Mapping[str, str]
    marks: Mapping[str, str]
    doubtful: tuple[str, ...]
    orders: tuple[str, ...]
    before_orders: tuple[str, ...]
    subjects: tuple[str, ...]
    spoken_of: tuple[str, ...]
    ad_denied_before: tuple[str, ...]
    ad_denied_after: tuple[str, ...]
    ad_affirmed_after: tuple[str, ...]
    ad_affirmed_before: tuple[str, ...]
    ad_posts: tuple[str, ...]
    ad_kinds: tuple[str, ...]
    ad_tails: tuple[str, ...]
    no_disclosure: tuple[str, ...]
    tie_phrases: tuple[str, ...]
    tie_labels: tuple[str, ...]
    tie_alone: tuple[str, ...]
    tie_for: tuple[str, ...]
    tie_denied: tuple[str, ...]
    tie_undenied: tuple[str, ...]
    tie_costs: tuple[str, ...]
    tie_turns: tuple[str, ...]
    tie_elsewhere: tuple[str, ...]
    ties: tuple[TieWords, ...]
    told: tuple[ToldWords, ...]
    claims: ClaimWords
    offering: OfferingWords
    hints: HintWords
    seeking: SeekingWords
    detours: DetourWords
