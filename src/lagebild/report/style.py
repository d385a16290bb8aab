"""The style of the page, in the page: no request leaves it."""

STYLE = """
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--soft:#565656;--line:#c9c9c9;--panel:#f6f5f2;
--link:#0b4f8a;--mark:#fdf1b8;--hit:#ffd24a;--hit-ink:#1b1b1b;--note:#8a2b00}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--ink:#e8e6e3;--soft:#b0ada8;--line:#474b50;--panel:#1f2226;
--link:#8ec5ff;--mark:#453a0c;--hit:#f2c230;--hit-ink:#16181b;--note:#ffb08a}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Helvetica,Arial,sans-serif;
overflow-wrap:break-word}
main,header.top,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
header.top{padding-top:1rem}
h1{font-size:1.15rem;margin:.2rem 0}
h2{font-family:Georgia,"Times New Roman",serif;font-size:1.6rem;line-height:1.25;margin:.4rem 0 .3rem}
h3{font:600 1rem/1.5 system-ui,"Segoe UI",Helvetica,Arial,sans-serif;margin:0 0 .4rem}
p{margin:0 0 .8rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
.meta,.who,.remark,footer,.legend{color:var(--soft);font-size:.875rem}
article.report{border-top:1px solid var(--line);padding:1.2rem 0 2rem}
.columns{display:grid;gap:1.5rem;grid-template-columns:minmax(0,1fr)}
.box,.notes{background:var(--panel);border:1px solid var(--line);border-radius:4px;padding:.8rem 1rem}
.box{border-top:4px solid var(--ink)}
.notes{margin-bottom:1rem;border-left:4px solid var(--note)}
.notes ul{margin:0;padding-left:1.1rem}
.notes li{padding:.2rem 0}
.notes li:target{background:var(--hit);color:var(--hit-ink)}
.notes li:target *{color:var(--hit-ink)}
.hint{display:block;color:var(--soft);font-size:.875rem}
.figures{margin-top:1.2rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}
caption{text-align:left;font-weight:600;padding:.8rem 0 .3rem}
th,td{text-align:left;vertical-align:top;padding:.45rem 0;border-top:1px solid var(--line)}
tr:first-child>th,tr:first-child>td{border-top:0}
col.labels{width:8.2rem}
th[scope=row]{padding-right:.8rem;font-weight:600;hyphens:auto}
.figures th[scope=row]{font-weight:400}
.depth1{padding-left:1rem}.depth2{padding-left:2rem}.depth3{padding-left:3rem}
.value{font-weight:700;font-variant-numeric:tabular-nums}
.unknown{color:var(--soft);font-style:italic}
.evidence{margin:.25rem 0 0;font-size:.875rem;line-height:1.4}
.evidence q{font-style:italic}
tr:target{background:var(--hit);color:var(--hit-ink)}
tr:target *{color:var(--hit-ink)}
.text{font-family:Georgia,"Times New Roman",serif;font-size:1.0625rem;line-height:1.6;max-width:42rem}
.text .cell{font:.875rem/1.4 ui-monospace,Consolas,monospace;margin:0}
mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--soft);padding:.05em 0;
-webkit-box-decoration-break:clone;box-decoration-break:clone}
.count{font-weight:700;color:inherit;text-decoration-thickness:2px}
mark:has(:target){background:var(--hit);color:var(--hit-ink)}
.count:target{outline:3px solid var(--hit-ink);outline-offset:1px;background:var(--hit);color:var(--hit-ink)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
nav ol{margin:.3rem 0 1rem;padding-left:1.4rem}
@media (min-width:60rem){.columns{grid-template-columns:minmax(20rem,27rem) minmax(0,1fr);gap:2.5rem}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--line:#999;--panel:#fff;--link:#000;
--mark:#fff;--hit:#fff;--hit-ink:#000;--note:#000}
.skip,.top-link,nav,.legend{display:none}.columns{display:block}.text{max-width:none;margin-top:1rem}
tr,.notes li{break-inside:avoid}
article.report+article.report{break-before:page}}
""".strip()
