package dev.footfall.sandbox.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Objects;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The keys that come with the sandbox: the server's own, the one it lies with, a user's. */
final class SftpKeys implements KeyPairProvider {
  static final AttributeKey<Boolean> LIES = new AttributeKey<>();
  static final AttributeKey<Boolean> LOCKED = new AttributeKey<>();

  private final KeyPair own = pair("host-key");
  private final KeyPair other = pair("other-host-key");
  private final KeyPair user = pair("client-key");

  @Override
  public Iterable<KeyPair> loadKeys(SessionContext session) {
    boolean lies = session != null && Boolean.TRUE.equals(session.getAttribute(LIES));
    return List.of(lies ? other : own);
  }

  KeyPair user() {
    return user;
  }

  String hostKey() {
    return PublicKeyEntry.toString(own.getPublic());
  }

  static String userKey() {
    return text("client-key");
  }

  private static KeyPair pair(String name) {
    try (InputStream pem =
        new ByteArrayInputStream(text(name).getBytes(StandardCharsets.US_ASCII))) {
      return SecurityUtils.loadKeyPairIdentities(null, () -> name, pem, null).iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(SftpKeys.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
