package dev.footfall.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.credential.Secret;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.store.Store;
import dev.footfall.store.StoreContract;
import dev.footfall.store.StoreSecrets;
import dev.footfall.store.StoreSettings;
import dev.footfall.store.secret.InstallationSecret;
import dev.footfall.store.sql.StoreFault;
import dev.footfall.store.sql.StoreFault.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The store on a PostgreSQL server keeps the contract, and says what is wrong with the server. */
class PostgresStoreTest extends StoreContract {
  private static final String SECRET = "00112233445566778899aabbccddeeff".repeat(2);

  private final PostgresPlace place = TestPostgres.place();

  @Override
  protected Store open(StoreSettings settings, Clock clock) {
    return Store.open(place, StoreSecrets.of(secret(SECRET)), settings, clock);
  }

  private static Store open(PostgresPlace at, String digits) {
    StoreSecrets secrets = StoreSecrets.of(secret(digits));
    return Store.open(at, secrets, StoreSettings.defaults(), Clock.systemUTC());
  }

  private static InstallationSecret secret(String digits) {
    return InstallationSecret.of(Secret.of(digits));
  }

  @Test
  void the_same_secret_gives_the_same_keys_on_all_machines() throws Exception {
    try (Store here = open();
        Store there = open()) {
      assertThat(here.keys().digest("meta 1 api").part("ORD-1").finish())
          .isEqualTo(there.keys().digest("meta 1 api").part("ORD-1").finish());
    }
  }

  @Test
  void another_secret_than_the_first_is_refused() throws Exception {
    open().close();
    String other = SECRET.replace('0', '1');
    assertThatThrownBy(() -> open(place, other))
        .isInstanceOfSatisfying(
            StoreFault.class, f -> assertThat(f.kind()).isEqualTo(Kind.STORE_SECRET_MISMATCH))
        .hasMessageNotContaining(other)
        .hasMessageContaining("restore the right one");
    open().close();
  }

