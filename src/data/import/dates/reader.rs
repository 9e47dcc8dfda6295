//! From the parts of a text to a date in EDTF.

use super::iso::iso;
use super::lexer::{Token, tokens};
use super::point::{DayOrder, Point};
use super::words::Word;
use crate::time::When;

/// What is known of a cell's date beside its text.
#[derive(Clone, Debug, Default)]
pub struct DateContext {
    /// The year of what has none of its own, and where it comes from: `the heading “1956”`.
    pub year: Option<(i32, String)>,
    /// Which of two numbers is the day, where the column proves it.
    pub order: Option<DayOrder>,
    /// The first and the last full year of the column: a year of two digits is the one that fits.
    pub years: Option<(i32, i32)>,
    /// The hundreds of a year of two digits, where they are given.
    pub century: Option<i32>,
}

/// A date that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// In EDTF.
    pub edtf: String,
    /// What of it the text alone does not say, and where it comes from.
    pub inferred: Vec<String>,
    /// The weekday of a day with which the text has another one, from 1, Monday.
    pub other_weekday: Option<u8>,
}

/// Why a text is no date. Nothing is guessed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateTrouble {
    /// Something in it has no place in a date, or its parts make none.
    #[error("this is not understood as a date")]
    NotADate,
    /// It has no year, and nothing above it does.
    #[error("this date has no year, and neither heading nor column gives one")]
    NoYear,
    /// Its year has two digits, and nothing says of which century.
    #[error("the century of this year is not known")]
    NoCentury,
    /// Both numbers can be the day.
    #[error("day or month may come first here, and nothing in the column proves which")]
    DayOrMonthFirst,
    /// The calendar has no such day.
    #[error("the calendar has no such day")]
    NoSuchDay,
    /// It ends before it begins.
    #[error("the end lies before the start")]
    EndBeforeStart,
}

/// How two points of a date belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    Range,
    /// And, or a comma.
    Each,
    Or,
}

/// The date that a text says.
///
/// # Errors
///
/// [`DateTrouble`] where it says none for sure.
pub fn read(text: &str, context: &DateContext) -> Result<Dated, DateTrouble> {
    let text = text.trim();
    if let Some(edtf) = iso(text) {
        return Ok(Dated { edtf, ..Dated::default() });
    }
    let tokens = tokens(text).ok_or(DateTrouble::NotADate)?;
    let mut parser = Parser {
        context,
        inferred: Vec::new(),
        is_between: false,
        points: Vec::new(),
        links: Vec::new(),
        behind_years: Vec::new(),
    };
    parser.parse(&tokens)?;
    parser.fill()?;
    parser.edtf()
}

/// Has each point but the first be given something by the one before it, in this order.
fn pass_on<'a>(mut points: impl Iterator<Item = &'a mut Point>, give: impl Fn(&Point, &mut Point)) {
    let Some(mut from) = points.next() else { return };
    for point in points {
        give(from, point);
        from = point;
    }
}

struct Parser<'a> {
    context: &'a DateContext,
    inferred: Vec<String>,
    is_between: bool,
    points: Vec<Point>,
    /// Between each point and the next.
    links: Vec<Link>,
    /// Points behind a comma and a year: a number alone is no day there, as in `5 March 1950, 10`.
    behind_years: Vec<usize>,
}

