//! Hostile input: each case says what lies in the folder, and gets an exit code and words, soon, and writes nothing but
//! papers into `out`. What is told to the users of it is in `docs/limits.md`.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "hostile/case.rs"]
mod case;
mod support;

use std::fmt::Write;

use case::{Case, PEOPLE, chapter, goal, order};
use support::GOOD;

/// A program with a template of its own in the place of the embedded one.
fn template(name: &'static str, text: &str) -> Case {
    Case::new(name).file("программа.yaml", GOOD).file("шаблоны/roadmap.md", &format!("<!-- бумага: карта -->\n{text}"))
}

#[test]
fn yaml_that_grows_or_never_ends() {
    let mut bomb = format!("{GOOD}а0: &а0 [л, л, л, л, л, л, л, л, л]\n");
    for level in 1..12 {
        writeln!(bomb, "а{level}: &а{level} [{}]", vec![format!("*а{}", level - 1); 9].join(", ")).unwrap();
    }
    let copies = format!("{GOOD}а: &а {}\nб: [{}]\n", "слово ".repeat(3000), vec!["*а"; 3000].join(", "));
    let block: String = (0..1000).flat_map(|depth| [" ".repeat(depth), "а:\n".into()]).collect();
    let many = format!("{GOOD}а:\n{}", "- а\n".repeat(201_000));
    let measure = |number: usize| format!("    - мероприятие: Дело номер {number}\n      срок: чушь\n");
    let exception = |number: usize| format!("  - {{правило: unread-deadline, место: Дело {number}, причина: х}}\n");
    let measures: String = (0..3000).map(measure).collect();
    let exceptions: String = (0..3000).map(exception).collect();
    let excused = format!("{GOOD}{measures}исключения:\n{exceptions}");
    let list = format!("{GOOD}а:\n{}", "- а\n".repeat(20_001));
    let mut keys = GOOD.to_owned();
    (0..90_000).for_each(|key| writeln!(keys, "к{key}: а").unwrap());
    for case in [
        Case::new("alias bomb").file("программа.yaml", &bomb).says(1, "в файле больше 200000 значений"),
        Case::new("copies of a long text").file("программа.yaml", &copies).says(1, "копии через «*» заняли больше"),
        Case::new("flow brackets")
            .file("программа.yaml", &format!("{GOOD}а: {}", "[ ".repeat(9000)))
            .says(1, "слишком много вложенных скобок"),
        Case::new("flow braces")
            .file("программа.yaml", &format!("{GOOD}а: {}", "{а: ".repeat(4000)))
            .says(1, "вложенность больше 64"),
        Case::new("dashes")
            .file("программа.yaml", &format!("{GOOD}а:\n  {}б\n", "- ".repeat(4000)))
            .says(1, "вложенность больше 64"),
        Case::new("block keys").file("программа.yaml", &format!("{GOOD}{block}")).says(1, "вложенность больше 64"),
        Case::new("many values").file("программа.yaml", &many).says(1, "в файле больше 200000 значений"),
        Case::new("a long list").file("программа.yaml", &list).says(1, "в списке больше 20000 значений"),
        Case::new("many exceptions").file("программа.yaml", &excused).says(1, "больше 1000: это и следующие"),
        Case::new("many keys").file("программа.yaml", &keys).says(1, "ключ «к1» здесь неизвестен"),
    ] {
        case.holds();
    }
}

#[test]
fn markdown_that_grows_or_never_ends() {
    let note = |note: usize| format!("[^н{note}]: ") + &format!("[^н{}] ", note + 1).repeat(9) + "\n\n";
    let notes: String = (0..12).map(note).collect();
    for (name, text, code, said) in [
        ("brackets", "[".repeat(900) + &"]".repeat(900), 1, "открыто больше 50 скобок"),
        ("quotes", "> ".repeat(5000) + "а", 1, "вложенность глубже 24"),
        ("lists", "- ".repeat(5000) + "а", 1, "вложенность глубже 24"),
        ("emphasis", "*а **б ".repeat(2500), 0, "собрано"),
        ("notes in notes", format!("слово[^н0]\n\n{notes}"), 1, "сноска внутри сноски"),
        (
            "one note many times",
            "слово[^н] ".repeat(1900) + "\n\n[^н]: " + &"слово\n".repeat(2000),
            1,
            "названа слишком много раз",
        ),
        ("open references", "[[а ".repeat(4000), 1, "открыто больше 50 скобок"),
        (
            "a wide table",
            format!("|{}\n|{}\n{}", "а | ".repeat(3000), "- | ".repeat(3000), "|б|\n".repeat(3000)),
            1,
            "не больше 63",
        ),
        ("short names", ("школа (далее – АБВ) ".repeat(300) + "\n\n").repeat(60), 0, "собрано"),
        ("abbreviations", ("АБВ ".repeat(3000) + "\n\n").repeat(20), 0, "собрано"),
        ("a long line", "слово ".repeat(20_000), 1, "строка длиннее 20000 знаков"),
    ] {
        Case::new(name).file("программа.yaml", &chapter("т.md")).file("т.md", &text).says(code, said).holds();
    }
}

