//! The commands and their options.

use super::shard::Shard;
use super::threads::MOST;
use crate::check::{self, Weight};
use crate::model::Span;
use crate::read;
use camino::Utf8PathBuf;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::fmt;

/// Бумаги муниципальной программы из YAML: приказ, паспорт, программа, дорожная карта.
#[derive(Debug, Parser)]
#[command(name = "prikaz", version)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Проверить программы и показать замечания (по-русски: проверить)
    #[command(aliases = ["проверить", "проверь", "проверка"])]
    Check(CheckArguments),
    /// Собрать документы DOCX и Markdown (по-русски: собрать)
    #[command(aliases = ["собрать", "собери", "сборка", "построить", "сделать", "напечатать"])]
    Build(BuildArguments),
    /// Записать нынешние замечания в файл учёта: дальше сообщается только новое (по-русски: учесть)
    #[command(aliases = ["учесть", "учёт", "учет"])]
    Baseline(BaselineArguments),
    /// Рассказать о правиле: что проверяет, зачем, пример, как исправить (по-русски: объяснить)
    #[command(aliases = ["объяснить", "объясни", "пояснить", "правило"])]
    Explain(ExplainArguments),
    /// Перечислить правила с уровнями по стандартам (по-русски: правила)
    #[command(alias = "правила")]
    Rules(RulesArguments),
    /// Работать с отчётами проверки (по-русски: отчёт)
    #[command(aliases = ["отчёт", "отчет", "отчёты", "отчеты"], subcommand)]
    Report(ReportCommand),
    /// Создать папку с новой программой: заполненный пример с пояснениями (по-русски: создать)
    #[command(aliases = ["создать", "создай", "новая", "начать"])]
    New(NewArguments),
    /// Показать, как понимается срок, написанный словами (по-русски: срок)
    #[command(aliases = ["срок", "сроки"])]
    Deadline(DeadlineArguments),
    /// Напечатать JSON Schema для подсказок в редакторе (по-русски: схема)
    #[command(alias = "схема")]
    Schema(SchemaArguments),
    /// Напечатать встроенный шаблон, чтобы изменить его под себя (по-русски: шаблон)
    #[command(aliases = ["шаблон", "шаблоны"])]
    Template(TemplateArguments),
}

/// Options of the check.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// Папки или файлы программ; без них — все программы в текущей папке
    #[arg(value_name = "ПУТЬ")]
    pub(super) paths: Vec<Utf8PathBuf>,
    /// Вид отчёта: text — для человека, concise — по строке на замечание, json — для программ, github, gitlab, sarif,
    /// junit — для служб, markdown — для запроса на слияние
    #[arg(long, value_name = "ВИД", default_value = "text", hide_default_value = true, value_parser = printed)]
    pub(super) format: ReportFormat,
    /// Записать отчёт в файл: ВИД=ФАЙЛ, можно повторять; виды те же и protocol — протокол ФЛК в DOCX
    #[arg(long, value_name = "ВИД=ФАЙЛ", value_parser = report)]
    pub(super) report: Vec<(ReportFormat, Utf8PathBuf)>,
    /// Только часть программ, например 3/10 — третья из десяти: так работу делят между машинами
    #[arg(long, value_name = "ЧАСТЬ", value_parser = Shard::parse)]
    pub(super) shard: Option<Shard>,
    /// Во сколько потоков проверять; без него — по числу ядер
    #[arg(long, value_name = "ЧИСЛО", value_parser = jobs)]
    pub(super) jobs: Option<u16>,
    /// Исправить в файлах то, что исправляется однозначно: кавычки, тире, пробелы, название стороны, год; слов не удаляет
    #[arg(long)]
    pub(super) fix: bool,
    /// Файл учёта замечаний; без него — prikaz.baseline.json в текущей папке, если он есть
    #[arg(long, value_name = "ФАЙЛ", conflicts_with = "no_baseline")]
    pub(super) baseline: Option<Utf8PathBuf>,
    /// Не смотреть в файл учёта
    #[arg(long)]
    pub(super) no_baseline: bool,
    #[command(flatten)]
    pub(super) exit: ExitArguments,
    #[command(flatten)]
    pub(super) wishes: WishArguments,
}

/// What the check looks at.
#[derive(Debug, Args)]
pub(super) struct WishArguments {
    /// Проверить по этому стандарту: шнор, фиоко, базовый, мп или своему
    #[arg(long, value_name = "СТАНДАРТ")]
    pub(super) standard: Option<String>,
    /// Уровень правила: ПРАВИЛО=ошибка, предупреждение, замечание или выключено; можно повторять
    #[arg(long, value_name = "ПРАВИЛО=УРОВЕНЬ", value_parser = rule_level, value_delimiter = ',')]
    pub(super) level: Vec<(String, Weight)>,
    /// Только эти правила через запятую; ошибки чтения файлов сообщаются всегда
    #[arg(long, value_name = "ПРАВИЛА", value_parser = rule_name, value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Кроме этих правил через запятую
    #[arg(long, value_name = "ПРАВИЛА", value_parser = rule_name, value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// Показать и то, что оставлено исключениями
    #[arg(long)]
    pub(super) no_exceptions: bool,
    /// На какой день проверять, ГГГГ-ММ-ДД; без него — сегодня
    #[arg(long, value_name = "ДАТА", value_parser = day)]
    pub(super) date: Option<Date>,
}

