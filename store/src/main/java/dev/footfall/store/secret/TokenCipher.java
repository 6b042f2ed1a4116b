package dev.footfall.store.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Seals tokens by AES-256-GCM under the first of several keys and opens them under any, so that
 * keys can be changed.
 *
 * <p>What was sealed under one name cannot be opened under another. Safe for several threads.
 */
public final class TokenCipher {
  /** Sealed by the installation's secret alone, as stores of old have it. */
  private static final byte FORMER = 1;

  private static final byte PRESENT = 2;

  /** Version of ours, the library's mark, the key's number. */
  private static final int HEAD = 1 + 1 + Integer.BYTES;

  private final TokenKeySource source;
  private final TokenKey former;

  /** What opening something gave. */
  public sealed interface Opened {
    /** The bytes that were sealed. */
    final class Plain implements Opened {
      private final byte[] bytes;
      private final boolean present;

      private Plain(byte[] bytes, boolean present) {
        this.bytes = bytes;
        this.present = present;
      }

      /** These. */
      public byte[] bytes() {
        return bytes.clone();
      }

      /** Whether they are sealed as they would be today. */
      public boolean isPresent() {
        return present;
      }
    }

    /** The key that they were sealed under is not there. */
    record KeyMissing(String key) implements Opened {}

    /** They were altered, sealed for something else, or under another installation's secret. */
    record Unreadable() implements Opened {}
  }

  /** A cipher of this installation. */
  public TokenCipher(InstallationSecret secret, TokenKeySource source) {
    this.source = source;
    this.former = TokenKey.derived(secret, "footfall tokens 1");
  }

  /** Where its keys come from. */
  public TokenKeySource source() {
    return source;
  }

  /** The keys as they are now. */
  public TokenKeys keys() throws IOException {
    return source.read();
  }

  /** Version, key and cipher text. */
  public byte[] seal(String name, byte[] plain) throws IOException {
    try {
      byte[] cipherText = aead(source.read()).encrypt(plain, bytes(name));
      return ByteBuffer.allocate(1 + cipherText.length).put(PRESENT).put(cipherText).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the library seals with every key of ours", e);
    }
  }

  /** The name of the key that something was sealed under; empty for the installation's secret. */
  public Optional<String> keyOf(byte[] sealed) {
    return sealed.length > HEAD && sealed[0] == PRESENT
        ? Optional.of(TokenKey.name(ByteBuffer.wrap(sealed).getInt(HEAD - Integer.BYTES)))
        : Optional.empty();
  }

  /** What was sealed, should it be whole and its key be there. */
  public Opened open(String name, byte[] sealed) throws IOException {
    if (sealed.length <= HEAD || (sealed[0] != FORMER && sealed[0] != PRESENT)) {
      return new Opened.Unreadable();
    }
    TokenKeys keys = source.read();
    Optional<String> key = keyOf(sealed);
    if (key.isPresent() && !keys.names().contains(key.get())) {
      return new Opened.KeyMissing(key.get());
    }
    try {
      byte[] cipherText = Arrays.copyOfRange(sealed, 1, sealed.length);
      byte[] plain = aead(keys).decrypt(cipherText, bytes(name));
      return new Opened.Plain(plain, key.equals(Optional.of(keys.first().name())));
    } catch (GeneralSecurityException altered) {
      return new Opened.Unreadable();
    }
  }

  private Aead aead(TokenKeys keys) throws GeneralSecurityException {
    KeysetHandle.Builder set = KeysetHandle.newBuilder();
    for (TokenKey key : keys.all()) {
      KeysetHandle.Builder.Entry entry =
          KeysetHandle.importKey(key.numbered()).withFixedId(key.number());
      set.addEntry(key.equals(keys.first()) ? entry.makePrimary() : entry);
    }
    set.addEntry(KeysetHandle.importKey(former.plain()).withFixedId(former.number()));
    return set.build().getPrimitive(AeadConfig2026.get(), Aead.class);
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
