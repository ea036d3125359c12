// Plain JavaScript on purpose: it must run on any Node, to say in one sentence when that Node is too old.
var parts = process.versions.node.split('.').map(Number)
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 12)) {
  console.error(
    '播安需要 Node 22.12 或更新的版本，现在是 ' +
      process.versions.node +
      '。请先运行 npm ci，再用 npm 脚本启动（npm start）。 / BoAn needs Node 22.12 or newer; this is ' +
      process.versions.node +
      '. Run npm ci first, then start it through npm (npm start).',
  )
  process.exit(2)
}
