"""How the page looks: on light and on dark ground, on a narrow screen, and on paper."""

from planner.export import palette

_LIGHT = {
    "ground": "#ffffff",
    "ink": palette.INK,
    "quiet": palette.QUIET,
    "hairline": palette.HAIRLINE,
    "panel": palette.PANEL,
    **{tone.value: code for tone, code in palette.TONES.items()},
}
STYLE = (
    f"""
:root {{ color-scheme: light dark; {" ".join(f"--{name}: {code};" for name, code in _LIGHT.items())} }}
"""
    """\
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #15191d; --ink: #e8e6e1; --quiet: #a9b0b7; --accent: #7fc4bb;
    --hairline: #3a4249; --panel: #20262b;
    --good: #7fcf9c; --careful: #e3b565; --waiting: #9bbcf0;
    --danger: #f2938c; --off: #a6abb0; --doubt: #c9a8e6;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 62rem; padding: 3rem 1.5rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, li, th, td, dt, dd { unicode-bidi: plaintext; text-align: start; }
h1, h2, h3, h4 { line-height: 1.2; margin: 2rem 0 .5rem; break-after: avoid; }
h1 { font-size: 2.6rem; letter-spacing: -.02em; margin-top: .25rem; }
h2 { font-size: 1.8rem; letter-spacing: -.015em; }
h3 { font-size: 1.2rem; }
h4 { font-size: 1rem; }
p { margin: 0 0 .75rem; max-width: 44rem; }
a { color: var(--accent); }
:is(a, .wide):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
header, section { margin-bottom: 3rem; }
footer { border-top: 1px solid var(--hairline); padding-top: 1rem; color: var(--quiet); font-size: .85rem; }
header img { width: 8rem; height: auto; margin-bottom: 1rem; }
.eyebrow { color: var(--accent); font-weight: 600; font-size: .9rem; margin: 0; }
.eyebrow + h2 { margin-top: 0; }
.lead { font-size: 1.1rem; color: var(--quiet); }
.small { font-size: .85rem; color: var(--quiet); }
.muted, .source { color: var(--quiet); }
.accent { color: var(--accent); } .good { color: var(--good); } .careful { color: var(--careful); }
.waiting { color: var(--waiting); } .danger { color: var(--danger); } .off { color: var(--off); }
.doubt { color: var(--doubt); }
.note { background: var(--panel); border-inline-start: 4px solid; padding: 1rem 1.25rem; margin: 1rem 0; }
/* A note's colour is its bar's; what it says is ink. */
.note > * { color: var(--ink); margin: 0 0 .4rem; }
/* Texts to copy keep their spaces and indents. */
.typed { white-space: pre-wrap; }
dl { margin: 0 0 1rem; }
.facts > div { display: grid; grid-template-columns: minmax(7rem, 1fr) 4fr; gap: 1rem; padding: .35rem 0;
  border-bottom: 1px solid var(--hairline); }
.note .facts > div { grid-template-columns: 2rem 1fr; }
.facts dt { color: var(--quiet); }
dd { margin: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 1rem; }
.figures > div { display: flex; flex-direction: column-reverse; justify-content: flex-end;
  border-top: 2px solid var(--accent); padding-top: .5rem; }
.figures dd { font-size: 1.7rem; font-weight: 700; line-height: 1.2; }
.figures dt { color: var(--quiet); font-size: .9rem; }
.check { list-style-type: "☐  "; }
table { width: 100%; table-layout: fixed; border-collapse: collapse;
  margin: .5rem 0 1.5rem; font-size: .93rem; }
th, td { padding-block: .45rem; padding-inline: 0 .9rem;
  vertical-align: top; border-bottom: 1px solid var(--hairline); }
th { font-weight: 400; }
thead th { font-weight: 600; font-size: .85rem; color: var(--quiet);
  vertical-align: bottom; border-bottom: 2px solid var(--quiet); }
tr { break-inside: avoid; }
.figure + td:not(.figure), .figure + th:not(.figure) { padding-inline-start: .9rem; }
.figure { text-align: end; font-variant-numeric: tabular-nums; }
tr.aside { color: var(--quiet); }
tr.strong :is(th, td) { font-weight: 700; }
figure { margin: 1rem 0; }
figcaption { color: var(--quiet); font-size: .9rem; }
.chart th { width: 24%; } .chart th:nth-child(2) { width: 24%; } .chart .drawn { padding-inline-end: 0; }
.chart svg { display: block; width: 100%; overflow: visible; }
.chart text { fill: var(--quiet); font-size: .75rem; }
/* Text of any direction begins at the right, and digits stay under each other; time runs to the left. */
[dir="rtl"] :is(h1, h2, h3, h4, p, li, th, td, dt, dd) { text-align: right; }
[dir="rtl"] .chart svg { direction: ltr; transform: scaleX(-1); }
[dir="rtl"] .chart text { transform: scaleX(-1); transform-box: fill-box; transform-origin: center; }
.bar { stroke: var(--ink); stroke-opacity: .35; fill: var(--accent); }
.launch { fill: var(--danger); }
.cards { list-style: none; padding: 0; display: grid; gap: 1.5rem;
  grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
.cards li { display: flex; gap: 1rem; break-inside: avoid; }
.cards p { margin: 0 0 .25rem; }
.code { flex: none; width: 8rem; }
.code svg { display: block; width: 100%; }
hr { border: 0; margin: 0; break-after: page; }
@media (max-width: 40rem) {
  .facts > div { grid-template-columns: 1fr; gap: 0; }
  .chart .drawn { display: none; }
  /* Columns are as wide as their words, and a table of many is moved sideways; only addresses are broken. */
  .wide { overflow-x: auto; }
  .wide table { min-width: 40rem; }
  table { table-layout: auto; }
  th, td { overflow-wrap: break-word; }
  td a { overflow-wrap: anywhere; }
}
@media print {
  :root { font-size: 10pt; }
  body { padding: 0; max-width: none; }
  table { font-size: .85rem; }
  th, td { padding-inline-end: .5rem; }
  .figure { overflow-wrap: normal; }
  .new-page { break-before: page; }
  .code { width: 32mm; }
}
"""
)
