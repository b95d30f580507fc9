//! A table of words: a row has a name, a type and the words in English and in Chinese.

/// Makes a struct of the rows, and one value of it for each language. Without a type a row is plain text.
macro_rules! table {
    (@type) => { &'static str };
    (@type $Type:ty) => { $Type };
    (
        $(#[$about:meta])*
        pub struct $Table:ident;
        $( $(#[$doc:meta])* $row:ident $(: $Type:ty)? = $english:expr, $chinese:expr; )*
    ) => {
        $(#[$about])*
        #[derive(Debug)]
        pub struct $Table {
            $( $(#[$doc])* pub $row: table!(@type $($Type)?), )*
        }

        /// The English words.
        pub(super) static ENGLISH: $Table = $Table { $( $row: $english, )* };

        /// The Chinese words.
        pub(super) static CHINESE: $Table = $Table { $( $row: $chinese, )* };
    };
}
