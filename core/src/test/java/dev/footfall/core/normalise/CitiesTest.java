package dev.footfall.core.normalise;

import org.junit.jupiter.api.Test;

class CitiesTest {
  @Test
  void city_of_letters_loses_punctuation_spaces_and_numbers() {
    Rule rule = Rule.of(Cities.letters());
    rule.gives(
        "newyork", "350c754ba4d38897693aa077ef43072a859d23f613443133fecbbd90a3512ca5", "New York");
    rule.gives(
        "stlouis", "8ba24bdf99947996f3000259be455de791b06fcc0e802ce05031030df1ee8ea3", "St. Louis");
    rule.gives(
        "sãopaulo",
        "3eda1428ae1aece064071f8d40f08fe2bc59ffa66c171a163caf15122ec4d7f0",
        "São Paulo");
    rule.gives(
        "washingtondc",
        "911fa18df8b2a4ff2652c32a0efa25516115d6fb0170849a41f38113e5371fe0",
        "Washington, D.C.");
    rule.gives(
        "palms", "060411b10824d28b295acf683dfe283632f9faba5397ed6b6e7fd8da378c9635", "29 Palms");
    rule.gives("東京", "130016b2599bf7e5978cae78e528c67f29aa47eaa2490ffedd729df334a2790c", "東京");
    rule.refuses("29", "...", "");
  }

  @Test
  void city_of_letters_and_digits_keeps_accents() {
    Rule rule = Rule.of(Cities.lettersAndDigits());
    rule.gives(
        "seattle", "3151a8f227c0e11fd9a7fd1aa24ebfee734503dea095c22c3b2fae09d62eeb25", "Seattle");
    rule.gives(
        "newyork", "350c754ba4d38897693aa077ef43072a859d23f613443133fecbbd90a3512ca5", "New York");
    rule.gives(
        "stjohns",
        "2019e98e51ffecdc3bfa8879524f5c7b8553b94a8bbb0d5fad3649f627dc0dba",
        "St. John's");
    rule.gives(
        "saintétienne",
        "bb35a91d6f2bd7ba807fdd240cc838bdd3b20fe1a6fdedba60d941fbe8d5c10f",
        "Saint-Étienne");
    rule.gives("łódź", "61b87354d033f18b308cac39fd5a3d957b3d8591155bbe953a1ef6a20a4c8503", "Łódź");
  }
}
