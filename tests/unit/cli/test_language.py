"""The terminal speaks Arabic to who asks for it, and every word it says stands in both languages."""

import ast
import re
import string
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import rawi.cli
from rawi.cli import main
from rawi.cli._arabic import CLICK, CLICK_BY_NUMBER, catalogue, laid_out
from rawi.cli._language import chosen
from tools import messages

CLI = Path(rawi.cli.__file__).parent
LETTER = re.compile("[\u0621-\u064a]")
PLACES = re.compile(r"%\(\w+\)s")
ISOLATES = re.compile("[\u2066-\u2069]")
ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}")  # three English words in a row
NAMES = [
    (name,) for name in main.list_commands(click.Context(main))
] + [("dossier", one) for one in ("add", "show", "move", "note", "remove", "describe", "write")]  # fmt: skip


@pytest.fixture
def rawi_(monkeypatch):
    monkeypatch.delenv("RAWI_LANG")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return lambda *words, **env: CliRunner(env=env).invoke(main, [str(w) for w in words])


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "en"),
        ([], {"LANG": "ar_EG.UTF-8"}, "ar"), ([], {"LANG": "ar"}, "ar"), ([], {"LANG": "AR"}, "ar"),
        ([], {"LANG": "arn_CL"}, "en"), ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "ar_LB", "LANG": "en_US"}, "ar"),
        ([], {"LC_ALL": "C", "LC_MESSAGES": "ar_LB"}, "en"), ([], {"LC_ALL": "", "LANG": "ar"}, "ar"),
        ([], {"RAWI_LANG": "ar", "LC_ALL": "en_US"}, "ar"), ([], {"RAWI_LANG": "en", "LANG": "ar"}, "en"),
        (["--lang", "en"], {"RAWI_LANG": "ar"}, "en"), (["--lang=ar"], {}, "ar"),
        (["--help", "--lang", "ar"], {}, "ar"), (["--nonsense", "--lang", "ar"], {}, "ar"),
        (["--lang", "fr"], {"LANG": "ar"}, "ar"), (["--lang"], {}, "en"),
        (["dossier", "write", "--lang", "ar"], {}, "en"),  # the dossier's, not the terminal's
    ],
)  # fmt: skip
def test_the_option_decides_then_the_environment(arguments, environment, lang):
    assert chosen(arguments, environment) == lang


def test_the_catalogue_holds_the_messages_in_use_and_no_others():
    used = {m.id for m in messages.extracted("cli") if m.id}
    held = {m.id for m in messages.held("cli") if m.id}
    assert held == used, "run tools/messages.py, then translate"


def test_every_message_has_its_arabic():
    assert messages.untranslated(messages.held("cli")) == []
    for message in messages.held("cli"):
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id:
            assert all(LETTER.search(text) for text in texts), message.id


def test_the_arabic_has_no_place_that_the_english_does_not_fill():
    for message in messages.held("cli"):
        if not message.id:
            continue
        plural = isinstance(message.id, tuple)
        english = " ".join(message.id) if plural else message.id
        for text in message.string if plural else (message.string,):
            if PLACES.search(english):
                assert set(PLACES.findall(text)) <= set(PLACES.findall(english)), message.id
                assert plural or set(PLACES.findall(text)) == set(PLACES.findall(english))
            elif english in CLICK or message.id in CLICK_BY_NUMBER:
                fields = [
                    {n for _, n, _, _ in string.Formatter().parse(t) if n} for t in (text, english)
                ]
                assert fields[0] <= fields[1], message.id


def test_what_click_refuses_in_a_command_is_said_in_the_language():
    for path in CLI.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr in ("UsageError", "BadParameter", "ClickException", "prompt"):
                said = node.args[0]
                assert isinstance(said, ast.Call), (path.name, node.lineno)
                assert isinstance(said.func, ast.Name) and said.func.id == "say"