#[test]
fn characters_that_spoil_a_paper_or_turn_its_words() {
    for (name, text, code, said) in [
        ("NUL", "а\0б".to_owned(), 1, "двоичный файл"),
        ("control", "а\u{1}б".to_owned(), 1, "управляющий знак U+0001"),
        ("NUL as escape", "\"а\\0б\"".to_owned(), 1, "управляющий знак U+0000"),
        ("control as escape", "\"а\\x1Fб\"".to_owned(), 1, "управляющий знак U+001F"),
        ("no character", "\"а\\uFFFFб\"".to_owned(), 1, "управляющий знак U+FFFF"),
        ("half a pair", "\"а\\uD800б\"".to_owned(), 1, "не означает никакого знака"),
        ("override", "сумма \u{202E}001\u{202C} рублей".to_owned(), 1, "U+202E: он меняет порядок букв"),
        ("override as escape", "\"сумма \\u202E001 рублей\"".to_owned(), 1, "U+202E: он меняет порядок букв"),
        ("isolate", "сумма \u{2067}001\u{2069} рублей".to_owned(), 1, "U+2067: он меняет порядок букв"),
        ("brackets", "(".repeat(1500), 1, "открыто больше 50 скобок"),
        ("a long line", "слово ".repeat(20_000), 1, "строка длиннее 20000 знаков"),
    ] {
        Case::new(name).file("программа.yaml", &goal(&text)).says(code, said).holds();
    }
    for (name, text) in [("override as reference", "сумма &#x202E;001"), ("override in prose", "сумма \u{202E}001")]
    {
        let case = Case::new(name).file("программа.yaml", &chapter("т.md")).file("т.md", text);
        case.says(1, "U+202E: он меняет порядок букв").holds();
    }
    template("override in a template", "\u{202E}001 {{ paper.title }}").says(1, "U+202E: он меняет порядок").holds();
}

#[test]
fn names_that_lead_out_of_the_folder() {
    for name in ["../x", "/tmp/x", "C:\\\\x", "а/б", "..", "con", "NUL", "nul.txt", "com1"] {
        let own = format!(
            "{GOOD}документы:\n  - ид: \"{name}\"\n    наименование: Отчёт\n    содержание: [{{текст: слово}}]\n"
        );
        Case::new("id").file("программа.yaml", &own).says(1, "ид ").holds();
        let text = format!("<!-- бумага: {} -->\nслово\n", name.replace("\\\\", "\\"));
        let case = Case::new("paper").file("программа.yaml", GOOD).file("шаблоны/свой.md", &text);
        case.says(1, "файл не может называться").holds();
    }
    let long = format!(
        "{GOOD}документы:\n  - ид: {}\n    наименование: Отчёт\n    содержание: [{{текст: слово}}]\n",
        "ж".repeat(300)
    );
    Case::new("long id").file("программа.yaml", &long).says(1, "ид длиннее 60 знаков").holds();
}

#[test]
fn references_that_lead_out_of_the_folder() {
    for (written, said) in [
        ("../т.md", "лежит вне папки программы"),
        ("а/../../т.md", "лежит вне папки программы"),
        ("/etc/hosts", "лежит вне папки программы"),
        ("C:\\т.md", "лежит вне папки программы"),
        ("\"а\\0.md\"", "управляющий знак U+0000"),
        ("нет.md", "нет файла «нет.md»"),
    ] {
        Case::new(written).file("программа.yaml", &chapter(written)).says(1, said).holds();
    }
}

#[test]
fn data_that_looks_like_code_is_printed_as_it_is() {
    let text = r"{{ x }} {% include a %} {# c #} ]]> & <w:p> **ж** <!-- а --> &amp; \ ~";
    let program = GOOD.replacen("Программа развития на [[срок]]", &format!("'{text}'"), 1);
    let done = Case::new("data").file("программа.yaml", &program).says(0, "собрано").holds();
    let printed = done.paper_text("дорожная-карта.docx").unwrap();
    assert!(printed.replace('\u{a0}', " ").contains(text), "{printed}");
}

