package dev.footfall.core.normalise;

import static dev.footfall.core.normalise.Phones.Form.DIGITS;
import static dev.footfall.core.normalise.Phones.Form.WITH_PLUS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhonesTest {
  private final Rule lenient = Rule.of(Phones.lenient(DIGITS));
  private final Rule strict = Rule.of(Phones.strict(WITH_PLUS));
  private final Rule asParsed = Rule.of(Phones.asParsed(DIGITS));

  @Test
  void lenient_rule_reads_north_american_numbers() {
    lenient.gives(
        "16505551212",
        "e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176",
        "(650)555-1212",
        "650.555.1212",
        "1-650-555-1212",
        "+1 650 555 1212",
        "001 650 555 1212",
        "650-555-1212 ext. 89",
        "１６５０５５５１２１２");
    lenient.gives(
        "18003569377",
        "db6440f538278fe6d6f67bd7877659a1e5f176ccde650dbdcaddec097f1af152",
        "1-800-FLOWERS");
  }

  @Test
  void lenient_rule_reads_numbers_of_other_countries() {
    String london = "35e206e5dec4c89b9e8b71b8c32724a5bb518483ac5a20c6617d738375b3b823";
    lenient.gives("442079460958", london, "011 44 20 7946 0958", "+44 (0)20 7946 0958");
    lenient.in("gb").gives("442079460958", london, "020 7946 0958");
    String mobile = "033134b911b137918338415ee3d20a064b24773d36a3b02e8b99fdd3fcd6b4cd";
    lenient.in("gb").gives("447700900123", mobile, "07700 900123", "00447700900123");
    lenient.gives("447700900123", mobile, "447700900123");
    lenient
        .in("de")
        .gives(
            "4930901820",
            "c03f76216358b07b09a300613908002987efc1ae9a2ef2a85d57d5a971bf821a",
            "030 901820",
            "+49 (0) 30 901820");
    lenient
        .in("it")
        .gives(
            "390669812345",
            "565b5cbe0360af247fe3675aec035a42631ec56e99679a2aa091d9cdeddee7bb",
            "06 698 12345");
    lenient
        .in("fr")
        .gives(
            "33612345678",
            "8a3e7886c9335e82e02299fa3e87b46e2de3b0c63d56003e30a5029394a47661",
            "06 12 34 56 78");
    lenient
        .in("jp")
        .gives(
            "81312345678",
            "62c407a403882b2b8611b5e7771a63fb7883984e4e25393e1ae4d218f5514610",
            "03-1234-5678");
    lenient
        .in("in")
        .gives(
            "919876543210",
            "92b5072176e723878b5e06ff3ca61898e4eb74e8c46642a0f2db800b17364ab0",
            "098765 43210");
    lenient
        .in("mx")
        .gives(
            "525512345678",
            "8f9d0944329b5338c6fb86f293ceb39385b596254748dd3628ec62f55c334811",
            "+52 1 55 1234 5678");
  }

  @Test
  void lenient_rule_refuses_what_is_no_number() {
    lenient.refuses("555-1212", "12345", "000-000-0000", "n/a", "+", "+999123456789");
    lenient.refuses("1234567890123456789", "1".repeat(100_000));
  }

  @Test
  void strict_rule_reads_north_american_numbers() {
    strict.gives(
        "+12133734253",
        "9f7ec22d72092cd3c0b58726ed9c2d91b92e51a3f29837508fb2948bb22dd2fd",
        "(+1)2133734253",
        "12133734253");
    strict.gives(
        "+12065550123",
        "70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "(206) 555-0123",
        "206.555.0123",
        "+1 206 555 0123",
        "1-206-555-0123",
        "+112065550123",
        "206-555-0123 x45",
        "+12065550123;ext=9",
        "2065550123.0",
        "tel:+1-206-555-0123",
        "２０６５５５０１２３");
    strict.gives(
        "+15555555555",
        "910a625c4ba147b544e6bd2f267e130ae14c591b6ba9c25cb8573322dedbebd0",
        "+1 (555) 555-5555");
  }

  @Test
  void strict_rule_reads_numbers_of_other_countries() {
    String london = "f0bf0228144d9fe2bdf1da2d8ca698f17bf1410ee688b075c27062e47b6f0b6d";
    strict.gives(
        "+442079460958",
        london,
        "+44 (0)20 7946 0958",
        "0044 20 7946 0958",
        "011 44 20 7946 0958",
        "442079460958");
    strict.withDefaultRegion("GB").gives("+442079460958", london, "020 7946 0958");
    strict.gives(
        "+33123456789",
        "022a2d6f0a45a74fd127cffcc558e0486a29af66d29bb1964cc5b47a75d62a6a",
        "+33 1 23 45 67 89");
    strict
        .in("fr")
        .gives(
            "+33612345678",
            "42d573cfc315801d4cd8eddd5416b416a0bf298b9b9e12d6b07442c91db42bd8",
            "06 12 34 56 78");
    strict.gives(
        "+390669812345",
        "6a63cf8febcd7ccbf5b6dbfc27dc58c9247dfc86e4da4a66d574baaee5a3160b",
        "+39 06 698 12345");
    strict.gives(
        "+81312345678",
        "7d7350df0a907cf9cf79b40e32af0a5cc71886126b86babd1f2ccedd25d336c6",
        "+81 3-1234-5678");
    strict
        .in("au")
        .gives(
            "+61255501234",
            "091fbdac7f7670057f67c1c3f16aac3f9ef2c65129b552d8b2e62f47b2e95237",
            "(02) 5550 1234");
  }

  @Test
  void strict_rule_refuses_what_is_no_number() {
    strict.refuses("+1", "555-0123", "1234", "0000000000", "9999999999", "1234567890");
    strict.refuses("0612345678", "1-800-FLOWERS", "2.065550123E9", "unknown", "N/A");
    strict.refuses("+1234567890123456", "206-555-0123 / 206-555-0199", "call me", "12345");
    strict.refuses("106-555-0134", "+1 206 234 567");
  }

  @Test
  void strict_rule_writes_digits_where_a_platform_wants_no_plus() {
    Rule digits = Rule.of(Phones.strict(DIGITS));
    digits.gives(
        "12065550123",
        "f856915b04611d4e5006e4860d32727e3bbf55ef76ec7ad671bacf1710b64fb6",
        "(206) 555-0123",
        "+1 206.555.0123",
        "12065550123",
        "+112065550123",
        "206-555-0123 x45");
    digits.gives(
        "33123456789",
        "c473fbda80d42b39ba327f6a8b30fc64390255128a1b9d411179454bb58e5ec7",
        "+33 1 23 45 67 89");
  }

  @Test
  void strict_rule_serves_profiles_as_well() {
    assertThat(strict.of("1-206-555-0134 ext. 22")).contains("+12065550134");
    assertThat(strict.of("0012065550134")).contains("+12065550134");
    assertThat(strict.of("+1 (555) 123-4567")).contains("+15551234567");
    assertThat(strict.of("+353 85 012 3456")).contains("+353850123456");
    assertThat(strict.of("+12061234567")).contains("+12061234567");
    assertThat(strict.withDefaultRegion("IT").of("06 698 12345")).contains("+390669812345");
    assertThat(strict.withDefaultRegion("AU").of("0491 570 006")).contains("+61491570006");
  }

  @Test
  void parsed_rule_wants_area_and_exchange_code_from_2() {
    asParsed.gives(
        "448444124653",
        "dc008fda46e2e64002cf2f82a4906236282d431c4f75e5b60bfe79fc48546383",
        "+44 844 412 4653");
    asParsed.gives(
        "12065550142",
        "15744f8a860ed681abfd2d805ba9a8f6232095ceea9caf013a43647c7f053d83",
        "(206) 555-0142",
        "206.555.0142",
        "1-206-555-0142",
        "+1 (206) 555-0142",
        "tel:+1-206-555-0142",
        "206-555-0142 x12",
        "＋１２０６５５５０１４２");
    asParsed.gives(
        "5511912345678",
        "eeff2a7b3fdffa242c44700da8293d40c64a070956a3cdac36a4553dd4786704",
        "+55 (11) 91234-5678");
    asParsed.refuses("555-0142", "123", "n/a", "0000000000", "+1 123 456 7890", "9999999999");
    asParsed.refuses("020 7946 0958", "+1 206 155 0142");
  }

  @Test
  void plain_numbers_take_the_quick_way() {
    for (String plain :
        new String[] {"(206) 555-0123", "+1 206.555.0123", "1-206-555-0123", "+447700900123"}) {
      assertThat(strict.isQuickFor(plain)).as(plain).isTrue();
      assertThat(lenient.isQuickFor(plain)).as(plain).isTrue();
    }
    assertThat(strict.in("gb").isQuickFor("020 7946 0958")).isTrue();
    assertThat(strict.in("fr").isQuickFor("06 12 34 56 78")).isTrue();
    assertThat(strict.in("de").isQuickFor("030 901820")).isTrue();
    assertThat(strict.isQuickFor("206-555-0123 x45")).isFalse();
    assertThat(strict.isQuickFor("2065550123.0")).isFalse();
    assertThat(strict.isQuickFor("011 44 20 7946 0958")).isFalse();
  }
}
