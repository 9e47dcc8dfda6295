//! Sizes of figures as they are written and read.

use wayline::export::PageSize;

#[test]
fn a_size_is_read_as_it_is_written() {
    let check = |text: &str, width: f32, height: Option<f32>| {
        let size: PageSize = text.parse().unwrap();
        assert_eq!(size.to_string(), text);
        let close = |a: f32, b: f32| (a - b).abs() < 0.01;
        assert!(close(size.width(), width), "{text}: {}", size.width());
        assert!(close(size.height().unwrap_or(-1.0), height.unwrap_or(-1.0)), "{text}: {:?}", size.height());
    };
    check("slide", 1280.0, Some(720.0));
    check("a4", 1122.52, Some(793.70));
    check("letter", 1056.0, Some(816.0));
    check("banner", 1800.0, Some(600.0));
    check("1600x900", 1600.0, Some(900.0));
    check("254x127mm", 960.0, Some(480.0));
    check("1200", 1200.0, None);
    assert_eq!("A4".parse(), Ok(PageSize::A4));
}

#[test]
fn what_is_no_size_is_refused() {
    for text in ["", "a5", "0x900", "1600x", "-1600x900", "1600x900cm", "70000x1", "200mm", "1600 x 900"] {
        assert!(text.parse::<PageSize>().is_err(), "{text}");
    }
}

#[test]
fn sizes_are_said_as_people_say_them() {
    assert_eq!(PageSize::Slide.describe(), "Slide 16:9");
    assert_eq!(PageSize::Pixels { width: 300, height: 200 }.describe(), "300 × 200 pixels");
    assert_eq!(PageSize::Millimetres { width: 170, height: 120 }.describe(), "170 × 120 mm");
    assert_eq!(PageSize::Width(1200).describe(), "1200 pixels in width");
}
