"""The demo reads the whole sample and serves it on loopback."""

import socket

from click.testing import CliRunner

from rawi.cli import demo, serve
from rawi.story import Story


def test_the_sample_is_found_and_read_whole(monkeypatch, tmp_path):
    served = []
    monkeypatch.setattr(serve, "run", lambda path, **options: served.append((path, options)))
    kept = tmp_path / "kept.rawi"
    result = CliRunner().invoke(demo.command, ["--story", str(kept), "--port", "0"])
    assert result.exit_code == 0, result.output
    assert "12 read" in " ".join(result.output.split())
    ((path, options),) = served
    assert path == kept
    assert options["port"] > 0
    assert "host" not in options  # loopback is what `run` does unless told
    with Story.open(kept) as story:
        assert story.overview().articles == 12


def test_without_a_file_nothing_is_left_behind(monkeypatch):
    served = []
    monkeypatch.setattr(serve, "run", lambda path, **_: served.append((path, path.is_file())))
    assert CliRunner().invoke(demo.command, []).exit_code == 0
    ((path, was_there),) = served
    assert was_there
    assert not path.exists()


def test_a_port_that_is_taken_gives_way_to_a_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert demo.free_port(port) not in (port, 0)
