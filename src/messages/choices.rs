//! Values that are chosen from a few: what each is called in files and logs, and what screens call it.

use crate::card::{Lang, Track};

/// A value that is chosen from a few.
pub trait Choice: Copy + PartialEq + 'static {
    /// All there are, in the order of the screens.
    fn all() -> &'static [Self];

    /// Its name in files, in logs and on the command line.
    fn name(self) -> &'static str;

    /// What the screens call it.
    fn label(self, lang: Lang) -> &'static str;

    /// The value of a name.
    fn named(name: &str) -> Option<Self> {
        Self::all().iter().copied().find(|choice| choice.name() == name)
    }
}

/// Makes enums of values: a row has the value, its name, which is the English label too, and the Chinese label.
macro_rules! choices {
    ($( $(#[$about:meta])* pub enum $Choice:ident {
        $( $(#[$doc:meta])* $Value:ident = $name:literal, $chinese:literal; )*
    } )*) => { $(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray, strum::IntoStaticStr, strum::Display)]
        #[allow(missing_docs, reason = "the name of a row says what it is")]
        pub enum $Choice {
            $( $(#[$doc])* #[strum(serialize = $name)] $Value, )*
        }

        impl Choice for $Choice {
            fn all() -> &'static [$Choice] {
                strum::VariantArray::VARIANTS
            }

            fn name(self) -> &'static str {
                self.into()
            }

            fn label(self, lang: Lang) -> &'static str {
                match (lang, self) {
                    (Lang::En, choice) => choice.name(),
                    $( (Lang::Zh, $Choice::$Value) => $chinese, )*
                }
            }
        }
    )* };
}

choices! {
    /// How cards are asked.
    pub enum ModeName {
        Recall = "recall", "回忆";
        Typed = "typed", "默写";
        Choice = "choice", "选择";
        Cloze = "cloze", "填空";
        Numbers = "numbers", "计算";
        Code = "code", "代码";
        /// All in turn.
        Mixed = "mixed", "混合";
    }

    /// The colours of the screens.
    pub enum ThemeName {
        /// By the terminal.
        Auto = "auto", "自动";
        Dark = "dark", "深色";
        Light = "light", "浅色";
        Contrast = "contrast", "高对比度";
        Sixteen = "sixteen", "16 色";
        /// Bold and reverse alone.
        Plain = "none", "无颜色";
    }

    /// How images are shown.
    pub enum ImageWay {
        /// In the best way the terminal is known for.
        Auto = "auto", "自动";
        Off = "off", "关";
        /// As coloured characters.
        Blocks = "blocks", "色块";
        Kitty = "kitty", "kitty";
        Iterm2 = "iterm2", "iterm2";
        Sixel = "sixel", "sixel";
    }

    /// How lines are drawn.
    pub enum Borders {
        /// By the locale.
        Auto = "auto", "自动";
        Lines = "lines", "制表符";
        Ascii = "ascii", "ASCII";
    }

    /// On, off, or as the program decides.
    pub enum AutoSwitch {
        Auto = "auto", "自动";
        On = "on", "开";
        Off = "off", "关";
    }

    /// On or off.
    pub enum Switch {
        On = "on", "开";
        Off = "off", "关";
    }

    /// None of a few, where a setting may leave the choice open.
    pub enum NoChoice {
        /// As the program finds best.
        Auto = "auto", "自动";
        Everything = "everything", "全部";
    }

    /// What a grader is given.
    pub enum GraderInput {
        /// One JSON object.
        Json = "json", "json";
        /// A whole prompt for a language model.
        Prompt = "prompt", "提示词";
    }
}

impl Choice for Lang {
    fn all() -> &'static [Lang] {
        &[Lang::En, Lang::Zh]
    }

    fn name(self) -> &'static str {
        Lang::name(self)
    }

    fn label(self, _: Lang) -> &'static str {
        super::of(self).language
    }
}

impl Choice for Track {
    fn all() -> &'static [Track] {
        Track::ALL
    }

    fn name(self) -> &'static str {
        Track::name(self)
    }

    fn label(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, track) => track.name(),
            (Lang::Zh, Track::Llm) => "大模型",
            (Lang::Zh, Track::Vision) => "视觉",
            (Lang::Zh, Track::MlEngineer) => "机器学习工程",
            (Lang::Zh, Track::Research) => "研究",
            (Lang::Zh, Track::Data) => "数据",
        }
    }
}
