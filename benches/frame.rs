//! A long answer: laying it out for a width, and drawing the study screen from the lines laid out.
//!
//! `cargo bench --bench frame`. The frame stands beside an empty one, which ratatui itself takes.

use backprop::card::{Deck, Lang};
use backprop::day::{At, Calendar};
use backprop::desk::Desk;
use backprop::import;
use backprop::quiz::session::{Session, Subject};
use backprop::typeset::theme::Theme;
use backprop::ui::app::{App, Look};
use backprop::ui::keymap::Key;
use backprop::ui::screens::study::Study;
use backprop::ui::widgets::answer;
use divan::{Bencher, black_box};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    divan::main();
}

/// Everything an answer may hold, in both scripts.
const PART: &str = r#"## 反向传播 and what it costs

**梯度**由链式法则得到：$\delta^{(l)}=(W^{(l+1)})^T\delta^{(l+1)}\odot\sigma'(z^{(l)})$，其中 $\sigma$ 是激活函数，它的导数在“饱和”区接近零。
Every layer keeps its activations until the backward pass has *used* them, so memory grows with depth; see [the paper](https://example.org/a) and `torch.utils.checkpoint`.

$$\sigma_B^2=\frac{1}{m}\sum_{i=1}^{m}(x_i-\mu_B)^2$$

- 前向：计算并保存每一层的输入与输出，之后用于求导
- Backward: multiply by the transposed Jacobian
  1. 先求输出层的误差
  2. 再逐层往回传

```python
def backward(self, grad):  # 反向
    return grad * (self.x > 0).float()
```

| 模型 | 参数量 | 说明 |
|---|--:|---|
| ResNet-50 | 25.6M | 残差连接缓解**梯度消失** |
| VGG-16 | 138M | 3×3 卷积的堆叠 |

> [!NOTE]
> 残差连接让梯度可以直接流到浅层。

"#;

/// About 500 lines of source.
fn long() -> String {
    let lines = PART.lines().count();
    PART.repeat(500usize.div_ceil(lines))
}

#[divan::bench]
fn lay_out_500_lines(bencher: Bencher<'_, '_>) {
    let (source, theme) = (long(), Theme::sixteen());
    bencher.bench(|| answer::lay_out(black_box(&source), 92, &theme));
}

/// What each kind of content costs: the same number of source lines of that kind only.
#[divan::bench(args = ["text", "formulas", "code", "table"])]
fn lay_out_500_lines_of(bencher: Bencher<'_, '_>, kind: &str) {
    let lines: Vec<&str> = PART.lines().collect();
    let part = match kind {
        "text" => lines[2..4].join("\n") + "\n\n",
        "formulas" => lines[5].to_owned() + "\n\n",
        "code" => lines[12..16].join("\n") + "\n\n",
        _ => lines[17..21].join("\n") + "\n\n",
    };
    let (source, theme) = (part.repeat(500 / part.lines().count()), Theme::sixteen());
    bencher.bench(|| answer::lay_out(black_box(&source), 92, &theme));
}

/// The first code block of a run also reads the grammars; each one is read once.
#[divan::bench(sample_count = 20)]
fn read_new_code(bencher: Bencher<'_, '_>) {
    let theme = Theme::sixteen();
    let mut number = 0;
    bencher
        .with_inputs(|| {
            number += 1;
            let line = format!("    total{number} = [x * 2 for x in range(10) if x > 1]  # 注\n");
            format!("```python\n{}```", line.repeat(100))
        })
        .bench_local_values(|source| answer::lay_out(&source, 92, &theme));
}

fn terminal() -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(120, 40)).expect("a test backend has no failures")
}

#[divan::bench]
fn empty_frame(bencher: Bencher<'_, '_>) {
    let mut terminal = terminal();
    bencher.bench_local(|| {
        terminal.draw(|_| {}).expect("a test backend has no failures");
    });
}

#[divan::bench]
fn study_frame(bencher: Bencher<'_, '_>) {
    let (app, desk) = study();
    let mut terminal = terminal();
    bencher.bench_local(|| {
        terminal.draw(|frame| app.view(frame, &desk)).expect("a test backend has no failures");
    });
}

/// A key that scrolls, and the frame after it.
#[divan::bench]
fn study_scroll(bencher: Bencher<'_, '_>) {
    let (mut app, mut desk) = study();
    let mut terminal = terminal();
    let mut down = true;
    bencher.bench_local(|| {
        down = !down;
        app.key(if down { Key::Char('j') } else { Key::Char('k') }, &mut desk);
        terminal.draw(|frame| app.view(frame, &desk)).expect("a test backend has no failures");
    });
}

fn study() -> (App, Desk) {
    let mut notes = import::read("1. 什么是反向传播？\n\nx\n\n2. 二？\n\ny\n".as_bytes(), None, None, None);
    for face in notes.cards.iter_mut().flat_map(|card| &mut card.faces) {
        face.answer = long().into();
    }
    let deck = Deck { name: "long".into(), titles: vec![(Lang::Zh, "长".to_owned())], cards: notes.cards };
    let mut desk = Desk::new(vec![deck], Calendar::utc(), At(1_795_341_600_000), Lang::Zh);
    let look = Look::new(Theme::sixteen(), Lang::Zh);
    let mut app = App::with(Box::new(Study::new(Session::start(Subject::default(), &desk))), look);
    app.resize((120, 40).into(), &desk);
    app.key(Key::Char(' '), &mut desk);
    (app, desk)
}
