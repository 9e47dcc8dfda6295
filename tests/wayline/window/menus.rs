//! The menu bar: by pointer and by keys, and folded where there is no room.

use wayline::app::DocPage;

use super::*;

#[test]
fn menus_open_by_their_letters_and_arrows() {
    let mut window = Window::open();
    window.harness.set_size(Vec2::new(1440.0, 900.0));
    window.harness.run();
    window.press_with(Modifiers::ALT, Key::H);
    window.check_says(&["Guide", "Keys", "File format", "About Wayline"]);
    for _ in 0..4 {
        window.press(Key::ArrowDown);
    }
    window.press(Key::Enter);
    assert_eq!(window.state().dialog, Some(Dialog::About));
    window.check_says(&["Licences", concat!("Version ", env!("CARGO_PKG_VERSION"))]);
    window.press(Key::Escape);
    assert_eq!(window.state().dialog, None);
    window.press_with(Modifiers::ALT, Key::F);
    window.check_says(&["New…", "Read again", "Quit"]);
    // A letter goes to the next item that begins with it.
    window.press(Key::R);
    window.press(Key::R);
    window.press(Key::Enter);
    assert!(window.state().settings.reopens_last);
    // The neighbour opens as the arrow reaches it.
    window.press(Key::ArrowRight);
    window.check_says(&["Copy picture"]);
    assert!(!window.says("Read again"), "{:#?}", window.texts());
}

#[test]
fn what_a_menu_has_not_for_this_file_is_grey() {
    let mut window = Window::open();
    window.click("File");
    let is_enabled = |window: &Window, name: &str| {
        let node = window.harness.get_by_label(name);
        !node.accesskit_node().is_disabled()
    };
    // The file that comes with the program lies nowhere, and was not imported.
    assert!(!is_enabled(&window, "Read again") && !is_enabled(&window, "Save as RON…"));
    assert!(is_enabled(&window, "Save view…"));
}

#[test]
fn a_small_window_has_one_button_for_all() {
    let mut window = Window::open();
    window.harness.set_size(Vec2::new(700.0, 500.0));
    window.harness.run();
    assert!(!window.says("File") && window.says("Menu"));
    window.click("Menu");
    window.check_says(&["File", "Edit", "View", "Help"]);
    window.click("Help");
    window.check_says(&["About Wayline"]);
    window.click("About Wayline");
    assert_eq!(window.state().dialog, Some(Dialog::About));
}

#[test]
fn the_pages_of_the_documentation_lead_to_each_other() {
    let mut window = Window::open();
    window.click("Help");
    window.click("Guide");
    window.check_says(&["Look around"]);
    window.harness.get_by_label("the file format").scroll_to_me();
    window.harness.run();
    window.click("the file format");
    assert_eq!(window.state().dialog, Some(Dialog::Page(DocPage::FileFormat)));
    window.check_says(&["The file of trips", "name of its lane, which trips use"]);
    window.click("Close");
    assert_eq!(window.state().dialog, None);
}