#[test]
fn a_paper_links_to_sites_mail_and_telephones_alone() {
    let hostile = [
        "javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "file://evil/share",
        "smb://evil/x",
        "ms-word:ofe|u|http://evil/x.docx",
        r"\\\\evil\share",
        "//evil/share",
        r"C:\путь",
        "график.md",
        "#место",
        "раздел:5",
        "www.site.ru",
    ];
    let good = [
        "https://site.ru/100%",
        "<https://site.ru/а б?x=[1]>",
        "https://пример.рф/закон",
        "mailto:отдел@site.ru",
        "tel:112",
    ];
    let links: String = hostile.iter().chain(&good).flat_map(|address| ["[слово](", address, ")\n\n"]).collect();
    // In prose, in a key, and in a template of one's own.
    let program = chapter("т.md").replace("Обучение учителей математики", "Обучение [слово](smb://evil/ключ) учителей");
    let case = Case::new("links").file("программа.yaml", &program).file("т.md", &links);
    let own = "<!-- бумага: своё -->\n\n[слово](file://evil/шаблон)\n";
    let done = case.file("шаблоны/своё.md", own).says(0, "адрес «smb://evil/ключ» не стал ссылкой").holds();
    for address in hostile {
        let shown = address.replace(r"\\\\", r"\\");
        assert!(done.said().contains(&format!("адрес «{shown}» не стал ссылкой")), "{address}: {}", done.said());
    }
    assert!(done.said().contains("адрес «file://evil/шаблон» не стал ссылкой"));

    let targets = done.targets();
    assert_eq!(targets.len(), good.len(), "{targets:?}");
    for target in &targets {
        let begins = ["https://", "mailto:", "tel:"].iter().any(|scheme| target.starts_with(scheme));
        let signs = target.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&sign));
        let escapes =
            target.split('%').skip(1).all(|rest| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2);
        assert!(begins && signs && escapes, "{target}");
    }
    for paper in ["программа.md", "дорожная-карта.md", "своё.md"] {
        let text = done.markdown(paper);
        assert!(text.contains("слово") && !text.contains("evil"), "{paper}: {text}");
        let addresses = text.split("](").skip(1);
        for address in addresses {
            assert!(["https:", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme)), "{paper}: {text}");
        }
    }
}

#[test]
fn pictures_that_are_not_what_they_say() {
    let good = case::png((8, 8));
    let mut wide = good.clone();
    wide[16..24].copy_from_slice(&[0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]);
    let mut false_size = good.clone();
    false_size[23] = 9;
    let emblem = format!("{PEOPLE}бланк:\n  эмблема: г.png\n  колонки:\n    - строки: [Отдел]\n");
    for (name, bytes, code, said) in [
        ("good", good.clone(), 0, "собрано"),
        ("dimensions of a bomb", wide, 1, "не картинка PNG"),
        ("false size", false_size, 1, "не картинка PNG"),
        ("cut off", good[..good.len() - 14].to_vec(), 1, "испорчена или оборвана"),
        ("JPEG", b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), 1, "не картинка PNG"),
        ("too large", vec![0; 5 * 1024 * 1024], 1, "файл больше 4 МБ"),
    ] {
        let case = Case::new(name).file("программа.yaml", &order()).file("муниципалитет.yaml", &emblem);
        case.bytes("г.png", &bytes).says(code, said).holds();
    }
}

