/** The look of READ-ME-FIRST, on screen and on A4. System fonts only: the page stands alone. */
export const readMeStyle = `
:root { --ground: #f6f4ee; --paper: #fff; --ink: #1d2320; --soft: #5f655f; --line: #e4dfd3; --accent: #0b5d4b; --weak: #e2efe9 }
* { box-sizing: border-box; margin: 0 }
body { background: var(--ground); color: var(--ink); font: 15px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
main { max-width: 1040px; margin: 32px auto; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 40px 48px }
section { margin-top: 32px }
header { border-bottom: 2px solid var(--accent); padding-bottom: 16px }
.kicker { color: var(--accent); font-weight: 600; letter-spacing: .04em }
h1 { font-size: 28px; line-height: 1.3 }
.lead { font-size: 18px }
h2 { font-size: 18px; color: var(--accent); margin-bottom: 8px }
h3 { display: flex; justify-content: space-between; gap: 24px; font-size: 16px; margin: 20px 0 4px }
p + p { margin-top: 6px }
.soft { color: var(--soft); font-size: 13px }
.strong { font-weight: 600; margin-top: 14px }
.figures { display: flex; flex-wrap: wrap; gap: 16px }
.figures > div { flex: 1 1 260px; background: var(--weak); border-radius: 8px; padding: 14px 18px }
.big { font-size: 30px; font-weight: 600; line-height: 1.3 }
.parties + p { margin-top: 8px }
.parties { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 16px }
.party { border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px }
.name { font-size: 17px; font-weight: 600 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 12px; font-size: 13px }
dt { color: var(--soft) }
table { border-collapse: collapse; width: 100%; font-size: 14px }
caption { text-align: left; font-weight: 600; padding-top: 8px }
th { text-align: left; font-weight: 500; color: var(--soft); font-size: 13px }
th, td { padding: 6px 8px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top }
tfoot td { font-weight: 600 }
.num, .amount { text-align: right; white-space: nowrap; padding-left: 8px }
.date { white-space: nowrap; width: 1%; padding-right: 20px }
.hash { font: 12px/1.5 ui-monospace, Consolas, monospace; color: var(--soft); word-break: break-all }
.fingerprint { font: 600 22px/1.4 ui-monospace, Consolas, monospace; letter-spacing: .06em }
pre { background: var(--ground); border: 1px solid var(--line); border-radius: 6px; padding: 10px 14px; font: 13px/1.7 ui-monospace, Consolas, monospace; white-space: pre-wrap }
a { color: var(--accent) }
ul { padding-left: 20px }
.english { border-top: 1px solid var(--line); padding-top: 20px }
@media (max-width: 720px) { main { padding: 20px 16px; margin: 0; border: 0 } }
@media print {
  @page { size: A4; margin: 16mm 14mm }
  body { background: none; font-size: 10.5pt; line-height: 1.5 }
  main { max-width: none; margin: 0; border: 0; padding: 0 }
  table { font-size: 9pt } .hash { font-size: 7.5pt }
  .figures > div { border: 1px solid var(--line) }
  tr, .party, h2, h3, pre { break-inside: avoid } h2, h3 { break-after: avoid } thead { display: table-header-group }
}
`
