"""Feeds and sitemaps: an article for each entry, in order, and each that fails told with its address."""

import gzip

import pytest

from lagebild.model import Article, InputError
from tests.acquire import server
from tests.acquire.server import Answer, Behaviour, Site, rss, sitemap
from tests.acquire.web.reading import codes, read


def titles(found: object) -> list[str]:
    assert isinstance(found, list)
    return [each.title for each in found if isinstance(each, Article)]


@pytest.fixture(autouse=True)
def pages(site: Site) -> None:
    """Give the site three reports of three days."""
    for day in (1, 2, 3):
        site[f"/{day}"] = Answer(server.page(f"Bericht {day}", date=f"2025-05-0{day}T08:00:00+02:00"))


ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Bote</title>'
    '<entry><title>A</title><link rel="alternate" href="/1"/><updated>2025-05-01T08:00:00+02:00</updated></entry>'
    '<entry><link href="/2"/><published>2025-05-02T08:00:00+02:00</published></entry></feed>'
)
RSS_1 = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    '<item rdf:about="/1"><link>/1</link></item><item rdf:about="/2"><link>/2</link></item></rdf:RDF>'
)


@pytest.mark.parametrize(
    "feed",
    [
        rss("<link>/1</link>", "<link>/2</link>"),
        rss("<link> 1#comments </link>", "<link>/2</link>", "<link>/1</link>"),
        server.xml(ATOM),
        server.xml(RSS_1),
        Answer(ATOM, headers={"Content-Type": "text/html"}),
        Answer(b"\xef\xbb\xbf" + ATOM.encode(), headers={}),
        server.xml(f'<?xml version="1.0" encoding="utf-16"?>{ATOM}'),
        Answer(f'<?xml version="1.0" encoding="utf-16"?>{ATOM}'.encode("utf-16"), headers={}),
        sitemap("<loc>/1</loc>", "<loc>/2</loc>"),
        sitemap("<loc>/1</loc><lastmod>2025-05-01</lastmod>", "<loc>/2</loc>", "<loc>/1</loc>"),
    ],
)
def test_a_list_gives_its_articles_in_order_and_each_once(site: Site, feed: Behaviour) -> None:
    site["/list"] = feed
    found = read(site.url("/list"))
    assert codes(found) == ["", ""]
    assert titles(found) == ["Bericht 1", "Bericht 2"]
    assert len(site.asked("/1")) == 1


def test_a_failed_entry_is_told_with_list_and_address_and_the_others_go_on(site: Site) -> None:
    site["/pdf"] = Answer(b"%PDF-1.7")
    links = ("/1", "/away", "/pdf", "/list", "file:///etc/passwd", "", "/2")
    site["/list"] = rss(*(f"<link>{link}</link>" for link in links))
    found = read(site.url("/list"))
    assert codes(found) == ["", "A28", "A33", "A33", "A04", "A04", ""]
    errors = [each for each in found if isinstance(each, InputError)]
    assert {error.input for error in errors} == {site.url("/list")}
    assert [error.place for error in errors] == [
        *(site.url(path) for path in ("/away", "/pdf", "/list")), "entry 5", "entry 6",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("feed", "expected"),
    [
        (server.xml("<rss version='2.0'><channel><item><link>/1</link></item><item><link>"), ["A34", "", "A04"]),
        (
            server.xml("<rss version='2.0'><channel><item><title>Feuer & Rauch</title><link>/1</link></item>"),
            ["A34", ""],
        ),
        (server.xml("<urlset><url><loc>/1</loc></url><url>"), ["A34"]),
        (server.xml("<rss version='2.0'><channel></channel></rss>"), ["A35"]),
        (server.xml("<urlset></urlset>"), ["A35"]),
        (server.xml("<opml/>"), ["A33"]),
        (Answer("a\nb", headers={"Content-Type": "text/xml"}), ["A33"]),
    ],
)
def test_a_broken_list_gives_what_can_be_read_and_an_error(site: Site, feed: Behaviour, expected: list[str]) -> None:
    site["/list"] = feed
    assert codes(read(site.url("/list"))) == expected