  @Test
  void a_secret_that_is_not_64_digits_is_refused_without_being_quoted() {
    assertThatThrownBy(() -> secret("summer2026"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 hexadecimal digits")
        .hasMessageNotContaining("summer");
  }

  @Test
  void machines_that_open_a_new_store_at_once_make_it_once() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> openings = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String id = "r-" + i;
        openings.add(
            () -> {
              try (Store store = open()) {
                return store.runs().start(start(id, NOON)).number();
              }
            });
      }
      List<Integer> numbers = new ArrayList<>();
      for (Future<Integer> opened : pool.invokeAll(openings)) {
        numbers.add(opened.get());
      }
      assertThat(numbers).doesNotHaveDuplicates().hasSize(4);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void a_server_that_does_not_answer_is_named_with_the_remedy() {
    PostgresPlace nobody =
        new PostgresPlace(
            "jdbc:postgresql://localhost:1/brand?password=hunter2",
            "footfall",
            Secret.of("hunter2"),
            "footfall");
    assertThatThrownBy(() -> open(nobody, SECRET))
        .isInstanceOf(StoreFault.class)
        .hasMessageStartingWith(
            "STORE_UNREACHABLE: cannot reach jdbc:postgresql://localhost:1/brand;")
        .hasMessageContaining("check 'url'")
        .hasMessageNotContaining("hunter2");
    assertThat(nobody.toString()).doesNotContain("hunter2");
  }

  @Test
  void an_unknown_database_is_named_with_the_remedy() {
    PostgresPlace missing =
        new PostgresPlace(
            place.url().replace("/postgres", "/nowhere"), "postgres", place.password(), "footfall");
    assertThatThrownBy(() -> open(missing, SECRET))
        .isInstanceOf(StoreFault.class)
        .hasMessageStartingWith("STORE_REFUSED: there is no such database");
  }

  @Test
  void a_user_without_rights_is_told_which_are_missing() {
    try (PostgresDatabase database = PostgresDatabase.open(place)) {
      database.update("DROP ROLE IF EXISTS weak");
      database.update("CREATE ROLE weak LOGIN");
    }
    PostgresPlace weak = new PostgresPlace(place.url(), "weak", Secret.of(""), "for_the_weak");
    assertThatThrownBy(() -> open(weak, SECRET))
        .isInstanceOf(StoreFault.class)
        .hasMessageStartingWith("STORE_REFUSED: the user may not use schema for_the_weak")
        .hasMessageContaining("grant it CREATE");
  }

  @Test
  void a_store_of_a_newer_footfall_is_refused() throws Exception {
    open().close();
    try (PostgresDatabase database = PostgresDatabase.open(place)) {
      database.update("UPDATE flyway_schema_history SET version = '99' WHERE version = '1'");
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreFault.class)
        .hasMessageStartingWith("STORE_NEWER")
        .hasMessageContaining("upgrade");
  }

  @Test
  void a_schema_that_holds_other_tables_may_be_shared() throws Exception {
    try (PostgresDatabase database = PostgresDatabase.open(TestPostgres.place())) {
      database.update("CREATE SCHEMA " + place.schema());
      database.update("CREATE TABLE " + place.schema() + ".customers (id int)");
    }
    assertThat(Store.isThere(place, secret(SECRET))).isFalse();
    try (Store store = open()) {
      assertThat(store.runs().latest(5)).isEmpty();
    }
    assertThat(Store.isThere(place, secret(SECRET))).isTrue();
  }

  @Test
  void a_connection_that_the_server_closed_is_replaced() throws Exception {
    try (PostgresDatabase database = PostgresDatabase.open(place);
        PostgresDatabase operator = PostgresDatabase.open(place)) {
      int backend = database.query(r -> r.getInt(1), "SELECT pg_backend_pid()").get(0);
      operator.query(r -> r.getBoolean(1), "SELECT pg_terminate_backend(?)", backend);
      List<Integer> one = database.insist(s -> s.query(r -> r.getInt(1), "SELECT 1"));
      assertThat(one).containsExactly(1);
    }
  }

  @Test
  void a_run_whose_process_was_killed_is_soon_seen_not_to_be_at_work() throws Exception {
    try (Store store = open()) {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Guest.class.getName(),
                  place.url(),
                  place.schema())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        assertThat(other.getInputStream().read()).isEqualTo('w');
        assertThat(store.runs().isAtWork(1)).isTrue();
      } finally {
        other.destroyForcibly().onExit().join(); // kill -9
      }
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
      while (store.runs().isAtWork(1)) { // until the server has heard of it
        assertThat(System.nanoTime()).isLessThan(end);
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  /** Another process that begins a run, and waits to be killed. */
  static final class Guest {
    private Guest() {}

    public static void main(String[] words) throws IOException {
      PostgresPlace place =
          new PostgresPlace(words[0], "postgres", Secret.of("postgres"), words[1]);
      Store store =
          Store.open(
              place, StoreSecrets.of(secret(SECRET)), StoreSettings.defaults(), Clock.systemUTC());
      System.out.write(store.runs().start(start("r-1", NOON)).number() == 1 ? 'w' : '?');
      System.out.flush();
      System.in.read();
    }
  }

  @Test
  void no_order_id_and_no_token_is_found_in_any_table() throws Exception {
    try (Store store = open();
        PostgresDatabase reader = PostgresDatabase.open(place);
        LedgerRun run = store.ledger().begin("meta 123 api", 1)) {
      LedgerKey key = store.keys().digest("s").part("CANARY-ORDER-4711").finish();
      run.claim(List.of(new LedgerEntry(key, 1, 2, 3, 4, 5, 1)));
      store.outcomes().record(List.of(new OutcomeLine(1, key, "refused", "100", "", "", 1)));
      store.tokens().write("meta-main", tokens("CANARY-TOKEN", Optional.empty()));
      for (String table : List.of("run", "outcome", "token", "note", "ledger_claim")) {
        String sql = "SELECT coalesce(string_agg(t::text, ''), '') FROM ";
        assertThat(reader.query(r -> r.getString(1), sql + table + " t").get(0))
            .doesNotContainIgnoringCase("CANARY");
      }
    }
  }

  @Test
  void machines_take_turns_to_renew_a_token_and_one_that_fails_gives_its_turn_up()
      throws Exception {
    AtomicInteger working = new AtomicInteger();
    ExecutorService machines = Executors.newFixedThreadPool(3);
    try (Store here = open();
        Store there = open()) {
      assertThatThrownBy(
              () ->
                  here.tokens()
                      .inTurn(
                          "meta",
                          () -> {
                            throw new InterruptedException();
                          }))
          .isInstanceOf(InterruptedException.class);
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Store store = i % 2 == 0 ? here : there;
        work.add(
            () ->
                store
                    .tokens()
                    .inTurn(
                        "meta",
                        () -> {
                          int others = working.getAndIncrement();
                          store.tokens().read("meta");
                          working.decrementAndGet();
                          return others;
                        }));
      }
      for (Future<Integer> others : machines.invokeAll(work)) {
        assertThat(others.get()).isZero();
      }
    } finally {
      machines.shutdownNow();
    }
  }

  @Test
  void what_is_written_is_durable_though_the_server_need_not_wait_for_its_disk_by_default() {
    PostgresPlace usual = TestPostgres.place();
    PostgresPlace hasty =
        new PostgresPlace(
            usual.url() + "?options=-c%20synchronous_commit%3Doff",
            usual.user(),
            usual.password(),
            usual.schema());
    try (PostgresDatabase database = PostgresDatabase.open(hasty)) {
      assertThat(database.query(row -> row.getString(1), "SHOW synchronous_commit"))
          .containsExactly("on");
    }
  }
}
