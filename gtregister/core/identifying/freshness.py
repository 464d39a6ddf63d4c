"""Whether something that was worked out from the evidence still stands."""

from datetime import date

from gtregister.core.register import Register


def stands(register: Register, on: date, seen: int) -> bool:
    """Say whether what was judged on a day, after a change, would be judged so now."""
    if on != register.today:
        return False
    if register.latest_change == seen:
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
