//! The time of each phase for one published program: `cargo bench --bench phases`.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark may panic, and the macro writes its main function")]

use camino::Utf8Path;
use criterion::{Criterion, criterion_group, criterion_main};
use prikaz::check;
use prikaz::compose::{Templates, Wanted, compose, embedded};
use prikaz::diagnostic::{Files, Findings};
use prikaz::read::{embedded_standards, read};
use prikaz::resolve::{Numbering, links};
use prikaz::source::{discover, load_yaml};
use prikaz::typography::typeset;
use prikaz::write;
use std::hint::black_box;

const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/programs/strezhevoy-2020");

fn phases(criterion: &mut Criterion) {
    let folder = discover(&[PROGRAM.into()]).unwrap().remove(0);
    let roadmap = Utf8Path::new(PROGRAM).join("дорожная карта.yaml");
    criterion.bench_function("parse the roadmap", |bencher| {
        bencher.iter(|| load_yaml(black_box(&roadmap), &mut Files::default(), &mut Findings::default()));
    });
    let mut files = Files::default();
    let templates = Templates::new(&embedded(&mut files), &files).unwrap();
    let standards = embedded_standards(&mut files, &mut Findings::default());
    let all = |files: &Files| read(&folder, &mut files.clone(), &mut Findings::default()).unwrap();
    criterion.bench_function("read", |bencher| bencher.iter(|| all(black_box(&files))));
    let program = read(&folder, &mut files, &mut Findings::default()).unwrap();
    let (numbering, _) = Numbering::of(&program);
    criterion.bench_function("resolve", |bencher| {
        bencher.iter(|| links(black_box(&program), &Numbering::of(&program).0));
    });
    criterion.bench_function("check", |bencher| {
        bencher.iter(|| check::check(black_box(&program), None, &standards));
    });
    let papers = || compose(&program, &numbering, &templates, &files, &[], false, Wanted::Papers).0;
    criterion.bench_function("compose", |bencher| bencher.iter(papers));
    criterion.bench_function("compose and typeset", |bencher| {
        bencher.iter(|| papers().iter_mut().for_each(|paper| typeset(&mut paper.document)));
    });
    let papers = papers();
    criterion.bench_function("write DOCX", |bencher| {
        bencher.iter(|| papers.iter().map(|paper| write::docx::write(black_box(&paper.document)).len()).sum::<usize>());
    });
    criterion.bench_function("write Markdown", |bencher| {
        bencher.iter(|| {
            papers.iter().map(|paper| write::markdown::write(black_box(&paper.document)).len()).sum::<usize>()
        });
    });
}

criterion_group!(benches, phases);
criterion_main!(benches);