def test_a_feed_whose_encoding_is_only_told_wrong_is_whole(site: Site) -> None:
    site["/list"] = Answer(f'<?xml version="1.0" encoding="us-ascii"?>{ATOM.replace("Bote", "Börse")}', headers={})
    assert codes(read(site.url("/list"))) == ["", ""]


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<{0}><url><loc>/&c;</loc></url></{0}>"
)
FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><{0}><url><loc>/&a;</loc></url></{0}>'


@pytest.mark.parametrize("root", ["urlset", "rss"])
@pytest.mark.parametrize("text", [BOMB, FILE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_declares_entities_is_refused(site: Site, text: str, root: str, encoding: str) -> None:
    site["/list"] = Answer(text.format(root).encode(encoding), headers={"Content-Type": "application/xml"})
    (found,) = read(site.url("/list"))
    assert "A34" in str(found)
    assert "entities" in str(found)


def test_an_index_gives_what_its_sitemaps_list_and_its_loops_are_told(site: Site) -> None:
    index = {"root": "sitemapindex", "row": "sitemap"}
    site["/index"] = sitemap(*(f"<loc>{each}</loc>" for each in ("/a", "/index", "/none", "/b", "/good")), **index)
    site["/a"] = sitemap("<loc>/1</loc>", "<loc>/2</loc>")
    site["/b"] = sitemap("<loc>/a</loc>", "<loc>/index</loc>", "<loc>/c</loc>", **index)
    site["/c"] = sitemap("<loc>/2</loc>", "<loc>/3</loc>")
    found = read(site.url("/index"))
    assert codes(found) == ["", "", "A34", "A28", "A34", "A34", "", "A33"]
    assert titles(found) == ["Bericht 1", "Bericht 2", "Bericht 3"]
    assert all(len(site.asked(path)) == 1 for path in ("/index", "/a", "/b", "/c", "/2"))


def test_sitemaps_without_end_inside_each_other_are_left(site: Site) -> None:
    for number in range(9):
        site[f"/{number}.xml"] = sitemap(f"<loc>/{number + 1}.xml</loc>", root="sitemapindex", row="sitemap")
    assert codes(read(site.url("/0.xml"))) == ["A24"]
    assert site.asked("/6.xml") == []


def test_no_more_sitemaps_are_fetched_than_the_limit_needs(site: Site) -> None:
    site["/index"] = sitemap("<loc>/a</loc>", "<loc>/b</loc>", root="sitemapindex", row="sitemap")
    site["/a"] = sitemap("<loc>/1</loc>", "<loc>/2</loc>")
    site["/b"] = sitemap("<loc>/3</loc>")
    assert titles(read(site.url("/index"), limit=2)) == ["Bericht 1", "Bericht 2"]
    assert site.asked("/b") == []


def test_a_packed_sitemap_is_unpacked_up_to_its_limit(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    body = sitemap("<loc>/1</loc>").body
    assert isinstance(body, str)
    site["/map.xml.gz"] = Answer(gzip.compress(body.encode()), headers={"Content-Type": "application/x-gzip"})
    site["/bomb.xml.gz"] = Answer(gzip.compress(body.encode() + b" " * 9_000), headers={})
    monkeypatch.setattr("lagebild.acquire.web.content.LARGEST_UNZIPPED", 5_000)
    assert codes(read(site.url("/map.xml.gz"), site.url("/bomb.xml.gz"))) == ["", "A24"]


def test_the_newest_come_first_where_only_some_are_read(site: Site) -> None:
    rows = [f"<link>/{day}</link><pubDate>0{day} May 2025 08:00:00 +0200</pubDate>" for day in (1, 3, 2)]
    site["/feed"] = rss(*rows)
    assert titles(read(site.url("/feed"), limit=2)) == ["Bericht 3", "Bericht 2"]
    assert site.asked("/1") == []
    site["/map"] = sitemap(*(f"<loc>/{day}</loc><lastmod>2025-05-0{day}</lastmod>" for day in (1, 2, 3)))
    assert titles(read(site.url("/map"), limit=1)) == ["Bericht 3"]


def test_what_is_older_is_passed_over_by_the_list_or_else_by_the_page(site: Site) -> None:
    site["/feed"] = rss(
        "<link>/1</link><pubDate>Thu, 01 May 2025 08:00:00 +0200</pubDate>", "<link>/2</link>", "<link>/3</link>"
    )
    assert titles(read(site.url("/feed"), since="2025-05-03")) == ["Bericht 3"]
    assert [len(site.asked(f"/{day}")) for day in (1, 2, 3)] == [0, 1, 1]


@pytest.mark.parametrize(
    ("listed", "page", "expected"),
    [
        ("<pubDate>Thu, 01 May 2025 00:30:00 +0200</pubDate>", "", ("2025-05-01T00:30:00+02:00", "feed")),
        ("<pubDate>Thu, 01 May 2025 00:30:00</pubDate>", "", ("2025-05-01", "feed")),
        ("<pubDate>2025-05-01</pubDate>", "", ("2025-05-01", "feed")),
        ("<pubDate>gestern</pubDate>", "", (None, None)),
        (
            "<pubDate>Thu, 01 May 2025 00:30:00 +0200</pubDate>",
            "2025-04-30T12:00:00+02:00",
            ("2025-04-30T12:00:00+02:00", "meta"),
        ),
        (
            "<pubDate>Thu, 01 May 2025 00:30:00 +0200</pubDate>",
            "2025-05-01",
            ("2025-05-01T00:30:00+02:00", "feed"),
        ),
    ],
)
def test_the_feeds_date_counts_where_the_page_has_no_better_one(
    site: Site, listed: str, page: str, expected: tuple[str | None, str | None]
) -> None:
    site["/page"] = Answer(server.page("Undatiert", date=page))
    site["/feed"] = rss(f"<link>/page</link>{listed}")
    (found,) = read(site.url("/feed"))
    assert isinstance(found, Article)
    assert (found.published, found.published_from) == expected
    assert (found.published_score is None) == (found.published is None)


def test_a_news_sitemap_gives_the_date_and_a_plain_one_does_not(site: Site) -> None:
    site["/page"] = Answer(server.page("Undatiert", date=""))
    news = "<news:news><news:publication_date>2025-05-01T08:00:00+02:00</news:publication_date></news:news>"
    site["/news"] = sitemap(f"<loc>/page</loc>{news}")
    site["/plain"] = sitemap("<loc>/page</loc><lastmod>2025-05-02</lastmod>")
    found = read(site.url("/news"), site.url("/plain"))
    dates = [(each.published, each.published_from) for each in found if isinstance(each, Article)]
    assert dates == [("2025-05-01T08:00:00+02:00", "sitemap"), (None, None)]


def test_a_pause_is_made_between_the_requests_to_one_server(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    site["/list"] = rss("<link>/1</link>", "<link>/2</link>")
    assert codes(read(site.url("/list"), delay=5.0, patience=9.0)) == ["", ""]
    assert [round(seconds) for seconds in slept] == [5, 5]


FEED = '<link rel="alternate" type="application/rss+xml" title="Alles" href="/feed?a=1&amp;b=2">'


@pytest.mark.parametrize(
    ("path", "page", "told"),
    [
        ("/", server.page("Der Bote", head=FEED, date=""), "; its feed is {}/feed?a=1&b=2)"),
        ("/", server.page("Der Bote", date=""), "the front page of a site "),
        ("/", server.page(head=FEED), ""),
        ("/?p=7", server.page(head=FEED, date=""), ""),
        ("/a", server.page(head=FEED, date=""), ""),
    ],
)
def test_a_front_page_is_no_article_and_its_feed_is_named(site: Site, path: str, page: str, told: str) -> None:
    site[path] = Answer(page)
    (found,) = read(site.url(path))
    assert codes([found]) == ["A33" if told else ""]
    if told:
        assert told.format(site.url("")).rstrip(")") in str(found)
