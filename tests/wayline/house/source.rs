//! The sources as syntax: what each file defines, what it imports from where, and which words it holds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::visit::Visit;
use syn::{Item, UseTree, Visibility};

/// A path from the root of the crate: `["layout", "axis", "Scale"]`.
pub(super) type Names = Vec<String>;

/// A file of `src`, without its tests.
pub(super) struct Source {
    /// From `src`, with slashes: `layout/axis/ticks.rs`.
    pub(super) path: String,
    /// How many lines it has, tests included.
    pub(super) lines: usize,
    /// The module it is.
    pub(super) module: Names,
    /// Names of what it defines at its top level, modules too.
    pub(super) defined: BTreeSet<String>,
    /// Names that it passes on, with where they come from.
    pub(super) reexports: BTreeMap<String, Names>,
    /// Modules of which it passes on everything.
    pub(super) globs: Vec<Names>,
    /// Every path it reaches by `use` or in full, outside of its re-exports.
    pub(super) reached: BTreeSet<Names>,
    /// Its words, numbers (as `0`), texts (as `""`) and signs, in order.
    pub(super) words: Vec<String>,
    /// Its numbers with a point, in order: `1.5`.
    pub(super) decimals: Vec<f64>,
    /// Types with a method here that takes `&mut self`.
    pub(super) changed_types: BTreeSet<String>,
}

/// Every file of `src`, in order of their paths; read once.
pub(super) static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                if name != "main.rs" && !name.ends_with("tests.rs") {
                    sources.push(Source::new(&name, &fs::read_to_string(&path).unwrap()));
                }
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(30 < sources.len(), "the sources were not found");
    sources
});

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let mut file = syn::parse_file(text).unwrap_or_else(|err| panic!("{path}: {err}"));
        file.items.retain(|item| !is_test(item));
        let stem = path.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches('/');
        let module = stem.split('/').filter(|name| !name.is_empty() && *name != "lib").map(str::to_owned).collect();
        let mut source = Self {
            path: path.to_owned(),
            lines: text.lines().count(),
            module,
            defined: BTreeSet::new(),
            reexports: BTreeMap::new(),
            globs: Vec::new(),
            reached: BTreeSet::new(),
            words: Vec::new(),
            decimals: Vec::new(),
            changed_types: BTreeSet::new(),
        };
        flatten(file.to_token_stream(), &mut source.words);
        source.decimals = decimals(file.to_token_stream());
        source.defined.extend(file.items.iter().filter_map(name));
        let mut paths = Paths { source: &mut source, aliases: BTreeMap::new(), written: Vec::new() };
        paths.visit_file(&file);
        let Paths { aliases, written, .. } = paths;
        for path in written {
            let from_alias = aliases.get(&path[0]).map(|alias| [alias.as_slice(), &path[1..]].concat());
            source.reached.extend(from_alias.or_else(|| source.absolute(&path)));
        }
        source
    }

    /// The room it stands in.
    pub(super) fn room(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }

    /// The folder it stands in.
    pub(super) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// A path as written here, from the root; `None` where it leads out of the crate.
    fn absolute(&self, path: &[String]) -> Option<Names> {
        let ups = path.iter().take_while(|name| *name == "super").count();
        match path.first()?.as_str() {
            "crate" | "wayline" => Some(path[1..].to_vec()),
            "self" => self.absolute(&path[1..]).or_else(|| Some([&self.module, &path[1..]].concat())),
            "super" => Some([&self.module[..self.module.len().checked_sub(ups)?], &path[ups..]].concat()),
            child if self.defined.contains(child) => Some([&self.module, path].concat()),
            _ => None,
        }
    }

    /// Which of these words it holds.
    pub(super) fn mentions(&self, words: &[&str]) -> Vec<String> {
        let found = self.words.iter().filter(|word| words.contains(&word.as_str()));
        found.map(|word| format!("{}: {word}", self.path)).collect()
    }

    /// Where these words follow each other; `::` stands for two colons.
    pub(super) fn runs(&self, run: &[&str]) -> Vec<String> {
        let found =
            self.words.windows(run.len()).filter(|window| window.iter().zip(run).all(|(word, wanted)| word == wanted));
        found.map(|_| format!("{}: {}", self.path, run.join(" "))).collect()
    }
}

fn is_test(item: &Item) -> bool {
    let attributes = match item {
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test") || attribute.to_token_stream().to_string().contains("cfg (test)")
    })
}

fn name(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Mod(item) => &item.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

fn decimals(tokens: TokenStream) -> Vec<f64> {
    let of_token = |token| match token {
        TokenTree::Group(group) => decimals(group.stream()),
        TokenTree::Literal(literal) => {
            let text = literal.to_string().replace('_', "");
            text.parse().ok().filter(|_| text.contains('.')).into_iter().collect()
        }
        TokenTree::Ident(_) | TokenTree::Punct(_) => Vec::new(),
    };
    tokens.into_iter().flat_map(of_token).collect()
}

fn flatten(tokens: TokenStream, words: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let sides = match group.delimiter() {
                    proc_macro2::Delimiter::Parenthesis => ["(", ")"],
                    proc_macro2::Delimiter::Brace => ["{", "}"],
                    proc_macro2::Delimiter::Bracket => ["[", "]"],
                    proc_macro2::Delimiter::None => ["", ""],
                };
                words.push(sides[0].to_owned());
                flatten(group.stream(), words);
                words.push(sides[1].to_owned());
            }
            TokenTree::Ident(ident) => words.push(ident.to_string()),
            TokenTree::Literal(literal) => {
                let is_number = literal.to_string().starts_with(|letter: char| letter.is_ascii_digit());
                words.push(if is_number { "0" } else { "\"\"" }.to_owned());
            }
            TokenTree::Punct(sign) => {
                let is_colons = |next: &TokenTree| matches!(next, TokenTree::Punct(next) if next.as_char() == ':');
                if sign.as_char() == ':' && tokens.next_if(is_colons).is_some() {
                    words.push("::".to_owned());
                } else {
                    words.push(sign.to_string());
                }
            }
        }
    }
}

