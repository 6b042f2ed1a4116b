package dev.footfall.core.normalise;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.source.Text;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Sha256Test {
  private static final String HEX =
      "7120F4ACC1E8FBFE9733AA58F7459CBCE70D7BD46A1E17974C2F896EFEB36EAE";

  @Property
  void hash_is_that_of_the_platform(@ForAll byte[] bytes) throws Exception {
    byte[] out = new byte[70];
    int end = Sha256.ofThread().hexInto(bytes, bytes.length, out, 3);
    byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(end).isEqualTo(67);
    assertThat(new String(out, 3, 64, US_ASCII)).isEqualTo(HexFormat.of().formatHex(expected));
    assertThat(Sha256.ofThread().rawInto(bytes, bytes.length, out, 0)).isEqualTo(32);
    assertThat(out).startsWith(expected);
  }

  @Test
  void exactly_64_hex_digits_are_a_hash_already() {
    assertThat(Sha256.isHex64(Text.of(HEX))).isTrue();
    assertThat(Sha256.isHex64(Text.of(" " + HEX + " ").trim())).isTrue();
    assertThat(Sha256.isHex64(Text.of(HEX.substring(1)))).isFalse();
    assertThat(Sha256.isHex64(Text.of(HEX + "0"))).isFalse();
    assertThat(Sha256.isHex64(Text.of("g" + HEX.substring(1)))).isFalse();
    assertThat(Sha256.isHex64(Text.of("é" + HEX.substring(2)))).isFalse();
  }

  @Test
  void hash_is_passed_on_in_lower_case() {
    byte[] out = new byte[64];
    assertThat(Sha256.lowerHexInto(Text.of(HEX), out, 0)).isEqualTo(64);
    assertThat(new String(out, US_ASCII)).isEqualTo(HEX.toLowerCase(Locale.ROOT));
  }
}
