"""Words around place names: what kind of place follows or precedes, who stands beside one, what is no place."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent

# Behind a name: which kinds of place the two together may mean. "Kursk region", "Laurel County".
KIND_BEHIND: dict[str, tuple[str, ...]] = {
    "oblast": ("province",), "province": ("province", "district", "area"), "region": ("province", "area", "district"),
    "state": ("province", "area"), "governorate": ("province",), "krai": ("province",), "kray": ("province",),
    "okrug": ("province",), "prefecture": ("province",), "voivodeship": ("province",), "canton": ("province",),
    "emirate": ("province",), "county": ("district", "province"), "parish": ("district", "province"),
    "district": ("district", "province", "town", "area"), "raion": ("district",), "borough": ("district", "town"),
    "city": ("town",), "town": ("town",), "village": ("town",), "municipality": ("town", "district"),
    "airport": ("site", "town"), "airbase": ("site",), "island": ("area", "site", "town"),
    "islands": ("area", "country", "province"), "peninsula": ("area", "province"), "river": ("area",),
    "valley": ("area",), "desert": ("area",), "strip": ("province", "area"), "republic": ("province", "country"),
    "territory": ("province", "area"), "co": ("district",), "township": ("town", "district"),
}  # fmt: skip

# Before a name, with or without "of": "the village of X", "Lake X".
KIND_BEFORE: dict[str, tuple[str, ...]] = {
    "village": ("town",), "town": ("town",), "city": ("town",), "settlement": ("town",), "hamlet": ("town",),
    "suburb": ("town",), "neighborhood": ("town",), "neighbourhood": ("town",), "port": ("town",),
    "capital": ("town",), "province": ("province",), "region": ("province", "area", "district"),
    "district": ("district", "town", "province"), "state": ("province",), "governorate": ("province",),
    "county": ("district", "province"), "oblast": ("province",), "republic": ("province", "country"),
    "island": ("area", "site", "town", "country"), "prefecture": ("province",), "township": ("town",),
    "municipality": ("town", "district"), "kibbutz": ("town",), "camp": ("site", "town"), "commune": ("town",),
}  # fmt: skip

# Words that name a place of their own kind with the name beside them; on the map they are somewhere else than the town of the name.
PREMODIFIERS = frozenset(
    """north south east west northern southern eastern western central northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern upper lower greater downtown uptown inner outer mid old nearby
    metro metropolitan suburban rural coastal mainland historic occupied modern ancient neighboring neighbouring""".split()
)

LOCATIVE = frozenset(
    """in at near from to into outside around across through throughout toward towards between via inside within off
    over beyond above along by of for against leaving entering visiting""".split()
)
STRONG_LOCATIVE = frozenset("in at near into outside across throughout inside around".split())

# Words that make a person of the name behind them.
PERSON_TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady president premier chancellor king queen prince princess pope
    sen senator rep representative gov governor mayor judge justice sheriff officer sgt sergeant lt lieutenant capt captain
    col colonel maj major gen general adm admiral cpl pvt rev reverend father sister brother bishop archbishop rabbi imam
    sheikh coach secretary minister ambassador chairman chairwoman chairperson spokesman spokeswoman spokesperson director
    detective deputy chief commissioner attorney lawyer councilman councilwoman councillor councilor alderman trooper
    principal superintendent economist analyst author actor actress singer comedian journalist reporter driver trustee
    cmdr commander supervisor treasurer clerk constable inspector lawmaker congressman congresswoman""".split()
)

# Words behind a name that make an organisation, a thing or an event of it: "Boston Globe", "Geneva Convention".
NOT_A_PLACE_BEHIND = frozenset(
    """times post globe herald tribune journal gazette chronicle news press telegraph mail sun star observer inquirer
    examiner dispatch courier register bee republic review magazine today weekly daily reporter advocate
    inc corp ltd llc plc co company group holdings bank partners associates industries motors airlines airways air
    rangers giants jets yankees mets cowboys lakers celtics bulls bears eagles patriots dolphins united fc afc sox cubs
    braves hawks falcons reds bengals browns indians cavaliers pistons tigers lions wings pirates steelers penguins
    protocol agreement accord accords convention treaty pact declaration summit conference syndrome consensus principle""".split()
)

