//! How long imports take, for one and for ten mebibytes, beside the bare parser of each format.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use wayline::data::import::{Options, import};

const MEBIBYTE: usize = 1 << 20;

/// Rows until the text has so many mebibytes.
fn repeated(head: &str, row: &str, foot: &str, mebibytes: usize) -> String {
    let rows = mebibytes * MEBIBYTE / row.len();
    format!("{head}{}{foot}", row.repeat(rows))
}

/// A bare parser: how many parts it finds.
type Bare = fn(&str) -> usize;

fn imports(criterion: &mut Criterion) {
    let wikitext = (
        "{| class=\"wikitable\"\n! Country !! Dates !! Places !! Details\n",
        "|-\n| {{flagu|France}}\n| June 9–13, 1950<ref>{{cite web|a=b|title=c}}</ref>\n| [[Paris]], [[Lyon|Lyons]]\n| Met with [[A B]] and {{nowrap|[[C D]]}} at the ''house'' of the people.\n",
        "|}\n",
    );
    let html = (
        "<table><tr><th>Country<th>Dates<th>Places<th>Details</tr>",
        "<tr><td><span class=\"flagicon\"></span>France</td><td>June 9–13, 1950</td><td><a href=\"/p\">Paris</a>, <a>Lyons</a></td><td>Met with <a>A B</a> at the <i>house</i> of the people.</td></tr>\n",
        "</table>",
    );
    let csv = (
        "Country,Dates,Places,Details\n",
        "France,\"June 9–13, 1950\",\"Paris, Lyons\",Met with A B at the house of the people.\n",
        "",
    );
    let lines: Bare = |text| memchr::memchr_iter(b'\n', text.as_bytes()).count();
    let tokens: Bare = |text| html5gum::Tokenizer::new(text).count();
    let records: Bare = |text| csv::Reader::from_reader(text.as_bytes()).byte_records().count();
    let formats = [("wikitext", wikitext, lines), ("html", html, tokens), ("csv", csv, records)];
    for (name, (head, row, foot), bare) in formats {
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10);
        for mebibytes in [1, 10] {
            let text = repeated(head, row, foot, mebibytes);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new("import", mebibytes), &text, |bencher, text| {
                bencher.iter(|| {
                    import(black_box(text.as_bytes()), "input", &Options::default()).map(|read| read.trip_count())
                });
            });
            group.bench_with_input(BenchmarkId::new("bare", mebibytes), &text, |bencher, text| {
                bencher.iter(|| bare(black_box(text)));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, imports);
criterion_main!(benches);
