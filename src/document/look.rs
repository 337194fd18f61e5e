//! The look of the pages of a paper, for writers that have pages.

/// Font, sizes and margins of a paper, and where its page numbers stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The name of the font.
    pub font: String,
    /// The size of running text, in points.
    pub size: u32,
    /// The size of tables, in points.
    pub table_size: u32,
    /// The margin on the left, in millimetres.
    pub left_margin_mm: u32,
    /// Where the number of a page stands.
    pub page_number: PageNumber,
}

/// Where the number of a page stands; the first page of a paper has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageNumber {
    /// In the middle of the upper margin.
    TopCenter,
    /// On the right of the upper margin.
    TopRight,
    /// In the middle of the lower margin.
    BottomCenter,
}

impl Look {
    /// The font of official papers where no other is asked for.
    pub const USUAL_FONT: &str = "Times New Roman";
}

impl Default for Look {
    /// Papers kept for more than ten years are bound on the left: 30 mm.
    fn default() -> Self {
        Self {
            font: Self::USUAL_FONT.to_owned(),
            size: 14,
            table_size: 12,
            left_margin_mm: 30,
            page_number: PageNumber::TopCenter,
        }
    }
}
