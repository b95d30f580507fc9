//! The pages below `--help`: what programs read, and what a command does in more than a sentence.

messages! {
    /// Text below the options of a command.
    pub enum HelpPage;

    Completions =
"Where to put them:
  bash        backprop completions bash > ~/.local/share/bash-completion/completions/backprop
  zsh         backprop completions zsh > ~/.zfunc/_backprop   (with fpath+=~/.zfunc before compinit)
  fish        backprop completions fish > ~/.config/fish/completions/backprop.fish
  elvish      backprop completions elvish >> ~/.config/elvish/rc.elv
  powershell  backprop completions powershell >> $PROFILE"
"放在哪里：
  bash        backprop completions bash > ~/.local/share/bash-completion/completions/backprop
  zsh         backprop completions zsh > ~/.zfunc/_backprop   （compinit 之前加 fpath+=~/.zfunc）
  fish        backprop completions fish > ~/.config/fish/completions/backprop.fish
  elvish      backprop completions elvish >> ~/.config/elvish/rc.elv
  powershell  backprop completions powershell >> $PROFILE";

    Doctor =
"--json prints an array, one object a finding: area, verdict (good, note or wrong), said, way_out.
The exit code is 1 when something is wrong.

--repair writes a damaged progress.json anew with every whole event that is in it, or in what was set
aside from it; the old file stays beside it. An event that lies ahead of the clock, or whose study day
does not fit its instant, is taken back and noted anew: right after the event before it in the file, or
right before the next one where there is none before, with the pauses between such events as they were;
on its own study day where only the instant is wrong. Set the clock of this machine right first."
"--json 输出一个数组，每项检查一个对象：area、verdict（good、note 或 wrong）、said、way_out。
发现错误时退出码为 1。

--repair 用 progress.json 及其隔离文件中所有完整的记录重写损坏的文件，旧文件保留在旁边。
时间晚于时钟、或学习日与时刻不符的记录会被撤回并按正确时间重新记录：紧接文件中的前一条；
前面没有记录时放在后一条之前；彼此间隔不变。若只有时刻有误，则保留原来的学习日。
修复前请先校准本机时钟。";

    Grader =
"--json prints one object:
  command, input      what was measured, and what it is given: json or prompt
  changed             cards left out, since they are not those that were marked, each with its language
  figures             for en, zh and both: answers, failed, points, agreement, agreement_of_none, precision, recall,
                      kappa, contradicted, contradicted_credited, cheats, cheats_credited, seconds; shares are from
                      0 to 1, and null where there is nothing to divide by
  kinds               an array: lang, kind, answers, points, agreed (or credited, of cheats)
  ticks               an object: whether its points count from now on, in en and in zh
  remembered          whether this stands in machine.toml now
with --dry-run: requests, bytes, and first, the text of the first request.

Exit code 0: it was measured, whatever came of it. 1: it was not; the message says why."
"--json 输出一个对象：
  command、input      被测的命令，以及它得到什么：json 或 prompt
  changed             因要点在标注之后改过而不参加测量的卡片，各带语言
  figures             en、zh 和 both 各一组：answers、failed、points、agreement、agreement_of_none、precision、
                      recall、kappa、contradicted、contradicted_credited、cheats、cheats_credited、seconds；
                      比例在 0 和 1 之间，没有可除的数时为 null
  kinds               数组：lang、kind、answers、points、agreed（作弊的是 credited）
  ticks               对象：en 和 zh 里它的勾从现在起是否算数
  remembered          结果是否已记入 machine.toml
加 --dry-run 时：requests、bytes，以及第一次请求的内容 first。

退出码 0：测完了，不论结果如何；1：没有测成，并说明原因。";

    Import =
"--json prints an array, one object a file: that of `check --json` (file, encoding, style, deck, cards,
diagnostics) and
  action      added, updated, unchanged, or skipped (no questions)
  how         link (the notes stay the truth) or copy
  waits       lines that came from other machines and are not in the notes: + or - and the line
  moved       cards whose progress was carried over: from, from_question, to, question
  doubtful    the same of cards that may be old ones, edited; nothing was moved
  duplicates  cards that stand twice: card, deck, question, other, other_deck, other_question, merged
  images      images carried along, as paths below decks/ of the data folder
  history     of a package: reviews added to the progress file, their cards, due dates taken over, cards
              suspended; null for notes
  out         cards marked out"
