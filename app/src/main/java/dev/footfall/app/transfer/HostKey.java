package dev.footfall.app.transfer;

import dev.footfall.core.destination.SettingFault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/**
 * By which key a server is known: its fingerprint, and the kind of key where that is told.
 *
 * @param print {@code SHA256:…}
 * @param type such as {@code ssh-ed25519}; empty where only the fingerprint is known
 */
record HostKey(String print, String type) {
  private static final Pattern PRINT = Pattern.compile("SHA256:([A-Za-z0-9+/]{43})=?");
  private static final Pattern KEY =
      Pattern.compile("(?:^|\\s)((?:ssh-|ecdsa-|sk-)[\\w@.-]+\\s+AAAA[A-Za-z0-9+/=]+)(?:\\s|$)");

  /**
   * The key that a setting names: a public key in one line, a line of known_hosts, or a
   * fingerprint.
   */
  static HostKey of(String text) {
    Matcher print = PRINT.matcher(text.strip());
    if (print.matches()) {
      return new HostKey("SHA256:" + print.group(1), "");
    }
    Matcher key = KEY.matcher(text);
    return Optional.of(key)
        .filter(Matcher::find)
        .flatMap(found -> parsed(found.group(1)))
        .orElseThrow(
            () ->
                new SettingFault(
                    "host_public_key",
                    "setting 'host_public_key' must be a public key in OpenSSH's one line"
                        + " (ssh-ed25519 AAAA…), a line of known_hosts, or SHA256:…"));
  }

  private static Optional<HostKey> parsed(String line) {
    try {
      PublicKey key =
          PublicKeyEntry.parsePublicKeyEntry(line)
              .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING);
      return Optional.of(new HostKey(print(key), line.split("\\s+", 2)[0]));
    } catch (IOException | GeneralSecurityException | RuntimeException malformed) {
      return Optional.empty();
    }
  }

  /** A key's fingerprint as {@code ssh-keygen -l} prints it. */
  static String print(PublicKey key) {
    return KeyUtils.getFingerPrint(key).replaceFirst("=+$", "");
  }

  boolean is(PublicKey shown) {
    return print(shown).equals(print);
  }

  /** Puts the kinds of signature first that the key makes: a server may have several keys. */
  <T extends NamedResource> List<T> preferred(List<T> signatures) {
    return signatures.stream()
        .sorted(Comparator.comparing((T each) -> !isMadeBy(each.getName())))
        .toList();
  }

  private boolean isMadeBy(String signature) {
    return signature.equals(type) || (type.equals("ssh-rsa") && signature.startsWith("rsa-sha2"));
  }
}
