//! Workbooks, in the archives that spreadsheets keep them in.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// An XLSX of these sheets: the name of each, and what stands in its element `worksheet`. Cells of style 1 are dates.
pub(crate) fn xlsx(sheets: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut names, mut links, mut parts) = (String::new(), String::new(), Vec::new());
    for ((name, content), at) in sheets.iter().zip(1..) {
        _ = write!(names, r#"<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>"#);
        links += &relation(&format!("rId{at}"), "worksheet", &format!("worksheets/sheet{at}.xml"));
        let part = [format!(r#"{HEAD}<worksheet xmlns="{MAIN}">"#).as_bytes(), content, b"</worksheet>"].concat();
        parts.push((format!("xl/worksheets/sheet{at}.xml"), part));
    }
    links += &relation("rId99", "styles", "styles.xml");
    let document = relation("rId1", "officeDocument", "xl/workbook.xml");
    let fixed = [
        (
            "xl/workbook.xml",
            format!(r#"{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{names}</sheets></workbook>"#),
        ),
        ("xl/_rels/workbook.xml.rels", format!(r#"{HEAD}<Relationships xmlns="{PACKAGE}">{links}</Relationships>"#)),
        ("_rels/.rels", format!(r#"{HEAD}<Relationships xmlns="{PACKAGE}">{document}</Relationships>"#)),
        (
            "xl/styles.xml",
            format!(
                r#"{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#
            ),
        ),
    ];
    let fixed = fixed.map(|(name, text)| (name.to_owned(), text.into_bytes()));
    zip(fixed.into_iter().chain(parts))
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
}

/// An ODS whose `content.xml` is this.
pub(crate) fn ods(content: &[u8]) -> Vec<u8> {
    let kind = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
    zip([("mimetype".to_owned(), kind), ("content.xml".to_owned(), content.to_vec())])
}

/// An XLS of these records.
pub(crate) fn xls(records: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).unwrap();
    file.create_stream("Workbook").unwrap().write_all(records).unwrap();
    file.into_inner().into_inner()
}

/// A record of an XLS.
pub(crate) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

/// An archive of these files, in this order, not compressed.
pub(crate) fn zip(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
