package dev.footfall.store.secret;

import dev.footfall.core.credential.Secret;
import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of an installation, from which all keys are derived.
 *
 * <p>Whoever has the ledger or the database without this file learns nothing from them. Whoever
 * loses it loses the ledger's memory and the stored tokens.
 */
public final class InstallationSecret {
  private static final int LENGTH = 32;

  private final byte[] secret;

  private InstallationSecret(byte[] secret) {
    this.secret = secret;
  }

  /** A file that holds no secret; the message names it and the remedy. */
  public static final class Malformed extends IOException {
    private static final long serialVersionUID = 1;

    private Malformed(String message) {
      super(message);
    }
  }

  /** Reads the secret; at first use makes a random one that only the file's owner may read. */
  public static InstallationSecret open(Path file) throws IOException {
    if (Files.notExists(file)) {
      create(file);
    }
    byte[] content = Files.readAllBytes(file);
    if (content.length != LENGTH) {
      throw new Malformed(
          file + " should hold " + LENGTH + " bytes but holds " + content.length + "; restore it");
    }
    return new InstallationSecret(content);
  }

  /**
   * The secret as text, for installations on several machines.
   *
   * @param text 64 hexadecimal digits
   * @throws IllegalArgumentException when it is anything else
   */
  public static InstallationSecret of(Secret text) {
    String digits = text.reveal().strip();
    if (!digits.matches("[0-9a-fA-F]{" + 2 * LENGTH + "}")) {
      throw new IllegalArgumentException("an installation's secret is 64 hexadecimal digits");
    }
    return new InstallationSecret(HexFormat.of().parseHex(digits));
  }

  private static void create(Path file) throws IOException {
    byte[] fresh = new byte[LENGTH];
    new SecureRandom().nextBytes(fresh);
    DurableFiles.createOnce(file, fresh);
  }

  /** A key of its own for each purpose; one tells nothing about another. */
  byte[] derive(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** A short print by which a store notices that it is opened with another secret. */
  public String print() {
    return HexFormat.of().formatHex(Arrays.copyOf(derive("footfall secret print 1"), 8));
  }
}