/// Collects the paths of a file while going through its syntax.
struct Paths<'a> {
    source: &'a mut Source,
    /// What a name that a `use` brings stands for.
    aliases: BTreeMap<String, Names>,
    /// Paths in the code, as written.
    written: Vec<Names>,
}

impl Paths<'_> {
    fn use_tree(&mut self, tree: &UseTree, before: &[String], is_public: bool) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.use_tree(&path.tree, &with(&path.ident), is_public),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.use_tree(tree, before, is_public)),
            UseTree::Name(name) if name.ident == "self" => {
                self.bring(before[before.len() - 1].clone(), before, is_public);
            }
            UseTree::Name(name) => self.bring(name.ident.to_string(), &with(&name.ident), is_public),
            UseTree::Rename(rename) => self.bring(rename.rename.to_string(), &with(&rename.ident), is_public),
            UseTree::Glob(_) if is_public => self.source.globs.extend(self.source.absolute(before)),
            UseTree::Glob(_) => {}
        }
    }

    fn bring(&mut self, name: String, path: &[String], is_public: bool) {
        let alias = path.first().and_then(|first| self.aliases.get(first)).map(|alias| [alias, &path[1..]].concat());
        let Some(path) = self.source.absolute(path).or(alias) else { return };
        if is_public {
            self.source.reexports.insert(name, path);
        } else {
            self.source.reached.insert(path.clone());
            self.aliases.insert(name, path);
        }
    }
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.use_tree(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.written.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        let mut words = Vec::new();
        flatten(item.tokens.clone(), &mut words);
        // Paths are words with `::` between them.
        let mut path: Names = Vec::new();
        for (position, word) in words.iter().enumerate() {
            let continues = 0 < position && words[position - 1] == "::";
            let is_name = word.starts_with(|letter: char| letter.is_alphabetic() || letter == '_');
            if is_name && continues && !path.is_empty() {
                path.push(word.clone());
            } else if word != "::" {
                self.written.extend((1 < path.len()).then(|| std::mem::take(&mut path)));
                path = if is_name { vec![word.clone()] } else { Vec::new() };
            }
        }
        self.written.extend((1 < path.len()).then_some(path));
        syn::visit::visit_macro(self, item);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let takes_mut_self = item.items.iter().any(|item| match item {
            syn::ImplItem::Fn(function) => function
                .sig
                .receiver()
                .is_some_and(|receiver| matches!(receiver.kind, syn::ReceiverKind::Reference(_, _, Some(_)))),
            _ => false,
        });
        if let (true, syn::Type::Path(changed)) = (takes_mut_self, &*item.self_ty) {
            self.source.changed_types.extend(changed.path.segments.last().map(|segment| segment.ident.to_string()));
        }
        syn::visit::visit_item_impl(self, item);
    }
}

/// The file that defines what a path from the root leads to, looking through re-exports; `None` for a module itself.
pub(super) fn definer<'a>(sources: &'a [Source], path: &[String]) -> Option<&'a Source> {
    let module = |names: &[String]| sources.iter().find(|source| source.module == names);
    let depth = (0..=path.len()).rev().find(|&depth| module(&path[..depth]).is_some())?;
    let source = module(&path[..depth])?;
    let item = path.get(depth)?;
    if source.defined.contains(item) {
        return Some(source);
    }
    let rest = &path[depth + 1..];
    if let Some(target) = source.reexports.get(item) {
        return definer(sources, &[target, rest].concat());
    }
    source.globs.iter().find_map(|glob| definer(sources, &[glob, &path[depth..]].concat()))
}

/// For each file the files it imports from.
pub(super) fn imports(sources: &[Source]) -> BTreeMap<&str, BTreeSet<&str>> {
    let of = |source: &Source| {
        let definers = source.reached.iter().filter_map(|path| definer(sources, path));
        definers.map(|definer| definer.path.as_str()).filter(|path| *path != source.path).collect()
    };
    sources.iter().map(|source| (source.path.as_str(), of(source))).collect()
}

/// The imports that are part of a circle.
pub(super) fn circles<'a>(imports: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<(&'a str, &'a str)> {
    let reachable = |start: &'a str| {
        let (mut found, mut next) = (BTreeSet::new(), vec![start]);
        while let Some(file) = next.pop() {
            next.extend(imports.get(file).into_iter().flatten().filter(|to| found.insert(**to)));
        }
        found
    };
    let edges = imports.iter().flat_map(|(&from, to)| to.iter().map(move |&to| (from, to)));
    edges.filter(|(from, to)| reachable(to).contains(from)).collect()
}
