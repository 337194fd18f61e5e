//! The sections of a paper, part by part.

use super::{funding, indicators, measures, passport, roadmap};
use crate::compose::assembly::Assembly;
use crate::compose::order::act;
use crate::compose::scope::{Scope, ScopePaper};
use crate::compose::text::{Inlines, ending, inlines, list, paragraph, prose, with_lists};
use crate::document::{Block, Emphasis, Inline, Orientation, Paragraph, Style, plain_text};
use crate::model::{
    AppendixContent, BuiltIn, Content, ExpectedResult, Label, Numeral, Part, PartKind, Prose, Text, Wordings,
};
use crate::resolve::{self, NumberedSection, PaperRef};

/// Puts what stands in the paper of a scope.
pub(in crate::compose) fn contents(scope: &Scope<'_>, paper: &mut Assembly) {
    match scope.paper {
        ScopePaper::Program if scope.program.contents.is_empty() => usual(scope, paper),
        ScopePaper::Program => sections(&scope.program.contents, &scope.program.section_label, scope, paper),
        ScopePaper::Roadmap => {
            let Some(own) = &scope.program.roadmap else { return };
            if own.contents.is_empty() {
                paper.push(roadmap::table(own, scope));
            } else {
                let unnumbered = Label::new("", Numeral::None, "");
                sections(&own.contents, &unnumbered, scope, paper);
            }
        }
        ScopePaper::Own(own) => sections(&own.contents, &own.section_label, scope, paper),
        ScopePaper::Text(appendix) => match &appendix.content {
            AppendixContent::Text { text, .. } => paper.extend(prose(text, scope.numbering)),
            AppendixContent::Paper(_) => {}
        },
        ScopePaper::Order | ScopePaper::Passport => {}
    }
}

/// What a program shows when nobody said what stands in it: every part that has data.
fn usual(scope: &Scope<'_>, paper: &mut Assembly) {
    let program = scope.program;
    let all = [
        ("Паспорт программы", PartKind::Passport, program.passport.is_some()),
        ("Нормативные правовые основания", PartKind::Acts, !program.acts.is_empty()),
        ("Цели программы", PartKind::Goals, !program.goals.is_empty()),
        ("Задачи программы", PartKind::Tasks, program.all_tasks().next().is_some()),
        ("Показатели программы", PartKind::Indicators, !program.indicators.is_empty()),
        ("Ожидаемые результаты", PartKind::Results, !program.results.is_empty()),
        ("Мероприятия программы", PartKind::Roadmap, program.roadmap.is_some() && !roadmap_is_attached(scope)),
        ("Финансирование программы", PartKind::Funding, program.funding.is_some()),
    ];
    let mut count = 0;
    for (heading, kind, present) in all {
        if !present {
            continue;
        }
        count += 1;
        let landscape = matches!(kind, PartKind::Roadmap);
        paper.orientation(if landscape { Orientation::Landscape } else { Orientation::Portrait });
        let heading = Paragraph::text(Style::Heading1, heading);
        paper.push(Paragraph { number: program.section_label.number(count), ..heading }.into());
        paper.extend(part(&Part { lead: None, label: None, kind }, 2, scope));
    }
}

/// Whether the roadmap is an appendix of its own and need not stand in the program too.
fn roadmap_is_attached(scope: &Scope<'_>) -> bool {
    resolve::attached(scope.root, PaperRef::BuiltIn(BuiltIn::Roadmap, scope.program)).is_some()
}

/// Sections and the sections within them, to any depth; those of the first level on pages that lie as they say.
fn sections(contents: &[Content], label: &Label, scope: &Scope<'_>, paper: &mut Assembly) {
    for own in resolve::sections(contents, label) {
        if !matches!(scope.paper, ScopePaper::Roadmap) {
            paper.orientation(if own.content.landscape { Orientation::Landscape } else { Orientation::Portrait });
        }
        section(&own, 1, scope, paper);
    }
}

/// A section of a level, from 1: its heading, its parts, the sections within it.
fn section(own: &NumberedSection<'_>, level: usize, scope: &Scope<'_>, paper: &mut Assembly) {
    let content = own.content;
    let below = level + usize::from(content.heading.is_some());
    let mut blocks: Vec<Block> = content.parts.iter().flat_map(|own| part(own, below, scope)).collect();
    if let Some(heading) = &content.heading {
        let heading = paragraph(heading_style(level), heading, scope.numbering);
        let heading = Paragraph { number: own.printed.clone(), ..heading };
        match blocks.first_mut() {
            Some(Block::Paragraph(first)) if content.run_in => run_in(&heading, first),
            Some(_) | None => paper.push(heading.into()),
        }
    }
    paper.extend(blocks);
    own.sections.iter().for_each(|own| section(own, below, scope, paper));
}

/// A heading that the text goes on after: «**III. Цель Программы:** повышение …».
fn run_in(heading: &Paragraph, text: &mut Paragraph) {
    let words = [heading.number.clone(), Some(plain_text(&heading.inlines).into_owned())];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let bold = Emphasis { bold: true, ..Emphasis::default() };
    let before = [Inline::Text { text: words, emphasis: bold }, Inline::text(" ")];
    text.inlines.splice(0..0, before);
}

