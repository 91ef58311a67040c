"""What all tests share: where the sample and the shared material lie."""

from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says something of the machine, and the first one loads the models.
settings.register_profile("rawi", deadline=None)
settings.load_profile("rawi")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material beside the checkout; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(
            "../shared is not here: this test reads real articles that are not in the repository"
        )
    return SHARED


@pytest.fixture(autouse=True)
def english(monkeypatch):
    """Commands speak English in the tests, whatever the language of the machine."""
    monkeypatch.setenv("RAWI_LANG", "en")
