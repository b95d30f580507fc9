//! Formulas as a tree, read from the parser's events.

use pulldown_latex::event::{
    ArrayColumn, ColumnAlignment, Content, DelimiterType, DimensionUnit, EnvironmentFlow, Event, Font,
    Grouping, ScriptPosition, ScriptType, StateChange, Visual,
};
use pulldown_latex::{Parser, Storage};

use super::{font, guard};

/// Macros may expand without end; no formula of a note comes near this.
const MAX_EVENTS: usize = 20_000;
/// Groups nested deeper than this are shown as source.
const MAX_DEPTH: usize = 40;

/// What an atom is to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Ordinary,
    /// Several letters that are one name: keeps away from other letters.
    Name,
    Binary,
    Relation,
    Open,
    Close,
    Comma,
    Space,
    /// The line of a fraction written as `a/b`.
    Slash,
    /// A bar that grows with the brackets around it.
    Middle,
    /// Has its own spaces.
    Text,
    /// Several rows high: keeps away from everything but its brackets.
    Tall,
}

/// The smallest part of a formula.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    pub(super) text: String,
    pub(super) class: Class,
    /// More than one thing, so that it needs parentheses where one thing is expected.
    pub(super) compound: bool,
}

impl Atom {
    pub(super) fn new(text: impl Into<String>, class: Class) -> Atom {
        Atom { text: text.into(), class, compound: false }
    }
}

/// A part of a formula.
#[derive(Debug, Clone)]
pub(super) enum MathNode {
    Atom(Atom),
    /// Brackets that grow with what they hold; an empty one is not drawn.
    Fenced {
        open: String,
        close: String,
        body: Vec<MathNode>,
    },
    Grid(Grid),
    Fraction {
        above: Vec<MathNode>,
        below: Vec<MathNode>,
        /// Without a line it is half of a binomial.
        line: bool,
    },
    Root {
        radicand: Vec<MathNode>,
        index: Option<Vec<MathNode>>,
    },
    Script {
        base: Vec<MathNode>,
        sub: Option<Vec<MathNode>>,
        sup: Option<Vec<MathNode>>,
        place: ScriptPlace,
    },
    Negated(Vec<MathNode>),
}

/// Where scripts stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScriptPlace {
    /// To the right of their base.
    Beside,
    /// Under and over it where there is room: the limits of a sum.
    Limits,
    /// Under and over it.
    Stacked,
}

/// Rows and columns.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub(super) kind: GridKind,
    /// Rows, their cells, what stands in these.
    pub(super) rows: Vec<Vec<Vec<MathNode>>>,
    /// As far as the author said.
    pub(super) columns: Vec<ColumnSide>,
}

/// What a grid is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GridKind {
    Matrix,
    /// A brace on the left.
    Cases,
    /// A brace on the right.
    CasesRight,
    /// Lines of a limit, one below the other.
    Lines,
    /// Equations, aligned at every second column.
    Aligned,
    /// Equations in the middle.
    Gathered,
}

/// To which side a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnSide {
    Left,
    Middle,
    Right,
}

/// The formula, or nothing if it cannot be read.
pub(super) fn read(source: &str) -> Option<Vec<MathNode>> {
    let source = guard::admit(source)?;
    grow(&source).or_else(|| {
        // Notes use `\\` outside of any environment.
        let wrapped = format!("\\begin{{aligned}}{source}\\end{{aligned}}");
        source.contains("\\\\").then(|| grow(&wrapped)).flatten()
    })
}

fn grow(source: &str) -> Option<Vec<MathNode>> {
    let storage = Storage::new();
    let events: Vec<Event<'_>> =
        Parser::new(source, &storage).take(MAX_EVENTS).collect::<Result<_, _>>().ok()?;
    if events.len() == MAX_EVENTS {
        return None;
    }
    let mut reader = LatexReader { events: &events, at: 0, depth: 0 };
    let rows = reader.rows(None)?;
    Some(splice(rows, GridKind::Aligned))
}

/// A single row as it is, several as a grid.
fn splice(mut rows: Vec<Vec<Vec<MathNode>>>, kind: GridKind) -> Vec<MathNode> {
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    if rows.len() > 1 {
        return vec![MathNode::Grid(Grid { kind, rows, columns: Vec::new() })];
    }
    rows.into_iter().flatten().flatten().collect()
}