#[test]
fn templates_that_never_end_or_reach_outside() {
    let each = "{% for a in range(end=1000) %}";
    for (name, text, said) in [
        (
            "a long range",
            "{% for a in range(end=1000000000) %}а{% endfor %}".to_owned(),
            "функция «range» даёт больше 1000 чисел",
        ),
        ("loops in loops", format!("{}а{}", each.repeat(5), "{% endfor %}".repeat(5)), "шаблон печатает без конца"),
        ("empty loops", each.repeat(5) + &"{% endfor %}".repeat(5), "шаблон печатает без конца"),
        ("itself", "{% include \"roadmap\" %}".to_owned(), "по кругу: roadmap → roadmap"),
        ("a file of the system", "{% include \"/etc/hosts\" %}".to_owned(), "шаблона «/etc/hosts» нет"),
        ("a text that doubles", "{% set x = \"а\" %}{% set x = x ~ x %}".to_owned(), "указания «set» в шаблонах нет"),
        ("growth in one tag", "{{ \"а\" | replace(from=\"а\", to=\"аа\") }}".to_owned(), "фильтра «replace»"),
        ("a component", "{% component r() %}{% endcomponent r %}".to_owned(), "указания «component»"),
        ("brackets", format!("{{{{ {} }}}}", "(".repeat(1500)), "запись в скобках длиннее"),
        ("open brackets", "{{ ".repeat(6000), "шаблон"),
        ("nested choices", "{% if a %}\n".repeat(5000), "шаблон"),
        ("a large file", "слово\n".repeat(15_000), "шаблон больше 128 КБ"),
        ("the system", "{{ get_env(name=\"HOME\") }}".to_owned(), "функции «get_env» шаблоны не знают"),
    ] {
        template(name, &text).says(1, said).holds();
    }
    let mut tree = template("includes that double", "{% include \"t0\" %}");
    for level in 0..30 {
        let next = format!("{{% include \"t{}\" %}}", level + 1);
        tree = tree.file(&format!("шаблоны/t{level}.md"), &next.repeat(2));
    }
    tree.file("шаблоны/t30.md", "а").says(1, "шаблон печатает без конца").holds();
    let mut chain = template("a hundred templates", "{% include \"t0\" %}");
    for level in 0..150 {
        chain = chain.file(&format!("шаблоны/t{level}.md"), &format!("{{% include \"t{}\" %}}", level + 1));
    }
    chain.says(1, "шаблонов больше 100").holds();
}

