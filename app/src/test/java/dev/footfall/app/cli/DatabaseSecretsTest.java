package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.proof.Operator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What drivers say of a database that cannot be reached gives away no password. */
class DatabaseSecretsTest {
  private static final String PASSWORD = "geheimwort-9Xq";
  private static final String PROJECT =
      """
      %s
      sources:
        wh: { type: jdbc, url: "${env:DB_URL}", user: me, password: "${env:DB_PASSWORD}" }
      destinations:
        parcels: { type: parcel-post, credential: post, settings: { depot_id: 1 } }
      credentials:
        post: { access_token: "${env:TOKEN}" }
      orchestrations:
        daily: { source: wh, query: queries/q.sql, destination: parcels, dialect: native }
      """;
  private static final String SHARED =
      """
      store:
        type: postgres
        url: "${env:DB_URL}"
        user: me
        password: "${env:DB_PASSWORD}"
        secret: "${env:SECRET}"
      """;

  /** Without a slash behind the host the driver logs the whole address. */
  private static final String LOGGED = "jdbc:postgresql://me:" + PASSWORD + "@127.0.0.1:1";

  @TempDir Path folder;
  private Typed typed;

  private static Map<String, String> environment(String url) {
    return Map.of("DB_URL", url, "DB_PASSWORD", PASSWORD, "TOKEN", "t", "SECRET", "a1".repeat(32));
  }

  @BeforeEach
  void project() {
    typed = Typed.in(folder).write("queries/q.sql", "SELECT 1 AS em, '2026-11-20' AS timestamp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/brand?password=" + PASSWORD,
        "jdbc:postgresql://127.0.0.1:1/brand?sslpassword=" + PASSWORD + "&user=me",
        "jdbc:postgresql://me:" + PASSWORD + "@127.0.0.1:1/brand",
        "jdbc:postgresql://127.0.0.1:port/brand?password=" + PASSWORD,
        "jdbc:oracle:thin:me/" + PASSWORD + "@127.0.0.1:1:brand",
        "jdbc:sqlserver://127.0.0.1:1;user=me;password=" + PASSWORD,
        "jdbc:nosuch://127.0.0.1:1/brand?password=" + PASSWORD,
        "postgres://me:" + PASSWORD + "@127.0.0.1:1/brand"
      })
  void neither_a_source_nor_a_store_prints_it(String url) {
    typed.with(environment(url));
    for (String store : new String[] {"", SHARED}) {
      typed.write("footfall.yaml", PROJECT.formatted(store));
      for (String[] words :
          new String[][] {{"validate", "-v"}, {"query", "q", "-v"}, {"run", "daily", "-v"}}) {
        Typed.Answer answer = typed.type(words);
        assertThat(answer.code()).as("%s %s%s", url, answer.err(), answer.out()).isBetween(1, 4);
        assertThat(answer.err() + answer.out()).doesNotContain(PASSWORD);
      }
    }
  }

  @Test
  void what_a_driver_logs_goes_nowhere() throws Exception {
    typed.write(
        "footfall.yaml",
        PROJECT
            .replace("type: parcel-post", "type: braze")
            .replace("%s", "")
            .replace("depot_id: 1", ""));
    try (Operator operator =
        Operator.in(folder, folder.resolve("tmp"), environment(LOGGED), List.of())) {
      assertThat(operator.type("query", "q", "-v").code()).isEqualTo(1);
      assertThat(operator.everything()).doesNotContain(PASSWORD, "WARNING", "org.postgresql");
    }
  }
}
