//! What is wrong with a command line, and the frame of a page of help.

messages! {
    /// The usage of the command line.
    pub enum Usage;

    UsageHead = "Usage:" "用法：";
    CommandsHead = "Commands:" "命令：";
    ArgumentsHead = "Arguments:" "参数：";
    OptionsHead = "Options:" "选项：";
    Default { value: String } = "[default: {value}]" "[默认：{value}]";
    PossibleValues { values: String } = "[possible values: {values}]" "[可选值：{values}]";
    Aliases { names: String } = "[aliases: {names}]" "[别名：{names}]";

    UnknownArgument { argument: String } = "unexpected argument '{argument}' found" "无法识别的参数 '{argument}'";
    UnknownCommand { command: String } = "unrecognized subcommand '{command}'" "没有命令 '{command}'";
    InvalidValue { value: String, argument: String } = "invalid value '{value}' for '{argument}'" "'{argument}' 不接受值 '{value}'";
    OutOfRange { range: String } = "it must be within {range}" "应在 {range} 之间";
    NotANumber = "it is no number" "应为数字";
    NoValue { argument: String } = "a value is required for '{argument}' but none was supplied" "'{argument}' 缺少值";
    NoEquals { argument: String } = "equal sign is needed when assigning values to '{argument}'" "'{argument}' 的值前要写等号";
    Conflict { argument: String, other: String } = "the argument '{argument}' cannot be used with '{other}'" "'{argument}' 不能与 '{other}' 同时使用";
    UsedTwice { argument: String } = "the argument '{argument}' cannot be used multiple times" "'{argument}' 只能写一次";
    Missing { arguments: String } = "the following required arguments were not provided: {arguments}" "缺少必需的参数：{arguments}";
    NoCommand = "a subcommand is required but none was given" "缺少命令";
    TooMany { argument: String, value: String } = "unexpected value '{value}' for '{argument}' found; no more were expected" "'{argument}' 的值 '{value}' 多余";
    WrongCount { argument: String } = "wrong number of values for '{argument}'" "'{argument}' 的值数量不对";
    NotUtf8 = "an argument is not UTF-8" "参数不是 UTF-8 文本";
    Other = "the command line cannot be understood" "无法理解这条命令";
    Similar { names: String } = "similar: {names}" "相近的有：{names}";
    ForMore = "For more information, try '--help'." "详细说明请用 '--help' 查看。";
}
