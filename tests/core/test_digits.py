import sys
import unicodedata

from core.digits import with_plain_digits


def test_decimal_digits_of_every_script_and_nothing_else_become_plain_ones():
    signs = [chr(code) for code in range(sys.maxunicode + 1)]
    changed = {sign: plain for sign in signs if (plain := with_plain_digits(sign)) != sign}
    digits = {sign for sign in signs if unicodedata.category(sign) == "Nd"} - set("0123456789")
    assert changed == {sign: str(unicodedata.decimal(sign)) for sign in digits}


def test_digits_keep_their_place_in_a_text():
    assert with_plain_digits("७ में से ٤٥/६० m² ½") == "7 में से 45/60 m² ½"