"--json 输出一个数组，每个文件一个对象：包含 `check --json` 的内容（file、encoding、style、deck、cards、
diagnostics），以及
  action      added 新增、updated 更新、unchanged 未变、skipped 跳过（没有问题）
  how         link 关联（以笔记为准）或 copy 复制
  waits       其他机器传来、笔记中还没有的行：+ 或 - 加上该行
  moved       进度已转移的卡片：from、from_question、to、question
  doubtful    可能是旧卡片修改而来、未转移进度的卡片，字段同上
  duplicates  重复的卡片：card、deck、question、other、other_deck、other_question、merged
  images      一并带来的图片，为数据文件夹 decks/ 下的路径
  history     牌组包的学习记录：新增的复习、涉及的卡片、沿用的到期日、暂停的卡片；笔记则为 null
  out         已排除的卡片";

    Sync =
"The first call with an address joins what is there and sends what is here; every later call commits, unites
with what other machines sent, and sends. Answers of all machines are kept; of decks and
settings changed in two places the lines are united, and where they meet both versions stay, under two names.
What goes with it is named, and kept in kept/.
Shared are progress.json, the notes, pictures and list in decks/ and, where it lies in the data folder,
config.toml; nothing else. What names a program, an address or a place outside the data folder neither goes
out nor comes in. Links, odd names and everything else in the repository are left there and named.
The repository is kept in sync/git in the data folder, apart from any of your own there. When it is damaged,
--repair fetches it anew beside the old one and unites both.
Git is never asked to ask: set up an ssh agent or a credential helper for it. Of your settings of git only
credential.*, http.*, url.*, ssh.* and core.sshCommand count; no hook runs. Without a connection everything
is committed here, the exit code is 1, and the next call goes on."
"首次带地址运行时，与仓库已有内容合并并上传本机内容；之后每次运行都会提交、合并其他机器的改动，再上传。
各台机器的回答都保留；两处都改过的卡组和设置逐行合并，无法合并时保留两个版本，名称不同。
被删除的内容会列出，并在 kept/ 中留底。
同步的只有 progress.json、decks/ 中的笔记、图片和清单，以及位于数据文件夹中的 config.toml。
涉及程序、地址或数据文件夹之外位置的设置不会传出，也不会传入。
仓库中的链接、异常文件名和其他内容原样保留，并逐一列出。
仓库保存在数据文件夹的 sync/git 中，与你自己的仓库互不干扰。损坏时用 --repair 在旁边重新获取并合并。
git 不会向你提问，请事先配置 ssh agent 或凭据助手。git 配置中只有 credential.*、http.*、url.*、ssh.*
和 core.sshCommand 有效，钩子不会运行。没有网络时先在本机提交，退出码为 1，下次继续。";

    Tune =
"--json prints one object:
  answers, next_day, held_out     all answers; those on a later day than the one before; those judged by
  present, defaults, fitted       log_loss and rmse (over bins) of the weights in use, the published ones
                                  and fitted ones; less is better
  weights                         the weights fitted to all answers
  better, taken                   whether they predict better than both; whether they are in use now"
"--json 输出一个对象：
  answers, next_day, held_out     全部回答数、隔天的回答数、用于评估的回答数
  present, defaults, fitted       当前、公开和优化后参数的 log_loss 与 rmse（分组），越低越好
  weights                         用全部回答优化出的参数
  better, taken                   是否优于前两者；是否已启用";
}
