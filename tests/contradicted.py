"""Stories of invented articles, and the contradictions that are found in them."""

from rawi.sources.document import Document


def shown(story, *articles, title):
    """The contradictions of articles given as (day, text), added to `story`; each of its own outlet, under one title."""
    story.add_documents([
        Document(source=f"s{n}", text=f"{title}\n\n{text}", published=day, title=title, outlet=f"الضفة {n}")
        for n, (day, text) in enumerate(articles)
    ])  # fmt: skip
    return list(story.conflicts().items)
