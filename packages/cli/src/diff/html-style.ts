/** The page's whole look. Colours are never alone: what was left out is struck through, what is new is underlined. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1a1c20;--soft:#565b66;--page:#fff;--band:#f4f5f7;--line:#d5d8de;--link:#0b57c4;--lost:#a3161c;--weak:#8a4b00;--gain:#176130;--del:#fde4e3;--ins:#dcf3e2}
@media (prefers-color-scheme:dark){:root{--ink:#e8e9ec;--soft:#a9afba;--page:#16181c;--band:#202329;--line:#3a3f49;--link:#8ab8ff;--lost:#ff9a96;--weak:#ffc070;--gain:#86dba0;--del:#4c2425;--ins:#1c4029}}
*{box-sizing:border-box}
html{scroll-padding-top:3.5rem}
body{margin:0 auto;max-width:82rem;padding:1.5rem clamp(1rem,4vw,3rem);background:var(--page);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Naskh Arabic",sans-serif}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.15rem;margin:2.2rem 0 .7rem}
header p{margin:.2rem 0}
.name{font-weight:600;overflow-wrap:anywhere}
.sum{color:var(--soft)}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;top:-100rem;inset-inline-start:1rem;background:var(--page);padding:.5rem 1rem}
.skip:focus{top:.5rem;z-index:2}
.changes{padding:0;margin:0;list-style:none;border-top:1px solid var(--line)}
.changes>li{padding:.6rem 0 .6rem .8rem;border-bottom:1px solid var(--line);border-inline-start:4px solid var(--line)}
.changes>li.lost,.notes>li.lost{border-inline-start-color:var(--lost)}
.changes>li.weakened,.notes>li.weakened{border-inline-start-color:var(--weak)}
.changes>li.strengthened,.changes>li.gained,.notes>li.strengthened,.notes>li.gained{border-inline-start-color:var(--gain)}
.changes>li,.notes>li{display:grid;grid-template-columns:9rem 1fr;gap:0 .5rem}
.effect{white-space:nowrap}
.lost .effect{color:var(--lost)}
.weakened .effect{color:var(--weak)}
.strengthened .effect,.gained .effect{color:var(--gain)}
.cite{font-weight:600;white-space:nowrap}
.cite::after{content:" ·"}
.on{display:block;color:var(--soft);font-size:.92rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
tbody th{font-weight:400}
thead th{color:var(--soft);font-size:.9rem}
tr.lost td:last-child{color:var(--lost);font-weight:600}
tr.weakened td:last-child,tr.mixed td:last-child{color:var(--weak);font-weight:600}
tr.strengthened td:last-child,tr.gained td:last-child{color:var(--gain);font-weight:600}
.heads,.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem}
.heads{position:sticky;top:0;background:var(--page);border-bottom:2px solid var(--line);padding:.5rem 0;font-weight:600;z-index:1}
.row{border-bottom:1px solid var(--line);padding:.7rem 0}
.pair p{margin:0 0 .4rem;white-space:pre-wrap;overflow-wrap:anywhere}
.none{color:var(--soft)}
.notes{list-style:none;margin:0 0 .6rem;padding:0;background:var(--band)}
.notes>li{padding:.4rem .8rem;border-inline-start:4px solid var(--line)}
del{background:var(--del);text-decoration:line-through;text-decoration-thickness:1px}
ins{background:var(--ins);text-decoration:underline;text-underline-offset:2px}
details{border-bottom:1px solid var(--line);padding:.4rem 0}
summary{cursor:pointer;color:var(--soft);font-size:.92rem}
.equal{margin:.5rem 0;padding-inline-start:1rem;white-space:pre-wrap;overflow-wrap:anywhere;color:var(--soft)}
.moved{font-size:.9rem}
footer{margin-top:2.5rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
@media (max-width:44rem){.heads{display:none}.pair{grid-template-columns:1fr}.pair>div+div{margin-top:.5rem;padding-top:.5rem;border-top:1px dashed var(--line)}.changes>li,.notes>li{grid-template-columns:1fr}}
@media print{:root{--ink:#000;--soft:#444;--page:#fff;--band:#fff;--line:#999;--link:#000;--lost:#000;--weak:#000;--gain:#000;--del:#fff;--ins:#fff}body{max-width:none;padding:0;font-size:10pt}.heads{position:static}.row,.changes>li{break-inside:avoid}.changes a,.skip{display:none}}
`;
