/** `quartz-rss`: help and messages. */
export const cliTexts = {
  "cli.help": `quartz-rss: memory attribution for Quartz compiler logs

Usage:
  quartz-rss report [--format text|json|markdown] [--top N] [--baseline LOG] LOG…
  quartz-rss diff [--format text|json] [--top N] [--base-run N] [--run N] BASE NEW
  quartz-rss symbols [--format text|json] [--root MAIN.qz] FILE…
  quartz-rss import [--label TEXT] [--note TEXT] LOG…
  quartz-rss runs [--format text|json] [ID…]
  quartz-rss runs --delete ID… | --label TEXT --note TEXT ID… | --keep N [ID…]
  quartz-rss ledger [--format text|json] [--base ID]
  quartz-rss trend [--format text|json]
  quartz-rss run [--yes] [--repeat N] [--compiler PATH]… [--label TEXT] [--note TEXT] [--predict CHANGE]
             [--progress text|json] [BUILD]
  quartz-rss save-patch FILE.patch
  quartz-rss check [--config FILE] [--baseline LOG] [--format text|json] [--tighten] LOG
  quartz-rss init [--force]
  quartz-rss --help | --version

Commands:
  report   what the phases, compiled functions and node kinds of each run grew by
  diff     what became of each figure from one run to another
  symbols  functions, methods and types of .qz files, with the names that logs use
  import   keeps logs in .quartz-rss/ as runs, with what the code is like now
  runs     lists the kept runs, the newest first; deletes them or gives them a label and a note; --keep N deletes all but
           the newest N, those with a label and those that are named
  ledger   what was expected of kept runs, and what it came to; against the run before of the same build, or --base ID
  trend    peak and phases over the kept runs, in time order
  run      runs a build of quartz-rss.json; what its measuring step prints on standard error becomes a run. --repeat and
           --compiler make several of one frozen copy of the tree, taking turns; given compilers are only measured.
           --yes starts even where the last peak is more than the memory that is free
  save-patch  writes what is changed in the tree's .qz files as a patch, which a build can name to be measured with it
  check    whether the last run of a log is within the budgets of quartz-rss.json; --tighten lowers them to what it took
  init     writes a quartz-rss.json for the working directory

The runs are those of the nearest folder with .quartz-rss/ or quartz-rss.json, else of the current one; --folder DIR names it.
A LOG or FILE of “-” is standard input. BASE and NEW are logs, documents with a log in them, or folders of kept runs; of
several runs in one, the last measured one is taken, or run N.

Examples:
  quartz --no-cache --memory-stats -I std main.qz 2>mem.log >/dev/null
  quartz-rss report mem.log
  quartz-rss report --top 5 before.log after.log
  quartz-rss report --format markdown mem.log >handoff.md
  quartz-rss report --format markdown --baseline before.log after.log >handoff.md
  quartz-rss report --format json mem.log | jq '.[0].phases'
  quartz-rss diff before.log after.log
  quartz-rss symbols --format json --root self-hosted/quartz.qz self-hosted/*.qz
  quartz-rss run --predict "phase:typecheck -400 MB" self-compile
  quartz-rss run --repeat 3 --compiler bin/quartz-golden --compiler bin/quartz self-compile

Exit codes: 0 all used, 1 a budget is exceeded (check), 2 something could not be used (what could be is printed); of run:
0 measured, 1 the build failed, was cancelled or reached a limit, 2 nothing was run or measured.`,
  "cli.baselineFormat": "--baseline is for --format markdown; “quartz-rss diff” compares in text and JSON",
  "cli.unknownCommand": "unknown command “{command}”; see quartz-rss --help",
  "cli.usage": "{message}; see quartz-rss --help",
  "cli.noFiles": "{command} needs at least one file",
  "cli.format": "--format is “text” or “json” (for a report also “markdown”), not “{format}”",
  "cli.runNumber": "a run's number is a whole number above 0, not “{number}”",
  "cli.diffFiles": "diff needs two runs: BASE and NEW",
  "cli.twoInputs": "BASE and NEW cannot both be standard input",
  "cli.noSuchRun": "{file}: no run {number}; there are {runs}",
  "cli.leftAside": "{file}: left aside: {cause}",
  "cli.top": "--top is a whole number above 0, not “{top}”",
  "cli.oneLog": "check needs one log",
  "cli.noArguments": "init needs no file",
  "cli.unwritable": "{file}: cannot be written: {cause}",
  "init.noRoot":
    "{folder}: no program found; expected self-hosted/quartz.qz, quartz.qz, main.qz or src/main.qz",
  "init.taken": "{file}: is there already; --force writes over it",
  "init.written": "{file}: written, with a build of {root}",
  "init.noCompiler":
    "{compiler}: no such file; build the compiler first, or name another one in the build's command",
  "cli.unreadable": "{file}: cannot be read: {cause}",
  "cli.noMemoryLines":
    "{file}: no memory lines in {lines} lines; expected such as “[mem] typecheck: 5776 MB (+5401)”",
  "cli.problem": "{file}:{line}:{column}: {message}",
  "cli.furtherProblems": "{file}: {count} more problems, not listed",
  "cli.outputLost": "the answer could not be written: {cause}",
} as const;
