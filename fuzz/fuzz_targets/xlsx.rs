#![no_main]

#[allow(dead_code, reason = "each target runs one of them")]
#[path = "../../tests/wayline/trust/bodies.rs"]
mod bodies;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| bodies::xlsx(bytes));
