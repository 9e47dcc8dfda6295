//! The keys of all vocabularies: they stand in files and must not change.

use wayline::data::{
    Cell, ChartKind, ColorBy, Counting, EventKind, FigureFormat, LaneBy, LaneGroup, LaneHeight, LaneNames, LaneOrder,
    ListFormat, ProblemCode, SearchField, StayLength, Theme, TripKind, TripStatus, Vocabulary as _,
};

#[test]
fn keys_are_stable() {
    let keys = [
        TripKind::KEYS,
        TripStatus::KEYS,
        EventKind::KEYS,
        Cell::KEYS,
        Counting::KEYS,
        LaneOrder::KEYS,
        LaneBy::KEYS,
        LaneGroup::KEYS,
        ColorBy::KEYS,
        SearchField::KEYS,
        StayLength::KEYS,
        LaneHeight::KEYS,
        LaneNames::KEYS,
        Theme::KEYS,
        FigureFormat::KEYS,
        ListFormat::KEYS,
        ChartKind::KEYS,
        ProblemCode::KEYS,
    ];
    insta::assert_snapshot!(keys.map(|keys| keys.join(" ")).join("\n"), @r"
    state_visit official_visit celebration congress treaty funeral unspecified
    confirmed rumoured transit cancelled planned
    honour gift plaque received
    country place leader
    confirmed transit rumoured everything
    first_visit last_visit visits days name hand
    country traveller traveller_country country_traveller kind source place decade_country
    no file continent
    kind traveller source group length certainty
    leader office place country traveller kind detail source year date
    1_day 2_to_3_days 4_to_7_days 8_to_30_days longer
    fit roomy normal dense thin
    then today
    light dark print high_contrast
    png svg pdf
    table csv json markdown ical footnotes bibtex csl-json
    visits days calendar cumulative travellers countries lengths sources encounters
    bad-coordinates bad-date bad-total cannot-read cut-off duplicate-country duplicate-field duplicate-id duplicate-person duplicate-traveller empty-file empty-leader end-before-start missing-country missing-date missing-field missing-source mixed-form no-trips not-utf-8 other-data out-of-order syntax unknown-field unknown-name unknown-source unknown-version unlisted-country unlisted-traveller wrong-type wrong-weekday year-out-of-range
    ");
}
