//! Messages as values: what happened, with the names and numbers in it, said in the reader's language only
//! where it is shown.

use super::quoted::Quoted;
use super::say::Say;
use super::{
    BackupMessage, BuildMessage, CommandMessage, Damage, DiskMessage, DrillFault, ExportMessage,
    FormatMessage, HealthMessage, Help, HelpPage, ListFault, NotesMessage, ReadingMessage, SettingMessage,
    SyncMessage, TaskMessage, TerminalMessage, Usage, WorkMessage,
};
use crate::card::Lang;
use std::fmt::{self, Display};
use std::io;

/// Makes one type of all catalogues.
macro_rules! catalogues {
    ($($Catalogue:ident),* $(,)?) => {
        /// Anything the program says, of whichever catalogue.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Message {
            $(
                #[doc = concat!("See [`", stringify!($Catalogue), "`].")]
                $Catalogue($Catalogue),
            )*
            /// What another program or library said, in its own words.
            Foreign(String),
        }

        impl Say for Message {
            fn say(&self, lang: Lang) -> String {
                match self {
                    $( Message::$Catalogue(message) => message.say(lang), )*
                    Message::Foreign(text) => text.clone(),
                }
            }
        }

        $(
            impl From<$Catalogue> for Message {
                fn from(message: $Catalogue) -> Message {
                    Message::$Catalogue(message)
                }
            }

            impl From<$Catalogue> for Quoted {
                fn from(message: $Catalogue) -> Quoted {
                    Quoted::of(&message)
                }
            }
        )*
    };
}

catalogues!(
    BackupMessage,
    BuildMessage,
    CommandMessage,
    Damage,
    DiskMessage,
    DrillFault,
    ExportMessage,
    FormatMessage,
    HealthMessage,
    Help,
    HelpPage,
    ListFault,
    NotesMessage,
    ReadingMessage,
    SettingMessage,
    SyncMessage,
    TaskMessage,
    TerminalMessage,
    Usage,
    WorkMessage
);

impl From<String> for Message {
    /// For what others say; our own messages have rows.
    fn from(text: String) -> Message {
        Message::Foreign(text)
    }
}

impl From<&str> for Message {
    /// For what others say; our own messages have rows.
    fn from(text: &str) -> Message {
        Message::Foreign(text.to_owned())
    }
}

impl Display for Message {
    /// In English, for programs and logs.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.say(Lang::En))
    }
}

impl std::error::Error for Message {}

impl Message {
    /// What the system said of a file or folder.
    pub fn of_system(cause: &io::Error) -> Message {
        if let Some(message) = cause.get_ref().and_then(|cause| cause.downcast_ref::<Message>()) {
            return message.clone();
        }
        let said = cause.to_string();
        use io::ErrorKind as Kind;
        // A library may add its own words to an error of the system, whose kind is known all the same.
        if cause.get_ref().is_some() && cause.kind() == Kind::Other {
            return Message::Foreign(said);
        }
        Message::from(match cause.kind() {
            Kind::NotFound => DiskMessage::NotFound { said },
            Kind::PermissionDenied => DiskMessage::PermissionDenied { said },
            Kind::AlreadyExists => DiskMessage::AlreadyExists { said },
            Kind::StorageFull => DiskMessage::StorageFull { said },
            Kind::QuotaExceeded => DiskMessage::QuotaExceeded { said },
            Kind::ReadOnlyFilesystem => DiskMessage::ReadOnly { said },
            Kind::IsADirectory => DiskMessage::IsAFolder { said },
            Kind::NotADirectory => DiskMessage::NotAFolder { said },
            Kind::DirectoryNotEmpty => DiskMessage::NotEmpty { said },
            Kind::InvalidData => DiskMessage::InvalidData { said },
            Kind::InvalidInput | Kind::InvalidFilename => DiskMessage::InvalidName { said },
            Kind::UnexpectedEof => DiskMessage::CutShort { said },
            Kind::TimedOut => DiskMessage::TimedOut { said },
            Kind::BrokenPipe => DiskMessage::BrokenPipe { said },
            Kind::FileTooLarge => DiskMessage::FileTooLarge { said },
            Kind::ResourceBusy | Kind::ExecutableFileBusy => DiskMessage::Busy { said },
            _ => {
                let code = cause.raw_os_error().map_or(String::new(), |code| code.to_string());
                DiskMessage::SystemError { said, code }
            }
        })
    }
}

impl From<Message> for Quoted {
    fn from(message: Message) -> Quoted {
        Quoted::of(&message)
    }
}
