"""From mouth to page: each statement's chain, and the same statement in several articles as one."""
