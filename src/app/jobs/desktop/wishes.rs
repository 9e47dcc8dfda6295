//! What a person has asked of all programs of the desktop.

/// What is asked of every window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wishes {
    /// Stronger contrasts.
    pub(crate) contrast: bool,
    /// As little motion as can be.
    pub(crate) stillness: bool,
}

impl Wishes {
    /// Asks the desktop, and waits for the answer; nothing is asked for where it cannot be known.
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    pub(crate) fn ask() -> Self {
        Self::default()
    }

    /// Asks the settings of the desktop's portal, and waits for the answer; nothing is asked for where there is none.
    #[cfg(all(unix, not(target_os = "macos")))]
    pub(crate) fn ask() -> Self {
        pollster::block_on(async {
            let appearance = "org.freedesktop.appearance";
            let less_motion = setting(appearance, "reduced-motion").await == Some(1);
            // Desktops before that key was agreed on have another.
            let is_still = less_motion || setting("org.gnome.desktop.interface", "enable-animations").await == Some(0);
            Self { contrast: setting(appearance, "contrast").await == Some(1), stillness: is_still }
        })
    }
}

/// A setting of the desktop that is a number or a switch, which is 0 or 1.
#[cfg(all(unix, not(target_os = "macos")))]
async fn setting(namespace: &str, key: &str) -> Option<u32> {
    let answer = super::ask_portal("org.freedesktop.portal.Settings", "Read", &(namespace, key)).await?;
    number(&answer.body().deserialize().ok()?)
}

/// The number in an answer, which comes in one wrapping or two.
#[cfg(all(unix, not(target_os = "macos")))]
fn number(value: &zbus::zvariant::Value<'_>) -> Option<u32> {
    use zbus::zvariant::Value;
    match value {
        Value::U32(number) => Some(*number),
        Value::Bool(is_on) => Some(u32::from(*is_on)),
        Value::Value(inner) => number(inner),
        _ => None,
    }
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use zbus::zvariant::Value;

    use super::number;

    #[test]
    fn answers_are_numbers_or_switches_in_any_wrapping() {
        let wrapped = |value| Value::Value(Box::new(value));
        assert_eq!(number(&wrapped(wrapped(Value::U32(1)))), Some(1));
        assert_eq!(number(&wrapped(Value::Bool(false))), Some(0));
        assert_eq!(number(&Value::from("words")), None);
    }
}