impl Parser<'_> {
    /// The points and what stands between them.
    fn parse(&mut self, tokens: &[Token]) -> Result<(), DateTrouble> {
        let mut point = Point::default();
        let mut at = 0;
        while let Some(&token) = tokens.get(at) {
            let next = tokens.get(at + 1).copied();
            at += 1;
            match token {
                Token::YearMonthDay(year, month, day) => {
                    Self::take(&mut point, Some(number(year)?), month, day)?;
                }
                // `14/15 May`, `May 14/15`: one day and the next.
                Token::DayAndMonth { first, second, year: None, separator: '/' }
                    if (point.month.is_some() || matches!(next, Some(Token::Word(Word::Month(_)))))
                        && second == first + 1 =>
                {
                    set(&mut point.day, day(first)?)?;
                    self.link(&mut point, Link::Range)?;
                    set(&mut point.day, day(second)?)?;
                }
                Token::DayAndMonth { first, second, year, separator } => {
                    let (day, month) = self.day_and_month(first, second, separator)?;
                    let full = year.filter(|(_, digits)| *digits == 4).map(|(year, _)| number(year)).transpose()?;
                    Self::take(&mut point, full, month, day)?;
                    if let Some((year, 2)) = year {
                        point.short_year = Some(number(year)?);
                    }
                }
                Token::Decade(first) if point.is_empty() => point.decade = Some(number(first)?),
                Token::Number(value, _) if next == Some(Token::MonthSign) => {
                    set(&mut point.month, month(value)?)?;
                    at += 1;
                }
                Token::Number(value, _) if next == Some(Token::DaySign) => {
                    set(&mut point.day, day(value)?)?;
                    let own = self.points.len();
                    self.behind_years.retain(|point| *point != own);
                    at += 1;
                }
                Token::Number(value, _) if next == Some(Token::Year) => {
                    set(&mut point.year, number(value)?)?;
                    at += 1;
                }
                Token::Number(value, digits) => Self::number(&mut point, value, digits)?,
                Token::Word(Word::Month(month)) => set(&mut point.month, month)?,
                Token::Word(Word::Season(season)) => set(&mut point.season, season)?,
                Token::Word(Word::Filler) => {}
                Token::Word(Word::Weekday(number)) => point.weekday = Some(number),
                Token::Word(Word::Bce) => point.is_bce = true,
                Token::Word(Word::About) if point.is_empty() => point.is_about = true,
                Token::Word(Word::PartOf) if point.is_empty() => {
                    self.inferred.push("no days can be told from the words before the month".to_owned());
                    at += usize::from(next == Some(Token::Dash));
                }
                Token::Word(Word::Between) if point.is_empty() && self.points.is_empty() => self.is_between = true,
                Token::QuestionMark => point.is_uncertain = true,
                Token::Word(Word::And) if self.is_between => self.link(&mut point, Link::Range)?,
                Token::Word(Word::To) | Token::Dash => self.link(&mut point, Link::Range)?,
                Token::Word(Word::Or) => self.link(&mut point, Link::Or)?,
                Token::Word(Word::And) => self.link(&mut point, Link::Each)?,
                Token::Comma => {
                    // Before a year, or behind a weekday, it says nothing.
                    let before_year = matches!(next, Some(Token::Number(value, digits)) if is_year(value, digits));
                    let before_link = matches!(next, Some(Token::Word(Word::And | Word::Or) | Token::Dash) | None);
                    // `1950, March 5`.
                    let behind_year = point.is_year() && matches!(next, Some(Token::Word(Word::Month(_))));
                    if !point.is_empty() && !before_year && !before_link && !behind_year {
                        let has_year = point.year.is_some();
                        self.link(&mut point, Link::Each)?;
                        self.behind_years.extend(has_year.then_some(self.points.len()));
                    }
                }
                _ => return Err(DateTrouble::NotADate),
            }
        }
        if point.is_empty() {
            return Err(DateTrouble::NotADate);
        }
        self.points.push(point);
        Ok(())
    }

    /// Ends a point.
    fn link(&mut self, point: &mut Point, link: Link) -> Result<(), DateTrouble> {
        if point.is_empty() {
            return Err(DateTrouble::NotADate);
        }
        self.points.push(std::mem::take(point));
        self.links.push(link);
        Ok(())
    }

    /// A number without a sign: a year, else a day, else a year of two digits.
    fn number(point: &mut Point, value: i64, digits: usize) -> Result<(), DateTrouble> {
        if is_year(value, digits) && digits != 2 {
            set(&mut point.year, number(value)?)
        } else if digits <= 2 && point.day.is_none() && (1..=31).contains(&value) && point.season.is_none() {
            set(&mut point.day, day(value)?)
        } else if digits == 2 {
            set(&mut point.short_year, number(value)?)
        } else {
            Err(DateTrouble::NotADate)
        }
    }

    fn take(point: &mut Point, year: Option<i32>, month_value: i64, day_value: i64) -> Result<(), DateTrouble> {
        if !point.is_empty() {
            return Err(DateTrouble::NotADate);
        }
        let (month, day) = (month(month_value)?, day(day_value)?);
        (point.year, point.month, point.day) = (year, Some(month), Some(day));
        Ok(())
    }

    /// Which of two numbers is the day. With points between them that is the first in all languages, unless the column
    /// proves otherwise.
    fn day_and_month(&self, first: i64, second: i64, separator: char) -> Result<(i64, i64), DateTrouble> {
        let by_point = (separator == '.').then_some(DayOrder::DayFirst);
        match self.context.order.or(by_point) {
            Some(DayOrder::DayFirst) => Ok((first, second)),
            Some(DayOrder::MonthFirst) => Ok((second, first)),
            None if 12 < first || first == second => Ok((first, second)),
            None if 12 < second => Ok((second, first)),
            None => Err(DateTrouble::DayOrMonthFirst),
        }
    }

    /// What a point leaves out is that of the next one, or of the one before.
    fn fill(&mut self) -> Result<(), DateTrouble> {
        self.full_years()?;
        let is_filled: Vec<bool> = self.points.iter().map(|point| point.year.is_none()).collect();
        pass_on(self.points.iter_mut().rev(), |next, point| {
            next.give_year(point);
            if next.day.is_some() {
                next.give_month(point);
            }
        });
        let is_without_month = |at: &usize| self.points.get(*at).is_some_and(|point| point.month.is_none());
        if self.behind_years.iter().any(is_without_month) {
            return Err(DateTrouble::NotADate);
        }
        pass_on(self.points.iter_mut(), |before, point| {
            before.give_month(point);
            before.give_year(point);
        });
        // A second pass, for days whose month stood before a list.
        pass_on(self.points.iter_mut().rev(), Point::give_month);
        self.year_of_context()?;
        self.years_around_new_year(&is_filled);
        for point in &mut self.points {
            if std::mem::take(&mut point.is_bce) {
                point.year = point.year.map(|year| 1 - year);
            }
        }
        Ok(())
    }

    /// Years of two digits become full ones.
    fn full_years(&mut self) -> Result<(), DateTrouble> {
        let beside = self.points.iter().find_map(|point| point.year);
        let context = self.context;
        for point in &mut self.points {
            let Some(short) = point.short_year.take() else { continue };
            if point.is_bce {
                set(&mut point.year, short)?;
                continue;
            }
            let by_context = || {
                let (first, last) = context.years?;
                let mut fitting =
                    (0..=20).map(|century| century * 100 + short).filter(|year| (first - 1..=last + 1).contains(year));
                fitting.next().filter(|_| fitting.next().is_none())
            };
            let full = beside.map(|year| year - year.rem_euclid(100) + short);
            let full = full.or_else(|| context.century.map(|century| century + short)).or_else(by_context);
            let full = full.ok_or(DateTrouble::NoCentury)?;
            if beside.is_none() {
                self.inferred.push(format!("the year {full} by the other dates of the column"));
            }
            set(&mut point.year, full)?;
        }
        Ok(())
    }

    /// Dates without any year have that of what stands above them.
    fn year_of_context(&mut self) -> Result<(), DateTrouble> {
        let has_year = |point: &Point| point.year.is_some() || point.decade.is_some();
        if self.points.iter().all(has_year) {
            return Ok(());
        }
        let Some((year, origin)) = &self.context.year else { return Err(DateTrouble::NoYear) };
        self.inferred.push(format!("the year {year} from {origin}"));
        let mut year = *year;
        let mut month = 0;
        for point in &mut self.points {
            let own = point.month.unwrap_or(month);
            // From December to January the year ends.
            year += i32::from(own < month && month == 12);
            month = own;
            point.year = Some(year);
        }
        Ok(())
    }

    /// `30 December – 2 January 2010` began in 2009: the year is that of the end.
    fn years_around_new_year(&mut self, is_filled: &[bool]) {
        if let ([first, last], [true, false], [Link::Range]) =
            (self.points.as_mut_slice(), is_filled, self.links.as_slice())
            && first.year == last.year
            && first.month == Some(12)
            && last.month == Some(1)
        {
            first.year = first.year.map(|year| year - 1);
            self.inferred.push("the year of the start by that of the end".to_owned());
        }
    }

    fn edtf(self) -> Result<Dated, DateTrouble> {
        let Self { inferred, points, links, is_between, .. } = self;
        let mut texts = Vec::new();
        for point in &points {
            let is_whole = point.day.is_none() || point.month.is_some();
            texts.push(point.edtf().ok_or(if is_whole { DateTrouble::NoSuchDay } else { DateTrouble::NotADate })?);
        }
        let in_order = points.windows(2).all(|pair| match pair {
            [a, b] => a.order() <= b.order(),
            _ => true,
        });
        if !in_order {
            return Err(DateTrouble::EndBeforeStart);
        }
        let edtf = match (texts.as_slice(), links.as_slice()) {
            ([only], []) => only.clone(),
            ([first, last], [Link::Range]) if is_between => format!("[{first}..{last}]"),
            ([first, last], [Link::Range]) if first == last => first.clone(),
            ([first, last], [Link::Range]) => format!("{first}/{last}"),
            _ if is_between => return Err(DateTrouble::NotADate),
            (texts, links) if links.contains(&Link::Or) => {
                if !links.iter().all(|link| matches!(link, Link::Or)) {
                    return Err(DateTrouble::NotADate);
                }
                format!("[{}]", texts.join(","))
            }
            (texts, links) => {
                let mut list = String::new();
                for (at, text) in texts.iter().enumerate() {
                    list.push_str(text);
                    match links.get(at) {
                        Some(Link::Range) => list.push_str(".."),
                        Some(_) => list.push(','),
                        None => {}
                    }
                }
                format!("{{{list}}}")
            }
        };
        When::parse(&edtf).map_err(|_| DateTrouble::NotADate)?;
        let other_weekday = points.iter().find_map(|point| point.contradicted_weekday());
        Ok(Dated { edtf, inferred, other_weekday })
    }
}

/// Whether a number is a year by itself.
const fn is_year(value: i64, digits: usize) -> bool {
    digits == 3 || digits == 4 || (digits == 2 && 31 < value)
}

fn set<T>(field: &mut Option<T>, value: T) -> Result<(), DateTrouble> {
    if field.is_some() {
        return Err(DateTrouble::NotADate);
    }
    *field = Some(value);
    Ok(())
}

fn number(value: i64) -> Result<i32, DateTrouble> {
    i32::try_from(value).map_err(|_| DateTrouble::NotADate)
}

fn month(value: i64) -> Result<u8, DateTrouble> {
    u8::try_from(value).ok().filter(|month| (1..=12).contains(month)).ok_or(DateTrouble::NoSuchDay)
}

fn day(value: i64) -> Result<u8, DateTrouble> {
    u8::try_from(value).ok().filter(|day| (1..=31).contains(day)).ok_or(DateTrouble::NoSuchDay)
}
