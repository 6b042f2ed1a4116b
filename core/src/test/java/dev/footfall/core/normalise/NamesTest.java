package dev.footfall.core.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
  private static final String MARY_ANN =
      "343b97011010c3549fe7fcd6c226ed9431ea37b0b77ed78f6300a0098925faf1";
  private static final String JOSE =
      "d994e1d001886fe5b45b1267bd1fa2b752ac50742579bd3dad7b2a2aa0ed6866";
  private static final String VAN_DER_BERG =
      "a6fe68a719fbd8e4466cb6992d9a64dd1f6837e26dfc5a024f1393f51d3737c0";

  @Test
  void name_without_punctuation_keeps_accents_and_single_spaces() {
    Rule rule = Rule.of(Names.withoutPunctuation());
    rule.gives("mary", "6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec", "Mary");
    rule.gives(
        "valéry", "08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c", "Valéry");
    rule.gives("정", "8fa8cd9c440be61d0151429310034083132b35975c4bea67fdd74158eb51db14", "정");
    rule.gives(
        "obrien",
        "b4cb6cb33fe4b865868de825023a1e2790dc12ac01ecc8d7c5afe8254071c8ba",
        "O'Brien",
        "O’Brien");
    rule.gives(
        "jeanluc", "7fef38066db9900f992fa9926eea8cc648f44c2af50c4d511c415422196c8ef5", "Jean-Luc");
    rule.gives("mary ann", MARY_ANN, "  Mary  Ann ", "Mary - Ann", "-Mary\tAnn");
    rule.gives("josé", JOSE, "José", "Jose\u0301", "JOSÉ");
    rule.gives(
        "straße", "787f4770613d3824cbc89b6d5da90a123e41b07b90b45ea3738c216b14616140", "Straße");
    rule.gives("van der berg", VAN_DER_BERG, "van der Berg");
    rule.refuses("---", "", "- -", "\u20AC", "Jo\uFFFDn");
  }

  @Test
  void name_with_punctuation_is_lower_cased_and_its_spaces_collapsed() {
    Rule rule = Rule.of(Names.withPunctuation());
    rule.gives(
        "dana", "2c9e0a2585dc7406589a3724f0027811506e0f133726303a15d6779d532a2573", " Dana ");
    rule.gives("mary ann", MARY_ANN, "Mary  Ann");
    rule.gives(
        "jean-luc", "541459444b713dcbea4a267a8135219e7b6aadf83437691eb4ad6d72dfaba804", "Jean-Luc");
    rule.gives("josé", JOSE, "JOSÉ", "JOSE\u0301");
    rule.gives(
        "o'brien", "65b87174be3b1b122e2b0929f0b84888637d31a4a83bb96a860bcff411f5e668", "O'Brien");
    rule.gives("van der berg", VAN_DER_BERG, "Van der Berg");
    rule.gives(
        "müller", "2dbd218072117713f2d5996a726a9b216ed791ffd0783b6ba4ab6d61b8333192", "Müller");
  }

  @Test
  void name_of_letters_and_digits_has_no_spaces() {
    Rule rule = Rule.of(Names.lettersAndDigits());
    rule.gives("josé", JOSE, "José", "Jose\u0301");
    rule.gives(
        "ostonereyes",
        "5a8899099f6c9945c4a206d3e039b60a24ae61d12722e5af0194c3d247966dc7",
        "O'Stone-Reyes");
    rule.gives(
        "maryann", "16b3f07f0ec2f9dd127b71dc2e6c791b7d93116a1c3bc99d057eaa7a8a077e73", "Mary Ann");
    rule.gives("李", "c16667ca7839a011a548628372ac24f56500a68088eac17e3e7ee6edf9c54125", "李");
  }

  @Test
  void given_name_loses_its_title() {
    Rule rule = Rule.of(Names.withoutTitle());
    rule.gives(
        "ada", "fdee430d40bd57deeac186cd9790033d0f06f909a8806e7ce6e717ab7c7d5029", " Mrs. Ada   ");
    rule.gives(
        "obrien", "b4cb6cb33fe4b865868de825023a1e2790dc12ac01ecc8d7c5afe8254071c8ba", "O'Brien");
    assertThat(rule.of("Ada Dr.")).contains("ada");
    assertThat(rule.of("Mr.Ada")).contains("mrada");
  }

  @Test
  void surname_loses_its_suffixes() {
    Rule rule = Rule.of(Names.withoutSuffix());
    rule.gives(
        "quinn",
        "c512ca0c5c1e71be19f3356821e56732b5fb3ac894b0dbc5846d0b6920106fb3",
        "quinn, jr., dds");
    rule.gives(
        "quinnalex",
        "1eb45891d7f84b0df73fd8dbbcf86cfaa87e521553b5fcb30cc9e78d8130dbe2",
        "Quinn-Alex");
    rule.gives(
        "valéry", "08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c", "Valéry");
    rule.gives(
        "boardds", "ed2ce2a4fb1081fcf78fb168f1b7ddd1fa60e5b148b16e58c52ddc668e0b5e8a", "Boardds");
    rule.refuses(", Jr. ");
  }
}
