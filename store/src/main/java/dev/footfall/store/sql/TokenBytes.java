package dev.footfall.store.sql;

import dev.footfall.core.credential.Secret;
import dev.footfall.core.credential.StoredTokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens as the bytes that are sealed: origin, expiry in milliseconds (0 for none), fields. */
final class TokenBytes {
  private TokenBytes() {}

  static byte[] write(StoredTokens tokens) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writeText(out, tokens.origin());
      out.writeLong(tokens.expiresAt().map(Instant::toEpochMilli).orElse(0L));
      out.writeInt(tokens.fields().size());
      for (Map.Entry<String, Secret> field : tokens.fields().entrySet()) {
        writeText(out, field.getKey());
        writeText(out, field.getValue().reveal());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static StoredTokens read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String origin = readText(in);
      long expiresAt = in.readLong();
      Map<String, Secret> fields = new HashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        fields.put(readText(in), Secret.of(readText(in)));
      }
      Optional<Instant> expiry =
          expiresAt == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expiresAt));
      return new StoredTokens(fields, expiry, origin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
