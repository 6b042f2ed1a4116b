package dev.footfall.core.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmailsTest {
  private static final String HASH =
      "7120F4ACC1E8FBFE9733AA58F7459CBCE70D7BD46A1E17974C2F896EFEB36EAE";

  private final Rule ascii = Rule.of(Emails.ascii());
  private final Rule general = Rule.of(Emails.general());
  private final Rule simple = Rule.of(Emails.simple());
  private final Rule google = Rule.of(Emails.withoutGoogleTags());
  private final Rule uid2 = Rule.of(Emails.uid2());
  private final Rule deliverable = Rule.of(Emails.deliverable());

  @Test
  void ascii_address_is_lower_cased_and_keeps_dots_and_tag() {
    ascii.gives(
        "john_smith@gmail.com",
        "62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f",
        "John_Smith@gmail.com");
    ascii.gives(
        "ada.lovelace+vip@gmail.com",
        "7120f4acc1e8fbfe9733aa58f7459cbce70d7bd46a1e17974c2f896efeb36eae",
        " Ada.Lovelace+Vip@Gmail.COM ");
    ascii.gives(
        "ada.lovelace@example.co.uk",
        "07abde03bc75573059154095cd45e2a3d73caadedb93a63a8e2c8cf3f926046a",
        "ada.lovelace@example.co.uk");
    ascii.gives(
        "mona@example.org",
        "59df81e4d711e985d235470287e879d9095a544de9b528ec73de4000887d562d",
        "\u00A0mona@example.org\u200B");
  }

  @Test
  void ascii_rule_refuses_what_is_not_one_plain_address() {
    ascii.refuses("JOSÉ@example.com", "ada @example.com", "ada@localhost", "n/a", "");
    ascii.refuses("a@b.com;c@d.com", "a@-b.com", "a@b-.com", "a@b..com", "a@b.c1", "@b.com", "a@");
    ascii.refuses("x".repeat(250) + "@b.com");
    assertThat(ascii.of("x".repeat(248) + "@b.com")).isPresent();
  }

  @Test
  void general_address_may_be_in_any_script() {
    general.gives(
        "alice_abc@gmail.com",
        "848a771458438fc2ec420560d769fb9b9b86851ee338ec56517baabd79d3bb4f",
        " ALICE_abc@gmail.com ");
    general.gives(
        "dana.kim+vip@example.com",
        "25ceeb072ff3db8e3c34745d512de1e1ba430f34419118960b0753aab64ea416",
        " Dana.Kim+VIP@Example.COM ");
    general.gives(
        "danakim@example.com",
        "496d97a85ea9f0eb865a7f8610154626686e5dc1a7f7dbadb4dca1a02f97e953",
        "DANAKIM@example.com");
    general.gives(
        "o'brien@example.ie",
        "e26868db901d80db302fd874cb1ec46b84bff238584179ec598ce23f423e91b3",
        "O'Brien@Example.ie");
    general.gives(
        "josé.núñez@correo.es",
        "9c924d5c8baeb07a97cefeb599a27e7705e81685f60f8040c25fe8878ceabe08",
        "JOSÉ.Núñez@correo.es");
    general.gives(
        "pat@example.org",
        "80254a4ba6a41c36e4d75788f712f37b378eb6c0989c2e5ea061436464143c4f",
        "\u00A0pat@example.org\u00A0");
    general.refuses(
        "email", "jane doe@example.com", "jane@@example.com", "jane@example", "\"J\" <j@e.com>");
  }

  @Test
  void simple_address_loses_mailto() {
    simple.gives(
        "person@example.com",
        "542d240129883c019e106e3b1b2d3f3cb3537c43c425364de8e951d5a3083345",
        "Person@Example.com",
        "mailto:Person@Example.com");
    simple.gives(
        "ava.stone+x@gmail.com",
        "525252913677c532bc5d3003d501be46881e40dccded8ce0ba7c2df08ba23b0b",
        "ava.stone+x@gmail.com");
    simple.gives(
        "jörg@bücher.example",
        "ac740d2d12fbac869cdcb7b9d97a0abb131a2fcf19a3fdb98df2990082106bb6",
        "JÖRG@BÜCHER.example");
    simple.refuses("ava stone@example.com", "ava@example", "ava@home@example.com", "null");
  }

  @Test
  void google_address_loses_white_space_and_gmail_dots_and_tags() {
    google.gives(
        "alexz@example.com",
        "509e933019bb285a134a9334b8bb679dff79d0ce023d529af4bd744d47b4fd8a",
        "  ALEXZ@example.com   ");
    google.gives(
        "adalovelace@gmail.com",
        "cd98a25152ad884b29e524ea5d3d8d35615ed0afbbc5ea3a6d4215572b0b2bde",
        " Ada.Lovelace+Vip@Gmail.COM ");
    google.gives(
        "alex2@gmail.com",
        "3663dbed96fe29729d2e1ba646b09559bb3dec9c73124bb70a3bea135ee5546b",
        "alex.2+myalias@gmail.com");
    google.gives(
        "jeffersonloveshiking@googlemail.com",
        "2824967181c781aced84c32bf8bb51fc6401202eeff88263776f63c99df9314c",
        "j.e.f..ferson.Loves.hiking@googlemail.com");
    google.gives(
        "user.name+nyc@example.com",
        "f109a2a632fbcea5fc82049f50beed3d8621bf9034399f437fb622222acccdac",
        "user.name+NYC@Example.com");
    google.gives(
        "ada@example.com",
        "b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72",
        "ada @example.com");
    google.gives(
        "a.b@gmail.com.br",
        "86ac46d7c90ffe3f79d07efa11ed3b669c539b95930a3f3a26484c56d332f95d",
        "a.b@gmail.com.br");
    google.refuses("+@gmail.com", "...@gmail.com", "quinn", "@example.com", "");
  }

  @Test
  void uid2_address_is_what_the_operator_makes_of_it() {
    uid2.gives(
        "user@example.com",
        "b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514",
        "  User@Example.com ",
        "user@example.com\t");
    uid2.gives(
        "janedoe@gmail.com",
        "d6117306485ed0e50afab3ac871e98f81699151f30281527d63ff5f233656c69",
        "Jane.Doe@gmail.com",
        "JANE.DOE+x@GMAIL.COM");
    uid2.gives(
        "jane.doe+promo@example.com",
        "c3374bcfe3572e09f37602e0e179782352c5e117a4a3767824abbaa21bbdef8b",
        "jane.doe+promo@example.com");
    uid2.gives(
        "jane.doe@googlemail.com",
        "9c2764e1af636435a4bcf2a98733aeb0e027d6e78855043310150e99d73d3440",
        "jane.doe@googlemail.com");
    uid2.gives(
        "janedoe@example.com",
        "c4d25e9c90ff23e9145397bc6fbd5385ca5fbe78211222ccbecd0b369ebb19a6",
        "jane doe@example.com");
    uid2.gives(
        "jÖrg@example.com",
        "2ae93fca3c33a9a473806b6e2d8db2ed778fd0dc4c76b2400f5ac80c28540624",
        "JÖRG@EXAMPLE.COM");
    uid2.refuses("no-at-sign", "a@b@c.com", "@example.com", "jane@", "+tag@gmail.com");
    uid2.refuses("...@gmail.com", "jane@localhost", "jane@exam ple.com");
  }

  @Test
  void deliverable_address_has_an_ascii_domain_and_a_sound_local_part() {
    assertThat(deliverable.of(" Jane.Doe+VIP@Example.COM ")).contains("jane.doe+vip@example.com");
    assertThat(deliverable.of("jorg@bücher.example")).contains("jorg@xn--bcher-kva.example");
    deliverable.refuses("jörg@example.com", ".a@b.com", "a.@b.com", "a..b@c.com", "a@b", HASH);
    deliverable.refuses("x".repeat(65) + "@b.com", "a@" + "b".repeat(64) + ".com");
    assertThat(deliverable.of("x".repeat(64) + "@" + "b".repeat(63) + ".com")).isPresent();
  }

  @Test
  void plain_addresses_take_the_quick_way() {
    assertThat(ascii.isQuickFor("Ada.Lovelace+Vip@mail.Example.co.uk")).isTrue();
    assertThat(google.isQuickFor("Ada.Lovelace+Vip@gmail.com")).isTrue();
    assertThat(deliverable.isQuickFor("Ada.Lovelace+Vip@gmail.com")).isTrue();
  }
}
