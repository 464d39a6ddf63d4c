"""Whether something that was worked out from the evidence still stands."""

from datetime import date

from gtregister.core.register import Register


def stands(register: Register, on: date, seen: int) -> bool:
    """Say whether what was judged on a day, after a change, would be judged so now."""
    if on != register.today:
        return False
    if last_change(register) == seen:
        return True
    return not register.value(
        """
        select exists (
            select 1
            from changed_rows
            where change_id > :seen
                and table_name in ('policies', 'pupils', 'referrals', 'results')
        )
        """,
        seen=seen,
    )


def last_change(register: Register) -> int:
    """Give the number of the last change of the register."""
    return int(register.value("select max(id) from changes") or 0)
