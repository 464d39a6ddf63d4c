"""What the fields of an import are called on the screen."""

from gtregister.core.roll import field_words

words_of = field_words.column
