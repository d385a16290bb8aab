"""The command line over the web: what a person sees who gives an address."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import lagebild
from tests.acquire import server
from tests.acquire.server import Answer, Site, rss

ENGLISH = (
    '<!DOCTYPE html><html lang="en"><head><title>Three killed in Leeds fire | The Courier</title>'
    '<meta property="og:site_name" content="The Courier">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Three killed in Leeds fire", '
    '"datePublished": "2025-04-28T08:00:00Z", "publisher": {"name": "The Courier"}}</script></head><body><article>'
    "<p>Three people were killed and five others injured in a fire in Leeds on Sunday, police said.</p>"
    "<p>Firefighters needed four hours to put out the flames in the three-storey house.</p></article></body></html>"
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lagebild", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_extract_of_an_address_gives_a_record_with_where_when_and_what_was_retrieved(site: Site) -> None:
    site["/report"] = Answer(ENGLISH)
    done = run("extract", site.url("/report"), "--allow-private", "--no-cache")
    assert (done.returncode, done.stderr) == (0, "")
    record = lagebild.loads(done.stdout)
    article = record.article
    assert (article.title, article.publisher) == ("Three killed in Leeds fire", "The Courier")
    assert (article.published, article.published_from) == ("2025-04-28T08:00:00+00:00", "json-ld")
    assert article.published_score is not None
    assert article.published_score > 0.9
    assert article.retrieved_from == article.url == site.url("/report")
    assert article.retrieved is not None
    assert len(article.sha256) == 64
    assert article.text.startswith("Three people were killed")


def test_extract_of_an_address_finds_the_figures_and_the_day(site: Site) -> None:
    done = run("extract", site.url("/good"), "--allow-private", "--no-cache")
    box = lagebild.loads(done.stdout).box
    assert box.killed is not None
    assert (box.killed.low, box.killed.high) == (2, 2)
    assert box.date == "2025-04-28"


def test_acquire_of_a_feed_gives_an_article_a_line_and_an_error_for_what_fails(site: Site) -> None:
    site["/feed"] = rss("<link>/good</link>", "<link>/gone</link>", "<link>/other</link>")
    done = run("acquire", site.url("/feed"), "--allow-private", "--delay", "0", "--no-cache")
    assert done.returncode == 1
    titles = [json.loads(line)["title"] for line in done.stdout.splitlines()]
    assert titles == ["Zwei Tote bei Brand in Ulm", "Ein Verletzter bei Sturm in Emden"]
    assert done.stderr.startswith(f"{site.url('/feed')}:{site.url('/gone')}: A28 there is no such page: 404")
    assert done.stderr.count("\n") == 1


def test_what_was_acquired_is_extracted_with_the_same_article(site: Site, tmp_path: Path) -> None:
    acquired = run("acquire", site.url("/good"), "--allow-private", "--no-cache")
    path = tmp_path / "articles.jsonl"
    path.write_text(acquired.stdout, encoding="utf-8")
    again = run("acquire", str(path))
    assert again.stdout == acquired.stdout


def test_files_and_addresses_come_in_input_order(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ein Toter in Celle\nBei einem Unfall nahe Celle ist ein Mann gestorben.\n", encoding="utf-8")
    inputs = [site.url("/other"), str(path), site.url("/none"), site.url("/good")]
    done = run("acquire", *inputs, "--allow-private", "--delay", "0", "--no-cache")
    titles = [json.loads(line)["title"].split()[0] for line in done.stdout.splitlines()]
    assert titles == ["Ein", "Ein", "Zwei"]


def test_a_private_address_needs_its_option(site: Site) -> None:
    done = run("extract", site.url("/good"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "--allow-private" in done.stderr
    assert site.requests == []


def test_strict_stops_at_the_first_page_that_fails(site: Site) -> None:
    options = ("--allow-private", "--strict", "--delay", "0", "--no-cache")
    done = run("acquire", site.url("/none"), site.url("/good"), *options)
    assert (done.returncode, done.stdout) == (1, "")
    assert site.asked("/good") == []


def test_options_reach_the_server(site: Site, tmp_path: Path) -> None:
    site["/feed"] = rss("<link>/good</link>", "<link>/other</link>")
    options = (
        "--contact",
        "desk@example.org",
        "--limit",
        "1",
        "--keep",
        str(tmp_path),
        "--timeout",
        "5",
        "--delay",
        "0",
        "--no-cache",
    )
    done = run("acquire", site.url("/feed"), "--allow-private", *options)
    assert [json.loads(line)["sha256"] for line in done.stdout.splitlines()] == [
        path.name for path in tmp_path.iterdir()
    ]
    assert all(request.headers["user-agent"].endswith("(+desk@example.org)") for request in site.requests)


def test_pages_are_kept_in_the_cache_folder_unless_told_otherwise(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAGEBILD_CACHE", str(tmp_path))
    site["/tagged"] = Answer(server.page(), headers={"Content-Type": "text/html", "ETag": '"1"'})
    run("acquire", site.url("/tagged"), "--allow-private", "--no-cache")
    assert not (tmp_path / "pages").exists()
    run("acquire", site.url("/tagged"), "--allow-private")
    assert len(list((tmp_path / "pages").iterdir())) == 2


def test_a_wrong_since_is_wrong_usage(site: Site) -> None:
    done = run("acquire", site.url("/good"), "--allow-private", "--since", "gestern")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_report_and_proofread_take_the_options_of_the_web_and_the_language_of_the_page(site: Site) -> None:
    site["/report"] = Answer(ENGLISH)
    options = ["--allow-private", "--no-cache", "--timeout", "30", "--contact", "desk@example.org"]
    shown = run("report", site.url("/report"), *options)
    assert shown.returncode == 0
    assert "Fact box" in shown.stdout
    assert "Faktenkasten" in run("report", site.url("/report"), *options, "--lang", "de").stdout
    assert run("proofread", site.url("/report"), *options).returncode == 0
    assert "desk@example.org" in site.asked("/report")[0].headers["user-agent"]