struct LatexReader<'a> {
    events: &'a [Event<'a>],
    at: usize,
    depth: usize,
}

impl<'a> LatexReader<'a> {
    fn next(&mut self) -> Option<&'a Event<'a>> {
        let event = self.events.get(self.at)?;
        self.at += 1;
        Some(event)
    }

    /// Rows and cells up to the end of the group; nothing if they nest too deep.
    fn rows(&mut self, outer: Option<Font>) -> Option<Vec<Vec<Vec<MathNode>>>> {
        let mut font = outer;
        let mut rows = vec![vec![Vec::new()]];
        while let Some(event) = self.next() {
            let row = rows.last_mut().expect("rows begins with one");
            match event {
                Event::End => break,
                Event::EnvironmentFlow(EnvironmentFlow::Alignment) => {
                    row.push(Vec::new());
                    font = outer;
                }
                Event::EnvironmentFlow(EnvironmentFlow::NewLine { .. }) => {
                    rows.push(vec![Vec::new()]);
                    font = outer;
                }
                Event::EnvironmentFlow(_) => {}
                Event::StateChange(StateChange::Font(new)) => font = *new,
                event => {
                    let nodes = self.element(event, font)?;
                    row.last_mut().expect("a row begins with one cell").extend(nodes);
                }
            }
        }
        Some(rows)
    }

    fn one(&mut self, font: Option<Font>) -> Option<Vec<MathNode>> {
        match self.next() {
            Some(event) => self.element(event, font),
            None => Some(Vec::new()),
        }
    }

    fn element(&mut self, event: &Event<'_>, font: Option<Font>) -> Option<Vec<MathNode>> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        let nodes = match event {
            Event::Content(content) => vec![MathNode::Atom(atom(content, font))],
            Event::Begin(grouping) => self.group(grouping, font)?,
            Event::Visual(visual) => vec![self.visual(*visual, font)?],
            Event::Script { ty, position } => vec![self.script(*ty, *position, font)?],
            Event::Space { width, .. } => {
                let em = width.map_or(0.0, |width| match width.unit {
                    DimensionUnit::Em => width.value,
                    DimensionUnit::Mu => width.value / 18.0,
                    _ => width.value / 10.0,
                });
                let spaces = if em >= 0.9 { "  " } else { " " };
                if em > 0.1 { vec![MathNode::Atom(Atom::new(spaces, Class::Space))] } else { Vec::new() }
            }
            Event::End | Event::StateChange(_) | Event::EnvironmentFlow(_) => Vec::new(),
        };
        self.depth -= 1;
        Some(nodes)
    }

    fn group(&mut self, grouping: &Grouping, font: Option<Font>) -> Option<Vec<MathNode>> {
        let rows = self.rows(font)?;
        let grid = |kind, rows: Vec<Vec<Vec<MathNode>>>, columns| {
            let mut rows = rows;
            // An author's last `\\` begins no row.
            rows.pop_if(|row| row.iter().all(Vec::is_empty));
            vec![MathNode::Grid(Grid { kind, rows, columns })]
        };
        let nodes = match grouping {
            Grouping::LeftRight(left, right) => {
                let sign = |sign: Option<char>| sign.map_or(String::new(), bar);
                let body = rows.into_iter().flatten().flatten().collect();
                vec![MathNode::Fenced { open: sign(*left), close: sign(*right), body }]
            }
            Grouping::Matrix { alignment } => grid(GridKind::Matrix, rows, vec![side(*alignment)]),
            Grouping::Array(columns) => {
                let columns = columns.iter().filter_map(|column| match column {
                    ArrayColumn::Column(alignment) => Some(side(*alignment)),
                    ArrayColumn::Separator(_) => None,
                });
                grid(GridKind::Matrix, rows, columns.collect())
            }
            Grouping::Cases { left: true } => grid(GridKind::Cases, rows, Vec::new()),
            Grouping::Cases { left: false } => grid(GridKind::CasesRight, rows, Vec::new()),
            Grouping::SubArray { .. } => grid(GridKind::Lines, rows, Vec::new()),
            Grouping::Gather { .. } | Grouping::Gathered | Grouping::Multline => {
                splice(rows, GridKind::Gathered)
            }
            _ => splice(rows, GridKind::Aligned),
        };
        Some(nodes)
    }

    fn visual(&mut self, visual: Visual, font: Option<Font>) -> Option<MathNode> {
        let first = self.one(font)?;
        Some(match visual {
            Visual::SquareRoot => MathNode::Root { radicand: first, index: None },
            Visual::Root => MathNode::Root { radicand: first, index: Some(self.one(font)?) },
            Visual::Fraction(line) => MathNode::Fraction {
                above: first,
                below: self.one(font)?,
                line: line.is_none_or(|line| line.value != 0.0),
            },
            Visual::Negation => MathNode::Negated(first),
        })
    }

    fn script(&mut self, ty: ScriptType, position: ScriptPosition, font: Option<Font>) -> Option<MathNode> {
        let base = self.one(font)?;
        let (sub, sup) = match ty {
            ScriptType::Subscript => (Some(self.one(font)?), None),
            ScriptType::Superscript => (None, Some(self.one(font)?)),
            ScriptType::SubSuperscript => (Some(self.one(font)?), Some(self.one(font)?)),
        };
        let place = match position {
            ScriptPosition::AboveBelow => ScriptPlace::Stacked,
            ScriptPosition::Movable => ScriptPlace::Limits,
            // The guard takes the star from `\operatorname*{argmax}`.
            ScriptPosition::Right if has_limits(&base) => ScriptPlace::Limits,
            ScriptPosition::Right => ScriptPlace::Beside,
        };
        Some(MathNode::Script { base, sub, sup, place })
    }
}

