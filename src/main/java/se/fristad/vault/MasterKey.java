package se.fristad.vault;

/// The one key above all keysets. A first start leaves it beside them in the clear, and the doctor
/// complains until it lies elsewhere or under a passphrase.
///
/// Two implementations: [CredentialFile] for a start with nobody there, [Passphrase] for a start
/// with a person present.
public interface MasterKey {
  /// The key; the caller closes it.
  DataKey open();
}