@pytest.mark.parametrize("names", [(), *NAMES], ids=" ".join)
def test_help_is_arabic_with_names_as_they_are(rawi_, names):
    ar = rawi_("--lang", "ar", *names, "--help")
    en = rawi_("--lang", "en", *names, "--help")
    assert ar.exit_code == en.exit_code == 0
    assert (
        "الاستعمال:" in ar.output
        and "Usage:" in en.output
        and not LETTER.search(en.output.replace("راوي", "").replace("انسح", ""))
    )
    assert not ENGLISH.search(ISOLATES.sub("", ar.output.partition("\n")[2])), ar.output
    for option in re.findall(r"(?<= )--[a-z-]+", en.output.partition("Options:")[2]):
        assert option in ar.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nosuch"], "لا أمر بهذا الاسم: 'nosuch'"), (["--nosuch"], "لا خيار بهذا الاسم: '--nosuch'"),
        (["show"], "ينقص الوسيط 'STORY'."), (["show", "s", "--latst", "3"], "أتقصد '--latest'؟"),
        (["show", "s", "--latest"], "يحتاج الخيار '--latest' إلى قيمة."),
        (["show", "s", "--articles=1"], "لا يأخذ الخيار '--articles' قيمة."),
        (["show", "s", "--latest", "x"], "'x' ليس عدداً صحيحاً."),
        (["show", "s", "--latest", "999"], "999 خارج المدى 0<=x<=100."),
        (["people", "s", "--type", "horse"], "'horse' ليس واحداً من 'person'"),
        (["export", "s", "b"], "وسيط زائد لا مكان له (b)"),
        (["timeline", "s", "--since", "monday"], "'monday' ليس يوماً؛ اكتبه هكذا: 2024-03-02"),
        (["read", "s", "--published", "monday"], "'monday' ليس بالصيغة '%Y-%m-%d'."),
        (["add", "s.rawi"], "سمِّ ملفاً أو مجلداً واحداً على الأقل ليُضاف"),
        (["export", "s", "-o", "."], "هذا مجلد لا ملف: '.'"),
    ],
)  # fmt: skip
def test_what_click_refuses_is_told_in_arabic(rawi_, words, says):
    told = rawi_("--lang", "ar", *words)
    line = ISOLATES.sub("", told.output)
    assert told.exit_code == 2 and says in line and not ENGLISH.search(line), line
    assert not LETTER.search(rawi_(*words).output)


def test_errors_of_ours_and_of_the_system_are_told_in_arabic(rawi_, tmp_path, monkeypatch):
    missing = ISOLATES.sub("", rawi_("show", tmp_path / "none.rawi", LANG="ar_SY.UTF-8").output)
    assert "none.rawi: لا قصة بهذا الاسم" in missing and missing.startswith("rawi: ")

    def full(*_, **__):
        raise OSError(28, "No space left on device", "a\u202eb.txt")

    monkeypatch.setattr("rawi.pipeline.read_document", full)
    article = tmp_path / "a.txt"
    article.write_text("قال مدير السوق سامر الحلو إن الباعة عادوا إلى الميدان.", encoding="utf-8")
    told = rawi_("--lang", "ar", "read", article)
    assert told.exit_code == 1
    assert ISOLATES.sub("", told.output) == "rawi: a\\u202eb.txt: امتلأ القرص\n"


def test_arabic_ends_with_the_command(rawi_):
    assert "الاستعمال" in rawi_("--lang", "ar", "show", "--help").output
    assert "Usage: " in rawi_("show", "--help").output and "No such option" in rawi_("--x").output


@pytest.mark.parametrize(
    ("line", "laid"),
    [
        ("plain English", "plain English"),
        ("  --limit N  كم يُعرض", "  --limit N  ⟦كم يُعرض⟧"),
        ("  اكتب rawi show STORY أولاً", "  ⟦اكتب {rawi show STORY} أولاً⟧"),
        ("يقرأ PATH... (ملفات) من STORY، أو (LANG).", "⟦يقرأ {PATH...} (ملفات) من {STORY}، أو {(LANG)}.⟧"),
        ("المعتاد: 5 [المعتاد: docx]", "⟦المعتاد: 5 [المعتاد: {docx}]⟧"),
        ("منذ 2024-03-02.", "⟦منذ {2024-03-02}.⟧"),
        ("زائد (b c)", "⟦زائد {(b c)}⟧"),
    ],
)  # fmt: skip
def test_latin_pieces_stand_apart_in_arabic_lines(line, laid):
    signs = str.maketrans({"\u2067": "⟦", "\u2066": "{", "\u2069": "}"})
    assert laid_out(line).translate(signs) == laid.replace("⟧", "}")
    assert laid_out(laid_out(line)) == laid_out(line)


def test_the_commands_know_the_words_of_the_pages():
    assert catalogue().gettext("Statements") == "الأقوال"
