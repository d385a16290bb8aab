"""Reports of one invented ferry accident: an agency's, its copies, and what is none."""

from lagebild.model import Article

AGENCY = """Korsu (dpa) - Beim Kentern einer Fähre vor der Hafenstadt Korsu sind am Samstag mindestens 14 Menschen ums \
Leben gekommen. Rund 40 Fahrgäste wurden nach Angaben der Küstenwache verletzt, neun weitere galten am Abend noch als \
vermisst. Das Schiff war auf dem Weg zur Insel Vellamo, als es kurz nach der Ausfahrt aus dem Hafen von einer hohen \
Welle getroffen wurde und sich auf die Seite legte.

An Bord befanden sich den Angaben zufolge 112 Passagiere und elf Besatzungsmitglieder. Fischer zogen viele von ihnen \
mit ihren Booten aus dem kalten Wasser. Zwei Hubschrauber suchten bis zum Einbruch der Dunkelheit die Bucht ab.

Warum die Fähre trotz einer Sturmwarnung auslief, blieb zunächst unklar. Der Kapitän wurde am Abend vernommen. Die \
Reederei äußerte sich nicht."""

TOUCHED = (
    AGENCY.replace("Korsu (dpa) - Beim Kentern", "KORSU. Beim Untergang")
    .replace("galten am Abend noch als vermisst", "werden noch vermisst")
    .replace("Die Reederei äußerte sich nicht.", "(dpa)")
    .replace(" Zwei Hubschrauber suchten bis zum Einbruch der Dunkelheit die Bucht ab.", "")
)

LONGER = (
    AGENCY.split("\n\n", maxsplit=1)[0]
    + """

Für die Bewohner der Insel ist es bereits das zweite Unglück in diesem Winter. Im Januar war ein Versorgungsboot auf \
ein Riff gelaufen, damals kamen alle mit dem Schrecken davon. Seither fordert der Gemeinderat ein größeres Schiff, das \
auch bei schwerer See fahren kann. Unsere Reporterin traf am Kai eine Lehrerin, die zwei Stunden auf ihre Schwester \
gewartet hatte. Sie kam mit dem letzten Fischerboot an Land, unterkühlt und ohne Schuhe. In der Kirche am Markt haben \
die Menschen Kerzen angezündet. Der Pfarrer will am Sonntag eine Andacht halten und hat die Feuerwehrleute dazu \
eingeladen. Am Montag bleibt die Schule geschlossen, die Flaggen wehen auf halbmast."""
)

INDEPENDENT = """Nach dem Schiffsunglück vor Korsu hat sich die Zahl der Toten auf mindestens 14 erhöht. Das sagte ein \
Sprecher der Küstenwache am Samstagabend unserer Zeitung. Rund 40 Menschen seien verletzt worden, neun würden \
vermisst. Die Fähre sei vermutlich von einer hohen Welle erfasst worden. Insgesamt waren 112 Passagiere an Bord, \
dazu elf Besatzungsmitglieder.

Im Krankenhaus der Stadt kamen die ersten Verletzten gegen Mittag an. Ärzte und Pfleger wurden aus dem freien \
Wochenende gerufen, die Notaufnahme richtete ein zweites Zelt ein. Angehörige warteten vor dem Eingang auf Nachricht. \
Die Reederei schwieg auch am Abend zu der Frage, warum das Schiff den Hafen trotz der Warnung verlassen durfte."""

STATEMENT = (
    "„Wir haben alles getan, was in unserer Macht stand, und wir werden nicht ruhen, bis auch der letzte Vermisste "
    "gefunden ist und die Familien endlich Gewissheit haben, das verspreche ich allen Menschen auf der Insel“"
)


def report(identity: str, text: str, hour: int = 12, **changes: str | None) -> Article:
    """Return a report of the day of the accident."""
    published = f"2026-03-07T{hour:02}:00:00+01:00"
    publisher = changes.get("publisher", f"Blatt {identity}")
    return Article(identity, "Titel", text, "de", publisher=publisher, published=changes.get("published", published))
