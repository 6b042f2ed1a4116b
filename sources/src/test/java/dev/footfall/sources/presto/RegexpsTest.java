package dev.footfall.sources.presto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sources.presto.regex.Re2;
import dev.footfall.sources.presto.regex.Regexp;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/** Where RE2 stands in for Presto's regular expressions, both give the same. */
class RegexpsTest {

  private static Connection duck;

  @BeforeContainer
  static void open() throws Exception {
    duck = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterContainer
  static void close() throws Exception {
    duck.close();
  }

  @Property(tries = 600)
  void re2_replaces_as_presto_does(@ForAll("patterns") String pattern, @ForAll("texts") String text)
      throws Exception {
    var re2 = Re2.of(pattern);
    var regexp = Regexp.compile(pattern);
    if (re2.isEmpty() || regexp.isEmpty() || re2.get().matchesEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        duck.prepareStatement("SELECT regexp_replace(?, ?, '<\\0>', 'g')")) {
      statement.setString(1, text);
      statement.setString(2, re2.get().text());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        assertThat(result.getString(1)).isEqualTo(regexp.get().replace(text, "<$0>"));
      }
    }
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
            "a",
            "b",
            "\\d",
            "\\s",
            "\\w",
            "\\D",
            "\\W",
            "\\S",
            ".",
            "[ab]",
            "[^a\\d]",
            "[\\s-]",
            "[$\\D\\s]",
            "[a-c_.]",
            "(a)",
            "(?:b|1)",
            "+",
            "*",
            "?",
            "{2}",
            "|",
            "(",
            ")",
            "\\.",
            "\\+",
            "^",
            "-",
            "é",
            "[*@/.,-_]",
            "+?",
            "[^a]",
            "\\-",
            "@")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab1 -_.é\n\t\u000b+@*^$\u00a0\u0663ßB")
        .ofMinLength(0)
        .ofMaxLength(12);
  }

  @Test
  void look_around_and_back_references_are_left_to_java() {
    for (String pattern :
        new String[] {"a(?=b)", "(?<!a)b", "(a)\\1", "\\bword", "a++", "x$", "[a&&b]"}) {
      assertThat(Re2.of(pattern)).as(pattern).isEmpty();
    }
  }
}
