//! Says natively what the page says: `answers PLAN OBSERVATIONS report DAY RULE LANGUAGE`, `… about LANGUAGE`, `… comparison DAY` or
//! `… charts DAY RULE LANGUAGE TARGET THEME`.

use std::error::Error;
use std::{env, fs};

use milepost_web::Session;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [plan, observations, question @ ..] = &arguments[..] else {
        return Err("a plan and observations are missing".into());
    };
    let mut session = Session::default();
    session.read(&fs::read_to_string(plan)?);
    session.read(&fs::read_to_string(observations)?);
    let answer = match question {
        ["report", as_of, rule, language] => session.report(as_of, rule, language)?,
        ["about", language] => session.about(language)?,
        ["comparison", as_of] => session.comparison(as_of)?,
        ["charts", as_of, rule, language, target, theme] => session.charts(as_of, rule, language, target, theme)?,
        _ => return Err("there is no such question".into()),
    };
    println!("{answer}");
    Ok(())
}
