"""The article room's lexicons keep their own rules, so that a one-line edit cannot break a page."""

from collections import Counter

from rawi.arabic.letters import fold
from rawi.article.outlets import outlet_at, outlet_named
from rawi.lexicon import load

ROLES = {"control", "counter", "share", "follow", "newsletter", "comments", "related", "tags",
         "contributors", "copyright", "disclaimer", "caption", "date", "byline", "credit", "photo",
         "section"}  # fmt: skip


def test_page_lines():
    seen = Counter()
    for row in load.table("page_lines"):
        assert row["role"] in ROLES, row
        assert row["where"] in ("whole", "start", "lead", "inside"), row
        assert bool(row["words"]) == (row["where"] in ("start", "inside")), row
        assert row["words"].isdigit() or not row["words"], row
        assert fold(row["phrase"]).strip(), row
        seen[row["where"], " ".join(fold(row["phrase"]).split())] += 1
    assert [key for key, n in seen.items() if n > 1] == []


def test_outlets():
    domains = Counter()
    for row in load.table("outlets"):
        assert row["kind"] in ("agency", "broadcaster", "newspaper", "site", "magazine"), row
        assert row["speaks"] in ("ar", "-"), row
        assert outlet_named(row["name"]).name == row["name"], f"{row['name']} is another's alias"
        for domain in filter(None, row["domains"].split("|")):
            assert domain == domain.lower().strip() and "." in domain, row
            host, _, path = domain.partition("/")
            assert outlet_at(f"https://www.{host}/{path}/2031").name == row["name"]
            domains[domain] += 1
        for alias in filter(None, row["aliases"].split("|")):
            assert alias == alias.strip() and outlet_named(alias) is not None, row
    assert max(domains.values()) == 1


def test_columns():
    keys = Counter((row["column"], row["alias"]) for row in load.table("columns"))
    assert max(keys.values()) == 1
    assert {row["column"] for row in load.table("columns")} == {
        "text", "title", "outlet", "url", "date", "byline", "language",
    }  # fmt: skip
