//! Means in tables that are not the means of their numbers.

use super::{Figure, Grid, Reading};

/// A mean that is none.
#[derive(Debug, Clone, PartialEq)]
pub struct WrongMean {
    /// The row of its cell.
    pub row: usize,
    /// The column of its cell.
    pub column: usize,
    /// What is written.
    pub written: Figure,
    /// The numbers it stands for.
    pub of: Vec<Figure>,
}

impl WrongMean {
    /// The true mean.
    pub fn mean(&self) -> f64 {
        mean(&self.of)
    }

    /// Whether it lies where no mean of these numbers can.
    pub fn is_outside(&self) -> bool {
        let low = self.of.iter().map(|figure| figure.value).fold(f64::INFINITY, f64::min);
        let high = self.of.iter().map(|figure| figure.value).fold(f64::NEG_INFINITY, f64::max);
        let slack = self.written.slack();
        self.written.value < low - slack || self.written.value > high + slack
    }

    /// Whether it is the sum of the numbers.
    pub fn is_sum(&self) -> bool {
        let sum: f64 = self.of.iter().map(|figure| figure.value).sum();
        self.of.len() > 1 && (sum - self.written.value).abs() < 1e-6
    }
}

/// The wrong means of a table. One between the least and the greatest number may be weighted by the size of
/// classes, so it is wrong only if nearly all others of its column are plain.
pub fn wrong_means(grid: &Grid) -> Vec<WrongMean> {
    let columns = (0..grid.heads.len()).filter(|column| grid.head(*column).contains("средн"));
    let mut wrong: Vec<WrongMean> = columns.flat_map(|column| of_column(grid, column)).collect();
    for row in (0..grid.rows.len()).filter(|row| is_mean(grid.label(*row))) {
        wrong.extend((0..grid.heads.len()).filter_map(|column| of_row(grid, row, column)));
    }
    wrong
}

/// The means of a column over columns of the same caption, or over columns of years.
fn of_column(grid: &Grid, column: usize) -> Vec<WrongMean> {
    let series = series(grid, column);
    if series.len() < 2 {
        return Vec::new();
    }
    let rows = (0..grid.rows.len()).filter_map(|row| {
        let written = grid.rows[row][column].figure()?;
        let of = figures(series.iter().map(|column| grid.rows[row][*column].reading))?;
        Some(WrongMean { row, column, written, of })
    });
    let (plain, wrong): (Vec<_>, Vec<_>) = rows.partition(is_plain);
    let trusted = plain.len() >= 3 && plain.len() >= 3 * wrong.len();
    wrong.into_iter().filter(|mean| trusted || mean.is_outside()).collect()
}

/// The columns whose mean a column holds.
fn series(grid: &Grid, column: usize) -> Vec<usize> {
    let others = || (0..grid.heads.len()).filter(|other| *other != column && !grid.head(*other).contains("средн"));
    let caption = grid.caption(column);
    let alike: Vec<usize> = others().filter(|other| !caption.is_empty() && grid.caption(*other) == caption).collect();
    if !alike.is_empty() {
        return alike;
    }
    let is_year = |caption: &str| caption.split(|sign: char| !sign.is_ascii_digit()).any(|digits| digits.len() == 4);
    if grid.heads[column].len() > 1 {
        Vec::new()
    } else {
        others().filter(|other| is_year(grid.caption(*other))).collect()
    }
}

/// A mean in the last row that no mean of the rows above can be.
fn of_row(grid: &Grid, row: usize, column: usize) -> Option<WrongMean> {
    if grid.counts_rows(column) {
        return None;
    }
    let written = grid.rows[row][column].figure()?;
    let above = (0..row).filter(|above| !grid.is_total(*above) && !grid.is_group(*above));
    let of = figures(above.map(|above| grid.rows[above][column].reading))?;
    let mean = WrongMean { row, column, written, of };
    (mean.of.len() > 1 && mean.is_outside()).then_some(mean)
}

/// Whether a row is the mean of those above it, and of no others.
fn is_mean(label: &str) -> bool {
    let lower = label.to_lowercase();
    let words: Vec<&str> = lower.trim_end_matches(':').split_whitespace().collect();
    match words[..] {
        [first] => first.starts_with("средн"),
        [first, second] => {
            let more = ["значение", "показатель", "балл", "процент", "среднем"];
            (first.starts_with("средн") || first == "в") && more.contains(&second)
        }
        _ => false,
    }
}

/// The numbers of some cells, the empty ones aside; none if one is not readable or all are empty.
fn figures(readings: impl Iterator<Item = Reading>) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    for reading in readings {
        match reading {
            Reading::Number(figure) => figures.push(figure),
            Reading::Empty => {}
            Reading::Words => return None,
        }
    }
    (!figures.is_empty()).then_some(figures)
}

fn is_plain(mean: &WrongMean) -> bool {
    let rounded = mean.of.iter().map(|figure| figure.slack()).fold(0.0, f64::max);
    (mean.mean() - mean.written.value).abs() <= mean.written.slack() + rounded
}

fn mean(of: &[Figure]) -> f64 {
    let count = f64::from(u32::try_from(of.len()).unwrap_or(u32::MAX));
    of.iter().map(|figure| figure.value).sum::<f64>() / count
}