#[test]
fn files_that_are_no_texts() {
    let (cp1251, _, _) = encoding_rs::WINDOWS_1251.encode(GOOD);
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(GOOD.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let large = vec![b'#'; 100 * 1024 * 1024];
    for (name, bytes, said) in [
        ("empty", Vec::new(), "файл пуст"),
        ("CP1251", cp1251.into_owned(), "похоже на Windows-1251"),
        ("UTF-16", wide, "похоже на UTF-16"),
        ("a hundred megabytes", large, "файл больше 4 МБ"),
    ] {
        Case::new(name).bytes("программа.yaml", &bytes).says(1, said).holds();
    }
    let mut parts = Case::new("many parts").file("программа.yaml", GOOD);
    for part in 0..300 {
        parts = parts.file(&format!("{part}.yaml"), "# нет\n");
    }
    parts.says(1, "в папке больше 200 файлов YAML").holds();
    let twice = "  - раздел: А\n    файл: т.md\n".repeat(20);
    let text = ("слово ".repeat(1000) + "\n\n").repeat(40);
    let case = Case::new("one text many times").file("программа.yaml", &format!("{GOOD}содержание:\n{twice}"));
    case.file("т.md", &text).says(1, "в программе больше 8 МБ текста").holds();
    Case::new("a folder for a file").file("программа.yaml/а.txt", "").says(2, "программ не найдено").holds();
    Case::new("a folder for a part")
        .file("программа.yaml", GOOD)
        .file("муниципалитет.yaml/а.txt", "")
        .says(1, "это папка")
        .holds();
    Case::new("deep folders")
        .file(&format!("{}программа.yaml", "п/".repeat(100)), GOOD)
        .says(2, "больше 64 папок")
        .holds();
}

#[cfg(unix)]
#[test]
fn links_pipes_and_devices() {
    let program = || Case::new("link").file("программа.yaml", GOOD);
    let inside = || Case::new("link").file("программа.yaml", &chapter("т.md"));
    for case in [
        inside().link("т.md", "/etc/hosts").says(1, "лежит вне папки программы"),
        Case::new("folder")
            .file("программа.yaml", &chapter("п/hosts"))
            .link("п", "/etc")
            .says(2, "ведёт из папки программ"),
        Case::new("main").link("программа.yaml", "/etc/hosts").says(1, "ссылка на файл вне папки программ"),
        program().link("часть.yaml", "/etc/hosts").says(1, "ссылка на файл вне папки программ"),
        program().link("муниципалитет.yaml", "/etc/hosts").says(1, "ссылка на файл вне папки программ"),
        program().file("шаблоны/а.txt", "").link("шаблоны/roadmap.md", "/etc/hosts").says(1, "вне папки программ"),
        program().link("п", "/").says(2, "ведёт из папки программ"),
        program().link("п", "..").says(2, "программ"),
        program().link("я.yaml", "я.yaml").says(2, "замкнуты в круг"),
        program().link("часть.yaml", "/dev/zero").says(1, "это не обычный файл"),
        program().link("prikaz.baseline.json", "/dev/zero").asks(&["check"]).says(2, "это не обычный файл"),
        program().link("out/link", "/var/tmp").named("link").says(2, "ссылка на другую папку"),
        Case::new("device").asks(&["check", "/dev/zero"]).says(2, "это не файл и не папка"),
        Case::new("pipe").pipe("п.yaml").asks(&["check", "п.yaml"]).says(2, "это не файл и не папка"),
        Case::new("pipe").pipe("программа.yaml").says(1, "это не обычный файл"),
        program().pipe("часть.yaml").says(1, "это не обычный файл"),
        inside().pipe("т.md").says(1, "«т.md» — не файл"),
        program().file("шаблоны/а.txt", "").pipe("шаблоны/roadmap.md").says(0, "собрано"),
        program().pipe("prikaz.baseline.json").asks(&["check"]).says(2, "это не обычный файл"),
        program()
            .file("out/link/а.txt", "")
            .pipe("out/link/дорожная-карта.docx")
            .named("link")
            .says(2, "это не обычный файл"),
    ] {
        case.holds();
    }
}

#[test]
fn what_git_and_editors_leave_in_the_place_of_a_text() {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
    let merge = "Начало.\n\n<<<<<<< HEAD\nДо июня.\n=======\nДо мая.\n>>>>>>> ветка\n";
    let folded = goal("Повышение качества").replace(
        "текст: Повышение качества",
        "текст: >-\n      Качество\n      <<<<<<< HEAD\n      =======\n      иное",
    );
    let emblem = format!("{PEOPLE}бланк:\n  эмблема: герб.png\n  строки: [ОТДЕЛ]\n");
    let picture = |name, bytes: &str| {
        let case = Case::new(name).file("программа.yaml", &order()).file("муниципалитет.yaml", &emblem);
        case.bytes("герб.png", bytes.as_bytes())
    };
    let text = |name, text: &str| Case::new(name).file("программа.yaml", &chapter("т.md")).file("т.md", text);
    for case in [
        text("a conflict in a text", merge).says(1, "слияние не закончено: в файле остался знак git «<<<<<<< HEAD»"),
        Case::new("a conflict in a value").file("программа.yaml", &folded).says(1, "слияние не закончено"),
        Case::new("a conflict at the margin")
            .file("программа.yaml", &format!("{GOOD}<<<<<<< HEAD\nа: б\n"))
            .says(1, "слияние не закончено"),
        template("a conflict in a template", merge).says(1, "слияние не закончено"),
        text("a link as a text", "../общее/т.md").says(1, "в файле только путь «../общее/т.md»"),
        text("a pointer", pointer).says(1, "текст не скачан: в файле только указатель Git LFS"),
        Case::new("a pointer for a program").file("программа.yaml", pointer).says(1, "текст не скачан"),
        picture("a pointer for a picture", pointer).says(1, "не скачана: в файле только указатель Git LFS"),
        picture("a link as a picture", "../герб.png").says(1, "вместо картинки в файле «герб.png» только путь"),
        text("recoded letters", "Анализ.\n\nРџСЂРѕРіСЂР°РјРјР° СЂР°Р·РІРёС‚РёСЏ\n").says(
            1,
            "буквы испорчены: «РџСЂРѕРіСЂР°РјРјР°» вместо «Программа»; текст в UTF-8 прочитан как Windows-1251",
        ),
        template("a recoded template", "╨Я╤А╨╛╨│╤А╨░╨╝╨╝╨░\n")
            .says(1, "сохраняйте параметром «--out», а не знаком «>»"),
        Case::new("lost letters")
            .file("программа.yaml", &goal("????????? ????????"))
            .says(1, "буквы потеряны: вместо них «?????????»"),
        Case::new("a gap to be filled")
            .file("программа.yaml", &goal("Качество ?????"))
            .says(1, "если это пропуск, допишите"),
        Case::new("a lost letter")
            .file("программа.yaml", &goal("Каче\u{fffd}тво"))
            .says(1, "буквы потеряны: вместо них «\u{fffd}»"),
        Case::new("doubt").file("программа.yaml", &goal("Качество????")),
        Case::new("a heading of seven letters").file(
            "программа.yaml",
            &folded.replace("<<<<<<< HEAD", "Задачи").replace("=\n      иное", "=\n\n      Иное"),
        ),
    ] {
        case.holds();
    }
}