# Words behind a place name that make a body of that place, not a person: "Alexandria Police", "Georgia Bureau".
BODY_BEHIND = frozenset(
    """police fire department school schools board bureau council commission committee association university college zoo
    public metropolitan state city high central district court hospital museum library park center centre educators highway
    supreme national regional international general senate house governor mayor sheriff airport station government
    authorities officials officers residents lawmakers republicans democrats democratic republican parliament ministry
    national army forces military air navy coast guard legislature assembly power water health medical community area
    township downtown border embassy consulate summit elections primary caucus caucuses conference chamber housing transit
    turnpike bridge tunnel dam stadium arena speedway raceway fair festival marathon open grand prix symphony orchestra
    church cathedral mosque temple synagogue cemetery prison jail detention correctional""".split()
)
# Words behind a name that make a street or building of it, which is not in the town of that name.
STREET_BEHIND = frozenset(
    """street avenue ave road rd boulevard blvd drive lane highway square court terrace crescent plaza parkway pike
    castle palace gate bridge hotel inn hall""".split()
)

SPEECH_VERBS = frozenset(
    """say tell add explain note recall argue believe think insist acknowledge reply testify admit write laugh joke
    smile comment warn agree hope want know feel""".split()
)

# Single names that news uses for something else far more often than for the place.
NEVER_ALONE = frozenset(
    """act al ali allah amazon app apple april august ba bar bay best bill black bo brown bush car chase christian
    christmas church clinton congress court cross date day de democrat democrats east easter el english father
    february first friday general god good grand great green gulf gun hall hill home house hudson iphone islam
    january jewish jews july june king la lake law le lee li lord ma major man many march mary mass may mercedes
    mission monday mother mount muslim muslims new north november october old one orange pa park police pope post
    president prince queen republican republicans river road robert royal saint saturday school senate september
    seven south square st star state states street sun sunday supreme tea thursday tower trump tuesday twin two
    union university van von wall war wednesday west white windows wood world young youtube google facebook twitter
    medicare medicaid obama instagram nato un hamas brexit covid nasa fbi cia christ bible bitcoin mid ford
    senator congressman ministry government army navy marine guard constitution independence liberty justice
    capitol center centre university college hospital airport media internet english latin roman catholic
    protestant buddhist hindu sikh arab hispanic jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur
    thurs fri sat sunday sens sen gov rep reps lt swat sec duma commerce northwest northeast southeast southwest mill mills
    downtown toyota honda nissan samsung edison speaker senate lot deli olympic olympics axel sens republic vista roma nord
    tass ngo oas moca chu sos sport sports media democracy victory hope peace santa nine ten riverbanks shoreline""".split()
) | frozenset(
    ["national park", "country club", "santa claus", "red cross", "the city", "rolling hills", "el nino", "la nina", "notre dame",
     "east end", "west end", "west wing", "st john", "st michael", "st mary", "st patrick", "st joseph", "saint john", "tri city",
     "north west", "north east", "south east", "south west", "western state", "north side", "south side", "west side", "east side",
     "main street", "high street", "old town", "new town", "wall street journal", "white house press"]
)  # fmt: skip

PARTICLES = frozenset(
    "of and al el de la las los del di da do dos du des sur upon on the le les in bin ez ul en am an der".split()
)


def _words(name: str) -> frozenset[str]:
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def ordinary_words() -> frozenset[str]:
    """Folded single words that are places somewhere and ordinary words in news."""
    return _words("ordinary_words.txt")


@cache
def given_names() -> frozenset[str]:
    """Folded first names of persons."""
    return _words("given_names.txt")
