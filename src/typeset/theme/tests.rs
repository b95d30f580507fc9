//! Every theme fits its terminal, can be read on its background, and keeps its hues.

use super::*;
use crate::messages::Choice;

#[test]
fn colours_find_their_neighbours() {
    for (rgb, index) in [((0, 0, 0), 16), ((255, 255, 255), 231), ((255, 0, 0), 196), ((128, 128, 128), 244)]
    {
        assert_eq!(nearest(rgb.0, rgb.1, rgb.2), index, "{rgb:?}");
    }
}

#[test]
fn every_theme_fits_its_terminal() {
    let depth = ColourDepth::All;
    let terminal = TerminalLook { colours: true, depth, is_dark: Some(false), lines: true };
    assert_eq!(Theme::chosen(ThemeName::Auto, terminal), Theme::light());
    assert_eq!(Theme::chosen(ThemeName::Auto, TerminalLook { is_dark: None, ..terminal }), Theme::sixteen());
    for &name in ThemeName::all() {
        let mut plain = Theme::chosen(name, TerminalLook { colours: false, ..terminal });
        assert!(plain.styles_mut().iter().all(|style| style.fg.is_none() && style.bg.is_none()), "{name}");
        for is_dark in [None, Some(false), Some(true)] {
            let look = |depth| TerminalLook { depth, is_dark, ..terminal };
            let mut older = Theme::chosen(name, look(ColourDepth::Indexed));
            let mut oldest = Theme::chosen(name, look(ColourDepth::Sixteen));
            let is_all = |style: &&mut Style| matches!(style.fg, Some(Color::Rgb(..)));
            let is_indexed = |style: &&mut Style| matches!(style.fg, Some(Color::Indexed(_)));
            assert!(!older.styles_mut().iter().any(is_all), "{name}");
            assert!(!oldest.styles_mut().iter().any(|style| is_all(style) || is_indexed(style)), "{name}");
        }
    }
}

/// How light a colour is, from 0 to 1 (WCAG 2.2, relative luminance).
fn luminance(rgb: [u8; 3]) -> f64 {
    let part = rgb.map(|value| {
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2]
}

fn contrast_of(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What a colour is on xterm, whose palette most terminals began with.
fn on_xterm(colour: Color) -> [u8; 3] {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    match colour {
        Color::Rgb(r, g, b) => [r, g, b],
        Color::Indexed(grey @ 232..) => [8 + 10 * (grey - 232); 3],
        Color::Indexed(cube @ 16..) => [(cube - 16) / 36, (cube - 16) / 6 % 6, (cube - 16) % 6].map(level),
        Color::Red => [0xcd, 0, 0],
        Color::Green => [0, 0xcd, 0],
        Color::Yellow => [0xcd, 0xcd, 0],
        Color::Blue => [0, 0, 0xee],
        Color::Magenta => [0xcd, 0, 0xcd],
        Color::Cyan => [0, 0xcd, 0xcd],
        Color::LightRed => [0xff, 0, 0],
        Color::LightGreen => [0, 0xff, 0],
        Color::LightYellow => [0xff, 0xff, 0],
        Color::White => [0xff; 3],
        Color::LightMagenta => [0xff, 0, 0xff],
        Color::LightCyan => [0, 0xff, 0xff],
        other => panic!("{other:?} is in no theme"),
    }
}

/// Text, grades and marks stand out by the ratio that readability asks for (4.5 : 1), in all colours, in 256 and
/// in sixteen, from the backgrounds that terminals and their usual themes have. Rules are no text.
/// `cargo test --lib readable -- --nocapture` prints the table.
#[test]
#[allow(clippy::print_stdout, reason = "the table of contrasts")]
fn every_theme_is_readable_on_its_background() {
    let dark: &[[u8; 3]] = &[[0, 0, 0], [0x1e, 0x1e, 0x1e], [0x28, 0x2c, 0x34], [0, 0x2b, 0x36]];
    let light: &[[u8; 3]] = &[[0xff; 3], [0xfd, 0xf6, 0xe3], [0xf5; 3], [0xef, 0xf1, 0xf5]];
    let themes = [
        ("dark", Theme::of(&DARK, ColourDepth::All), dark),
        ("dark, 256", Theme::of(&DARK, ColourDepth::Indexed), dark),
        ("light", Theme::of(&LIGHT, ColourDepth::All), light),
        ("light, 256", Theme::of(&LIGHT, ColourDepth::Indexed), light),
        ("contrast", Theme::of(&CONTRAST, ColourDepth::All), dark),
        ("contrast, 256", Theme::of(&CONTRAST, ColourDepth::Indexed), dark),
        ("sixteen on black", Theme::sixteen_on(true), &dark[..1]),
        ("sixteen on white", Theme::sixteen_on(false), &light[..1]),
        ("contrast, 16", Theme::of(&CONTRAST, ColourDepth::Sixteen), &dark[..1]),
    ];
    for (name, mut theme, grounds) in themes {
        let rule = theme.rule.fg;
        let mut least = f64::MAX;
        for style in theme.styles_mut() {
            let Some(colour) = style.fg.filter(|colour| Some(*colour) != rule) else { continue };
            for ground in grounds {
                let ratio = contrast_of(on_xterm(colour), *ground);
                assert!(ratio >= 4.5, "{name}: {colour:?} on {ground:?}: {ratio:.2}");
                least = least.min(ratio);
            }
        }
        println!("{name:<18} {least:.1} : 1 at the least, on {} backgrounds", grounds.len());
    }
}

/// A colour keeps its name in 256: green stays green, and nothing becomes grey that was not.
#[test]
fn colours_keep_their_hue_in_256() {
    for palette in [&DARK, &LIGHT, &CONTRAST] {
        let ThemeColours { accent, heading, code, formula, wrong, warning, right, easy, .. } = *palette;
        for Shade(rgb, index) in [accent, heading, code, formula, wrong, warning, right, easy] {
            let [r, g, b] = on_xterm(Color::Indexed(index));
            let most = |[r, g, b]: [u8; 3]| {
                let top = r.max(g).max(b);
                [r, g, b].map(|part| u32::from(top - part) <= 24)
            };
            let least = r.min(g).min(b);
            assert!(r.max(g).max(b) - least >= 40, "{index} is grey");
            let [_, own_r, own_g, own_b] = rgb.to_be_bytes();
            let shared = most([r, g, b]).into_iter().zip(most([own_r, own_g, own_b]));
            assert!(shared.into_iter().any(|(one, other)| one && other), "{index} is not {rgb:06x}");
        }
    }
}
