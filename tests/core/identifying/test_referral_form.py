"""The blank form names the school, and asks what a referral has to say."""

import io

from pypdf import PdfReader

from gtregister.core.identifying import referral_form, referrals
from gtregister.i18n import translated


def test_the_form_is_one_page_with_the_schools_name_and_every_source(register):
    pages = PdfReader(io.BytesIO(referral_form.blank(register))).pages

    assert len(pages) == 1
    text = pages[0].extract_text()
    assert "Greenfield Academy" in text
    for words in referrals.SOURCES.values():
        assert translated(words) in text
