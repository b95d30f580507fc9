//! What the terminal's side says: other programs that it starts, and keys of the user's own.

use super::quoted::Quoted;

messages! {
    /// Of programs that are started, and of keys.
    pub enum TerminalMessage;

    BlankCommand = "it is blank" "命令为空";
    OpenQuotation { command: String } = "a quotation mark is not closed in {command}" "引号没有闭合：{command}";
    NamesNoProgram { command: String } = "it names no program: {command}" "没有写程序名：{command}";
    CannotTakeOver { cause: Quoted } = "cannot take over the terminal: {cause}" "无法接管终端：{cause}";
    CannotStartAgain { cause: Quoted } = "cannot start this program again: {cause}" "无法再次启动本程序：{cause}";
    CannotRunTests { program: String, cause: Quoted } = "{program}: {cause}" "{program}：{cause}";
    RanNoTests { program: String, said: String } = "{program} did not run the tests: {said}" "{program} 没有运行测试：{said}";

    NoWebAddress = "only web addresses are opened" "只能打开网址";
    BrowserWords { why: Quoted } = "the browser of machine.toml: {why}" "machine.toml 中的浏览器：{why}";
    CannotStartOwn { program: String, cause: Quoted } = "cannot start the browser {program} of machine.toml: {cause}" "无法启动 machine.toml 中的浏览器 {program}：{cause}";
    CannotStartBrowser { program: String, cause: Quoted } = "cannot start the browser {program}; set BROWSER to the name of yours: {cause}" "无法启动浏览器 {program}，请将 BROWSER 设为你的浏览器：{cause}";
    NoBrowser { cause: Quoted } = "no browser could be started; copy the address: {cause}" "无法启动浏览器，请复制网址：{cause}";
    EditorWords { why: Quoted } = "EDITOR is no command; set it to the name of your editor: {why}" "EDITOR 不是有效命令，请设为你的编辑器：{why}";
    CannotStartEditor { name: String, cause: Quoted } = "cannot start the editor {name}; set EDITOR to the name of yours: {cause}" "无法启动编辑器 {name}，请将 EDITOR 设为你的编辑器：{cause}";
    EditorEnded { name: String, status: String } = "the editor {name} ended with {status}" "编辑器 {name} 异常退出：{status}";

    OwnKey { name: String, what: Quoted } = "keys.{name}: {what}" "keys.{name}：{what}";
    NoKey { key: String } = "{key} is no key; write \"x\", \"Ctrl-x\", \"PgDn\", \"Space\"" "{key} 不是按键；应写成 \"x\"、\"Ctrl-x\"、\"PgDn\"、\"Space\" 这样";
    Keyless = "an action without a key could not be reached" "操作至少要有一个按键";
    NoAction { actions: String } = "there is no such action; actions: {actions}" "没有这个操作；可用操作：{actions}";
    TwoMeanings { key: String, one: String, other: String } = "{key} would mean both {one} and {other}; the usual keys stay" "{key} 会同时表示 {one} 和 {other}，仍用默认按键";
}