/// From which level on findings fail a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ErrorOn {
    /// Errors alone.
    Error,
    /// Warnings too.
    Warning,
}

/// Options of the baseline.
#[derive(Debug, Args)]
pub(super) struct BaselineArguments {
    /// Папки или файлы программ; без них — все программы в текущей папке
    #[arg(value_name = "ПУТЬ")]
    pub(super) paths: Vec<Utf8PathBuf>,
    /// Файл учёта
    #[arg(
        long,
        value_name = "ФАЙЛ",
        default_value = "prikaz.baseline.json",
        hide_default_value = true,
        value_parser = place
    )]
    pub(super) out: Utf8PathBuf,
    #[command(flatten)]
    pub(super) wishes: WishArguments,
}

/// Options of the explanation.
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// Имя правила из отчёта
    #[arg(value_name = "ПРАВИЛО", value_parser = rule_name)]
    pub(super) rule: String,
}

/// Options of the list of rules.
#[derive(Debug, Args)]
pub(super) struct RulesArguments {
    /// Вид: text — таблица, markdown — справочник с описанием каждого правила
    #[arg(
        long,
        value_enum,
        value_name = "ВИД",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(super) format: RulesFormat,
}

/// How the rules are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RulesFormat {
    /// A table for the terminal.
    Text,
    /// The reference.
    Markdown,
}

/// Options of the reading of a deadline.
#[derive(Debug, Args)]
pub(super) struct DeadlineArguments {
    /// Срок словами, в кавычках: "Октябрь 2020, далее ежегодно"
    #[arg(value_name = "ФРАЗА")]
    pub(super) phrase: String,
    /// Срок программы: 2021-2025, 2020/2021-2022/2023 или 01.09.2021-31.05.2024
    #[arg(long, value_name = "ГОДЫ", value_parser = term)]
    pub(super) term: Option<Span>,
    /// Дата приказа: 2020-08-28, 28.08.2020 или "28 августа 2020 г."
    #[arg(long, value_name = "ДАТА", value_parser = day)]
    pub(super) order: Option<Date>,
    /// Название мероприятия: в нём бывает слово «ежегодное»
    #[arg(long, value_name = "НАЗВАНИЕ")]
    pub(super) measure: Option<String>,
    /// Вид ответа: text — для человека, json — для программ
    #[arg(
        long,
        value_enum,
        value_name = "ВИД",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(super) format: AnswerFormat,
}

/// How findings are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// For a person.
    Text,
    /// A line a finding.
    Concise,
    /// For a program.
    Json,
    /// Annotations of GitHub.
    Github,
    /// Code Quality of GitLab.
    Gitlab,
    /// SARIF 2.1.0.
    Sarif,
    /// `JUnit` XML.
    Junit,
    /// For a merge request.
    Markdown,
    /// «Протокол ФЛК», DOCX.
    Protocol,
}

/// How an answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// For a person.
    Text,
    /// For a program.
    Json,
}

/// Options of the build.
#[derive(Debug, Args)]
pub(super) struct BuildArguments {
    /// Папки или файлы программ; без них — все программы в текущей папке
    #[arg(value_name = "ПУТЬ")]
    pub(super) paths: Vec<Utf8PathBuf>,
    /// Куда записать документы; у каждой программы своя папка
    #[arg(long, value_name = "ПАПКА", default_value = "out", hide_default_value = true, value_parser = place)]
    pub(super) out: Utf8PathBuf,
    /// Форматы через запятую: docx, md
    #[arg(
        long,
        value_enum,
        value_name = "ФОРМАТЫ",
        value_delimiter = ',',
        default_value = "docx,md",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(super) format: Vec<PaperFormat>,
    /// Только эти документы через запятую: приказ, паспорт, программа, дорожная-карта, приказ-с-приложениями
    #[arg(long, value_name = "ДОКУМЕНТЫ", value_delimiter = ',')]
    pub(super) only: Vec<String>,
    /// Ничего не записывать, если найдена хотя бы одна ошибка
    #[arg(long)]
    pub(super) strict: bool,
    /// Только часть программ, например 3/10 — третья из десяти: так работу делят между машинами
    #[arg(long, value_name = "ЧАСТЬ", value_parser = Shard::parse)]
    pub(super) shard: Option<Shard>,
    /// Собрать всё заново, даже то, что с прошлой сборки не изменилось
    #[arg(long)]
    pub(super) no_cache: bool,
    /// Во сколько потоков собирать; без него — по числу ядер
    #[arg(long, value_name = "ЧИСЛО", value_parser = jobs)]
    pub(super) jobs: Option<u16>,
}

