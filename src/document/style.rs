//! The named styles: what a paragraph is. How each looks is the writers' business.

/// What a paragraph is in an official paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// Running text: justified, with a first-line indent.
    Body,
    /// The title of a paper: centred, bold.
    Title,
    /// A heading of the first level: a section of a program.
    Heading1,
    /// A heading of the second level.
    Heading2,
    /// A heading of the third level.
    Heading3,
    /// A line of the letterhead: the body that issues the paper.
    Letterhead,
    /// An address line of the letterhead.
    LetterheadAddress,
    /// The kind of the document: «П Р И К А З».
    DocumentKind,
    /// The line of date, place and number.
    Requisites,
    /// Date, number and town in the corner of an order.
    CornerRequisites,
    /// The heading of the order's text: «Об утверждении …».
    OrderHeading,
    /// The word «п р и к а з ы в а ю:».
    Resolution,
    /// A numbered item of the order or of a section: «1. Утвердить …».
    Item,
    /// A numbered item of the second level: «1.1. Программу …».
    Subitem,
    /// The mark of an appendix in the upper right corner.
    AppendixMark,
    /// The mark of approval in the upper right corner: «УТВЕРЖДЕНА приказом …».
    ApprovalMark,
    /// The signature: post to the left, name to the right after a tab.
    Signature,
    /// What stands above the lines of a sheet for signatures: «СОГЛАСОВАНО».
    VisaHead,
    /// A line of a sheet for signatures: who, a blank and the name, parted by tabs.
    Visa,
    /// Who prepared the order, at the foot of its last page.
    Executor,
    /// The mark «ПРОЕКТ» of an unfinished paper.
    DraftMark,
    /// A line at the foot of the title page: town and year.
    TitlePageFoot,
    /// The caption of a table.
    Caption,
    /// A paragraph of an item of a list.
    ListItem,
    /// A cell of the head of a table.
    TableHead,
    /// A cell of the body of a table.
    TableCell,
    /// A cell that names a group of rows.
    TableGroup,
    /// A note at the foot of the page.
    Footnote,
}

impl Style {
    /// Whether it is a heading of a section.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Heading1 | Self::Heading2 | Self::Heading3)
    }

    /// All styles, in the order of their declaration.
    pub const ALL: [Self; 28] = [
        Self::Body,
        Self::Title,
        Self::Heading1,
        Self::Heading2,
        Self::Heading3,
        Self::Letterhead,
        Self::LetterheadAddress,
        Self::DocumentKind,
        Self::Requisites,
        Self::CornerRequisites,
        Self::OrderHeading,
        Self::Resolution,
        Self::Item,
        Self::Subitem,
        Self::AppendixMark,
        Self::ApprovalMark,
        Self::Signature,
        Self::VisaHead,
        Self::Visa,
        Self::Executor,
        Self::DraftMark,
        Self::TitlePageFoot,
        Self::Caption,
        Self::ListItem,
        Self::TableHead,
        Self::TableCell,
        Self::TableGroup,
        Self::Footnote,
    ];

    /// The Russian name: what a template writes in `<!-- стиль: … -->` and what Word shows.
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "Текст",
            Self::Title => "Название документа",
            Self::Heading1 => "Заголовок 1",
            Self::Heading2 => "Заголовок 2",
            Self::Heading3 => "Заголовок 3",
            Self::Letterhead => "Бланк",
            Self::LetterheadAddress => "Бланк, адрес",
            Self::DocumentKind => "Вид документа",
            Self::Requisites => "Дата и номер",
            Self::CornerRequisites => "Дата и номер, угловой бланк",
            Self::OrderHeading => "Заголовок к тексту",
            Self::Resolution => "Приказываю",
            Self::Item => "Пункт",
            Self::Subitem => "Подпункт",
            Self::AppendixMark => "Отметка о приложении",
            Self::ApprovalMark => "Гриф утверждения",
            Self::Signature => "Подпись",
            Self::VisaHead => "Визы, заголовок",
            Self::Visa => "Виза",
            Self::Executor => "Исполнитель",
            Self::DraftMark => "Проект",
            Self::TitlePageFoot => "Титул, место и год",
            Self::Caption => "Название таблицы",
            Self::ListItem => "Пункт списка",
            Self::TableHead => "Таблица, шапка",
            Self::TableCell => "Таблица, ячейка",
            Self::TableGroup => "Таблица, раздел",
            Self::Footnote => "Сноска",
        }
    }

    /// The style of this Russian name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Style;

    #[test]
    fn every_style_is_found_by_its_name() {
        for style in Style::ALL {
            assert_eq!(Style::named(style.name()), Some(style));
        }
    }
}
