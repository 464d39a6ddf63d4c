import pytest

from gtregister.writers import fonts
from gtregister.writers.fonts import MISSING


@pytest.mark.parametrize(
    "text",
    [
        "Łęczyński Żółć ąćęłńóśźż",
        "Ŵynne-Griffŷdd âêîôûŵŷ ÂÊÎÔÛŴŶ",
        "Nguyễn Thị Hồng Đặng ạảấầẩẫậắằẳẵặẹẻẽếềểệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        "Шевченко Олена їєґ",
        "Παπαδοπούλου",
        "Șțeñøðþßçğışžčåö “quotes” ’ – — … €",
    ],
)
def test_both_weights_have_the_letters_of_the_names_in_a_school(text):
    assert fonts.regular().visible(text) == text
    assert fonts.bold().visible(text) == text


def test_arabic_letters_are_joined_and_run_from_right_to_left():
    joined = "\ufef2\ufee0\ufecc\ufedf\ufe8d \ufeaa\ufee4\ufea4\ufee3"
    assert fonts.regular().visible("محمد العلي") == joined


def test_urdu_has_all_its_letters():
    seen = fonts.regular().visible("فاطمہ ہے پچٹگڑں رہے ۓ")
    assert MISSING not in seen
    assert seen.endswith("\ufed3")


def test_a_latin_word_in_an_arabic_name_keeps_its_order():
    assert "(7B)" in fonts.regular().visible("محمد (7B)")


@pytest.mark.parametrize(
    ("text", "base", "seen"),
    [
        ("محمد (7A)", "L", "{name} (7A)"),
        ("محمد (7A)", "R", "(7A) {name}"),
        ("(7A) محمد", None, "(7A) {name}"),
        ("Li (محمد) [7A]", "L", "Li ({name}) [7A]"),
        ("محمد (محمد)", "L", "({name}) {name}"),
        ("محمد (7A", "L", "7) {name}A"),
    ],
)
def test_brackets_stay_with_what_is_in_them(text, base, seen):
    name = fonts.regular().visible("محمد")

    assert fonts.regular().visible(text, base) == seen.format(name=name)


def test_a_letter_that_no_font_has_is_shown_as_a_box():
    assert fonts.regular().visible("አበበ Li 🎻") == "□□□ Li □"
    assert fonts.regular().visible("a\x00\ud800") == "a□□"
    assert fonts.regular().visible("\ue000") == "□"


def test_chinese_names_are_seen_as_they_are_written():
    assert fonts.regular().visible("陳小明 王丽 Li") == "陳小明 王丽 Li"


@pytest.mark.parametrize(
    ("written", "glyphs"),
    [("க", 1), ("கு", 1), ("க்", 1), ("கெ", 2), ("கொ", 3), ("ஸ்ரீ", 1), ("க்ஷ", 1)],
)
def test_tamil_syllables_are_joined_and_their_signs_put_before(written, glyphs):
    seen = fonts.regular().visible(written)

    assert len(seen) == glyphs
    assert MISSING not in seen
    if glyphs > 1:
        assert seen[1] == "க"


def test_cleaning_composes_letters_and_leaves_out_what_cannot_be_seen():
    clean = fonts.regular().clean
    assert clean("Sia\u0302n") == "Siân"
    assert clean("a\u202eb\u200bc\ufeff") == "abc"
    assert clean("two\r\nlines\tand\xa0more") == "two lines and more"


def test_widths_agree_with_those_of_the_library():
    from reportlab.pdfbase.pdfmetrics import stringWidth

    for text in ("Łęczyński", "Ŵyn 7B", "x" * 50):
        expected = stringWidth(text, fonts.REGULAR, 1)
        assert fonts.regular().width(text) == pytest.approx(expected)


def test_what_is_measured_is_what_is_seen():
    face = fonts.regular()
    assert face.width("አ") == face.width(MISSING)
    assert face.width("لا") < face.width("ل") + face.width("ا")