fn has_limits(base: &[MathNode]) -> bool {
    let [MathNode::Atom(Atom { text, class: Class::Name, .. })] = base else { return false };
    matches!(text.as_str(), "argmax" | "argmin" | "arg max" | "arg min")
}

fn side(alignment: ColumnAlignment) -> ColumnSide {
    match alignment {
        ColumnAlignment::Left => ColumnSide::Left,
        ColumnAlignment::Center => ColumnSide::Middle,
        ColumnAlignment::Right => ColumnSide::Right,
    }
}

fn atom(content: &Content<'_>, font: Option<Font>) -> Atom {
    match content {
        // A backslash with a blank, and a tie.
        Content::Text("&nbsp;") => Atom::new(" ", Class::Space),
        Content::Text(text) => Atom::new(unescaped(text), Class::Text),
        Content::Number(text) => Atom::new(font::styled(text, font), Class::Ordinary),
        Content::Function(text) => Atom::new(*text, Class::Name),
        Content::Ordinary { content, .. } => Atom::new(font::styled(bar(*content), font), Class::Ordinary),
        Content::LargeOp { content, .. } => Atom::new(content.to_string(), Class::Name),
        Content::BinaryOp { content: '/', .. } => Atom { compound: true, ..Atom::new("/", Class::Slash) },
        Content::BinaryOp { content: '∗', .. } => Atom::new("*", Class::Binary),
        Content::BinaryOp { content, .. } => Atom::new(content.to_string(), Class::Binary),
        Content::Relation { content, .. } => {
            let mut buffer = [0; 8];
            let text = std::str::from_utf8(content.encode_utf8_to_buf(&mut buffer)).unwrap_or("?");
            match text {
                "∣" => Atom::new("|", Class::Ordinary),
                ":" => Atom::new(":", Class::Comma),
                _ => Atom::new(text, Class::Relation),
            }
        }
        Content::Delimiter { content, size, ty } => {
            let class = match ty {
                DelimiterType::Open => Class::Open,
                DelimiterType::Close => Class::Close,
                DelimiterType::Fence if size.is_some() => Class::Middle,
                DelimiterType::Fence => Class::Ordinary,
            };
            Atom::new(bar(*content), class)
        }
        Content::Punctuation(c) => Atom::new(c.to_string(), Class::Comma),
    }
}

/// What LaTeX shows for the source of a text.
fn unescaped(text: &str) -> String {
    let text = text.replace('~', " ").replace('$', "");
    ["_", "%", "&", "#", "{", "}"].iter().fold(text, |text, sign| text.replace(&format!("\\{sign}"), sign))
}

/// Bars that take one cell everywhere.
fn bar(c: char) -> String {
    match c {
        '∥' => "‖".to_owned(),
        '∣' => "|".to_owned(),
        c => c.to_string(),
    }
}