/// A format of papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PaperFormat {
    /// Word.
    Docx,
    /// Markdown.
    Md,
}

impl PaperFormat {
    /// How the names of its files end.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Md => "md",
        }
    }
}

/// Options of a new program.
#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// Имя новой папки
    #[arg(value_name = "НАЗВАНИЕ")]
    pub(super) name: Utf8PathBuf,
}

/// Which findings end a run with 1.
#[derive(Debug, Args)]
pub(super) struct ExitArguments {
    /// С какого уровня код завершения 1: error или warning
    #[arg(
        long,
        value_enum,
        value_name = "УРОВЕНЬ",
        default_value = "error",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(super) error_on: ErrorOn,
}

/// What to do with reports.
#[derive(Debug, Subcommand)]
pub(super) enum ReportCommand {
    /// Объединить отчёты json, сделанные по частям с --shard, в один (по-русски: объединить)
    #[command(aliases = ["объединить", "соединить"])]
    Merge(MergeArguments),
}

/// Options of the merging.
#[derive(Debug, Args)]
pub(super) struct MergeArguments {
    /// Отчёты, записанные командой prikaz check --report json=ФАЙЛ
    #[arg(value_name = "ФАЙЛ", required = true)]
    pub(super) reports: Vec<Utf8PathBuf>,
    /// Куда записать; без него отчёт печатается
    #[arg(long, value_name = "ФАЙЛ", value_parser = place)]
    pub(super) out: Option<Utf8PathBuf>,
    #[command(flatten)]
    pub(super) exit: ExitArguments,
}

/// Options of the schema.
#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    /// Чего схема: program — файлов программы, standard — файлов папки «стандарты»; без него — файлов программы
    #[arg(
        value_enum,
        value_name = "ЧЕГО",
        default_value = "program",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(super) of: SchemaOf,
    /// Записать схему в файл вместо знака «>»; прежняя схема prikaz заменяется, другой файл – нет
    #[arg(long, value_name = "ФАЙЛ", value_parser = place)]
    pub(super) out: Option<Utf8PathBuf>,
}

/// Which files a schema is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// Those of a program.
    #[value(alias = "программа")]
    Program,
    /// Those of standards.
    #[value(alias = "стандарт")]
    Standard,
}

/// Options of the template.
#[derive(Debug, Args)]
pub(super) struct TemplateArguments {
    /// Имя шаблона; без него — список имён
    #[arg(value_name = "ИМЯ")]
    pub(super) name: Option<String>,
    /// Записать шаблон в файл вместо знака «>», который в Windows портит буквы; файл с другим текстом не заменяется
    #[arg(long, value_name = "ФАЙЛ", requires = "name", value_parser = place)]
    pub(super) out: Option<Utf8PathBuf>,
}

/// Why a value could not be read and how it is written, in Russian.
#[derive(Debug)]
pub(super) struct Unread(pub(super) String);

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unread {}

fn term(written: &str) -> Result<Span, Unread> {
    read::span(written).ok_or_else(|| Unread("напишите, например, 2021-2025".to_owned()))
}

fn day(written: &str) -> Result<Date, Unread> {
    read::date(written).ok_or_else(|| Unread("напишите, например, 2020-08-28".to_owned()))
}

/// A format that can be printed.
fn printed(written: &str) -> Result<ReportFormat, Unread> {
    let format = format(written)?;
    if format == ReportFormat::Protocol {
        return Err(Unread("протокол — файл DOCX: --report protocol=протокол.docx".to_owned()));
    }
    Ok(format)
}

/// The number of threads.
fn jobs(written: &str) -> Result<u16, Unread> {
    let number = written.parse().ok().filter(|number| (1..=MOST).contains(number));
    number.ok_or_else(|| Unread(format!("нужно число от 1 до {MOST}")))
}

fn format(written: &str) -> Result<ReportFormat, Unread> {
    ReportFormat::from_str(written, false).map_err(|_| {
        let all = ReportFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let names: Vec<String> = all.map(|value| value.get_name().to_owned()).collect();
        Unread(format!("бывает: {}", names.join(", ")))
    })
}

fn report(written: &str) -> Result<(ReportFormat, Utf8PathBuf), Unread> {
    let (kind, path) =
        written.split_once('=').ok_or_else(|| Unread("нужно ВИД=ФАЙЛ, например sarif=prikaz.sarif".to_owned()))?;
    Ok((format(kind)?, place(path)?))
}

/// Where something is to be written; a variable of CI that is not set gives no name.
fn place(written: &str) -> Result<Utf8PathBuf, Unread> {
    if written.trim().is_empty() {
        Err(Unread("имя пустое; назовите файл или папку".to_owned()))
    } else {
        Ok(written.into())
    }
}

fn rule_name(written: &str) -> Result<String, Unread> {
    check::rule_name(written).map_err(Unread)
}

fn rule_level(written: &str) -> Result<(String, Weight), Unread> {
    check::rule_level(written).map_err(Unread)
}
