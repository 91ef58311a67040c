"""The terminal speaks Arabic to who asks for it, and every word it says stands in both languages."""

import ast
import os
import re
import shutil
import string
import subprocess
import sys
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
WORD = re.compile("[A-Za-z]{2,}")
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
        if WORD.search(PLACES.sub("", str(message.id))):
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


SAID = {"say", "term", "count", "said", "named", "import_module", "getattr"}
SINKS = {
    "echo",
    "print",
    "aside",
    "quote",
    "show_none",
    "progress_bar",
    "add_column",
    "add_row",
    "rule",
}
SINKS |= {"Text", "append", "sentence", "field"}


# What is typed, the name of a file, the beginning of an address, a question that nobody sees.
AS_IT_IS = ["rawi: ", "سد الزمردة.rawi", "http://", "Who met Rawi in 2020?"]


def unsaid(node, shown=False):
    """Words below a node that a command would show as they are written.

    Those in what prints, in any f-string, and any text of two words are looked at.
    """
    if isinstance(node, ast.Call):
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if called in SAID or called.endswith("Error"):
            return
        for arg in node.args:
            yield from unsaid(arg, shown or called in SINKS)
        for keyword in node.keywords:
            if keyword.arg not in ("style", "justify", "overflow", "prefix", "help", "metavar"):
                yield from unsaid(keyword.value)
        yield from unsaid(node.func)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        words = re.sub(r"\[/?bold\]|rawi refresh", "", node.value)
        if WORD.search(words) and (shown or " " in words.strip()):
            yield node.lineno, node.value
    elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
        for below in node.body:
            if not (isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)):
                yield from unsaid(below)
    elif isinstance(node, ast.Subscript | ast.FormattedValue):
        yield from unsaid(node.value, shown)
    elif not isinstance(node, ast.Compare | ast.AnnAssign | ast.arguments):
        for below in ast.iter_child_nodes(node):
            yield from unsaid(below, shown or isinstance(node, ast.JoinedStr))


def test_every_word_that_a_command_shows_is_said_in_the_language():
    found = [
        (path.name, line, words)
        for path in CLI.glob("*.py") if path.name not in ("_language.py", "_arabic.py")
        for line, words in unsaid(ast.parse(path.read_text(encoding="utf-8")))
    ]  # fmt: skip
    assert [one for one in found if one[2] not in AS_IT_IS] == []
    assert sorted(one[2] for one in found) == sorted(AS_IT_IS)


def test_a_word_that_is_not_said_is_found():
    source = """
def show(row):
    copied = f" (copied {row.n})" if row.copied else ""
    click.echo("removed")
    out.print(f"{row.n} words", style="dim bold")
    table.add_row(say("read"), "gone from there", term("x y"))
    note = "two words" if row else "one"
"""
    assert [words for _, words in unsaid(ast.parse(source))] == [
        " (copied ", "removed", " words", "gone from there", "two words"
    ]  # fmt: skip


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


ARTICLES = {
    "bridge.txt": "جريدة الميناء\n2024-03-02\nقال وزير الأشغال ماهر الدلال إن الجسر سيفتح في 20 آذار 2024 أمام المارة.\n"
    "وتعهد الوزير بصرف 300 دولار لكل بحار قبل نهاية العام، ونفى وجود خطة لهدم الرصيف القديم.",
    "market.txt": "أعلنت بلدية مرسى الورد أن الميناء القديم سيتحول إلى سوق للصيادين، ودفعت 200 دولار لكل بحار.",
    "broken.txt": "",
}


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    place = tmp_path_factory.mktemp("read")
    folder = place / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = place / "s.rawi"
    told = CliRunner().invoke(main, ["--lang", "ar", "add", str(path), str(folder)])
    assert told.exit_code == 1
    lines = ISOLATES.sub("", told.output)
    assert (
        "2  قُرئت" in lines and "1  رُفضت" in lines and "broken.txt: الملف فارغ (دعه جانباً)" in lines
    )
    return path


@pytest.fixture
def story(read, tmp_path):
    return Path(shutil.copy(read, tmp_path))


LISTS = [
    ["show"], ["show", "--articles"], ["statements"], ["statements", "--speaker", "زرافة"], ["figures"],
    ["figures", "--least", "1", "--every"], ["commitments"], ["conflicts"], ["people"], ["reuse"],
    ["people", "--offices"], ["timeline"], ["timeline", "--actor", "زرافة"], ["search", "الميناء"],
    ["search", "زرافة"], ["ask", "من نفى الخطة؟"], ["ask", "زرافة"], ["refresh", "--all"],
    ["correct", "--list"], ["dossier", "show"],
]  # fmt: skip


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_lists_are_arabic(rawi_, story, words):
    at = 2 if words[0] == "dossier" else 1
    told = rawi_("--lang", "ar", *words[:at], story, *words[at:])
    assert told.exit_code == 0 or words[0] in ("search", "ask"), told.output
    # without names in Latin letters, and paths
    shown = re.sub(r"\([A-Z][^()]*\)|\S*/\S*", "", ISOLATES.sub("", told.output))
    assert not re.search(r"(?<![\w.])[a-z]{4,}(?![\w.])", shown), shown
    assert words[0] == "dossier" or LETTER.search(shown)


@pytest.mark.parametrize("command", ["statements", "figures", "commitments", "people", "timeline"])
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_what_programs_read_is_the_same_in_both_languages(rawi_, story, command, form):
    ar = rawi_("--lang", "ar", command, story, "--format", form)
    assert ar.exit_code == 0 and ar.output == rawi_(command, story, "--format", form).output


def test_one_article_one_person_and_a_decision_are_told_in_arabic(rawi_, story):
    def told(*words):
        done = rawi_("--lang", "ar", *words)
        assert done.exit_code == 0, done.output
        return ISOLATES.sub("", done.output)

    articles = re.findall(r"\ba[0-9a-f]{12}\b", told("show", story, "--articles"))
    shown = told("show", story, articles[0]) + told("show", story, articles[1])
    assert "المعرّف" in shown and "قول" in shown and "يعلن" in shown
    record = re.search(r"\bs[0-9a-f]{12}\b", shown)[0]
    decided = told("correct", story, record, "reject", "--by", "سلمى")
    assert "وُجد خطأ" in decided and "سلمى" in decided
    person = re.search(r"شخص +(\w+)", told("people", story))[1]
    assert "مرات الذكر: " in told("people", story, "--show", person)
    assert "أُخرج" in told("remove", story, articles[0])
    assert rawi_("correct", story, "--undo", 99, LANG="ar").output.startswith("rawi: ")


def test_english_stays_as_it_was(rawi_, story, read):
    told = rawi_("add", story, read.parent / "articles").output
    assert "0  read" in told and "2  already there" in told and "1  refused" in told
    assert not ISOLATES.search(
        rawi_("figures", story).output.rpartition("\n")[0].rpartition("\n")[2]
    )


@pytest.mark.parametrize("words", [["--help"], ["nosuch"]], ids=" ".join)
def test_arabic_is_written_whatever_the_console_s_encoding(words):
    env = os.environ | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(
        [sys.executable, "-m", "rawi", "--lang", "ar", *words],
        capture_output=True,
        env=env,
        check=False,
    )
    assert "الاستعمال" in (done.stdout + done.stderr).decode("utf-8")
