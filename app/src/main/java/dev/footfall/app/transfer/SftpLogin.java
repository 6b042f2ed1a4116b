package dev.footfall.app.transfer;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * Who logs in to a server, and by what.
 *
 * @param passphrase the password; with a private key, what decrypts that
 * @param privateKey in PEM or as OpenSSH writes it
 */
public record SftpLogin(String username, Optional<Secret> passphrase, Optional<Secret> privateKey) {
  private static final String PRIVATE_KEY = "private_key";

  /** The login that a credential's fields make. */
  public static SftpLogin of(CredentialValues credential) {
    return new SftpLogin(
        credential.find("username").orElse(""),
        credential.find("passphrase").map(Secret::of),
        credential.find(PRIVATE_KEY).map(Secret::of));
  }

  /** Why nobody could log in by this, without asking a server. */
  Optional<Reading.Stop> fault() {
    if (username.isBlank()) {
      return refused("the credential has no username");
    }
    if (passphrase.isEmpty() && privateKey.isEmpty()) {
      return refused("the credential has neither passphrase nor private_key");
    }
    return privateKey.isPresent() && keyPair().isEmpty()
        ? refused("private_key cannot be read, or not with this passphrase")
        : Optional.empty();
  }

  private static Optional<Reading.Stop> refused(String words) {
    return Optional.of(new Reading.Stop(Code.CREDENTIALS_REJECTED, words));
  }

  /** The key to log in with; empty when there is none, or it cannot be read. */
  Optional<KeyPair> keyPair() {
    if (privateKey.isEmpty()) {
      return Optional.empty();
    }
    byte[] text = privateKey.get().reveal().strip().concat("\n").getBytes(StandardCharsets.UTF_8);
    FilePasswordProvider password =
        passphrase
            .map(secret -> FilePasswordProvider.of(secret.reveal()))
            .orElse(FilePasswordProvider.EMPTY);
    try (InputStream in = new ByteArrayInputStream(text)) {
      Iterable<KeyPair> keys =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName(PRIVATE_KEY), in, password);
      Iterator<KeyPair> first =
          keys == null ? Optional.<KeyPair>empty().stream().iterator() : keys.iterator();
      return first.hasNext() ? Optional.of(first.next()) : Optional.empty();
    } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
      return Optional.empty(); // the cause may quote the key
    }
  }

  /** The password to log in with; a key's passphrase is none. */
  Optional<Secret> password() {
    return privateKey.isPresent() ? Optional.empty() : passphrase;
  }
}