/// The style of headings of a level, from 1; the third and deeper look alike.
fn heading_style(level: usize) -> Style {
    match level {
        0 | 1 => Style::Heading1,
        2 => Style::Heading2,
        _ => Style::Heading3,
    }
}

/// Prose of a section: its own headings go below that of the section.
fn section_prose(text: &Prose, level: usize, scope: &Scope<'_>) -> Vec<Block> {
    let mut blocks = prose(text, scope.numbering);
    for block in &mut blocks {
        if let Block::Paragraph(paragraph) = block
            && let Some(own) =
                [Style::Heading1, Style::Heading2, Style::Heading3].iter().position(|style| *style == paragraph.style)
        {
            paragraph.style = heading_style(own + level);
        }
    }
    blocks
}

/// The blocks of a part; `level` is that of headings within it, from 1.
fn part(part: &Part, level: usize, scope: &Scope<'_>) -> Vec<Block> {
    let program = scope.program;
    let period = Label::new("", Numeral::Arabic, ".");
    let label = |usual: &Label| part.label.clone().unwrap_or_else(|| usual.clone());
    let mut lead = part.lead.as_ref().map(|lead| prose(lead, scope.numbering)).unwrap_or_default();
    let text_of =
        |text: &Text, wordings: &Wordings| inlines(&wordings.section.as_ref().unwrap_or(text).value, scope.numbering);
    let blocks = match &part.kind {
        PartKind::None => Vec::new(),
        PartKind::Prose(text) => section_prose(text, level, scope),
        PartKind::Passport => passport(scope).into_iter().collect(),
        PartKind::Acts => {
            let acts = program.acts.iter().map(|own| (None, inlines(&act(own), scope.numbering))).collect();
            list(acts, &label(&period), Style::Body)
        }
        PartKind::Goals => match program.goals.as_slice() {
            [goal] => goal_after_lead(&mut lead, closed(text_of(&goal.text, &goal.wordings), ".")),
            goals => {
                let goals = goals.iter().map(|goal| (None, text_of(&goal.text, &goal.wordings))).collect();
                list(goals, &label(&period), Style::Body)
            }
        },
        PartKind::Tasks => {
            let tasks: Vec<_> = program.all_tasks().map(|task| (None, text_of(&task.text, &task.wordings))).collect();
            list_as_written(tasks, part.label.as_ref())
        }
        PartKind::Indicators => indicators::table(scope).into_iter().collect(),
        PartKind::Results => {
            let results = program.results.iter().map(|own| (None, opened(own, text_of(&own.text, &own.wordings))));
            let lists = program.results.iter().map(|own| result_list(own, scope)).collect();
            with_lists(list_as_written(results.collect(), part.label.as_ref()), lists, Style::Body)
        }
        PartKind::Funding => program.funding.iter().map(|own| funding::table(own, scope)).collect(),
        PartKind::Roadmap => program.roadmap.iter().map(|own| roadmap::table(own, scope)).collect(),
        PartKind::Measures => program
            .roadmap
            .iter()
            .flat_map(|own| measures::list(own, heading_style(level), &label(&period), scope))
            .collect(),
        PartKind::Abbreviations => {
            let abbreviations = scope.root.municipality.abbreviations.iter();
            abbreviations
                .map(|(short, long)| {
                    Paragraph::text(Style::Body, format!("{} – {}", scope.print(short), scope.print(long))).into()
                })
                .collect()
        }
    };
    lead.extend(blocks);
    lead
}

/// A list whose label nobody chose: dashes before phrases, numbers before sentences.
fn list_as_written(items: Vec<(Option<String>, Vec<Inline>)>, label: Option<&Label>) -> Vec<Block> {
    let sentences = items.iter().all(|(_, item)| plain_text(item).starts_with(char::is_uppercase));
    let usual = if sentences { Label::new("", Numeral::Arabic, ".") } else { Label::new("", Numeral::Dash, "") };
    list(items, label.unwrap_or(&usual), Style::Body)
}

/// What is listed under a result.
pub(super) fn result_list(result: &ExpectedResult, scope: &Scope<'_>) -> Vec<Inlines> {
    result.list.iter().map(|text| inlines(&text.value, scope.numbering)).collect()
}

/// The words of a result: with a colon where a list stands under them.
pub(super) fn opened(result: &ExpectedResult, words: Inlines) -> Inlines {
    if result.list.is_empty() { words } else { closed(words, ":") }
}

/// A sentence with the mark that closes it.
fn closed(mut sentence: Inlines, mark: &str) -> Inlines {
    if let Some(Inline::Text { text, .. }) = sentence.last_mut() {
        *text = ending(text, mark);
    }
    sentence
}

/// The only goal goes on in the paragraph that leads to it.
fn goal_after_lead(lead: &mut [Block], goal: Vec<Inline>) -> Vec<Block> {
    match lead.last_mut() {
        Some(Block::Paragraph(last)) => {
            last.inlines.push(Inline::text(" "));
            last.inlines.extend(goal);
            Vec::new()
        }
        Some(Block::List(_) | Block::Table(_) | Block::PageBreak) | None => {
            vec![Paragraph::new(Style::Body, goal).into()]
        }
    }
}
