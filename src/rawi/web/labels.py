"""The interface's words for the values that records hold. `N_` marks a message for the catalogue."""

from __future__ import annotations


def N_(message: str) -> str:
    """Marks a message; it is translated where it is shown."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:
    """Marks a message that goes by number."""
    return one, many


KIND = {
    "statement": N_("Statement"),
    "name": N_("Name"),
    "time": N_("Time"),
    "figure": N_("Figure"),
    "commitment": N_("Commitment"),
    "event": N_("Event"),
    "reuse": N_("Shared passage"),
}
KINDS = {
    "statement": N_("Statements"),
    "commitment": N_("Commitments"),
    "figure": N_("Figures"),
    "event": N_("Events"),
    "time": N_("Times"),
    "name": N_("Names"),
    "reuse": N_("Shared passages"),
}
COUNTED = {
    "statement": NN_("%(n)s statement", "%(n)s statements"),
    "commitment": NN_("%(n)s commitment", "%(n)s commitments"),
    "figure": NN_("%(n)s figure", "%(n)s figures"),
    "event": NN_("%(n)s event", "%(n)s events"),
}
LATEST = {
    "statement": N_("Latest statements"),
    "commitment": N_("Latest commitments"),
    "figure": N_("Latest figures"),
    "event": N_("Latest events"),
}
ACT = {
    "say": N_("says"),
    "affirm": N_("affirms"),
    "deny": N_("denies"),
    "announce": N_("announces"),
    "believe": N_("believes"),
    "fear": N_("fears"),
    "demand": N_("demands"),
    "promise": N_("promises"),
    "warn": N_("warns"),
    "accuse": N_("accuses"),
}
FORM = {
    "direct": N_("word for word"),
    "indirect": N_("in the writer's words"),
    "mixed": N_("partly word for word"),
}
NAME_TYPE = {
    "person": N_("person"),
    "organization": N_("organization"),
    "place": N_("place"),
    "outlet": N_("outlet"),
    "group": N_("group"),
}
TIME_TYPE = {
    "date": N_("date"),
    "time": N_("time of day"),
    "duration": N_("duration"),
    "set": N_("repeated"),
}
MOD = {
    "before": N_("before"),
    "after": N_("after"),
    "start": N_("start"),
    "mid": N_("middle"),
    "end": N_("end"),
    "approx": N_("about"),
    "about": N_("about"),
    "at-least": N_("at least"),
    "at-most": N_("at most"),
    "more-than": N_("more than"),
    "less-than": N_("less than"),
}
STATUS = {
    "agreed": N_("agreed"),
    "announced": N_("announced"),
    "planned": N_("planned"),
    "reaffirmed": N_("reaffirmed"),
    "postponed": N_("postponed"),
    "denied": N_("denied"),
    "done": N_("done"),
    "broken": N_("broken"),
    "cancelled": N_("called off"),
    "resumed": N_("resumed"),
    "in force": N_("in force"),
}
BASIS = {
    "metadata": N_("from the page's own data"),
    "printed": N_("printed with the article"),
    "inferred": N_("inferred from its words"),
}
ANCHOR = {
    "absolute": N_("stated in full"),
    "published": N_("counted from the article's date"),
    "spoken": N_("counted from the day it was said"),
    "passage": N_("counted from a date in the passage"),
}
EVENT = {
    "AGREE": N_("agreement"),
    "CONSULT": N_("consultation"),
    "SUPPORT": N_("support"),
    "COOPERATE": N_("cooperation"),
    "AID": N_("aid"),
    "YIELD": N_("concession"),
    "REQUEST": N_("request"),
    "ACCUSE": N_("accusation"),
    "REJECT": N_("rejection"),
    "THREATEN": N_("threat"),
    "PROTEST": N_("protest"),
    "SANCTION": N_("sanction"),
    "MOBILIZE": N_("mobilization"),
    "COERCE": N_("coercion"),
    "ASSAULT": N_("attack"),
    "RETREAT": N_("withdrawal"),
}
VERDICT = {
    "confirmed": N_("confirmed"),
    "edited": N_("corrected"),
    "added": N_("added by hand"),
}
ACTION = {
    "confirm": N_("found right"),
    "reject": N_("found wrong"),
    "edit": N_("mended"),
    "note": N_("note"),
    "add": N_("added by hand"),
    "join": N_("said to be one"),
    "split": N_("told apart"),
}
REUSE = {
    "copy": N_("copied"),
    "background": N_("an outlet's own background"),
    "quotation": N_("the same quotation"),
}
LINK = {
    "speaker": N_("the speaker"),
    "via": N_("through"),
    "credited": N_("crediting"),
    "outlet": N_("printed by"),
}
CHANGE = {
    "cut": N_("shortened"),
    "extended": N_("lengthened"),
    "softened": N_("softened"),
    "hardened": N_("hardened"),
    "reattributed": N_("another speaker"),
    "unquoted": N_("no longer word for word"),
    "quoted": N_("put in quotation marks"),
}
TIMELINE = {
    "happened": N_("happened"),
    "planned": N_("planned"),
    "deadline": N_("deadline"),
}
SAME = {
    "spelling": N_("another spelling"),
    "shorter form": N_("a shorter form"),
    "only bearer of the name": N_("the only one of that name"),
    "same office": N_("the same office"),
    "a user joined them": N_("joined by a user"),
}
STATE = {
    "due": N_("due"),
    "passed": N_("deadline passed, no word of it"),
    "disputed": N_("disputed"),
    "postponed": N_("put off"),
    "open": N_("no deadline"),
    "cancelled": N_("called off"),
    "denied": N_("denied"),
    "broken": N_("broken"),
    "done": N_("done"),
}
CONFLICT = {
    "denial": N_("denial"),
    "figure": N_("two numbers"),
    "date": N_("two dates"),
    "position": N_("opposite positions"),
}
GRADE = {
    "clear": N_("clear"),
    "weak": N_("worth a look"),
    "change": N_("a change in time, no contradiction"),
}
