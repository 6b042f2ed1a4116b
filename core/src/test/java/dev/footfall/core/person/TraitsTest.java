package dev.footfall.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person is found however a source writes what they are known by. */
class TraitsTest {
  private static final Subject AMERICAN = new Subject("us", "US", LocalDate.EPOCH);

  private final Traits traits = new Traits(KeyDigest.unkeyed());

  private boolean finds(Trait trait, String sought, String cell) {
    return traits.sought(trait, sought).contains(traits.of(trait, Text.of(cell).trim(), AMERICAN));
  }

  private static String sha256(String text) {
    byte[] hex = new byte[Sha256.HEX];
    Sha256.ofThread().hexInto(Text.of(text), hex, 0);
    return new String(hex, StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, Jane@Example.com, ' JANE@example.COM '",
    "EMAIL, jane@example.com, mailto:jane@example.com",
    "EMAIL, jane.doe+x@gmail.com, janedoe@gmail.com",
    "EMAIL, janedoe@googlemail.com, JaneDoe+shop@googlemail.com",
    "PHONE, +1 206-555-0123, (206) 555-0123",
    "PHONE, 0012065550123, +12065550123",
    "PHONE, +44 20 7946 0123, +442079460123",
    "EXTERNAL_ID, C-1, ' C-1 '",
    "ORDER, ' ORD-1', ORD-1",
  })
  void a_plain_value_is_found_as_people_and_tills_write_it(
      Trait trait, String sought, String cell) {
    assertThat(finds(trait, sought, cell)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, jane@example.com, jane+x@example.com",
    "EMAIL, jane@example.com, joe@example.com",
    "PHONE, +12065550123, +12065550124",
    "EXTERNAL_ID, C-1, c-1",
    "ORDER, ORD-1, ord-1",
  })
  void somebody_else_is_not_found(Trait trait, String sought, String cell) {
    assertThat(finds(trait, sought, cell)).isFalse();
  }

  @Test
  void without_a_region_only_international_numbers_are_somebodys() {
    Subject nowhere = new Subject("", "", LocalDate.EPOCH);
    Set<LedgerKey> jane = traits.sought(Trait.PHONE, "+12065550123");
    assertThat(jane).contains(traits.of(Trait.PHONE, Text.of("+1 206 555 0123"), nowhere));
    assertThat(jane).doesNotContain(traits.of(Trait.PHONE, Text.of("(206) 555-0123"), nowhere));
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, Jane.Doe@gmail.com, jane.doe@gmail.com",
    "EMAIL, Jane.Doe@gmail.com, janedoe@gmail.com",
    "PHONE, +1 (206) 555-0123, 12065550123",
    "PHONE, +1 (206) 555-0123, +12065550123",
    "EXTERNAL_ID, C 1, c1",
    "EXTERNAL_ID, C-1, C-1",
  })
  void a_hash_of_any_usual_form_is_found_by_the_plain_value(
      Trait trait, String sought, String hashed) {
    String hex = sha256(hashed);
    assertThat(finds(trait, sought, hex)).isTrue();
    assertThat(finds(trait, sought, hex.toUpperCase(Locale.ROOT))).isTrue();
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    assertThat(finds(trait, sought, base64)).isTrue();
    assertThat(finds(trait, hex, hex)).isTrue();
  }

  @Test
  void a_plain_cell_is_found_by_its_hash() {
    assertThat(finds(Trait.EMAIL, sha256("jane@example.com"), "Jane@example.com")).isTrue();
    assertThat(finds(Trait.PHONE, sha256("12065550123"), "206 555 0123")).isTrue();
  }

  @Test
  void the_same_text_is_another_trait_elsewhere() {
    assertThat(traits.sought(Trait.ORDER, "1001"))
        .doesNotContainAnyElementsOf(traits.sought(Trait.EXTERNAL_ID, "1001"));
  }

  @Test
  void what_is_no_such_trait_is_sought_nowhere() {
    assertThat(traits.sought(Trait.EMAIL, "jane")).isEmpty();
    assertThat(traits.sought(Trait.PHONE, "206 555 0123")).isEmpty();
    assertThat(traits.sought(Trait.EXTERNAL_ID, " ")).isEmpty();
  }
}
