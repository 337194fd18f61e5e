//! Help and errors of the command line in Russian.

use super::arguments::{Arguments, Unread};
use crate::visible;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, Error};

const HELP: &str = "\
{about-with-newline}
Как вызвать: {usage}

{all-args}{after-help}";

/// The command line with its help in Russian.
pub(super) fn command() -> Command {
    let command = Arguments::command()
        .after_help("Пример: prikaz build programs — собрать документы всех программ папки programs в папку out.\n")
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(flag("version", 'V', ArgAction::Version, "Показать версию"));
    localised(command, "prikaz")
}

/// A command with its subcommands; `called` is how it is typed.
fn localised(command: Command, called: &str) -> Command {
    let own: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    let command = command.subcommand_value_name("КОМАНДА").subcommand_help_heading("Команды");
    let mut command = command.help_template(HELP).next_help_heading("Параметры").disable_help_flag(true).arg(flag(
        "help",
        'h',
        ArgAction::Help,
        "Показать эту справку",
    ));
    for id in own {
        command = command.mut_arg(id, |argument| {
            let heading = if argument.is_positional() { "Что" } else { "Параметры" };
            argument.help_heading(heading)
        });
    }
    let usage = usage(&command, called);
    let names: Vec<String> = command.get_subcommands().map(|own| own.get_name().to_string()).collect();
    for name in names {
        let called = format!("{called} {name}");
        command = command.mut_subcommand(name, |own| localised(own, &called));
    }
    command.override_usage(usage)
}

/// The line of usage, whose placeholders clap would write in English.
fn usage(command: &Command, called: &str) -> String {
    let subcommand = if command.has_subcommands() { " <КОМАНДА>" } else { "" };
    let positional = command.get_positionals().map(|argument| {
        let value = argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        if argument.is_required_set() { format!(" <{value}>") } else { format!(" [{value}]…") }
    });
    format!("{called}{subcommand}{} [ПАРАМЕТРЫ]", positional.collect::<String>())
}

fn flag(id: &'static str, short: char, action: ArgAction, help: &'static str) -> Arg {
    Arg::new(id).long(id).short(short).action(action).help(help).help_heading("Параметры")
}

/// An error of the command line, or the help that was asked for, as text.
pub(super) fn message(error: &Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(_) | None => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let argument = argument.split(" <").next().unwrap_or_default();
    let prior = context(ContextKind::PriorArg);
    let prior = prior.split(" <").next().unwrap_or_default();
    let value = context(ContextKind::InvalidValue);
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is clap's and grows")]
    let text = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return error.to_string();
        }
        ErrorKind::InvalidSubcommand => format!("команды «{}» нет", context(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            format!("лишнее слово «{argument}»; имя или фразу из нескольких слов возьмите в кавычки")
        }
        ErrorKind::UnknownArgument => format!("параметра «{argument}» нет"),
        ErrorKind::InvalidValue if value.is_empty() => format!("у параметра «{argument}» нет значения"),
        ErrorKind::InvalidValue => {
            format!(
                "у параметра «{argument}» не бывает значения «{value}»; бывает: {}",
                context(ContextKind::ValidValue)
            )
        }
        ErrorKind::ValueValidation => {
            let source = std::error::Error::source(error).and_then(|source| source.downcast_ref::<Unread>());
            let help = source.map(|help| format!(": {help}")).unwrap_or_default();
            format!("у параметра «{argument}» непонятное значение «{value}»{help}")
        }
        ErrorKind::MissingRequiredArgument => format!("не хватает: {}", context(ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand => "не сказано, что делать".into(),
        ErrorKind::TooManyValues if value.is_empty() => format!("у параметра «{argument}» лишнее значение"),
        ErrorKind::TooManyValues => format!("у параметра «{argument}» не бывает значения, а указано «{value}»"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("у параметра «{argument}» не столько значений, сколько нужно")
        }
        ErrorKind::NoEquals => format!("после параметра «{argument}» нужен знак «=»"),
        ErrorKind::InvalidUtf8 => "в команде есть знаки не в кодировке UTF-8".into(),
        ErrorKind::ArgumentConflict if !prior.is_empty() && prior != argument => {
            format!("параметры «{argument}» и «{prior}» нельзя указать вместе")
        }
        ErrorKind::ArgumentConflict => format!("параметр «{argument}» нельзя указать дважды"),
        _ => "команда написана непонятно".into(),
    };
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let suggestion = suggested.into_iter().map(context).find(|text| !text.is_empty());
    let suggestion = suggestion
        .map(|text| format!("\nподсказка: возможно, имелось в виду «{}»", visible::name(&text)))
        .unwrap_or_default();
    format!("не получилось: {}{suggestion}\nсправка: prikaz --help\n", visible::name(&text))
}
