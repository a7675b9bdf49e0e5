//! The scoreboard of a real plan: what Yuzhong district in Chongqing promised for 2022 to 2026, and what was published since.
//!
//! ```text
//! cargo run --example yuzhong                            as of 2026-01-31
//! cargo run --example yuzhong -- 2024-02-20              what was known then, and no later figure
//! cargo run --example yuzhong -- --rule open-sdg         by another rule, with its classes and its whole
//! cargo run --example yuzhong -- --lang zh-Hans          in simplified Chinese
//! cargo run --example yuzhong -- --all                   with what nobody can verify
//! cargo run --example yuzhong -- --json                  everything, for machines
//! ```

mod arguments;
mod scoreboard;
mod table;
mod target;

use std::error::Error;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use anstream::AutoStream;
use milepost::{Observations, Plan, PlanAssessment, Report, assess_plan};

use arguments::{Arguments, Request};

const PLAN: &str = include_str!("../data/yuzhong.json");
const OBSERVATIONS: &str = include_str!("../data/yuzhong.observations.json");

fn main() -> ExitCode {
    let request = match arguments::read(lexopt::Parser::from_env()) {
        Ok(request) => request,
        Err(error) => return complain(&format!("{error}\n\n{}", arguments::USAGE), 2),
    };
    // Colours are left out where what is written to shows none.
    match answer(&request, BufWriter::new(AutoStream::auto(io::stdout().lock()))) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has seen enough.
        Err(error) if is_closed_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => complain(&error.to_string(), 1),
    }
}

fn complain(message: &str, code: u8) -> ExitCode {
    // Where nobody can be told, the code still says it.
    let _ = writeln!(io::stderr(), "error: {message}");
    ExitCode::from(code)
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

fn answer(request: &Request, mut out: impl Write) -> Result<(), Box<dyn Error>> {
    match request {
        Request::Help => out.write_all(arguments::HELP.as_bytes())?,
        Request::Assess(arguments) => assess(arguments, &mut out)?,
    }
    Ok(out.flush()?)
}

fn assess(arguments: &Arguments, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let plan: Plan = serde_json::from_str(PLAN)?;
    let observations: Observations = serde_json::from_str(OBSERVATIONS)?;
    let assessment = assess_plan(&plan, &observations, arguments.as_of, &arguments.rule);
    let report = Report::new(&plan, &observations, &assessment, arguments.language);
    if arguments.json {
        write_json(&report, &assessment, out)?;
    } else {
        scoreboard::write(&report, arguments.language, arguments.all, out)?;
    }
    Ok(())
}

/// What `--json` prints: the report in words, and the assessment with every number.
#[derive(serde::Serialize)]
struct Everything<'a> {
    report: &'a Report,
    assessment: &'a PlanAssessment,
}

fn write_json(report: &Report, assessment: &PlanAssessment, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Everything { report, assessment })?;
    writeln!(out)
}
