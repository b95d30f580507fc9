//! Queries, row by row.

use super::*;

#[test]
fn a_query_is_words_and_filters() {
    let query = Query::parse("Dropout ＣＮＮ is:due deck:notes topic:cnn is:nothing");
    assert_eq!(query.words, ["dropout", "cnn"]);
    assert_eq!(query.unknown, ["is:nothing"]);
    assert_eq!(query.states, [3]);
    assert_eq!((query.decks, query.topics), (vec!["notes".to_owned()], vec!["cnn".to_owned()]));
    let query = Query::parse("过拟合 状态:到期 卡组：美团 主题:\"卷积 网络\" 状态:睡觉 时间:10");
    assert_eq!(query.words, ["过拟合", "时间:10"]);
    assert_eq!((query.states, query.unknown), (vec![3], vec!["状态:睡觉".to_owned()]));
    assert_eq!((query.decks, query.topics), (vec!["美团".to_owned()], vec!["卷积 网络".to_owned()]));
    assert_eq!(Query::parse("状态:易忘卡 状态：已暂停").states, [4, 5]);
}
