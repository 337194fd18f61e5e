//! The sections of a paper, part by part.

use super::{indicators, measures, passport, roadmap};
use crate::compose::assembly::Assembly;
use crate::compose::order::act;
use crate::compose::scope::{Scope, ScopePaper};
use crate::compose::text::{Inlines, ending, inlines, list, paragraph, prose, with_lists};
use crate::document::{Block, Emphasis, Inline, Orientation, Paragraph, Style, plain_text};
use crate::model::{
    AppendixContent, BuiltIn, Content, ExpectedResult, Label, Link, Numeral, Part, PartKind, Text, Wordings,
};
use crate::resolve::{self, PaperRef};

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
        paper.extend(part(&Part { lead: None, label: None, kind }, Style::Heading2, scope));
    }
}

/// Whether the roadmap is an appendix of its own and need not stand in the program too.
fn roadmap_is_attached(scope: &Scope<'_>) -> bool {
    let own = PaperRef::BuiltIn(BuiltIn::Roadmap, scope.program);
    let attached = |link: &Link| resolve::paper(scope.root, &link.written).is_some_and(|paper| paper.same(own));
    scope.root.order.iter().flat_map(|order| &order.appendices).any(|appendix| match &appendix.content {
        AppendixContent::Paper(link) => attached(link),
        AppendixContent::Text { .. } => false,
    })
}

fn sections(contents: &[Content], label: &Label, scope: &Scope<'_>, paper: &mut Assembly) {
    let mut count = 0;
    for content in contents {
        let own_page = !matches!(scope.paper, ScopePaper::Roadmap);
        if own_page {
            paper.orientation(if content.landscape { Orientation::Landscape } else { Orientation::Portrait });
        }
        let mut number = None;
        let mut blocks: Vec<Block> = content.parts.iter().flat_map(|own| part(own, Style::Heading2, scope)).collect();
        if let Some(heading) = &content.heading {
            if content.numbered {
                count += 1;
                number = label.number(count);
            }
            let heading = paragraph(Style::Heading1, heading, scope.numbering);
            let heading = Paragraph { number: number.clone(), ..heading };
            match blocks.first_mut() {
                Some(Block::Paragraph(first)) if content.run_in => run_in(&heading, first),
                Some(_) | None => paper.push(heading.into()),
            }
        }
        paper.extend(blocks);
        subsections(content, number.as_ref().map(|_| count), scope, paper);
    }
}

/// Sections of the second level: «2.1.» under a numbered section, without numbers under others.
fn subsections(content: &Content, section: Option<usize>, scope: &Scope<'_>, paper: &mut Assembly) {
    let mut count = 0;
    for own in &content.sections {
        if let Some(heading) = &own.heading {
            count += usize::from(own.numbered);
            let number = section.filter(|_| own.numbered).map(|section| format!("{section}.{count}."));
            let heading = paragraph(Style::Heading2, heading, scope.numbering);
            paper.push(Paragraph { number, ..heading }.into());
        }
        own.parts.iter().for_each(|own| paper.extend(part(own, Style::Heading3, scope)));
    }
}

/// A heading that the text goes on after: «**III. Цель Программы:** повышение …».
fn run_in(heading: &Paragraph, text: &mut Paragraph) {
    let words = [heading.number.clone(), Some(plain_text(&heading.inlines))];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let bold = Emphasis { bold: true, ..Emphasis::default() };
    let before = [Inline::Text { text: words, emphasis: bold }, Inline::text(" ")];
    text.inlines.splice(0..0, before);
}

/// The blocks of a part; `below` is the style of headings within it.
fn part(part: &Part, below: Style, scope: &Scope<'_>) -> Vec<Block> {
    let program = scope.program;
    let dash = Label::new("", Numeral::Dash, "");
    let period = Label::new("", Numeral::Arabic, ".");
    let label = |usual: &Label| part.label.clone().unwrap_or_else(|| usual.clone());
    let mut lead = part.lead.as_ref().map(|lead| prose(lead, scope.numbering)).unwrap_or_default();
    let text_of =
        |text: &Text, wordings: &Wordings| inlines(&wordings.section.as_ref().unwrap_or(text).value, scope.numbering);
    let blocks = match &part.kind {
        PartKind::None => Vec::new(),
        PartKind::Prose(text) => prose(text, scope.numbering),
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
            let tasks = program.all_tasks().map(|task| (None, text_of(&task.text, &task.wordings))).collect();
            list(tasks, &label(&dash), Style::Body)
        }
        PartKind::Indicators => indicators::table(scope).into_iter().collect(),
        PartKind::Results => {
            let results = program.results.iter().map(|own| (None, opened(own, text_of(&own.text, &own.wordings))));
            let lists = program.results.iter().map(|own| result_list(own, scope)).collect();
            with_lists(list(results.collect(), &label(&dash), Style::Body), lists, Style::Body)
        }
        PartKind::Roadmap => program.roadmap.iter().map(|own| roadmap::table(own, scope)).collect(),
        PartKind::Measures => program.roadmap.iter().flat_map(|own| measures::list(own, below, scope)).collect(),
        PartKind::Abbreviations => {
            let abbreviations = scope.root.municipality.abbreviations.iter();
            abbreviations
                .map(|(short, long)| Paragraph::text(Style::Body, format!("{} – {}", short.value, long.value)).into())
                .collect()
        }
    };
    lead.extend(blocks);
    lead
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
