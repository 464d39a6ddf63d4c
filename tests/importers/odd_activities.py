"""Odd lists of activities: a row for each, or a column with ticks for each."""

from tests.importers.given import AISHA, NOAH, ZOE
from tests.importers.odd_lists import WHO, A, N, Z, lines

ACTIVITIES: dict[str, bytes] = {
    "clubs of every term.csv": lines(
        "Name,DOB,Club,Term,Member of staff,Notes",
        '"Ahmed, Aisha",03/09/2014,Chess  club,Autumn 2025,Ms Hall,keen',
        '"Ahmed, Aisha",03/09/2014,Chess club,Spring 2026,Ms Hall,',
        '"Baker, Noah",28/03/2015,Debating,Summer term 2025/26,,',
        '"Clarke, Zoë",31/12/2014,Choir,whenever,Mr Lee,',
    ),
    "activities across.csv": lines(
        "Enrichment 2025/26",
        "Surname,Forename,DOB,Chess club,Choir (Autumn),Science fair 12/03/2026,"
        "Photo consent,Total",
        "Ahmed,Aisha,03/09/2014,x,,y,y,2",
        "Baker,Noah,28/03/2015,14/10/2025,/,12/03/2026,n,3",
        "Clarke,Zoë,31/12/2014,n,1,absent,y,1",
    ),
    "ticks of other things.csv": lines(
        f"{WHO},House captain,Locker", f"{A},x,", f"{N},,y", f"{Z},x,y"
    ),
    "signed up and attended.csv": lines(
        "UPN,Activity,Activity Date,Signed up,Attended,Cost per pupil,Venue,Type of "
        "activity",
        f"{AISHA},Theatre trip,12/03/2026,Y,Y,£12.50,Globe,Trip",
        f"{NOAH},Theatre trip,12/03/2026,Y,N,free,Globe,Trip",
        f"{ZOE},Theatre trip,12/03/2026,N,,dear,Globe,Trip",
    ),
    "several clubs of a pupil.csv": lines(
        "UPN,Surname,Forename,Club 1,Club 2,Club 3",
        f"{AISHA},Ahmed,Aisha,Chess,Choir,",
        f"{NOAH},Baker,Noah,Art club,,y",
    ),
    "ticks of a few above a total.csv": lines(
        "Clubs this term,,,",
        "Name,Form,Chess club,Debating",
        '"Ahmed, Aisha",7A,x,',
        '"Baker, Noah",7B,,x',
        "Total,,1,1",
    ),
    "activities of nobody.csv": lines(
        "Activity,Date,Led by", "Chess club,14/10/2025,Ms Hall"
    ),
}
