"""Who looks into a referral, by when, and what they note meanwhile."""

from sqlite_utils import Database

TRIAGE = """
alter table referrals add column triage_by text;
alter table referrals add column triage_due text;
alter table referrals add column triage_note text;
"""


def migrate(db: Database) -> None:
    """Give referrals the fields of their triage."""
    db.executescript(TRIAGE)
