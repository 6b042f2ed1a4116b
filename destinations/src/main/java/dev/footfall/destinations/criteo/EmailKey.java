package dev.footfall.destinations.criteo;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Text;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes e-mail addresses as an account's identity graph has them. One thread. */
final class EmailKey {
  private static final int MD5_HEX = 32;
  private static final byte[] DIGITS = Text.utf8("0123456789abcdef");

  private final CriteoSettings.EmailHash kind;
  private final MessageDigest md5 = md5();
  private final ByteBuilder middle = new ByteBuilder(MD5_HEX);
  private final Text window = new Text();

  EmailKey(CriteoSettings.EmailHash kind) {
    this.kind = kind;
  }

  /** Whether a text is a digest already: 64 or 32 hex digits. */
  static boolean isHash(Text text) {
    if (text.length() != MD5_HEX) {
      return Sha256.isHex64(text);
    }
    for (int i = text.start(); i < text.end(); i++) {
      if (Character.digit(text.bytes()[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Writes what a digest is here; false when it cannot be had from it. */
  boolean convert(Text digest, ByteBuilder out) {
    boolean isMd5 = digest.length() == MD5_HEX;
    switch (kind) {
      case SHA256 -> {
        if (isMd5) {
          return false;
        }
        lower(digest, out);
      }
      case MD5 -> {
        if (!isMd5) {
          return false;
        }
        lower(digest, out);
      }
      case SHA256_OF_MD5 -> {
        if (isMd5) {
          lower(digest, middle.clear());
          sha256(window.set(middle.bytes(), 0, middle.length()), out);
        } else {
          lower(digest, out);
        }
      }
    }
    return true;
  }

  /** Writes the digest of a normalised address. */
  void hash(Text address, ByteBuilder out) {
    switch (kind) {
      case SHA256 -> sha256(address, out);
      case MD5 -> md5(address, out);
      case SHA256_OF_MD5 -> {
        md5(address, middle.clear());
        sha256(window.set(middle.bytes(), 0, middle.length()), out);
      }
    }
  }

  private void md5(Text text, ByteBuilder out) {
    md5.update(text.bytes(), text.start(), text.length());
    for (byte b : md5.digest()) {
      out.add(DIGITS[(b >> 4) & 15]).add(DIGITS[b & 15]);
    }
  }

  static void sha256(Text text, ByteBuilder out) {
    out.ensure(Sha256.HEX);
    out.length(Sha256.ofThread().hexInto(text, out.bytes(), out.length()));
  }

  static void lower(Text hex, ByteBuilder out) {
    out.ensure(hex.length());
    out.length(Sha256.lowerHexInto(hex, out.bytes(), out.length()));
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException cannotBe) {
      throw new IllegalStateException("every Java platform has MD5", cannotBe);
    }
  }
}
