//! Days of which the text leaves something open, and what is taken.

use super::*;

#[test]
fn a_day_that_is_said_by_a_part_of_a_month_or_about_is_one_of_it() {
    let today = Day::parse("2026-11-30").unwrap();
    for (text, day) in [
        ("12月初", "2026-12-01"),
        ("12月上旬", "2026-12-01"),
        ("12月中旬", "2026-12-15"),
        ("12月份中旬", "2026-12-15"),
        ("12月中", "2026-12-15"),
        ("十二月下旬", "2026-12-21"),
        ("12月底", "2026-12-31"),
        ("十二月末", "2026-12-31"),
        ("2月底", "2027-02-28"),
        ("明年1月中旬", "2027-01-15"),
        ("2027年3月初", "2027-03-01"),
        ("下个月中旬", "2026-12-15"),
        ("下个月的中旬", "2026-12-15"),
        ("下下月上旬", "2027-01-01"),
        ("下个月月底", "2026-12-31"),
        ("11月下旬", "2026-11-30"),
        ("月初", "2026-12-01"),
        ("下旬", "2026-11-30"),
        ("下个月", "2026-12-30"),
        ("next month", "2026-12-30"),
        ("年底", "2026-12-31"),
        ("明年年底", "2027-12-31"),
        ("明年初", "2027-01-01"),
        ("年初", "2027-01-01"),
        ("mid-December", "2026-12-15"),
        ("mid December", "2026-12-15"),
        ("in mid-December", "2026-12-15"),
        ("the middle of December", "2026-12-15"),
        ("early January", "2027-01-01"),
        ("the beginning of January 2028", "2028-01-01"),
        ("late November", "2026-11-30"),
        ("late Dec", "2026-12-21"),
        ("the end of next month", "2026-12-31"),
        ("early next month", "2026-12-01"),
        ("end of next year", "2027-12-31"),
        ("early next year", "2027-01-01"),
        ("mid-month", "2026-12-15"),
        ("大约两周后", "2026-12-14"),
        ("两周左右", "2026-12-14"),
        ("12月10号左右", "2026-12-10"),
        ("12月10日前后", "2026-12-10"),
        ("可能在12月10号", "2026-12-10"),
        ("差不多10天后", "2026-12-10"),
        ("around the 10th of December", "2026-12-10"),
        ("about Dec 10th", "2026-12-10"),
        ("in about two weeks", "2026-12-14"),
        ("in two weeks or so", "2026-12-14"),
        ("春节前", "2027-02-05"),
        ("年前", "2027-02-05"),
        ("年后", "2027-02-07"),
        ("春节前后", "2027-02-06"),
        ("12月中旬之前两天", "2026-12-13"),
        ("before christmas", "2026-12-24"),
        ("after new year", "2027-01-02"),
        ("next week", "2026-12-07"),
        ("下下周", "2026-12-14"),
        ("下下个月", "2027-01-30"),
        ("12月中下旬", "2026-12-15"),
        ("towards the end of December", "2026-12-31"),
        ("late in December", "2026-12-21"),
    ] {
        let read = dated(text, today).map(|date| (date.day.to_string(), date.basis));
        assert_eq!(read, Some((day.to_owned(), DayBasis::About)), "{text}");
    }
    for (text, day) in [
        ("一个半月后", "2027-01-14"),
        ("两个半月后", "2027-02-14"),
        ("1个半月后", "2027-01-14"),
        ("三周半后", "2026-12-24"),
        ("两个半星期后", "2026-12-17"),
        ("一年半后", "2028-05-30"),
        ("再过两个半月", "2027-02-14"),
        ("圣诞节前半个月", "2026-12-10"),
        ("in a month and a half", "2027-01-14"),
        ("in two and a half weeks", "2026-12-17"),
        ("one and a half months from now", "2027-01-14"),
        ("in 2.5 weeks", "2026-12-17"),
        ("in a week and a half", "2026-12-10"),
        ("a year and a half", "2028-05-30"),
        ("half a month", "2026-12-15"),
        ("a week and a half before christmas", "2026-12-15"),
        ("腊月二十", "2027-01-27"),
        ("臘月廿八", "2027-02-04"),
        ("正月十五", "2027-02-20"),
        ("正月初八", "2027-02-13"),
        ("大年初三", "2027-02-08"),
        ("2028年正月初八", "2028-02-02"),
        ("2028年农历八月十五", "2028-10-03"),
        ("农历三月初三", "2027-04-09"),
        ("農曆腊月二十号", "2027-01-27"),
        ("小年", "2027-01-30"),
        ("5th of next month", "2026-12-05"),
    ] {
        let read = dated(text, today).map(|date| (date.day.to_string(), date.basis));
        assert_eq!(read, Some((day.to_owned(), DayBasis::Said)), "{text}");
    }
    for text in [
        "12月",
        "底",
        "中",
        "末",
        "mid",
        "early",
        "end of",
        "半",
        "half a",
        "半天后",
        "左右",
        "about",
        "3个前后",
    ] {
        assert_eq!(typed(text, today), None, "{text}");
    }
}

#[test]
fn a_day_of_another_year_is_told_where_the_last_one_is_nearer() {
    let today = Day::parse("2026-11-30").unwrap();
    for (text, day, past) in [
        ("11月20日", "2027-11-20", Some("2026-11-20")),
        ("20 Nov", "2027-11-20", Some("2026-11-20")),
        ("11-20", "2027-11-20", Some("2026-11-20")),
        ("20.11.", "2027-11-20", Some("2026-11-20")),
        ("11月20日左右", "2027-11-20", Some("2026-11-20")),
        ("11月20日左右晚8点", "2027-11-20", Some("2026-11-20")),
        ("11月20日下午3点", "2027-11-20", Some("2026-11-20")),
        ("10月底", "2027-10-31", Some("2026-10-31")),
        ("mid-November", "2027-11-15", Some("2026-11-15")),
        ("中秋节", "2027-09-15", Some("2026-09-25")),
        ("农历八月十五", "2027-09-15", Some("2026-09-25")),
        ("国庆节", "2027-10-01", Some("2026-10-01")),
        ("Halloween", "2027-10-31", Some("2026-10-31")),
        ("重阳节", "2027-10-08", Some("2026-10-18")),
        ("3月1日", "2027-03-01", None),
        ("元旦", "2027-01-01", None),
        ("2027-11-20", "2027-11-20", None),
        ("明年11月20日", "2027-11-20", None),
        ("11月30日", "2026-11-30", None),
    ] {
        let Some(TypedDay::On(date)) = typed(text, today) else { panic!("{text}") };
        let basis = past.map_or(DayBasis::Said, |past| DayBasis::After(Day::parse(past).unwrap()));
        assert_eq!((date.day.to_string().as_str(), date.basis), (day, basis), "{text}");
    }
    let Some(TypedDay::On(date)) = typed("12月10号左右晚上8点", today) else { panic!() };
    assert_eq!(date.basis, DayBasis::About, "what is not certain is the day");
    let new_year = Day::parse("2027-01-05").unwrap();
    let Some(TypedDay::On(date)) = typed("12月20日", new_year) else { panic!() };
    assert_eq!(date.basis, DayBasis::After(Day::parse("2026-12-20").unwrap()), "or of this year");
}
