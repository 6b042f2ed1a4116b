package dev.footfall.core.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmallRulesTest {
  @Test
  void gender_is_m_or_f() {
    Rule rule = Rule.of(Genders.maleFemaleAbbreviated());
    rule.gives(
        "m", "62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a", "M", "Male");
    rule.gives(
        "f",
        "252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111",
        " female ",
        "F.",
        "woman");
    rule.refuses("non-binary", "U", "", "F..", "unknown", "X");
    Rule.of(Genders.maleFemale()).refuses("F.", "X");
  }

  @Test
  void gender_may_be_neutral() {
    Rule rule = Rule.of(Genders.maleFemaleNeutral());
    rule.gives(
        "n",
        "1b16b1df538ba12dc3f97edbb85caa7050d46c148134290feba80f8236c83db9",
        "Non-Binary",
        "X",
        "non binary");
    rule.refuses("unknown", "F.");
    Rule profile = Rule.of(Genders.profile());
    assertThat(profile.of("Female")).contains("F");
    assertThat(profile.of("n/a")).contains("N");
    assertThat(profile.of("Prefer not to say")).contains("P");
    assertThat(profile.of("non-binary")).contains("O");
    profile.refuses("unknown", "u");
  }

  @Test
  void mobile_ad_id_is_a_uuid_that_is_not_all_zeros() {
    Rule rule = Rule.of(MobileAdIds.uuid());
    rule.gives(
        "aece52e7-03ee-455a-b3c4-e57283966239",
        "e6a11334660bb4c2d68090399aaf9d80b433a569b993c5e32e6cad9bcf550e11",
        "AECE52E7-03EE-455A-B3C4-E57283966239");
    rule.refuses("00000000-0000-0000-0000-000000000000", "aece52e703ee455ab3c4e57283966239");
    rule.refuses("gece52e7-03ee-455a-b3c4-e57283966239", "aece52e7-03ee-455a-b3c4e-57283966239");
    rule.refuses("\uFF41ece52e7-03ee-455a-b3c4-e57283966239");
  }

  @Test
  void external_id_is_trimmed_and_keeps_its_case() {
    Rule rule = Rule.of(ExternalIds.asWritten());
    rule.gives(
        "amp-7F3C91",
        "7d9c38cc9edb8561b160993a4fd0616e37d4043479fb14337a4dd70d2eddf841",
        "amp-7F3C91",
        " amp-7F3C91 ");
    rule.gives(
        "AMP-7f3c91",
        "6a2d190795f470e515f822a4795382aab0fc45226fb1866158dc02c17559c7ab",
        "AMP-7f3c91");
    rule.gives(
        "C-000917",
        "3120e152839d5195e740273ace846638968d13b4f89f0ab5744ef68dde4188df",
        " C-000917 ");
    rule.refuses("a\uFFFDb");
    assertThat(Rule.of(ExternalIds.lowerCaseWithoutSpace()).of("C 00A\u00A07")).contains("c00a7");
  }

  @Test
  void text_becomes_one_line() {
    Rule rule = Rule.of(PlainText.oneLine());
    assertThat(rule.of(" Blue\r\nshirt ")).contains("Blue shirt");
    assertThat(rule.of("Blue\tshirt\u0000")).contains("Blue shirt");
    assertThat(rule.of("Blue  shirt, café")).contains("Blue  shirt, café");
    assertThat(rule.of("a\u2028b\u0085c")).contains("a b c");
    assertThat(rule.of("x".repeat(5000))).contains("x".repeat(5000));
    rule.refuses("\u0000\u0001", "");
  }

  @Test
  void digits_are_kept_as_written_or_as_a_whole_number() {
    Rule rule = Rule.of(Digits.atMost(20));
    assertThat(rule.of("00123")).contains("00123");
    rule.refuses("1.0", "-1", "123456789012345678901", "１２");
    Rule integer = Rule.of(Digits.integer());
    assertThat(integer.of("00123")).contains("123");
    assertThat(integer.of("0")).contains("0");
    assertThat(integer.of("000")).contains("0");
    integer.refuses("1e3", "1234567890123456789");
  }

  @Test
  void url_is_absolute_with_a_host() {
    Rule rule = Rule.of(Urls.absolute());
    for (String url :
        new String[] {
          "https://shop.example/a?b=c#d",
          "HTTP://shop.example:8080",
          "https://[2001:db8::1]/x",
          "https://bücher.example/ä"
        }) {
      assertThat(rule.of(url)).as(url).contains(url);
    }
    rule.refuses(
        "shop.example", "/a", "ftp://shop.example", "https://", "https:///a", "http://a b");
    rule.refuses("https://?x", "https://:80/", "javascript:alert(1)", "https://user@/x");
  }

  @Test
  void ip_address_is_a_literal() {
    Rule rule = Rule.of(IpAddresses.asWritten());
    for (String ip :
        new String[] {"203.0.113.7", "0.0.0.0", "2001:DB8::1", "::", "::ffff:1.2.3.4", "1::"}) {
      assertThat(rule.of(ip)).as(ip).contains(ip);
    }
    rule.refuses(
        "256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "a.b.c.d", "1.2.3.4/8", "fe80::1%en0");
    rule.refuses(
        ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "localhost", ":1");
    rule.refuses("1.2.3.4::", "::1.2.3");
    Rule canonical = Rule.of(IpAddresses.canonical());
    assertThat(canonical.of("2001:0DB8:0:0:1:0:0:1")).contains("2001:db8::1:0:0:1");
    assertThat(canonical.of("0:0:0:0:0:0:0:0")).contains("::");
    assertThat(canonical.of("2001:db8:0:1:1:1:1:1")).contains("2001:db8:0:1:1:1:1:1");
    assertThat(canonical.of("::FFFF:1.2.3.4")).contains("::ffff:1.2.3.4");
    assertThat(canonical.of("fe80:0:0:0:0:0:0:1")).contains("fe80::1");
    Rule open = Rule.of(IpAddresses.publicOnly());
    assertThat(open.of("8.8.8.8")).contains("8.8.8.8");
    assertThat(open.of("2a00:1450::1")).contains("2a00:1450::1");
    open.refuses("10.1.2.3", "192.168.0.1", "172.16.0.1", "127.0.0.1", "::1", "fe80::1", "fd00::1");
  }

  @Test
  void json_array_gives_its_elements() {
    assertThat(JsonArrays.elements("[]")).contains(List.of());
    assertThat(JsonArrays.elements(" [ \"a@b.com\" , \"c\\u00e9\\n\\\"\" ] "))
        .contains(List.of("a@b.com", "cé\n\""));
    assertThat(JsonArrays.elements("[1, 2.5, true, null, \"x\"]"))
        .contains(List.of("1", "2.5", "true", "x"));
    assertThat(JsonArrays.elements("[[1,\"]\"],{\"a\":[2]}]"))
        .contains(List.of("[1,\"]\"]", "{\"a\":[2]}"));
    for (String other :
        new String[] {
          "",
          "[",
          "]",
          "a",
          "[a]",
          "[1,]",
          "[,1]",
          "[1 2]",
          "[\"a]",
          "[1]]",
          "{}",
          "[01]",
          "[\"\\x\"]",
          "[[1]"
        }) {
      assertThat(JsonArrays.elements(other)).as(other).isEmpty();
    }
  }
}
