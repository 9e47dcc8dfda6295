//! What the desktop does for the window: its file dialogs, and what a person has asked it for.

pub(crate) mod dialogs;
pub(crate) mod wishes;

/// Asks the desktop's portal for something of an interface; `None` where it does not answer.
#[cfg(all(unix, not(target_os = "macos")))]
async fn ask_portal(interface: &str, method: &str, of: &(&str, &str)) -> Option<zbus::Message> {
    let bus = zbus::Connection::session().await.ok()?;
    let (service, path) = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop");
    bus.call_method(Some(service), path, Some(interface), method, of).await.ok()
}
