package dev.footfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a project's file may say of where the project remembers. */
class StoreConfigTest extends ProjectTrial {
  private static final String SHARED =
      """
      store:
        type: postgres
        url: "jdbc:postgresql://db.example.com/footfall"
        user: footfall
        password: "${env:PG}"
        secret: "${file:secret.txt}"
      """;

  @Test
  void a_project_that_says_nothing_remembers_below_its_own_folder() {
    assertThat(read(SOUND).store()).isEqualTo(new StoreConfig.Embedded());
    assertThat(read("store:\n" + SOUND).store()).isEqualTo(new StoreConfig.Embedded());
    assertThat(read("store: { type: embedded }\n" + SOUND).orThrow().store())
        .isEqualTo(new StoreConfig.Embedded());
  }

  @Test
  void a_shared_store_needs_an_address_a_user_and_a_secret() {
    assertThat(read(SHARED + SOUND).orThrow().store()).isInstanceOf(StoreConfig.Postgres.class);
    assertThat(faults("store: { type: postgres }\n" + SOUND))
        .hasSize(3)
        .anyMatch(line -> line.contains("store lacks 'url'"))
        .anyMatch(line -> line.contains("store lacks 'user'"))
        .anyMatch(line -> line.contains("store lacks 'secret'"));
  }

  @Test
  void secrets_are_references_and_no_password_stands_in_the_address() {
    assertThat(faults(SHARED.replace("${env:PG}", "hunter2") + SOUND))
        .singleElement()
        .asString()
        .contains("footfall.yaml:5", "the password of store stands in the file")
        .doesNotContain("hunter2");
    assertThat(faults(SHARED.replace("${file:secret.txt}", "00ff") + SOUND))
        .singleElement()
        .asString()
        .contains("the secret of store stands in the file");
    assertThat(faults(SHARED.replace("//db", "//me:hunter2@db") + SOUND))
        .singleElement()
        .asString()
        .contains("the url of store holds a password")
        .doesNotContain("hunter2");
  }

  @Test
  void a_project_remembers_runs_for_90_days_and_deliveries_for_400_unless_it_says_otherwise() {
    assertThat(read(SOUND).store().retention()).isEqualTo(Retention.DEFAULT);
    Retention other =
        read("retention: { history: 14d, ledger: 120 d }\n" + SOUND).orThrow().store().retention();
    assertThat(other.history()).hasDays(14);
    assertThat(other.ledger()).hasDays(120);
    assertThat(read("retention: { ledger: 100d }\n" + SHARED + SOUND).store().retention().ledger())
        .hasDays(100);
    assertThat(faults("retention:\n" + SOUND)).isEmpty();
  }

  @Test
  void times_that_nobody_meant_purge_nothing() {
    assertThat(faults("retention:\n  ledger: 30d\n" + SOUND))
        .singleElement()
        .asString()
        .contains("footfall.yaml:2", "'ledger' of retention must be days such as 400d, from 90d")
        .contains("sent twice");
    assertThat(faults("retention: { history: 0d }\n" + SOUND))
        .singleElement()
        .asString()
        .contains("'history' of retention must be days such as 400d, from 1d");
    assertThat(faults("retention: { history: 90, legder: 400d }\n" + SOUND))
        .hasSize(2)
        .anyMatch(line -> line.contains("did you mean 'ledger'"));
    assertThat(read("retention: { history: soon }\n" + SOUND).project().store())
        .isEqualTo(new StoreConfig.Unclear());
  }

  @Test
  void the_embedded_store_may_be_given_its_secrets_as_references() {
    String given =
        "store:\n  type: embedded\n  secret: \"${env:S}\"\n  token_keys: \"${file:keys}\"\n";
    assertThat(read(given + SOUND).orThrow().store())
        .isInstanceOfSatisfying(
            StoreConfig.Embedded.class,
            store -> {
              assertThat(store.secret()).isPresent();
              assertThat(store.tokenKeys()).isPresent();
            });
    assertThat(faults(given.replace("${file:keys}", "a1a1") + SOUND))
        .singleElement()
        .asString()
        .contains("footfall.yaml:4", "the token_keys of store stands in the file")
        .doesNotContain("a1a1");
  }

  @Test
  void mistakes_are_named_with_their_remedy() {
    assertThat(faults(SHARED.replace("jdbc:postgresql:", "jdbc:mysql:") + SOUND))
        .singleElement()
        .asString()
        .contains("'url' of store must begin with jdbc:postgresql:");
    assertThat(faults(SHARED + "  schema: Foot-Fall\n" + SOUND))
        .singleElement()
        .asString()
        .contains("'schema' of store is named with a to z, 0 to 9 and _ only");
    assertThat(faults(SHARED.replace("type: postgres", "type: postgers") + SOUND))
        .anyMatch(line -> line.contains("must be one of embedded, postgres, not 'postgers'"));
    assertThat(faults("store: postgres\n" + SOUND))
        .singleElement()
        .asString()
        .contains("store needs keys and values");
  }

  @Test
  void a_store_that_nobody_can_read_is_never_taken_for_the_embedded_one() {
    for (String unclear : List.of("store: postgres\n", SHARED.replace("user:", "usr:"))) {
      assertThatThrownBy(() -> read(unclear + SOUND).store()).isInstanceOf(InvalidProject.class);
    }
  }

  @Test
  void a_fault_elsewhere_does_not_hide_the_store() {
    assertThat(read(SHARED + SOUND.replace("type: duckdb", "type: duckbd")).store())
        .isInstanceOf(StoreConfig.Postgres.class);
  }

  @Test
  void editors_know_the_section() {
    ObjectNode schema = ConfigSchema.of(new Destinations(List.of()));
    assertThat(schema.at("/properties/store/properties/type/enum").toString())
        .isEqualTo("[\"embedded\",\"postgres\"]");
    assertThat(schema.at("/properties/store/allOf/0/then/required").toString())
        .contains("url", "user", "secret");
  }
}
