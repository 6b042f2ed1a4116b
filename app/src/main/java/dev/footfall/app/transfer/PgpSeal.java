package dev.footfall.app.transfer;

import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.file.Seal;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Encrypts whole files to one public key, as {@code gpg --encrypt} does: AES-256, in one pass. */
public final class PgpSeal implements Seal {
  private static final int BUFFER = 1 << 16;

  private final PGPPublicKey key;

  private PgpSeal(PGPPublicKey key) {
    this.key = key;
  }

  /** A seal for the key of the setting {@code pgp_public_key}, ASCII-armored. */
  public static PgpSeal of(String armored) {
    return encryptionKey(armored)
        .map(PgpSeal::new)
        .orElseThrow(
            () ->
                new SettingFault(
                    "pgp_public_key",
                    "setting 'pgp_public_key' must be an ASCII-armored PGP public key that"
                        + " encrypts, neither expired nor revoked"));
  }

  private static Optional<PGPPublicKey> encryptionKey(String armored) {
    byte[] text = armored.strip().getBytes(StandardCharsets.UTF_8);
    try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(text))) {
      Iterator<PGPPublicKeyRing> rings =
          new PGPPublicKeyRingCollection(in, new BcKeyFingerprintCalculator()).getKeyRings();
      while (rings.hasNext()) {
        Optional<PGPPublicKey> found = encryptionKey(rings.next());
        if (found.isPresent()) {
          return found;
        }
      }
    } catch (IOException | PGPException | RuntimeException unreadable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The newest key of a ring that is meant for encryption. */
  private static Optional<PGPPublicKey> encryptionKey(PGPPublicKeyRing ring) {
    if (ring.getPublicKey().hasRevocation() || hasExpired(ring.getPublicKey())) {
      return Optional.empty();
    }
    Optional<PGPPublicKey> newest = Optional.empty();
    for (PGPPublicKey each : ring) {
      if (encrypts(each) && newest.filter(k -> made(k).isAfter(made(each))).isEmpty()) {
        newest = Optional.of(each);
      }
    }
    return newest;
  }

  private static boolean encrypts(PGPPublicKey key) {
    return key.isEncryptionKey() && !key.hasRevocation() && !hasExpired(key) && isMeantFor(key);
  }

  private static boolean hasExpired(PGPPublicKey key) {
    long seconds = key.getValidSeconds();
    return seconds > 0 && made(key).plusSeconds(seconds).isBefore(Instant.now());
  }

  private static Instant made(PGPPublicKey key) {
    return key.getCreationTime().toInstant();
  }

  /** Keys say by flags what they are for; old ones say nothing. */
  private static boolean isMeantFor(PGPPublicKey key) {
    int flags = 0;
    Iterator<PGPSignature> signatures = key.getSignatures();
    while (signatures.hasNext()) {
      PGPSignature each = signatures.next();
      if (each.getHashedSubPackets() != null) {
        flags |= each.getHashedSubPackets().getKeyFlags();
      }
    }
    return flags == 0 || (flags & (KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE)) != 0;
  }

  @Override
  public String extension() {
    return ".pgp";
  }

  @Override
  public void seal(Path whole, Path result) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                result,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
      encrypt(whole, out);
      out.flush();
      channel.force(true);
    } catch (PGPException e) {
      throw new UncheckedIOException(new IOException("cannot encrypt a file", e));
    }
  }

  private void encrypt(Path whole, OutputStream out) throws IOException, PGPException {
    PGPEncryptedDataGenerator encryption =
        new PGPEncryptedDataGenerator(
            new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(new SecureRandom()));
    encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
    try (OutputStream encrypted = encryption.open(out, new byte[BUFFER]);
        OutputStream literal =
            new PGPLiteralDataGenerator()
                .open(encrypted, PGPLiteralData.BINARY, "", PGPLiteralData.NOW, new byte[BUFFER])) {
      Files.copy(whole, literal);
    }
  }
}
