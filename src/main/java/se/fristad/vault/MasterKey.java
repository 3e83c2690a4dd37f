package se.fristad.vault;

/// The one key above all keysets. It never lies beside them in the clear.
///
/// Two implementations: [CredentialFile] for unattended start, [Passphrase] for a start with a
/// person present.
public interface MasterKey {
  /// The key; the caller closes it.
  DataKey open();
}
