//! Reads plain RON in one go, without making copies of its texts.
//!
//! Plain is what people and programs nearly always write: fields in round brackets, lists, texts in quotes, words,
//! blanks and comments. Anything else is refused without a reason: the item is then split off and read by RON's
//! own reader, which alone judges what is wrong. What is read here has the value that RON's reader gives it.

use std::borrow::Cow;

use memchr::memchr2;
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::lexer::Tokens;

/// The value that begins at byte `start`, and where it ends; `None` when it is not plain, or not such a value.
///
/// Without extensions of RON but `implicit_some`. What follows the value is not looked at.
pub(super) fn read<'de, T: Deserialize<'de>>(text: &'de str, start: usize) -> Option<(T, usize)> {
    let mut reader = PlainReader { text, at: start };
    let value = T::deserialize(&mut reader).ok()?;
    Some((value, reader.at))
}

/// A text, read up to `at`, which is always a place between characters.
struct PlainReader<'de> {
    text: &'de str,
    at: usize,
}

/// Something is not plain RON, or does not belong where it stands.
#[derive(Debug, thiserror::Error)]
#[error("this is for RON's own reader")]
struct NotPlain;

impl de::Error for NotPlain {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

// The smallest steps are asked to be compiled into their callers, which makes reading a tenth faster.
impl<'de> PlainReader<'de> {
    #[inline]
    fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over this character.
    #[inline]
    fn take(&mut self, ascii: u8) -> Result<(), NotPlain> {
        if self.peek() == Some(ascii) {
            self.at += 1;
            Ok(())
        } else {
            Err(NotPlain)
        }
    }

    #[inline]
    fn skip_blanks(&mut self) {
        let mut rest = self.rest();
        loop {
            rest = match rest {
                // Lines are mostly indented by fours.
                [b' ', ..] => rest.strip_prefix(b"    ").or_else(|| rest.get(1..)).unwrap_or_default(),
                [b'\n' | b'\r' | b'\t', after @ ..] => after,
                _ => break,
            };
        }
        self.at = self.text.len() - rest.len();
        // Comments, and the blanks that are rare.
        if let [b'/' | 0x0b | 0x0c | 0x80.., ..] = rest {
            self.at = Tokens::new(self.text, self.at).offset();
        }
    }

    /// The word that comes next. Its letters are those of the program's own names: what follows a longer word, or one
    /// in other letters, is not plain.
    #[inline]
    fn word(&mut self) -> Result<&'de str, NotPlain> {
        let rest = self.rest();
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let length = rest.iter().position(|byte| !is_word(byte)).unwrap_or(rest.len());
        if length == 0 { Err(NotPlain) } else { self.pass(length) }
    }

    /// This many bytes, which are passed over.
    #[inline]
    fn pass(&mut self, length: usize) -> Result<&'de str, NotPlain> {
        let passed = self.text.get(self.at..self.at + length).ok_or(NotPlain)?;
        self.at += length;
        Ok(passed)
    }

    /// The text in quotes that comes next, borrowed unless something in it is escaped.
    fn quoted(&mut self) -> Result<Cow<'de, str>, NotPlain> {
        self.take(b'"')?;
        let text = self.up_to_quote_or_escape()?;
        if self.take(b'"').is_ok() {
            return Ok(Cow::Borrowed(text));
        }
        let mut text = text.to_owned();
        while self.take(b'\\').is_ok() {
            text.push(match self.peek() {
                Some(mark @ (b'"' | b'\\' | b'\'')) => char::from(mark),
                Some(b'n') => '\n',
                Some(b'r') => '\r',
                Some(b't') => '\t',
                _ => return Err(NotPlain),
            });
            self.at += 1;
            text.push_str(self.up_to_quote_or_escape()?);
        }
        self.take(b'"')?;
        Ok(Cow::Owned(text))
    }

    fn up_to_quote_or_escape(&mut self) -> Result<&'de str, NotPlain> {
        let length = memchr2(b'"', b'\\', self.rest()).ok_or(NotPlain)?;
        self.pass(length)
    }
}

impl<'de> de::Deserializer<'de> for &mut PlainReader<'de> {
    type Error = NotPlain;

    /// A text, or fields in brackets, whatever their name.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.peek() {
            Some(b'"') => self.deserialize_str(visitor),
            Some(b'(') => self.deserialize_struct("", &[], visitor),
            _ => Err(NotPlain),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        let is_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
        let rest = self.rest();
        let number = self.pass(rest.iter().take_while(|byte| is_number(byte)).count())?;
        let is_plain = number.ends_with(|last: char| last.is_ascii_digit())
            && number.trim_start_matches('-').starts_with(|first: char| first.is_ascii_digit());
        let number = number.parse().ok().filter(|_| is_plain);
        // A number that goes on in another way, such as `1e3`.
        if self.word().is_ok() {
            return Err(NotPlain);
        }
        visitor.visit_f64(number.ok_or(NotPlain)?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotPlain> {
        self.take(b'(')?;
        let value = visitor.visit_seq(Parts::new(self, b')'))?;
        self.skip_blanks();
        self.take(b')')?;
        Ok(value)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.quoted()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_borrowed_str(self.word()?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        visitor.visit_enum(StrDeserializer::new(self.word()?))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        let start = self.at;
        match self.word() {
            Ok("None") => visitor.visit_none(),
            Ok("Some") => {
                self.skip_blanks();
                self.take(b'(')?;
                self.skip_blanks();
                let value = visitor.visit_some(&mut *self)?;
                self.skip_blanks();
                if self.take(b',').is_ok() {
                    self.skip_blanks();
                }
                self.take(b')')?;
                Ok(value)
            }
            _ => {
                self.at = start;
                visitor.visit_some(self)
            }
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        if self.take(b'(').is_err() {
            if self.word()? != name {
                return Err(NotPlain);
            }
            self.skip_blanks();
            self.take(b'(')?;
        }
        let value = visitor.visit_map(Parts::new(self, b')'))?;
        self.take(b')')?;
        Ok(value)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.take(b'[')?;
        let value = visitor.visit_seq(Parts::new(self, b']'))?;
        self.take(b']')?;
        Ok(value)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple_struct
        map ignored_any
    }
}

/// What stands between two brackets, with commas between and perhaps behind.
struct Parts<'a, 'de> {
    reader: &'a mut PlainReader<'de>,
    /// The closing bracket.
    close: u8,
    /// Another part may come.
    open: bool,
}

impl<'a, 'de> Parts<'a, 'de> {
    fn new(reader: &'a mut PlainReader<'de>, close: u8) -> Self {
        Self { reader, close, open: true }
    }

    /// Whether another part comes; at the closing bracket if not.
    fn has_next(&mut self) -> Result<bool, NotPlain> {
        self.reader.skip_blanks();
        if self.reader.peek() == Some(self.close) {
            Ok(false)
        } else if self.open {
            Ok(true)
        } else {
            Err(NotPlain)
        }
    }

    fn value<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, NotPlain> {
        let value = seed.deserialize(&mut *self.reader)?;
        self.reader.skip_blanks();
        self.open = self.reader.take(b',').is_ok();
        Ok(value)
    }
}

impl<'de> SeqAccess<'de> for Parts<'_, 'de> {
    type Error = NotPlain;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotPlain> {
        if self.has_next()? { self.value(seed).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Parts<'_, 'de> {
    type Error = NotPlain;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotPlain> {
        if self.has_next()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotPlain> {
        self.reader.skip_blanks();
        self.reader.take(b':')?;
        self.reader.skip_blanks();
        self.value(seed)
    }
}
